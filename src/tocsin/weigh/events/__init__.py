"""Events across reports: claims of one happening joined, with its status as it moved on."""

from tocsin.weigh.events.joined import Judge, join_events, not_judged

__all__ = ["Judge", "join_events", "not_judged"]
