"""Binding: one claim per event that one clause states, with what belongs to that clause."""

from tocsin.read.claims.bind import Seen, bind
from tocsin.read.claims.rules import BindingRules

__all__ = ["BindingRules", "Seen", "bind"]
