"""Figures in a report: bounds, ranges, vague amounts, units, and what they count."""

from tocsin.read.quantities.find import find_quantities
from tocsin.read.quantities.lexicon import Lexicon, quantity_rules

__all__ = ["Lexicon", "find_quantities", "quantity_rules"]
