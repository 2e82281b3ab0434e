"""Times: dates, clock times, durations and sets, as TIMEX3 values and as days."""

from tocsin.read.times.find import find_times
from tocsin.read.times.rules import TimeRules, time_rules

__all__ = ["TimeRules", "find_times", "time_rules"]
