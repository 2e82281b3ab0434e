"""How fast other programs find times or quantities: `peers.py times < texts.jsonl`.

Input: one `{"text"}` a line. Output: one JSON object, the name of each program with its megabytes
of text a second, or null where it is not installed. The other benchmarks start it with any Python
in which the programs are installed; the project itself needs none of them.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

Find = Callable[[str], Any]


def _dateparser() -> Find:
    search = import_module("dateparser.search").search_dates
    return lambda text: search(text, languages=["en"])


def _parsedatetime() -> Find:
    calendar = import_module("parsedatetime").Calendar()
    return lambda text: [calendar.nlp(line) for line in text.splitlines() if line.strip()]


def _ctparse() -> Find:
    parse = import_module("ctparse").ctparse
    return lambda text: [parse(line, timeout=1) for line in text.split(". ") if line.strip()]


def _timexy() -> Find:
    spacy = import_module("spacy")
    import_module("timexy")
    nlp = spacy.blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})
    return lambda text: nlp(text).ents


def _quantulum() -> Find:
    parse = import_module("quantulum3.parser").parse
    return lambda text: parse(text)


def _text2num() -> Find:
    convert = import_module("text_to_num").alpha2digit
    return lambda text: convert(text, "en")


def _number_parser() -> Find:
    parse = import_module("number_parser").parse
    return lambda text: parse(text, language="en")


PEERS: dict[str, dict[str, Callable[[], Find]]] = {
    "times": {
        "dateparser": _dateparser,
        "parsedatetime": _parsedatetime,
        "ctparse": _ctparse,
        "timexy": _timexy,
    },
    "quantities": {
        "quantulum3": _quantulum,
        "text2num (numbers in words only)": _text2num,
        "number-parser (numbers in words only)": _number_parser,
    },
}


def speeds(layer: str, texts: Iterable[str]) -> dict[str, float | None]:
    """Return megabytes a second of each program over `texts`; None where it is not installed."""
    known = list(texts)
    return {name: _speed(make, known) for name, make in PEERS[layer].items()}


def _speed(make: Callable[[], Find], texts: list[str]) -> float | None:
    try:
        find = make()
    except ImportError:
        return None
    find("On Monday 12 men left.")
    return sum(map(len, texts)) / 1e6 / best_of(lambda: [find(text) for text in texts])


def best_of(work: Callable[[], object], times: int = 3) -> float:
    """Return the seconds of processor time that `work` took when it took the fewest."""
    took = []
    for _ in range(times):
        started = time.process_time()
        work()
        took.append(time.process_time() - started)
    return min(took)


def print_speeds(
    layer: str,
    texts: Sequence[str],
    work: Callable[[], object],
    python: str,
    known: Mapping[str, float] | None = None,
) -> None:
    """Print how fast `work` is over `texts`, and the programs that `python` has beside it.

    `known` are megabytes a second that were measured another day.
    """
    if not texts:
        print("no speed: no report stands beside this checkout")
        return
    ours = sum(map(len, texts)) / 1e6 / best_of(work, 5)
    print("| speed after the parse | MB/s | tocsin is faster by |\n|---|---|---|")
    print(f"| tocsin | {ours:.3f} | – |")
    told = "\n".join(json.dumps({"text": text}) for text in texts)
    command = [python, str(Path(__file__)), layer]
    done = subprocess.run(command, input=told, capture_output=True, text=True, check=True)
    for name, speed in {**(known or {}), **json.loads(done.stdout.splitlines()[-1])}.items():
        shown = f"{speed:.4f} | {ours / speed:.0f} times" if speed else "not installed | –"
        print(f"| {name} | {shown} |")


def main() -> None:
    """Print the speeds."""
    texts = [json.loads(line)["text"] for line in sys.stdin if line.strip()]
    print(json.dumps(speeds(sys.argv[1], texts)))


if __name__ == "__main__":
    main()
