"""Pronouns → chains, by agreement, syntax and nearness (after Lappin and Leass 1994, much cut)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from tocsin.read.entities.chain import Chain
from tocsin.read.entities.mention import Mention
from tocsin.read.entities.pronouns import agrees
from tocsin.read.entities.rivals import is_subject, rivals
from tocsin.read.syntax import Document, Sentence, Token

_ANYTHING = frozenset({"it", "they"})
_WINDOW = 2
_MOST_NEAR = 20
_SUBJECT = 3.0
_OBJECT = 1.0
_AGAIN = 0.4
_MOST_AGAIN = 4
_PER_SENTENCE = 2.0
_LOOSE_MANY = 3.5
_PARALLEL = 1.0
_MARGIN = 1.0


def antecedent(document: Document, pronoun: Mention, chains: Sequence[Chain]) -> Chain | None:
    """Return the chain that a pronoun most likely stands for, or None where two are as likely.

    "It" and "they" may stand for any noun: where one that is no entity is as likely as the best
    chain, the pronoun stays alone.
    """
    found = _candidates(document, pronoun, chains)
    scored = sorted(found, key=lambda each: (each[1], each[0].number), reverse=True)
    if not scored or (len(scored) > 1 and scored[0][1] - scored[1][1] < _MARGIN):
        return None
    best, points = scored[0]
    return None if _rivalled(document, pronoun, chains, points) else best


def _rivalled(document: Document, pronoun: Mention, chains: Sequence[Chain], points: float) -> bool:
    if pronoun.pronoun not in _ANYTHING:
        return False
    named = {(m.sentence, m.head.i) for c in chains for m in _within(pronoun, c)}
    return any(
        _points(pronoun, number, token) >= points - _MARGIN
        for number, token in rivals(document, pronoun, named, _WINDOW)
    )


def _candidates(
    document: Document, pronoun: Mention, chains: Iterable[Chain]
) -> Iterable[tuple[Chain, float]]:
    for chain in chains:
        if pronoun.sentence - chain.last.sentence > _WINDOW or not _agrees(pronoun, chain):
            continue
        near = list(islice(_within(pronoun, chain), _MOST_NEAR))
        if any(_barred(document, pronoun, mention) for mention in near):
            continue
        yield chain, max(_score(pronoun, m) for m in near) + _repeated(chain)


def _within(pronoun: Mention, chain: Chain) -> Iterator[Mention]:
    return takewhile(lambda m: pronoun.sentence - m.sentence <= _WINDOW, reversed(chain.mentions))


def _agrees(pronoun: Mention, chain: Chain) -> bool:
    if pronoun.sex and chain.sex and pronoun.sex != chain.sex:
        return False
    solid = next((m for m in reversed(chain.mentions) if m.form != "pronoun"), None)
    if solid is None:
        return chain.last.pronoun == pronoun.pronoun
    return agrees(pronoun.pronoun or "", solid)


def _barred(document: Document, pronoun: Mention, mention: Mention) -> bool:
    """Whether syntax forbids it: both are arguments of one verb, or one holds the other."""
    if mention.sentence != pronoun.sentence:
        return False
    sentence = document.sentences[pronoun.sentence]
    if mention.first <= pronoun.first <= mention.last:
        return True
    if pronoun.head.deprel == "nmod:poss":
        return _holds(sentence, mention, pronoun)
    return mention.head.head == pronoun.head.head or _holds(sentence, mention, pronoun)


def _holds(sentence: Sentence, mention: Mention, pronoun: Mention) -> bool:
    # "the group that said it …" is fine; "the head of its staff" cannot be its own head.
    for above in sentence.ancestors(pronoun.head):
        if above.i == mention.head.i:
            return True
        if above.upos in ("VERB", "AUX"):
            return False
    return False


def _score(pronoun: Mention, mention: Mention) -> float:
    score = _points(pronoun, mention.sentence, mention.head)
    return score - _LOOSE_MANY if pronoun.pronoun == "they" and not mention.plural else score


def _points(pronoun: Mention, sentence: int, head: Token) -> float:
    points = -_PER_SENTENCE * (pronoun.sentence - sentence)
    if is_subject(head) and not _is_acted_upon(pronoun):
        points += _SUBJECT + (_PARALLEL if pronoun.is_subject else 0.0)
    elif head.rel in ("obj", "iobj") or head.deprel == "obl:agent":
        points += _OBJECT
    return points


def _is_acted_upon(pronoun: Mention) -> bool:
    # "Pyongyang denied it": what is done to "it" seldom goes back to who acts.
    return pronoun.pronoun == "it" and pronoun.head.rel in ("obj", "iobj", "obl")


def _repeated(chain: Chain) -> float:
    return _AGAIN * min(len(chain.mentions), _MOST_AGAIN)
