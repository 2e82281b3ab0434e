"""False alarms: claims of violence in sentences that are labelled with no act of the police.

    python benchmarks/event_alarms.py [--data ../shared/data] [--most N] [--store FILE] [--show N]

IndiaPoliceEvents labels what the police do in each sentence (kill, arrest, force, fail to act, any
action) and nothing that others do: a mob's violence stands in sentences without a label. So a claim
of violence is false for sure where the police are its actor, and that is counted by itself; the
rest is told too. The set is in lower case: capitals are put in as the treebanks have them.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterator

from casing import recaser
from readings import asked, readings, sample

from tocsin.records import Claim, Reading

VIOLENCE = {"attack", "clash", "casualties", "destruction", "abduction-or-detention"}
# What a claim may be typed where the police do what the label says.
TOLD = {
    "KILL": {"casualties", "attack", "clash"},
    "ARREST": {"abduction-or-detention", "crackdown"},
    "FORCE": {
        "attack",
        "clash",
        "casualties",
        "crackdown",
        "destruction",
        "abduction-or-detention",
    },
}
POLICE = {
    "police", "policeman", "policemen", "cop", "cops", "constable", "inspector", "officer",
    "officers", "jawans", "troops", "army", "forces", "crpf", "rpf", "srp", "raf", "rpsf",
}  # fmt: skip


def main() -> None:
    """Print the tables."""
    given = asked(__doc__, "quiet sentences")
    with gzip.open(given.data / "events" / "india-police-sents.jsonl.gz", "rt") as lines:
        rows = [json.loads(line) for line in lines]
    quiet = sample([row for row in rows if not row["sent_labels"]], given.most)
    told = [row for row in rows if TOLD.keys() & set(row["sent_labels"])]
    recased = recaser(given.data / "syntax")
    texts = {row["sent_text"]: recased(row["sent_text"]) for row in (*quiet, *told)}
    read = readings(texts.values(), given.store)
    alarms = _alarms([read[texts[row["sent_text"]]] for row in quiet], len(quiet))
    print("\n".join([*alarms][: given.show]))
    print("\n| label | sentences | with such a claim | recall |\n|---|---|---|---|")
    for label, types in TOLD.items():
        found = [read[texts[row["sent_text"]]] for row in told if label in row["sent_labels"]]
        hits = sum(any(c.event.type in types for c in reading.claims) for reading in found)
        print(f"| {label} | {len(found)} | {hits} | {100 * hits / max(1, len(found)):.1f} |")


def _alarms(found: list[Reading], sentences: int) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for reading in found:
        claims = [c for c in reading.claims if _is_alarm(c)]
        counts["of violence, whoever does it"] += len(claims)
        counts["of violence by the police"] += sum(map(_by_police, claims))
        counts["that are not of violence"] += len(reading.claims) - len(claims)
        for claim in claims:
            who = "police" if _by_police(claim) else "other"
            told = f"{who} {claim.event.type} {claim.event.text}"
            yield f"{told}: {reading.report.text.strip()[:200]}"
    print("| claims in sentences with no label | count | per 1,000 |\n|---|---|---|")
    for name, count in counts.items():
        print(f"| {name} | {count} | {1000 * count / sentences:.1f} |")


def _is_alarm(claim: Claim) -> bool:
    happened = claim.status in ("occurred", "ongoing") and claim.polarity == "affirmed"
    return claim.event.type in VIOLENCE and happened


def _by_police(claim: Claim) -> bool:
    actors = [role.text.lower().split() for role in claim.roles if role.role == "actor"]
    return any(POLICE & set(words) for words in actors)


if __name__ == "__main__":
    main()
