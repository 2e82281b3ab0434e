"""Who speaks: the name before the colon of a paragraph, who signs, the state of who publishes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.read.entities.mention import Mention
from tocsin.read.entities.rules import EntityRules, Known
from tocsin.read.syntax import Document

_LONGEST_LABEL = 8  # words from the start of a paragraph to the colon
_BREAK = "\n"
_OF_STATE = frozenset({"government", "military"})


def find_speakers(
    document: Document, names: Sequence[Sequence[Mention]], rules: EntityRules
) -> list[Mention]:
    """Return "I" and "my" where a label names who speaks, each with the label's mention.

    A label holds until the next one; "Q:" and other labels without a name end it. In a letter "I"
    is who signs it. Other texts have no such mentions: what "I" is in a quotation, the cue of the
    quotation tells. "We" of a body of the state that publishes is its state.
    """
    found: list[Mention] = list(_of_publisher(document, rules))
    signed = _signature(document, names)
    speaker: Mention | None = signed
    for number in range(len(document.sentences)):
        label = _label(document, number)
        if label is not None:
            named = (m for m in names[number] if m.last < label and _is_person(m))
            speaker = next(named, signed)
        if speaker is not None:
            after = 0 if label is None else label + 1
            found += _own(number, document, after, speaker, rules)
    return found


def _signature(document: Document, names: Sequence[Sequence[Mention]]) -> Mention | None:
    """Return the person whose name is the last line of the text, and that alone."""
    if not document.sentences:
        return None
    last = document.sentences[-1]
    line = document.text[last.start : last.end].rpartition(_BREAK)[2]
    return next((m for m in names[-1] if _is_person(m) and m.text == line.strip()), None)


def _of_publisher(document: Document, rules: EntityRules) -> Iterator[Mention]:
    publisher = (document.report.publisher or "").partition(",")[0]
    known = _known(publisher, rules) or _known(publisher.partition(" ")[2], rules)
    of_state = known is not None and known.sort in _OF_STATE
    state = rules.states.get(known.state or "") if known is not None and of_state else None
    if state is None:
        return
    for number, sentence in enumerate(document.sentences):
        for token in sentence.tokens:
            word = token.text.lower()
            if token.upos == "PRON" and word in rules.nouns.speech.plural:
                yield Mention(
                    sentence=number,
                    first=token.i,
                    last=token.i,
                    head=token,
                    kind="state",
                    form="pronoun",
                    span=(token.start, token.end),
                    text=token.text,
                    known=state,
                    pronoun="we",
                    state=state.state,
                )


def _known(name: str, rules: EntityRules) -> Known | None:
    forms = (form for form in rules.starting(name[:2]) if form.text == name)
    return next((form.known for form in forms), None)


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
