"""Who means himself by "I" and "we": whoever is quoted, who signs, or the publisher."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.read.attribution.voice import Voice
from tocsin.read.claims.rules import SpeakerWords
from tocsin.records import Entity, Report

_PAPERS = ("document", "sensor", "unspecified")
_BODIES = ("organisation", "group", "state")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """Whom the first person means: of `one`, and of `many`; `sure` where a chain has no say."""

    one: str | None = None
    many: str | None = None
    sure: bool = False
    joint: bool = False

    def name(self, word: str, known: str | None, rules: SpeakerWords) -> str | None:
        """Return whom `word` means; `known` is what its chain of mentions says."""
        if word in rules.one:
            return self.one if self.sure else known or self.one
        if word not in rules.many:
            return known
        return self.many if self.sure or self.joint else known or self.many


def speaking(
    voices: Sequence[Voice], report: Report, entities: Sequence[Entity], rules: SpeakerWords
) -> Speaking:
    """Return who speaks where `voices` stand around a clause with these `entities`.

    Whoever is quoted says "I" of himself and "we" of the state or body that he is named with. In
    the publisher's own voice "I" is the author that a title names ("Statement from …"), and "we"
    the publisher, or all who state something jointly.
    """
    if not voices:
        return _own(report, rules)
    if voices[-1].form == "indirect" or len(voices[-1].speakers) != 1:
        return Speaking()
    speaker = voices[-1].speakers[0]
    if speaker.kind in _PAPERS:
        return Speaking()  # "our forces" of a statement are whose statement it is
    start, end = speaker.span
    inside = [e for e in entities if start <= e.span[0] and e.span[1] <= end]
    bodies = (e.name for kind in _BODIES for e in inside if e.kind == kind)
    return Speaking(one=speaker.name, many=next(bodies, speaker.name), sure=True)


def _own(report: Report, rules: SpeakerWords) -> Speaking:
    words = (report.title or "").split()
    before = [word.lower() for word in words]
    at = next((i for i, word in enumerate(before) if word in rules.by), len(words))
    author = " ".join(_named(words[at + 1 :], rules))
    if author.islower() or not author or not set(before[:at]) & set(rules.paper):
        return Speaking(one=report.publisher, many=report.publisher)
    joint = bool(set(before[:at]) & set(rules.joint))
    return Speaking(one=author, many=author if joint else report.publisher, joint=joint)


def _named(words: Sequence[str], rules: SpeakerWords) -> Iterator[str]:
    for word in words:
        if word[:1].islower() and word not in rules.within:
            return
        yield word
