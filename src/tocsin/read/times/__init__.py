"""Times: dates, clock times, durations and sets, as TIMEX3 values and as days."""

from tocsin.read.times.find import find_times
from tocsin.read.times.rules import RuleFile, TimeRules, join

__all__ = ["RuleFile", "TimeRules", "find_times", "join"]
