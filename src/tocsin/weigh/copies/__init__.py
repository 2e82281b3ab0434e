"""Copies and lineage: which reports go back to one origin, and which claims count for it."""

from tocsin.weigh.copies.index import CopyIndex, Match
from tocsin.weigh.copies.origins import find_origins
from tocsin.weigh.copies.votes import cited_origins, claim_origins

__all__ = ["CopyIndex", "Match", "cited_origins", "claim_origins", "find_origins"]
