"""Who rejects the figure that another gives: "rejected the Red Cross count"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from tocsin.records import Relation
from tocsin.weigh.estimate.phrases import words
from tocsin.weigh.relations.denials import denied
from tocsin.weigh.relations.pairs import Told, first_of_each
from tocsin.weigh.relations.parts import Parts
from tocsin.weigh.relations.rules import opposed
from tocsin.weigh.relations.scenes import Key, Scenes

_REJECTION = "rejection"
_SETTINGS = frozenset({"story", "report"})
_TOGETHER = timedelta(days=3)
# A rejection is set against so many figures.
_COMPARED = 3


def by_rejections(told: Mapping[str, Told], scenes: Scenes) -> Iterator[Relation]:
    """Yield whose figure is rejected: of the body that is named, told no later than that."""
    rejected = [one for one in told.values() if _of_a_figure(one)]
    given = _given(told.values(), rejected, scenes) if rejected else {}
    for one in rejected:
        about = {o.claim.id: o for key in _keys(one, scenes) for o in given[key]}
        held = sorted(about.values(), key=lambda other: (other.at, other.claim.id))
        meant = [other for other in held if _is_meant(one, other)]
        for other in first_of_each(meant[::-1])[:_COMPARED]:
            yield denied(one, other, scenes.event(other, one))


def _of_a_figure(one: Told) -> bool:
    """Whether a claim rejects a figure that a body gives, whose name it tells."""
    claim = one.claim
    if claim.event.type != _REJECTION or claim.polarity != "affirmed":
        return False
    told = (role.text for role in claim.roles if role.role == "object")
    counted = any(opposed().counts.first(words(text)) for text in told)
    return counted and bool(_bodies(one.parts))


def _bodies(parts: Parts) -> frozenset[str]:
    return parts.called - parts.names("actor")


def _given(
    told: Iterable[Told], rejected: Sequence[Told], scenes: Scenes
) -> Mapping[Key, list[Told]]:
    wanted = {key for one in rejected for key in _keys(one, scenes)}
    found: dict[Key, list[Told]] = defaultdict(list)
    for one in told:
        claim = one.claim
        if (
            claim.quantity is not None
            and claim.polarity == "affirmed"
            and one.parts.harm is not None
        ):
            for key in wanted.intersection(_keys(one, scenes)):
                found[key].append(one)
    return found


def _keys(one: Told, scenes: Scenes) -> list[Key]:
    return [key for key in scenes.keys(one) if key[0] in _SETTINGS]


def _is_meant(one: Told, other: Told) -> bool:
    """Whether a figure is the one that is rejected: who gives it bears the name that is told."""
    if other.at > one.at or one.at - other.at > _TOGETHER:
        return False
    by = {word.casefold() for s in other.claim.sources for word in s.name.split()}
    by |= {word.casefold() for word in other.source.split()}
    wanted = _bodies(one.parts)
    return wanted <= by
