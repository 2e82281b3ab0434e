"""The few operations that give a rule's captured words their meaning."""

from dataclasses import replace

from tocsin.read.times.context import Context
from tocsin.read.times.dates import dated
from tocsin.read.times.grammar import Fields
from tocsin.read.times.meaning import Meaning
from tocsin.read.times.periods import Period
from tocsin.read.times.rules import TimeRule, TimeRules
from tocsin.read.times.shifts import duration, length, shift


def meaning_of(
    rule: TimeRule, fields: Fields, context: Context, rules: TimeRules
) -> Meaning | None:
    """Return what the captured `fields` mean by the operation of `rule`, or None if nothing."""
    found: Meaning | None = None
    match rule.op:
        case "date":
            found = dated(fields, context, rules)
        case "shift":
            found = shift(fields, context)
        case "duration":
            found = _duration(fields, context, rules)
        case "set":
            found = Meaning("SET", _set_value(fields))
        case "ref":
            found = _ref(fields, context)
        case "none":
            pass
    mod = rule.mod or fields.get("mod")
    return replace(found, mod=str(mod)) if found and mod else found


def _duration(fields: Fields, context: Context, rules: TimeRules) -> Meaning:
    if fields.get("reach") not in ("head", "tail"):
        return duration(fields, context)
    inner: Fields = {k: v for k, v in fields.items() if k not in ("unit", "number", "turn")}
    base = dated(inner, context, rules)
    return duration(fields, context, base.period if base else None)


def _set_value(fields: Fields) -> str:
    if "value" in fields:
        return str(fields["value"])
    if "weekday" in fields:
        return f"XXXX-WXX-{fields['weekday']}" + (
            f"T{fields['daypart']}" if "daypart" in fields else ""
        )
    if "season" in fields:
        return "XXXX" + Period("season", 1, int(fields["season"])).value()[4:]
    if "daypart" in fields:
        return f"XXXX-XX-XXT{fields['daypart']}"
    return length(fields.get("number", 1), str(fields["unit"]))


def _ref(fields: Fields, context: Context) -> Meaning:
    today = None if context.narrative else context.today
    reach = fields.get("reach")
    days = {"now": (today, today), "back": (None, today), "ahead": (today, None)}
    return Meaning("DATE", str(fields["value"]), None, days.get(str(reach), (None, None)))
