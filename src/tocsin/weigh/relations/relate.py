"""Claims to relations: all that stands between claims of one event or figures for one thing."""

from collections.abc import Mapping, Sequence

from tocsin.records import Carried, Event, Origin, Relation
from tocsin.weigh.estimate.groups import Group, groups_of
from tocsin.weigh.estimate.voices import Voices
from tocsin.weigh.relations.blame import by_blame
from tocsin.weigh.relations.denials import by_denials
from tocsin.weigh.relations.figures import by_figures, side_by_side
from tocsin.weigh.relations.opposites import by_opposites
from tocsin.weigh.relations.pairs import once, told
from tocsin.weigh.relations.rejections import by_rejections
from tocsin.weigh.relations.restated import by_restating
from tocsin.weigh.relations.scenes import Scenes
from tocsin.weigh.relations.slots import by_slots
from tocsin.weigh.relations.sums import by_sums
from tocsin.weigh.relations.tellings import by_answers, by_events
from tocsin.weigh.relations.uncompared import not_comparable

_ELSEWHERE = frozenset({"place", "time"})


def relate(
    events: Sequence[Event],
    carried: Sequence[Carried],
    origins: Sequence[Origin],
    *,
    voices: Voices | None = None,
    groups: Sequence[Group] | None = None,
    stories: Mapping[str, str] | None = None,
) -> tuple[Relation, ...]:
    """Return how claims stand to each other, one relation for each pair, sorted by id.

    Claims are compared within an event and within the figures for one thing, never all with all;
    a copy adds none. A toll that grows with later dates is an update and no contradiction; what
    differs within one origin is no corroboration (`independent` is False). Where figures differ
    because they count something else, `why_not` says so. `voices` and `groups` are who says what
    and the figures by what they count, if they are known already; `stories` is the story of each
    sighting, if stories were found.
    """
    every = sorted(events, key=lambda one: one.id)
    voices = voices or Voices(carried, origins)
    claims = told(voices)
    belongs = {claim: event.id for event in every for claim in event.claims}
    counted = groups_of(voices, every) if groups is None else groups
    # What no page says any more stands in histories alone.
    groups = [group for group in counted if group.statements]
    scenes = Scenes(every, stories)
    of_events = tuple(by_events(every, claims))
    return once(
        (
            *by_answers(claims, belongs),
            # Who agrees on a figure and not on place, time or hands does not agree.
            *by_slots(claims, scenes),
            *by_blame(claims, scenes),
            *by_opposites(claims, scenes),
            *by_rejections(claims, scenes),
            *(one for one in of_events if _ELSEWHERE.intersection(one.differs)),
            *side_by_side(groups, claims, scenes),
            *by_restating(claims, scenes),
            *by_figures(groups, claims, scenes),
            *by_sums(groups, claims),
            *not_comparable(groups, claims),
            *of_events,
            *by_denials(claims, scenes),
        )
    )
