"""Figures in a report: bounds, ranges, vague amounts, units, and what they count."""

from tocsin.read.quantities.find import find_quantities
from tocsin.read.quantities.lexicon import Lexicon
from tocsin.read.quantities.rules import Quantities, Units

__all__ = ["Lexicon", "Quantities", "Units", "find_quantities"]
