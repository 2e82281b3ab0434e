"""Headlines with their source set off: "Pentagon: Iran sent missiles", "Dozens killed – officials".

Colon or dash stand for "says". What stands before a colon may as well be the place or the topic
("Sudan: Aid suspended"), so states and places are no sources here; nor is what stands behind a
dash with a capital and is an outlet, which is the publisher of the page.
"""

from collections.abc import Iterator, Mapping, Sequence

from tocsin.read.attribution.draft import Draft, Where
from tocsin.read.attribution.rules import CueRules
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Entity

_COLON = ":"
_DASHES = frozenset({"-", "–", "—"})
_SPEAKING = frozenset({"person", "role", "organisation"})
_LONGEST_NAME = 6
_MOST_WORDS = 30


def headline_drafts(
    document: Document, number: int, heads: Mapping[Where, Entity], rules: CueRules
) -> Iterator[Draft]:
    """Yield a draft for a headline that sets its source off with a colon or a dash."""
    sentence = document.sentences[number]
    if not _is_headline(document, sentence):
        return
    tokens = sentence.tokens
    last = len(tokens) - 1
    for mark in tokens[1:last]:
        before, after = tokens[: mark.i], tokens[mark.i + 1 :]
        leads = mark.text == _COLON and len(before) <= _LONGEST_NAME
        if leads and len(after) > len(before) and _is_source(number, before, heads, rules):
            yield _draft(number, mark, before, after, rules)
            return
        ends = (mark.text == _COLON or mark.text in _DASHES) and len(after) <= _LONGEST_NAME
        named = mark.text == _COLON or not _is_outlet(number, after, heads, rules)
        if ends and named and len(before) > 2 and _is_source(number, after, heads, rules):
            yield _draft(number, mark, after, before, rules)
            return


def _is_headline(document: Document, sentence: Sentence) -> bool:
    """A line of its own without a stop at its end."""
    text = document.text
    alone = text[: sentence.start].rstrip(" ")[-1:] in ("", "\n")
    ends = text[sentence.end :].lstrip(" ")[:1] in ("", "\n")
    stopped = sentence.tokens[-1].text in (".", "!", "?", ":", "…")
    return alone and ends and not stopped and len(sentence.tokens) <= _MOST_WORDS


def _draft(
    number: int, mark: Token, name: Sequence[Token], said: Sequence[Token], rules: CueRules
) -> Draft:
    draft = Draft(number, mark, rules.fallback, [mark], [_head(name)], clausal=True)
    draft.phrase = list(name)
    draft.take(number, said)
    return draft


def _head(name: Sequence[Token]) -> Token:
    inside = {t.i for t in name}
    tops = [t for t in name if t.head not in inside]
    return next((t for t in reversed(tops) if t.upos in ("NOUN", "PROPN")), name[-1])


def _is_source(
    number: int, name: Sequence[Token], heads: Mapping[Where, Entity], rules: CueRules
) -> bool:
    if any(t.upos in ("VERB", "AUX") for t in name):
        return False
    head = _head(name)
    entity = heads.get((number, head.i))
    if entity is not None:
        return entity.kind in _SPEAKING
    words = rules.words
    return head.lemma.lower() in (*words.media, *words.document, *words.generic)


def _is_outlet(
    number: int, name: Sequence[Token], heads: Mapping[Where, Entity], rules: CueRules
) -> bool:
    entity = heads.get((number, _head(name).i))
    return entity is not None and entity.name in rules.media
