"""Binding: one claim per event that one clause states, with what belongs to that clause."""

from tocsin.read.claims.bind import bind
from tocsin.read.claims.rules import BindingRules
from tocsin.read.claims.seen import Seen

__all__ = ["BindingRules", "Seen", "bind"]
