"""Mentions → chains: who is the same as whom, by name, description and pronoun.

Conservative by intent: a mention that fits nothing well starts a chain of its own.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from tocsin.read.entities.antecedents import antecedent
from tocsin.read.entities.chain import Chain
from tocsin.read.entities.mention import Mention
from tocsin.read.entities.rules import EntityRules
from tocsin.read.entities.same import described_alike, named_alike
from tocsin.read.syntax import Document, Token

# How many chains a description, a part of a name or a pronoun looks back over. Readers do not look
# further either, and the work stays in proportion to the text.
_MOST_RECENT = 150


def link(document: Document, mentions: Sequence[Mention], rules: EntityRules) -> list[Chain]:
    """Return the chains of `mentions`, which come in order of the text."""
    chains: list[Chain] = []
    by_key: dict[str, Chain] = {}
    by_head: dict[tuple[int, int], Chain] = {}
    touched: dict[int, Chain] = {}  # the chain mentioned last stands last
    for mention in mentions:
        recent = list(islice(reversed(touched.values()), _MOST_RECENT))
        chain = _chain_of(document, mention, recent, by_key, by_head, rules)
        if chain is None:
            if mention.pronoun == "it" or _is_bare_country(mention):
                continue
            chain = Chain(number=len(chains), kind=mention.kind)
            chains.append(chain)
        chain.add(mention)
        touched.pop(chain.number, None)
        touched[chain.number] = chain
        by_head.setdefault((mention.sentence, mention.head.i), chain)
        for key in _keys(mention):
            by_key.setdefault(key, chain)
    return chains


def _is_bare_country(mention: Mention) -> bool:
    # "the country" is a mention only of a state that the report has named.
    return mention.kind == "state" and mention.form == "nominal"


def _chain_of(
    document: Document,
    mention: Mention,
    recent: Sequence[Chain],
    by_key: dict[str, Chain],
    by_head: dict[tuple[int, int], Chain],
    rules: EntityRules,
) -> Chain | None:
    found = next((by_key[key] for key in _keys(mention) if key in by_key), None)
    if found is not None:
        return found
    if mention.form == "pronoun":
        return antecedent(document, mention, recent)
    beside = _apposed(document, mention, by_head)
    if beside is not None:
        return beside
    if mention.form == "name":
        return _latest(recent, lambda chain: named_alike(mention, chain))
    return _latest(recent, lambda chain: described_alike(mention, chain, rules))


def _keys(mention: Mention) -> list[str]:
    """Return what makes two mentions surely the same: a listed key, or the very same name."""
    if mention.known is not None:
        # "South Koreans" are the people, "South Korean" and "Seoul" the state.
        people = ":people" if mention.name_form == "people" else ""
        return [f"{mention.known.key}{people}"]
    if mention.form == "name":
        return ["=" + " ".join(mention.words).removesuffix("'s").removesuffix("\u2019s")]
    return []


def _apposed(
    document: Document, mention: Mention, by_head: dict[tuple[int, int], Chain]
) -> Chain | None:
    """Return the chain of what `mention` stands in apposition to, either way round."""
    sentence = document.sentences[mention.sentence]
    near: list[Token] = list(sentence.children(mention.head, "appos"))
    above = sentence.head(mention.head)
    if above is not None and mention.head.rel == "appos":
        near.append(above)
    for token in near:
        chain = by_head.get((mention.sentence, token.i))
        if chain is not None and _fits(mention, chain):
            return chain
    return None


def _fits(mention: Mention, chain: Chain) -> bool:
    kinds = {mention.kind, chain.kind}
    return len(kinds) == 1 or kinds in ({"person", "role"}, {"organisation", "group"})


def _latest(recent: Iterable[Chain], fits: Callable[[Chain], bool]) -> Chain | None:
    return next((chain for chain in recent if fits(chain)), None)
