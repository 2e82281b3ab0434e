"""Sources to reports: files, folders, pages, feeds, archives; extraction of text and date."""

from tocsin.collect.found import Gathered
from tocsin.collect.gathering import gather

__all__ = ["Gathered", "gather"]
