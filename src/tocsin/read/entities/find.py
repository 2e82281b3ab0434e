"""Document → entities: every mention with its kind, and who is the same as whom."""

from collections.abc import Sequence

from tocsin.read.entities.chain import Chain
from tocsin.read.entities.chains import link
from tocsin.read.entities.names import find_names
from tocsin.read.entities.pronouns import find_pronouns
from tocsin.read.entities.recall import recall
from tocsin.read.entities.rules import EntityRules
from tocsin.read.entities.senses import settled
from tocsin.read.entities.speakers import find_speakers
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
    solid = settled(document, recall(document, names, places), rules)
    mentions = find_speakers(document, solid, rules)
    for number, found in enumerate(solid):
        mentions += found
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
