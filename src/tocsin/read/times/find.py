"""The times of a report, each with its TIMEX3 value and its days."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tocsin.read.syntax import Document, Token
from tocsin.read.times.context import Context
from tocsin.read.times.frames import frame_before, framed, link_between
from tocsin.read.times.grammar import Fields, Grammar, Match, Member, Tokens, grammar_of
from tocsin.read.times.meaning import Meaning
from tocsin.read.times.operations import meaning_of
from tocsin.read.times.rules import TimeRules
from tocsin.read.times.tense import direction, perfect
from tocsin.records import Time

_YEARS_OF_HISTORY = 5
_YEARS_OF_LONG_HISTORY = 12
_MONTHS = 12
_NAMES = ("-PER", "-ORG")


@dataclass(frozen=True, slots=True)
class Found:
    """A time with the names of the rules that made it and the tokens it covers."""

    time: Time
    rules: tuple[str, ...]
    first: int
    last: int


def find_times(document: Document, rules: TimeRules) -> list[Time]:
    """Return the times of `document` in order of the text.

    Relative times are read against the report's publication, in a history against the last date
    mentioned; without either they keep text and type, and only what is certain of the rest. The
    parse tells past from future where there is one; words nearby do where there is none.
    """
    return [found.time for found in trace(document, rules)]


def trace(document: Document, rules: TimeRules) -> list[Found]:
    """Return what `find_times` does, with the rules that were used."""
    grammar = grammar_of(rules)
    tokens = grammar.tokens(document.text)
    matches = [m for m in grammar.matches(tokens) if _is_time(document, grammar, tokens, m)]
    context = Context(
        document.report.published, _is_history(document, matches), day_first=_day_first(matches)
    )
    found = [f for m in matches for f in _in_calendar(document, grammar, tokens, m, context)]
    return _ranges(grammar, tokens, found)


def _is_time(document: Document, grammar: Grammar, tokens: Tokens, match: Match) -> bool:
    """Tell whether a match that may be no time ("May", "Sun") is one here."""
    if not match.rule.doubtful:
        return True
    doubt, tagged = grammar.rules.doubt, document.tokens_at(tokens.spans[match.first])
    if tagged and _in_name(document, tagged[0]):
        return False
    if tokens.word(match.first) not in doubt.words:
        return True
    if tagged and (tagged[0].xpos not in doubt.tags or tagged[0].i == 0):
        return tagged[0].xpos in doubt.tags
    return grammar.undoubted(tokens, match.first)


def _in_name(document: Document, token: Token) -> bool:
    """Tell whether a token belongs to a longer name ("Sunday Times", "April Jones")."""
    if not token.ent.endswith(_NAMES):
        return False
    index = document.sentence_at(token.start)
    after = document.sentences[index].tokens[token.i + 1 :] if index is not None else ()
    return token.ent.startswith("I-") or bool(after and after[0].ent.startswith("I-"))


def _is_history(document: Document, matches: list[Match]) -> bool:
    """Tell whether the text is told by years long past, and so read by the last date mentioned.

    A history has next to no weekdays and no "yesterday" or "last month"; a short one has none.
    """
    published = document.report.published
    if published is None:
        return True
    members = [m.fields for match in matches for m in match.members]
    years = [int(f["year"]) for f in members if "year" in f and not f.get("short_year")]
    far = sum(1 for year in years if abs(year - published.year) >= 2)
    fresh = sum(1 for f in members if ("weekday" in f and "day" not in f) or f.get("from") == "now")
    if len(years) < _YEARS_OF_HISTORY or (fresh and len(years) < _YEARS_OF_LONG_HISTORY):
        return False
    return far * 2 > len(years) and fresh * 4 < len(years)


def _day_first(matches: list[Match]) -> bool:
    """Tell whether the text has dates that put the day first, and none that cannot."""
    members = [member.fields for match in matches for member in match.members]
    month_first = any("month_first" in f and int(f["day"]) > _MONTHS for f in members)
    return any("day_first" in f for f in members) and not month_first


def _ordered(fields: Fields, context: Context) -> Fields:
    """Return the fields with day and month in the order of the text's other dates."""
    if not (context.day_first and "month_first" in fields) or int(fields["day"]) > _MONTHS:
        return fields
    return fields | {"day": fields["month"], "month": fields["day"]}


def _in_calendar(
    document: Document, grammar: Grammar, tokens: Tokens, match: Match, context: Context
) -> list[Found]:
    """Return the times of a match, or none where a day lies before year 1 or after year 9999."""
    try:
        return list(_read(document, grammar, tokens, match, context))
    except OverflowError:
        return []


def _read(
    document: Document, grammar: Grammar, tokens: Tokens, match: Match, context: Context
) -> Iterator[Found]:
    """Yield the times of a match, and move the context on."""
    tenses = grammar.rules.tenses
    context.at = tokens.spans[match.first][0]
    context.direction = direction(document, tokens, match.first, match.last, tenses)
    name, frame = frame_before(grammar, tokens, match.first) or ("", None)
    if match.rule.needs and (context.narrative or match.rule.needs != context.direction):
        return
    if frame and frame.looks:
        context.direction = frame.looks
    elif frame and frame.mode == "deadline" and context.direction is None:
        context.direction = "ahead"  # "the talks run through Friday"
    read = list(_members(match, context, grammar.rules))
    if len(read) == 2 and not match.rule.second_lends:
        days = read[0][1].days[0], read[1][1].days[1]
        read = [(member, replace(meaning, days=days)) for member, meaning in read]
    elif frame and len(read) == 1:
        context.perfect = perfect(document, tokens, match.first, tenses)
        member, meaning = read[0]
        read = [(member, replace(meaning, days=framed(meaning, frame.mode, context)))]
    names = (match.name, name) if frame and len(read) == 1 else (match.name,)
    for member, meaning in read:
        yield Found(_record(tokens, member, meaning), names, member.first, member.last)


def _members(match: Match, context: Context, rules: TimeRules) -> Iterator[tuple[Member, Meaning]]:
    for member in match.members:
        fields = _ordered(member.fields, context)
        meaning = meaning_of(match.rule, fields, context, rules)
        if meaning is not None:
            if meaning.period:
                context.mention(meaning.period, explicit="year" in member.fields)
            yield member, meaning


def _record(tokens: Tokens, member: Member, meaning: Meaning) -> Time:
    start, end = tokens.spans[member.first][0], tokens.spans[member.last - 1][1]
    first, last = meaning.days
    if first and last and first > last:
        first, last = meaning.period.days() if meaning.period else (None, None)
    return Time(
        span=(start, end),
        text=tokens.text[start:end],
        type=meaning.type,
        value=meaning.value,
        mod=meaning.mod,
        start=first,
        end=last,
    )


def _ranges(grammar: Grammar, tokens: Tokens, found: list[Found]) -> list[Found]:
    """Give both members of a range the days of the whole range."""
    for i in range(len(found) - 1):
        one, two = found[i], found[i + 1]
        name = link_between(grammar, tokens, one.first, one.last, two.first)
        start, end = one.time.start, two.time.end
        if name and start and end and start <= end:
            found[i] = replace(one, time=replace(one.time, start=start, end=end))
            found[i + 1] = Found(
                replace(two.time, start=start, end=end), (*two.rules, name), two.first, two.last
            )
    return found
