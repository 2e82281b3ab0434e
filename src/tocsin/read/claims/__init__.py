"""Binding: one claim per event that one clause states, with what belongs to that clause."""

from tocsin.read.claims.bind import Seen, bind

__all__ = ["Seen", "bind"]
