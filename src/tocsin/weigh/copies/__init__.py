"""Copies and lineage: which reports go back to one origin, and which claims count for it."""

from tocsin.weigh.copies.origins import claim_origins, find_origins

__all__ = ["claim_origins", "find_origins"]
