"""Who and what a report is about: names, roles, groups, materiel, and who is the same as whom."""

from tocsin.read.entities.find import find_entities
from tocsin.read.entities.rules import EntityRules, entity_rules

__all__ = ["EntityRules", "entity_rules", "find_entities"]
