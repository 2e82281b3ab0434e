"""Document → entities: every mention with its kind, and who is the same as whom."""

from collections.abc import Sequence

from tocsin.read.entities.chain import Chain
from tocsin.read.entities.chains import link
from tocsin.read.entities.mention import Mention
from tocsin.read.entities.names import find_names
from tocsin.read.entities.nominals import find_nominals
from tocsin.read.entities.pronouns import find_pronouns
from tocsin.read.entities.recall import recall
from tocsin.read.entities.rules import EntityRules
from tocsin.read.syntax import Document
from tocsin.records import Entity, Place
from tocsin.records.layers import EntityKind


def find_entities(
    document: Document, rules: EntityRules, places: Sequence[Place] = ()
) -> list[Entity]:
    """Return the entities of a report in order of the text, those that hold others first.

    Mentions of one thing share a `chain`, whose fullest form is each one's `name`. A pronoun that
    nothing surely explains stays a chain of its own, or is left out ("it"). Capitals are states
    only where they act; a name that the places reader resolved below the level of a country stays a
    place.
    """
    names = [find_names(document, n, rules) for n in range(len(document.sentences))]
    names = recall(document, names, places)
    mentions: list[Mention] = []
    for number, named in enumerate(names):
        mentions += named
        mentions += find_nominals(document, number, rules, named)
        mentions += find_pronouns(document, number, rules)
    chains = link(document, sorted(mentions, key=lambda m: m.order), rules)
    return _entities(chains)


def _entities(chains: Sequence[Chain]) -> list[Entity]:
    found = []
    for chain in chains:
        name, ref = chain.name(), chain.ref()
        kind = _kind(chain)
        found += [
            Entity(span=m.span, text=m.text, name=name, ref=ref, kind=kind, chain=chain.number)
            for m in chain.mentions
        ]
    return sorted(found, key=lambda e: (e.span[0], -e.span[1]))


def _kind(chain: Chain) -> EntityKind:
    """Return the kind of a chain: of a name before that of a description."""
    named = next((m for m in chain.mentions if m.form == "name"), None)
    return named.kind if named is not None else chain.kind
