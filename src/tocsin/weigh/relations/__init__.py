"""Relations: claims that corroborate, contradict, deny, correct or update each other."""

from tocsin.weigh.relations.relate import relate

__all__ = ["relate"]
