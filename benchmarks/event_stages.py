"""How far an incident got, and how sure its author is: MUC-4, label by label, given the incident.

    python benchmarks/event_stages.py [--data ../shared/data] [--most N] [--store FILE]

A template names an incident by the words of its victims, of its targets and of who did it. A claim
of violence is of the incident where one of its participants or its clause has one of these words.

Stage: accomplished if one of these claims has occurred, attempted if one is denied or in
preparation, threatened if one is planned, predicted, possible or a threat. Confidence in the
organisation that did it, from the claims that have it for actor, or accuse it, or have it for
source: claimed or admitted if it says so itself, reported as fact if the publisher says so and
takes it for certain, suspected or accused (by authorities: an official, a state or one of its
bodies) if a source does, possible if it is not certain. Of two labels of the gold either is right.

No peer publishes these. The set is in capitals: they are given as the treebanks have them.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from casing import recaser
from readings import readings, sample

from tocsin.records import Claim, Reading

VIOLENCE = {
    "attack", "clash", "casualties", "destruction", "abduction-or-detention", "sabotage", "threat",
    "accusation", "unrest", "accident",
}  # fmt: skip
STAGE, SURE = "INCIDENT: STAGE OF EXECUTION", "PERP: ORGANIZATION CONFIDENCE"
NAMED = ("PHYS TGT: ID", "HUM TGT: NAME", "HUM TGT: DESCRIPTION", "PERP: INDIVIDUAL ID")
AUTHORITY = {"state", "organisation", "role"}
Pairs = dict[str, list[tuple[set[str], str]]]


def main() -> None:
    """Print the two tables."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--most", type=int, default=150, help="reports to read, 0 for all")
    ask.add_argument("--store", type=Path, help="keep the readings here and take them from here")
    asked = ask.parse_args()
    with gzip.open(asked.data / "events" / "muc4-dev-tst1-tst2.jsonl.gz", "rt") as lines:
        rows = [row for line in lines if (row := json.loads(line))["split"] == "dev"]
    rows = sample([row for row in rows if row["templates"]], asked.most)
    recased = recaser(asked.data / "syntax")
    read = readings((recased(row["text"]) for row in rows), asked.store)
    pairs: Pairs = {STAGE: [], SURE: []}
    for row in rows:
        for template in row["templates"]:
            _judge(template, read[recased(row["text"])], pairs)
    for slot, found in pairs.items():
        _table(slot, found)


def _judge(template: dict[str, list[str]], reading: Reading, pairs: Pairs) -> None:
    names = _words(template, NAMED)
    culprits = _words(template, ("PERP: ORGANIZATION ID",))
    claims = [c for c in reading.claims if c.event.type in VIOLENCE]
    pairs[STAGE].append((_labels(template[STAGE]), _stage(_of(claims, names | culprits))))
    sure = _labels(template[SURE])
    if culprits and sure:
        pairs[SURE].append((sure, _sureness(claims, culprits)))


def _words(template: dict[str, list[str]], slots: Sequence[str]) -> set[str]:
    """The quoted strings of slots, in lower case."""
    found = (re.findall(r'"([^"]+)"', value) for slot in slots for value in template.get(slot, ()))
    return {text.lower() for texts in found for text in texts}


def _labels(values: Sequence[str]) -> set[str]:
    plain = [value.split(":")[0].replace("?", "") for value in values]
    return {label.strip() for value in plain for label in value.split("/")} - {"-", "*", ""}


def _of(claims: Sequence[Claim], names: set[str]) -> list[Claim]:
    return [claim for claim in claims if _names_any(claim, names)]


def _names_any(claim: Claim, names: set[str], *roles: str) -> bool:
    texts = [t for r in claim.roles if not roles or r.role in roles for t in (r.text, r.name or "")]
    whole = [] if roles else [claim.quote]
    flat = [" ".join(text.lower().split()) for text in (*texts, *whole)]
    return any(name in text for name in names for text in flat)


def _stage(claims: Sequence[Claim]) -> str:
    told = [c for c in claims if c.event.type not in ("threat", "accusation")]
    if any(c.status in ("occurred", "ongoing") and c.polarity == "affirmed" for c in told):
        return "ACCOMPLISHED"
    if any(c.polarity == "denied" or c.status == "prepared" for c in told):
        return "ATTEMPTED"
    return "THREATENED" if claims else "-"


def _sureness(claims: Sequence[Claim], culprits: set[str]) -> str:
    own = [c for c in claims if c.sources and _is_one_of(c.sources[-1].name, culprits)]
    if any(_names_any(c, culprits, "actor") or not c.roles for c in own):
        return "CLAIMED OR ADMITTED"
    blamed = [c for c in claims if _names_any(c, culprits, "actor")]
    blamed = [c for c in blamed if c.event.type not in ("threat", "accusation")]
    if any(not c.sources and c.certainty == "certain" for c in blamed):
        return "REPORTED AS FACT"
    accused = [c for c in claims if c.event.type == "accusation"]
    accused = [c for c in accused if _names_any(c, culprits, "target")]
    named = [c for c in (*blamed, *accused) if c.sources or c.event.type == "accusation"]
    if any(c.sources and c.sources[-1].kind in AUTHORITY for c in named):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES"
    if named:
        return "SUSPECTED OR ACCUSED"
    return "POSSIBLE" if blamed else "-"


def _is_one_of(name: str, names: set[str]) -> bool:
    lower = name.lower()
    return any(lower in each or each in lower for each in names)


def _table(slot: str, pairs: list[tuple[set[str], str]]) -> None:
    print(f"\n| {slot.lower()} | gold | given | right | P | R |\n|---|---|---|---|---|---|")
    labels: Counter[str] = Counter(label for gold, _ in pairs for label in gold)
    for label, count in labels.most_common():
        given = sum(found == label for _, found in pairs)
        right = sum(found == label and label in gold for gold, found in pairs)
        figures: tuple[Any, ...] = (count, given, right)
        shares = f"{100 * right / max(1, given):.1f} | {100 * right / count:.1f}"
        print(f"| {label.lower()} | {' | '.join(map(str, figures))} | {shares} |")
    right = sum(found in gold for gold, found in pairs)
    missed = sum(found == "-" for _, found in pairs)
    print(f"incidents {len(pairs)}, not met {missed}, accuracy {100 * right / len(pairs):.1f}")


if __name__ == "__main__":
    main()
