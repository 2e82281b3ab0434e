"""Mentions → chains: who is the same as whom, by name, description and pronoun.

Conservative by intent: a mention that fits nothing well starts a chain of its own.
"""

from collections.abc import Callable, Iterable, Sequence

from tocsin.read.entities.antecedents import antecedent
from tocsin.read.entities.chain import Chain
from tocsin.read.entities.ledger import Ledger
from tocsin.read.entities.mention import Mention
from tocsin.read.entities.rules import EntityRules
from tocsin.read.entities.same import described_alike, named_alike
from tocsin.read.syntax import Document, Token


def link(document: Document, mentions: Sequence[Mention], rules: EntityRules) -> list[Chain]:
    """Return the chains of `mentions`, which come in order of the text."""
    ledger = Ledger()
    for mention in mentions:
        chain = _chain_of(document, mention, ledger, rules)
        if chain is None and (mention.pronoun == "it" or _is_bare_country(mention)):
            continue
        ledger.add(mention, chain or ledger.opened(mention))
    return ledger.chains


def _is_bare_country(mention: Mention) -> bool:
    # "the country" is a mention only of a state that the report has named.
    return mention.kind == "state" and mention.form == "nominal"


def _chain_of(
    document: Document, mention: Mention, ledger: Ledger, rules: EntityRules
) -> Chain | None:
    found = ledger.named(mention)
    if found is not None:
        return found
    if mention.form == "pronoun":
        return antecedent(document, mention, list(ledger.recent()))
    beside = _apposed(document, mention, ledger)
    if beside is not None:
        return beside
    if mention.form == "name":
        return _latest(ledger.sharing(mention), lambda chain: named_alike(mention, chain))
    return _latest(ledger.recent(), lambda chain: described_alike(mention, chain, rules))


def _apposed(document: Document, mention: Mention, ledger: Ledger) -> Chain | None:
    """Return the chain of what `mention` stands in apposition to, either way round."""
    sentence = document.sentences[mention.sentence]
    near: list[Token] = list(sentence.children(mention.head, "appos"))
    above = sentence.head(mention.head)
    if above is not None and mention.head.rel == "appos":
        near.append(above)
    for token in near:
        chain = ledger.headed(mention.sentence, token.i)
        if chain is not None and _fits(mention, chain):
            return chain
    return None


def _fits(mention: Mention, chain: Chain) -> bool:
    kinds = {mention.kind, chain.kind}
    return len(kinds) == 1 or kinds in ({"person", "role"}, {"organisation", "group"})


def _latest(recent: Iterable[Chain], fits: Callable[[Chain], bool]) -> Chain | None:
    return next((chain for chain in recent if fits(chain)), None)
