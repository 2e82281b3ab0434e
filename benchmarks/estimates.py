"""How near fused figures come to the truth, by the core that `tocsin estimates` uses.

    python benchmarks/estimates.py FOLDER

`FOLDER` is `../shared/data/weigh`: its population claims (Pasternack and Roth 2010: city, source,
value, year) are fused and compared with the gold, beside what simpler rules give. Its daily series
(the dead and injured of Gaza, Russian losses as Ukraine claims them) are said day by day, as totals
and as flows, with a slipped zero on every fortieth day: how many totals and flows come out, how
many days the band is off what was claimed, and whether it falls.
"""

import json
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

from tocsin.records import Carried, Claim, EventMention, Fingerprint, Place, Quantity, Time
from tocsin.weigh.estimate import estimate
from tocsin.weigh.estimate.fuse import Vote, fused, learn, weighted

Tables = dict[str, list[Vote]]


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) / "truth-population"
    tables, gold = claims(folder), truths(folder)
    gold = {key: value for key, value in gold.items() if key in tables and value > 0}
    weights = learn(tables)
    print(f"{len(gold)} things, {sum(map(len, tables.values())):,} figures\n")
    print(f"{'':28}{'MAE':>24}{'off by > 0.1 %':>16}")
    for name, rule in RULES.items():
        show(name, {key: rule(tables[key]) for key in gold}, gold)
    found = {key: fused(weighted(tables[key], weights)) or 0.0 for key in gold}
    show("tocsin, sources weighed", found, gold)
    print(f"\n{'a series, said daily':42}{'totals':>8}{'flows':>8}{'days off':>10}{'falls':>8}")
    for name, total, flow in series(Path(sys.argv[1]) / "quantity-series"):
        print(f"{name:42}{''.join(follow(total, flow))}")


def claims(folder: Path) -> Tables:
    """Return the votes on each city and year."""
    tables: Tables = defaultdict(list)
    text = (folder / "population-new-new.txt").read_text(encoding="utf-8", errors="replace")
    for line in text.splitlines():
        key, source, value, _ = line.split("\t")
        figure = float(value)
        tables[key].append(Vote(source=source, low=figure, best=figure, high=figure))
    return tables


def truths(folder: Path) -> dict[str, float]:
    """Return the gold figure of each city and year that has one."""
    gold = {}
    text = (folder / "population-gd.txt").read_text(encoding="utf-8", errors="replace")
    for line in text.splitlines():
        *city, year, value = (part.strip() for part in line.split(","))
        if value.replace(".", "", 1).isdigit():
            gold[f"{', '.join(city)}_{year}"] = float(value)
    return gold


def show(name: str, found: dict[str, float], gold: dict[str, float]) -> None:
    """Print the mean absolute error, and the share that is off by more than a thousandth."""
    errors = {key: abs(found[key] - gold[key]) for key in gold}
    off = sum(errors[key] > gold[key] / 1000 for key in gold) / len(gold)
    print(f"{name:28}{sum(errors.values()) / len(gold):>24,.0f}{off:>16.1%}")


Series = dict[date, int]


def series(folder: Path) -> list[tuple[str, Series, Series]]:
    """Return the daily series: what it is, the running total, and what came on each day."""
    gaza = json.loads((folder / "gaza_casualties_daily.json").read_text(encoding="utf-8"))
    army = folder / "ua_claimed_russian_personnel_losses.json"
    rows = json.loads(army.read_text(encoding="utf-8"))
    found = []
    for name in ("killed", "injured"):
        key = f"ext_{name}"
        total = {_date(r["report_date"]): r[f"{key}_cum"] for r in gaza if f"{key}_cum" in r}
        flow = {_date(r["report_date"]): r[key] for r in gaza if r.get(key)}
        found.append((f"people {name}", total, flow))
    total = {_date(row["date"]): row["personnel"] for row in rows}
    found.append(("soldiers killed or wounded", total, _steps(total)))
    return found


def follow(total: Series, flow: Series) -> list[str]:
    """Return what comes of a series that two outlets carry, in cells of the table."""
    days = sorted(total)
    slips = set(days[20::40])
    told = [_say(day, total[day], "so far", outlet) for day in days for outlet in ("A", "B")]
    told += [_say(day, 10 * total[day], "so far", "C") for day in slips]
    told += [_say(day, flow[day], "in the past 24 hours", "A") for day in sorted(flow)]
    found = estimate(told, (), ())
    totals = [one for one in found if one.kind == "total"]
    bands = [band for one in totals for band in one.band if band.best is not None]
    highest = {day: max(total[d] for d in days[: n + 1]) for n, day in enumerate(days)}
    off = sum(abs((b.best or 0) / max(1, highest[b.day]) - 1) > 0.01 for b in bands)
    best = [band.best or 0 for band in bands]
    falls = sum(later < one for one, later in pairwise(best))
    counts = (len(totals), len(found) - len(totals), off, falls)
    return [f"{n:>{w},}" for n, w in zip(counts, (8, 8, 10, 8), strict=True)]


def _steps(total: Series) -> Series:
    days = sorted(total)
    pairs = pairwise(days)
    return {day: total[day] - total[before] for before, day in pairs if total[day] > total[before]}


def _say(day: date, figure: int, words: str, outlet: str) -> Carried:
    text = f"{figure} people have been killed in Gaza {words}"
    digits = len(str(figure))
    quantity = Quantity(
        span=(0, digits), text=str(figure), low=figure, high=figure, best=figure, bound="exact",
        of="people",
    )  # fmt: skip
    place = Place(span=(0, 4), text="Gaza", name="Gaza Strip", country="PS", precision="country")
    named = f"{outlet}{day}{words}"
    claim = Claim(
        id=f"claim_{named}", span=(0, len(text)), quote=text, quantity=quantity, place=place,
        event=EventMention(type="disaster", text="killed", span=(0, 6)),
        time=Time(span=(0, 1), text="today", type="DATE", start=day, end=day),
        status="occurred", polarity="affirmed", certainty="certain",
    )  # fmt: skip
    return Carried(
        sighting=named, report=named, publisher=outlet,
        published=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
        collected_at=datetime(2030, 1, 1, tzinfo=UTC),
        fingerprint=Fingerprint(width=5), claims=(claim,),
    )  # fmt: skip


def _date(text: str) -> date:
    return date.fromisoformat(text)


def _points(votes: Sequence[Vote]) -> list[float]:
    return [vote.point for vote in votes]


RULES: dict[str, Callable[[Sequence[Vote]], float]] = {
    "mean": lambda votes: statistics.fmean(_points(votes)),
    "the last one wins": lambda votes: _points(votes)[-1],
    "median": lambda votes: statistics.median(_points(votes)),
    "tocsin, sources alike": lambda votes: fused(votes) or 0.0,
}


if __name__ == "__main__":
    main()
