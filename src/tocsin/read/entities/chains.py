"""Mentions → chains: who is the same as whom, by name, description and pronoun.

Conservative by intent: a mention that fits nothing well starts a chain of its own.
"""

from collections.abc import Sequence

from tocsin.read.entities.antecedents import antecedent
from tocsin.read.entities.chain import Chain
from tocsin.read.entities.ledger import Ledger
from tocsin.read.entities.mention import Mention
from tocsin.read.entities.rules import EntityRules
from tocsin.read.entities.same import described_alike, named_alike
from tocsin.read.syntax import Document, Token

_TWO = 2
_JUST_BEFORE = 1  # sentences
_LATELY = 4


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
        if mention.known is not None or mention.words:
            # "I" of who signs is nobody that was spoken of before.
            return None
        return antecedent(document, mention, list(ledger.recent()))
    beside = _bracketed(document, mention, ledger) or _apposed(document, mention, ledger)
    if beside is not None:
        return beside
    if mention.form == "name":
        alike = [c for c in ledger.sharing(mention) if named_alike(mention, c)]
        return _only(mention, alike)
    fitting = (c for c in ledger.recent() if described_alike(mention, c, rules))
    return _pointed(mention, list(fitting))


def _bracketed(document: Document, mention: Mention, ledger: Ledger) -> Chain | None:
    """Return the chain of the name that `mention` abbreviates in brackets behind it."""
    sentence = document.sentences[mention.sentence]
    if mention.form != "name" or mention.first < _TWO or not _is_short(mention.words):
        return None
    if sentence.tokens[mention.first - 1].text != "(":
        return None
    chain = ledger.ending(mention.sentence, mention.first - _TWO)
    if chain is None or chain.kind not in ("organisation", "group") or not chain.names:
        return None
    return chain if mention.known is None or chain.known is None else None


def _is_short(words: Sequence[str]) -> bool:
    return len(words) == 1 and sum(letter.isupper() for letter in words[0]) >= _TWO


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


def _only(mention: Mention, alike: Sequence[Chain]) -> Chain | None:
    """Return the chain that a name means: the only one, or the only one spoken of just before.

    "Kim" between two Kims is whom the report has just named, and nobody where it named both.
    """
    if len(alike) < _TWO:
        return alike[0] if alike else None
    lately = [c for c in alike if mention.sentence - c.last.sentence <= _LATELY]
    near = [c for c in lately if mention.sentence - c.last.sentence <= _JUST_BEFORE]
    return _alone(near) if len(lately) == len(near) else None


def _pointed(mention: Mention, fitting: Sequence[Chain]) -> Chain | None:
    """Return the chain that a description means: the latest; of two countries, the one that acts.

    Two persons or two organisations who have names are a choice that words must make: then the
    description means the one spoken of just before, if that is one.
    """
    if mention.kind == "state":
        acting = [c for c in fitting if c.last.is_subject]
        return _alone(fitting) or _alone(acting)
    named = [c for c in fitting if c.names]
    if len(named) < _TWO:
        return fitting[0] if fitting else None
    return _alone([c for c in named if mention.sentence - c.last.sentence <= _JUST_BEFORE])


def _alone(chains: Sequence[Chain]) -> Chain | None:
    return chains[0] if len(chains) == 1 else None
