"""Names of places in a text: the longest names of the atlas, and what the encoder calls a place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tocsin.read.places.atlas import Atlas, Candidate
from tocsin.read.places.gazetteer import MAIN
from tocsin.read.places.rules import PlaceRules
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Span

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]*(?:['’‘ʼ`][^\W\d_]+)*")
_CAPITAL = re.compile(r"(?<![^\W_])[^\W\d_a-zß-öø-ÿ]")
# Letters of the longest article that may open a name.
_ARTICLE = 3
_JOINS = ("-", "‑")
_GAPS = (" ", "-", "‑", "–", "\n")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST = 6  # words in one name
_PLACE, _PERSON, _BODIES = "LOC", "PER", ("ORG", "OTH")
_ACTED_UPON = frozenset({"obj", "nsubj:pass"})
_NOUNS = ("PROPN", "NOUN")
_ALONE = ("country", "district")
_LARGE = 100_000  # people: a town that may be meant where only the words around it tell
_SMALL = 5_000  # people: the same where no other place bears its name
_LARGEST = 500_000  # people: one that may be meant by a by-name


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at its characters, with all that it may mean; `sure` when the encoder calls it so.

    `part` tells that it is but part of what it may mean, `site` that it is a site therein.
    """

    span: Span
    name: str
    candidates: tuple[Candidate, ...] = ()
    sure: bool = False
    part: bool = False
    site: bool = False


def find_mentions(document: Document, rules: PlaceRules, atlas: Atlas) -> list[Mention]:
    """Return the names that may be places, in order; none overlap.

    Where there are sentences the encoder's labels decide and the atlas adds only what is plainly a
    place; without them the atlas proposes and the words around a name decide.
    """
    reader = _Plausible(document, rules)
    listed = [m for m in _named(document.text, rules, atlas) if reader.holds(m)]
    whole = (_in_full(m, document.text, rules, atlas) for m in _labelled(document, atlas))
    labelled = [m for m in whole if not _is_bare(m.name, rules)]
    return sorted(_longest_of([*labelled, *listed]), key=lambda mention: mention.span)


