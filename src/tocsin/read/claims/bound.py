"""All that belongs to one event, before its sources are told apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.read.attribution.voice import Voice
from tocsin.read.certainty import Stance
from tocsin.read.events.event import Event
from tocsin.records import Cue, Place, Quantity, Role, Time
from tocsin.records.claim import RoleName


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One event with the stand taken on it, its voices, its participants and circumstances."""

    event: Event
    stance: Stance
    voices: Sequence[Voice]
    cue: Cue | None
    said: Time | None
    roles: tuple[Role, ...]
    quantity: Quantity | None
    place: Place | None
    time: Time | None

    def role(self, *names: RoleName) -> tuple[Role, ...]:
        """Return the participants in one of the named roles."""
        return tuple(role for role in self.roles if role.role in names)
