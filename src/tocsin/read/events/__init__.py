"""Events: what a clause says is done, by whom, to whom, with what, from rules over its syntax."""

from tocsin.read.events.event import Event, RoleWords
from tocsin.read.events.find import find_events
from tocsin.read.events.rules import EventRules, Family, Trigger, TypeRule, event_rules

__all__ = [
    "Event",
    "EventRules",
    "Family",
    "RoleWords",
    "Trigger",
    "TypeRule",
    "event_rules",
    "find_events",
]