def _longest_of(mentions: list[Mention]) -> list[Mention]:
    """Where names overlap keep the longest, and of equals the one the encoder calls a place."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.span[0] - m.span[1], not m.sure)):
        if taken.isdisjoint(range(*mention.span)):
            kept.append(mention)
            taken.update(range(*mention.span))
    return kept


def _labelled(document: Document, atlas: Atlas) -> Iterator[Mention]:
    for sentence in document.sentences:
        for start, end in _runs(sentence):
            span = _trimmed(document.text, start, end)
            name = document.text[span[0] : span[1]]
            if document.text.startswith(".", span[1]) and atlas.short(f"{name}."):
                span, name = (span[0], span[1] + 1), f"{name}."
            if not name.islower():
                yield Mention(span, name, atlas.candidates(name), sure=True)


def _in_full(mention: Mention, text: str, rules: PlaceRules, atlas: Atlas) -> Mention:
    """Take the longer name of the atlas where the encoder stops short: "Port-au-" for a whole."""
    longer = None if mention.candidates else _longest(text, mention.span[0], rules, atlas)
    if longer and longer.span[1] > mention.span[1]:
        return replace(longer, sure=True)
    return mention


def _is_bare(name: str, rules: PlaceRules) -> bool:
    """Whether a name is no more than words for sorts and sides ("the District"), or cut short."""
    head, words = rules.usage.head, name.lower().split()
    sorts = {*head.division, *head.district, *head.town, *rules.usage.part.word}
    cut = not words or words[-1] in (*head.of, *head.joining, *rules.usage.near.article)
    return cut or len(name) == 1 or sorts.issuperset(words)


def _runs(sentence: Sentence) -> Iterator[Span]:
    """Yield the characters of each run of tokens labelled as one place."""
    run: list[int] = []
    for token in sentence.tokens:
        begins, _, label = token.ent.partition("-")
        if run and (label != _PLACE or begins == "B"):
            yield run[0], run[-1]
            run = []
        if label == _PLACE:
            run = [run[0] if run else token.start, token.end]
    if run:
        yield run[0], run[-1]


def _trimmed(text: str, start: int, end: int) -> Span:
    """Leave out an article before a name and a possessive behind it."""
    words = text[start:end]
    first = words.split(" ", 1)
    if len(first) > 1 and first[0].islower() and len(first[0]) <= _ARTICLE:
        start = end - len(first[1])
    tail = _POSSESSIVE.search(text[start:end])
    return start, end - len(tail[0]) if tail else end


def _named(text: str, rules: PlaceRules, atlas: Atlas) -> Iterator[Mention]:
    """Yield the longest names in capitals that the atlas knows."""
    done = 0
    for capital in _CAPITAL.finditer(text):
        start = capital.start()
        if start >= done:
            mention = _longest_from(text, start, rules, atlas)
            if mention:
                done = mention.span[1]
                yield mention


def _longest_from(text: str, start: int, rules: PlaceRules, atlas: Atlas) -> Mention | None:
    """Return the longest name at `start`, with the article that is joined to it: "al-Hasakah"."""
    if text[start - 1 : start] in _JOINS and start > 1:
        article = _word_before(text, start - 1, joined=True)
        if article.lower() in rules.usage.article.word:
            mention = _longest(text, start - 1 - len(article), rules, atlas)
            if mention and mention.span[1] > start:
                return mention
    return _longest(text, start, rules, atlas)


def _longest(text: str, start: int, rules: PlaceRules, atlas: Atlas) -> Mention | None:
    best: Mention | None = None
    word = _WORD.match(text, start)
    for _ in range(_LONGEST):
        if word is None:
            break
        tail = _POSSESSIVE.search(word[0])
        end = word.end() - len(tail[0]) if tail else word.end()
        name = text[start:end]
        known, begins = atlas.find(name)
        if known:
            best = Mention((start, end), name, known)
        if tail or not begins:
            break
        word = _next_word(text, word, rules)
    return best


def _next_word(text: str, word: re.Match[str], rules: PlaceRules) -> re.Match[str] | None:
    """Return the word that adjoins `word`; a full stop lies between only after "St" and such."""
    end = word.end()
    if text.startswith(". ", end):
        shortened = word[0].lower() in rules.usage.abbreviated.word
        return _WORD.match(text, end + 2) if shortened else None
    return _WORD.match(text, end + 1) if text[end : end + 1] in _GAPS else None


class _Plausible:
    """Judges a name that only the atlas proposes."""

    def __init__(self, document: Document, rules: PlaceRules) -> None:
        self._document = document
        self._usage = rules.usage

    def holds(self, mention: Mention) -> bool:
        """Whether the name is plainly a place here."""
        text, (start, end) = self._document.text, mention.span
        if not self._is_free(text, start, end):
            return False
        before = _word_before(text, start)
        if before.lower() in self._usage.person.before:
            return False
        shown = before.lower() in self._usage.locative.word
        if self._document.sentences:
            return self._fits_parse(mention, shown=shown)
        if _is_known(mention):
            return True
        inside_name = before[:1].isupper() or _word_after(text, end)[:1].isupper()
        return (_is_large(mention) or _is_alone(mention)) and shown and not inside_name

    def _is_free(self, text: str, start: int, end: int) -> bool:
        """Whether no word is joined to the name, but for one that leaves it a place."""
        if start and text[start - 1] in "-‑/@#_":
            return text[start - 1] in "-‑/" and not text[max(0, start - 2)].islower()
        if text[end : end + 1] in _JOINS:
            joined = _word_after(text, end + 1)
            return joined.lower() in self._usage.joined.word or joined[:1].isupper()
        return True

    def _fits_parse(self, mention: Mention, *, shown: bool) -> bool:
        """Whether the encoder leaves room for it; a listed name of several words needs no leave."""
        tokens = self._document.tokens_at(mention.span)
        if len(tokens) > 1 and any(c.listed for c in mention.candidates):
            return True
        if not tokens or not all(t.upos in _NOUNS for t in (tokens[0], tokens[-1])):
            return False
        if all(t.ent == "O" for t in tokens):
            return _is_known(mention) or (shown and (_is_large(mention) or _is_alone(mention)))
        if self._is_whole(tokens, _PERSON):
            return self._is_struck(mention, tokens, shown=shown)
        if not self._is_whole(tokens, *_BODIES):
            return False
        # "Rebels attacked Goma": the encoder takes what is acted upon for a body.
        return _is_known(mention) or (tokens[-1].deprel in _ACTED_UPON and _is_large(mention))

    def _is_struck(self, mention: Mention, tokens: list[Token], *, shown: bool) -> bool:
        """Whether what the encoder takes for a person is a place: "drones hit Kharkiv".

        It is acted upon, behind a verb of what befalls places or with "in" before it elsewhere.
        """
        known = _is_large(mention) or _is_alone(mention) or _is_known(mention)
        if tokens[-1].deprel not in _ACTED_UPON or not known:
            return False
        return shown or self._is_shown(mention.name)

    def _is_shown(self, name: str) -> bool:
        """Whether a preposition of place stands before the name anywhere in the report."""
        found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self._document.text)
        before = (_word_before(self._document.text, match.start()).lower() for match in found)
        return any(word in self._usage.locative.word for word in before)

    def _is_whole(self, tokens: list[Token], *kinds: str) -> bool:
        """Whether the tokens are one name of a body, as states and capitals are often labelled."""
        i = self._document.sentence_at(tokens[0].start)
        behind = self._document.sentences[i].tokens[tokens[-1].i + 1 :] if i is not None else ()
        ends = not behind or not behind[0].ent.startswith("I-")
        labels = [t.ent for t in tokens]
        wholes = [[f"B-{kind}", *[f"I-{kind}"] * (len(labels) - 1)] for kind in kinds]
        return ends and labels in wholes


def _word_before(text: str, start: int, *, joined: bool = False) -> str:
    words = text[max(0, start - 24) : start].split()
    adjoins = joined or text[max(0, start - 1) : start] in (" ", "\n")
    return words[-1] if words and adjoins else ""


def _word_after(text: str, end: int) -> str:
    match = _WORD.match(text, end + 1 if text[end : end + 1] == " " else end)
    return match[0] if match else ""


def _is_known(mention: Mention) -> bool:
    """Whether the name is of the lists, a country's or a county's, which stand for themselves."""
    return any(
        c.listed or c.booked or (c.entry.kind in _ALONE and c.entry.rank == MAIN)
        for c in mention.candidates
    )


def _is_alone(mention: Mention) -> bool:
    """Whether one town only bears the name, and a hamlet's chance of it is ruled out."""
    entries = [c.entry for c in mention.candidates]
    return len(entries) == 1 and entries[0].rank == MAIN and entries[0].population >= _SMALL


def _is_large(mention: Mention) -> bool:
    return any(
        c.entry.population >= (_LARGE if c.entry.rank == MAIN else _LARGEST)
        or (c.entry.kind == "admin" and c.entry.rank == MAIN)
        for c in mention.candidates
    )
