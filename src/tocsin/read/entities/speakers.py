"""Who speaks in a transcript: the name before the colon at the head of a paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.read.entities.mention import Mention
from tocsin.read.entities.rules import EntityRules
from tocsin.read.syntax import Document

_LONGEST_LABEL = 8  # words from the start of a paragraph to the colon
_BREAK = "\n"


def find_speakers(
    document: Document, names: Sequence[Sequence[Mention]], rules: EntityRules
) -> list[Mention]:
    """Return "I" and "my" where a label names who speaks, each with the label's mention.

    A label holds until the next one; "Q:" and other labels without a name end it. Texts without
    labels have no such mentions: what "I" is in a quotation, the cue of the quotation tells.
    """
    found: list[Mention] = []
    speaker: Mention | None = None
    for number in range(len(document.sentences)):
        label = _label(document, number)
        if label is not None:
            speaker = next((m for m in names[number] if m.last < label and _is_person(m)), None)
        if speaker is not None:
            after = 0 if label is None else label + 1
            found += _own(number, document, after, speaker, rules)
    return found


def _is_person(mention: Mention) -> bool:
    return mention.form == "name" and mention.kind == "person"


def _label(document: Document, number: int) -> int | None:
    """Return the colon that ends a label of the sentence, by its place among the words."""
    sentence = document.sentences[number]
    before = document.text[document.sentences[number - 1].end : sentence.start] if number else ""
    if number and _BREAK not in before:
        return None
    head = sentence.tokens[:_LONGEST_LABEL]
    colon = next((t.i for t in head if t.text == ":"), None)
    if not colon or any(t.upos in ("VERB", "AUX", "PRON") for t in head[:colon]):
        return None
    return colon if all(_is_capital(t.text) for t in head[:colon]) else None


def _is_capital(word: str) -> bool:
    return not word[0].isalpha() or word[0].isupper()


def _own(
    number: int, document: Document, after: int, speaker: Mention, rules: EntityRules
) -> Iterator[Mention]:
    for token in document.sentences[number].tokens[after:]:
        if token.upos == "PRON" and token.text.lower() in rules.nouns.speech.words:
            yield replace(
                speaker,
                sentence=number,
                first=token.i,
                last=token.i,
                head=token,
                form="pronoun",
                span=(token.start, token.end),
                text=token.text,
                titles=(),
                pronoun="i",
            )
