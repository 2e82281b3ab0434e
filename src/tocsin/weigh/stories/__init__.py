"""Stories: reports of one train of events, followed as they come."""

from tocsin.weigh.stories.found import find_stories

__all__ = ["find_stories"]
