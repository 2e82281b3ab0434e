"""Common-noun mentions: "North Korean troops", "a senior official", "240mm rocket launchers"."""

from collections.abc import Iterable, Sequence

from tocsin.read.entities.mention import Mention, is_plural
from tocsin.read.entities.rules import EntityRules, Head
from tocsin.read.syntax import Document, Sentence, Token

_LEFT = frozenset({"det", "amod", "compound", "nummod", "nmod", "advmod", "punct"})
_NARROWING = frozenset({"amod", "compound", "nmod"})
_PART_OF_NAME = frozenset({"compound", "flat"})


def find_nominals(
    document: Document, number: int, rules: EntityRules, names: Sequence[Mention]
) -> list[Mention]:
    """Return the common-noun mentions of sentence `number` that no name of `names` holds."""
    sentence = document.sentences[number]
    taken = {i for name in names for i in range(name.first, name.last + 1)}
    found = []
    for token in sentence.tokens:
        head = _head_noun(sentence, token, rules)
        if head is not None and token.i not in taken and not _is_part(sentence, token, names):
            found.append(_nominal(document, number, token, head, rules, names))
    return found


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


def _is_part(sentence: Sentence, token: Token, names: Sequence[Mention]) -> bool:
    # A title before a name ("leader Kim Jong Un") belongs to the name's mention.
    heads = {name.head.i for name in names if name.kind == "person"}
    return token.head in heads and token.i < token.head and token.deprel != "nmod:poss"


def _nominal(
    document: Document,
    number: int,
    token: Token,
    head: Head,
    rules: EntityRules,
    names: Sequence[Mention],
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
        modifiers=_modifiers(sentence, token, names),
        family=head.family,
        state=_state(sentence, token, names),
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
    rest = left[count + 1 :]
    if rest[0].start == left[count].end:
        return left  # a calibre, written as one: "240mm rocket launchers"
    while len(rest) > 1 and rest[0].rel in ("punct", "advmod", "nummod"):
        rest = rest[1:]
    return rest or left[-1:]


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


def _modifiers(sentence: Sentence, token: Token, names: Iterable[Mention]) -> frozenset[str]:
    states = {i for n in names if n.kind == "state" for i in range(n.first, n.last + 1)}
    return frozenset(
        child.lemma.lower()
        for child in sentence.children(token)
        if child.i < token.i
        and child.rel in _NARROWING
        and child.i not in states
        and child.deprel != "nmod:poss"
    )


def _state(sentence: Sentence, token: Token, names: Iterable[Mention]) -> str | None:
    """Return the code of the state that the noun is of: its adjective, possessor or "of"."""
    states = {n.head.i: n.state for n in names if n.kind == "state"}
    covered = {i: n.state for n in names if n.kind == "state" for i in range(n.first, n.last + 1)}
    for child in sentence.children(token, "amod", "compound", "nmod"):
        if child.i < token.i and (child.i in states or child.i in covered):
            return states.get(child.i) or covered.get(child.i)
    return None
