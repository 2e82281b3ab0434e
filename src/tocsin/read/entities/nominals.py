"""Common-noun mentions: "North Korean troops", "a senior official", "240mm rocket launchers"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from tocsin.read.entities.lists import Head
from tocsin.read.entities.mention import Mention, is_plural
from tocsin.read.entities.rules import EntityRules
from tocsin.read.syntax import Document, Sentence, Token

_LEFT = frozenset({"det", "amod", "compound", "nummod", "nmod", "advmod", "punct"})
_NARROWING = frozenset({"amod", "compound", "nmod"})
_PART_OF_NAME = frozenset({"compound", "flat"})


def find_nominals(
    document: Document, number: int, rules: EntityRules, names: Sequence[Mention]
) -> list[Mention]:
    """Return the common-noun mentions of sentence `number` that no name of `names` holds."""
    sentence, around = document.sentences[number], _Around.of(names)
    found = []
    for token in sentence.tokens:
        head = _head_noun(sentence, token, rules)
        if head is not None and token.i not in around.named and not _is_title(token, around):
            found.append(_nominal(document, number, token, head, rules, around))
    return found


@dataclass(frozen=True, slots=True)
class _Around:
    """The names of a sentence by token: all, those of states with their codes, heads of persons."""

    named: frozenset[int]
    states: Mapping[int, str | None]
    persons: frozenset[int]

    @classmethod
    def of(cls, names: Sequence[Mention]) -> Self:
        """Index the names once for a sentence."""
        return cls(
            named=frozenset(i for n in names for i in range(n.first, n.last + 1)),
            states={
                i: n.state for n in names if n.kind == "state" for i in range(n.first, n.last + 1)
            },
            persons=frozenset(n.head.i for n in names if n.kind == "person"),
        )


def _head_noun(sentence: Sentence, token: Token, rules: EntityRules) -> Head | None:
    if token.upos not in ("NOUN", "PROPN"):
        return None
    head = rules.heads.get(token.lemma.lower()) or rules.heads.get(token.text.lower())
    if head is None or token.rel in _PART_OF_NAME:
        return None
    measures = token.lemma.lower() in rules.measures and _counts(sentence, token)
    return None if measures else head


def _counts(sentence: Sentence, token: Token) -> bool:
    below = sentence.children(token, "nmod")
    return any(child.i > token.i and is_plural(child) for child in below)


def _is_title(token: Token, around: _Around) -> bool:
    # A title before a name ("leader Kim Jong Un") belongs to the name's mention.
    before = token.head in around.persons and token.i < token.head
    return before and token.deprel != "nmod:poss"


def _nominal(
    document: Document,
    number: int,
    token: Token,
    head: Head,
    rules: EntityRules,
    around: _Around,
) -> Mention:
    sentence = document.sentences[number]
    left = _without_count(_left(sentence, token))
    last = _right(sentence, token, head)
    span = (left[0].start, sentence.tokens[last].end)
    determiners = {t.lemma.lower() for t in left if t.rel in ("det", "amod", "nmod", "nummod")}
    texts = {t.text.lower() for t in left}
    return Mention(
        sentence=number,
        first=left[0].i,
        last=last,
        head=token,
        kind=head.kind,
        form="nominal",
        span=span,
        text=document.text[span[0] : span[1]],
        words=(token.lemma.lower(),),
        modifiers=_modifiers(sentence, token, around),
        family=head.family,
        state=_state(sentence, token, around),
        plural=is_plural(token) or head.number == "many",
        pointing=bool(texts & set(rules.nouns.deixis.definite)),
        opening=bool((texts | determiners) & set(rules.nouns.deixis.open)),
        sex=rules.sexes.get(token.lemma.lower()),
    )


def _left(sentence: Sentence, token: Token) -> list[Token]:
    own = {token.i}
    for child in sentence.children(token):
        if child.i < token.i and child.rel in _LEFT and not _is_aside(sentence, child):
            own.update(t.i for t in sentence.subtree(child) if t.i < token.i)
    first = token.i
    while first - 1 in own:
        first -= 1
    while sentence.tokens[first].rel == "punct":
        first += 1
    return list(sentence.tokens[first : token.i + 1])


def _is_aside(sentence: Sentence, child: Token) -> bool:
    # ", including suicide drones": what a preposition brings is no part of the noun phrase.
    return (
        child.rel == "nmod"
        and sentence.child(child, "case") is not None
        and (child.deprel != "nmod:poss")
    )


def _without_count(left: list[Token]) -> list[Token]:
    # "approximately 12,000 North Korean troops": the figure is the quantities reader's.
    count = next((k for k, t in enumerate(left) if t.upos == "NUM" and t.rel == "nummod"), None)
    if count is None or any(t.upos in ("DET", "PRON", "PROPN") for t in left[:count]):
        return left
    # "between 3,000 and 4,000 troops": both ends of a range.
    last = max(k for k, t in enumerate(left) if k == count or _goes_with(t, left[count]))
    rest = left[last + 1 :]
    if rest[0].start == left[last].end:
        return left  # a calibre, written as one: "240mm rocket launchers"
    while len(rest) > 1 and rest[0].rel in ("punct", "advmod", "nummod"):
        rest = rest[1:]
    return rest or left[-1:]


def _goes_with(token: Token, number: Token) -> bool:
    return token.upos == "NUM" and token.rel == "conj" and token.head == number.i


def _right(sentence: Sentence, token: Token, head: Head) -> int:
    # Roles take what they are the head of: "commander of U.S. Forces Korea".
    if head.kind not in ("role", "organisation"):
        return token.i
    after = [c for c in sentence.children(token, "nmod") if c.i > token.i]
    if not after or sentence.subtree(after[0])[0].i != token.i + 1:
        return token.i
    return _simple_end(sentence, after[0])


def _simple_end(sentence: Sentence, noun: Token) -> int:
    kept = sentence.subtree(noun, without=("acl", "appos", "conj", "parataxis", "advcl", "punct"))
    last = noun.i
    for token in kept:
        if token.i == last + 1:
            last = token.i
    return last


def _modifiers(sentence: Sentence, token: Token, around: _Around) -> frozenset[str]:
    return frozenset(
        child.lemma.lower()
        for child in sentence.children(token)
        if child.i < token.i
        and child.rel in _NARROWING
        and child.i not in around.states
        and child.deprel != "nmod:poss"
    )


def _state(sentence: Sentence, token: Token, around: _Around) -> str | None:
    """Return the code of the state that the noun is of: its adjective or possessor."""
    left = (c for c in sentence.children(token, "amod", "compound", "nmod") if c.i < token.i)
    return next((around.states[c.i] for c in left if c.i in around.states), None)
