"""Interviews: each turn opens with its speaker and a colon, "COMMANDER: We lost 14 men".

A body that prints its own briefing speaks through its speaker: such turns have no voice beside the
publisher's. The claims that a fact-check takes up open so too ("Claim: Troops have entered"):
somebody said so, and the checker does not.
"""

from collections.abc import Iterator, Mapping, Sequence

from tocsin.read.attribution.draft import Draft, Where
from tocsin.read.attribution.rules import CueRules
from tocsin.read.syntax import Document, Token
from tocsin.records import Entity

_COLON = ":"
_PERSON = "PER"
# A label has no more words than this: "DEPUTY SECRETARY OF STATE JOHN SMITH".
_LONGEST = 7
# Blanks about a label are no more than this.
_MARGIN = 8
# One line with a colon is a headline or a dateline; a transcript has several.
_FEWEST = 2


def with_turns(
    document: Document,
    drafts: Sequence[Draft],
    heads: Mapping[Where, Entity],
    rules: CueRules,
) -> list[Draft]:
    """Return the drafts with a voice for each turn of an interview, around all that it holds.

    A question has no voice of its own: who asks says nothing by it.
    """
    labels = list(_labels(document, heads, rules))
    if not _is_interview(document, [_text(label) for _, label in labels], rules):
        labels = [(at, label) for at, label in labels if _text(label) in rules.words.taken_up]
    if not labels:
        return list(drafts)
    ends = [at for at, _ in labels[1:]] + [len(document.sentences)]
    marks = {(at, label[-1].i + 1) for at, label in labels}
    found = [d for d in drafts if (d.sentence, d.cue[0].i) not in marks]
    for (at, label), end in zip(labels, ends, strict=True):
        draft = _turn(document, at, label, rules)
        if draft is not None:
            draft.take(at, document.sentences[at].tokens[label[-1].i + 2 :])
            for below in range(at + 1, _end(document, at, end, rules, label)):
                draft.take(below, document.sentences[below].tokens)
            found.append(draft)
    return found


def _is_interview(document: Document, labels: Sequence[str], rules: CueRules) -> bool:
    """Whether an outlet, or somebody who asks for one, prints what somebody else says."""
    publisher = document.report.publisher or ""
    media = publisher in rules.media or any(
        word in rules.words.media for word in publisher.lower().split()
    )
    asked = any(label in rules.words.interviewing for label in labels)
    return len(labels) >= _FEWEST and (media or asked)


def _labels(
    document: Document, heads: Mapping[Where, Entity], rules: CueRules
) -> Iterator[tuple[int, Sequence[Token]]]:
    """Yield the sentences that open a line with a label, and the words of the label."""
    for at, sentence in enumerate(document.sentences):
        before = document.text[max(0, sentence.start - _MARGIN) : sentence.start].rstrip(" ")[-1:]
        if before not in ("", "\n"):
            continue
        near = sentence.tokens[: _LONGEST + 1]
        mark = next((t for t in near if t.text == _COLON), None)
        behind = document.text[mark.end : mark.end + _MARGIN] if mark is not None else ""
        if mark is not None and mark.i > 0 and behind.partition("\n")[0].strip():
            label = sentence.tokens[: mark.i]
            if _is_label(at, label, heads, rules):
                yield at, label


def _is_label(
    at: int, label: Sequence[Token], heads: Mapping[Where, Entity], rules: CueRules
) -> bool:
    words = rules.words
    if _text(label) in (*words.asking, *words.interviewing, *words.taken_up):
        return True
    # Where the report is from may stand so too: "KYIV: …".
    head = _head(label)
    entity = heads.get((at, head.i))
    kind = entity.kind if entity is not None else ""
    capital = all(t.text.isupper() for t in label if t.text.isalpha())
    return kind == "person" or (capital and (kind in ("role", "group") or _PERSON in head.ent))


def _turn(document: Document, at: int, label: Sequence[Token], rules: CueRules) -> Draft | None:
    mark = document.sentences[at].tokens[label[-1].i + 1]
    if _text(label) in (*rules.words.asking, *rules.words.interviewing):
        return None
    if _text(label) in rules.words.taken_up:
        return Draft(at, mark, rules.hearsay, [mark], clausal=True)
    draft = Draft(at, mark, rules.fallback, [mark], [_head(label)], clausal=True)
    draft.phrase = list(label)
    return draft


def _end(document: Document, at: int, end: int, rules: CueRules, label: Sequence[Token]) -> int:
    """Return the first sentence behind a turn; a claim that is taken up ends with its line."""
    if _text(label) not in rules.words.taken_up:
        return end
    for below in range(at + 1, end):
        gap = document.text[document.sentences[below - 1].end : document.sentences[below].start]
        if "\n" in gap:
            return below
    return end


def _text(label: Sequence[Token]) -> str:
    return " ".join(t.text.lower() for t in label)


def _head(label: Sequence[Token]) -> Token:
    inside = {t.i for t in label}
    return next((t for t in label if t.head not in inside), label[-1])
