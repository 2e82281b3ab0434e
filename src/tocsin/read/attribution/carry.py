"""Voices that go on: sentences that carry a source's words further without a cue."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.rules import CueRules
from tocsin.read.syntax import Document, Sentence

# The share of a sentence beside its cue that must be somebody's words, for the next to go on.
_MOST = 0.5


def carried_drafts(document: Document, drafts: Sequence[Draft], rules: CueRules) -> Iterator[Draft]:
    """Yield a draft for each sentence that goes on in the voice of the one before.

    Conservative: the sentence stands in the same paragraph, has no source of its own, begins with
    a word that adds ("additionally") and forecasts (a modal). The first sentence that does not
    ends the voice.
    """
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    voice: Draft | None = None
    for number, sentence in enumerate(document.sentences):
        spoken = by_sentence.get(number, [])
        if any(d.heads for d in spoken):
            voice = _main(document, number, spoken)
        elif voice is not None and _goes_on(document, number, sentence, rules):
            carried = replace(voice, sentence=voice.sentence, carried=True)
            carried.content = {(number, token.i) for token in sentence.tokens}
            yield carried
        else:
            voice = None


def _main(document: Document, number: int, spoken: Sequence[Draft]) -> Draft | None:
    words = {t.i for t in document.sentences[number].tokens if t.upos != "PUNCT"}
    fits = [d for d in spoken if d.clausal and d.heads and d.rule.chained]
    fits = [d for d in fits if len(d.content) >= _MOST * len(words - {t.i for t in d.cue})]
    return max(fits, key=lambda d: len(d.content), default=None)


def _goes_on(document: Document, number: int, sentence: Sentence, rules: CueRules) -> bool:
    before = document.sentences[number - 1]
    if "\n" in document.text[before.end : sentence.start]:
        return False
    first = sentence.tokens[0].lemma.lower()
    helpers = sentence.children(sentence.root, "aux")
    modal = any(t.lemma.lower() in rules.words.modal for t in helpers)
    return first in rules.words.carry and modal
