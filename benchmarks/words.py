"""How well text is cut into sentences and words: `python benchmarks/words.py`.

The development parts of EWT and GUM (the genres the encoder was trained on) are put together
again as running text, a blank line between paragraphs and a space between sentences; a span counts
where both its ends are right. A regular expression of one line stands beside it.
"""

import argparse
import gzip
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from treebanks import FREE_GENRES

from tocsin.read.sentences import Splitter
from tocsin.read.words import WordRules
from tocsin.rules import load

Spans = set[tuple[int, int]]
ONE_LINE = re.compile(r"\S.*?(?:[.!?]+[\"”’)\]]*(?=\s|$)|\n\n|$)", re.DOTALL)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = parser.parse_args().data / "syntax"
    splitter = Splitter(load("en", "words.toml", WordRules))
    print("| text | cutter | sentence P | R | F1 | word P | R | F1 | MB/s |\n" + "|---" * 9 + "|")
    for part in ("ewt-dev", "gum-dev"):
        texts = list(documents(data / f"{part}.conllu.gz"))
        for name, cut in (("tocsin", lambda t: _tocsin(splitter, t)), ("one-line regex", _regex)):
            print(f"| {part} | {name} | {_row(texts, cut)} |")


def documents(path: Path) -> Iterator[tuple[str, Spans, Spans]]:
    """Yield text, sentences and words of each document."""
    whole = gzip.decompress(path.read_bytes()).decode()
    for document in re.split(r"(?m)^(?=# newdoc)", whole):
        genre = re.match(r"# newdoc id = GUM_([a-z]+)_", document)
        if document.strip() and (genre is None or genre[1] in FREE_GENRES):
            yield _rebuilt(document.strip().split("\n\n"))


def _rebuilt(blocks: list[str]) -> tuple[str, Spans, Spans]:
    text, sentences, words = "", set(), set()
    for block in blocks:
        if text:
            text += "\n\n" if "# newpar" in block else " "
        start = at = len(text)
        text += re.search(r"(?m)^# text = (.*)$", block)[1]
        sentences.add((start, len(text)))
        for form in re.findall(r"(?m)^\d+\t([^\t]+)", block):
            found = text.find(form, at, at + len(form) + 3)
            if found >= 0:
                words.add((found, at := found + len(form)))
    return text, sentences, words


def _tocsin(splitter: Splitter, text: str) -> tuple[Spans, Spans]:
    found = list(splitter.split(text))
    words = {(w.start, w.end) for sentence in found for w in sentence}
    return {(s[0].start, s[-1].end) for s in found}, words


def _regex(text: str) -> tuple[Spans, Spans]:
    spans = {(m.start(), len(text[: m.end()].rstrip())) for m in ONE_LINE.finditer(text)}
    return spans, {m.span() for m in re.finditer(r"\w+|[^\w\s]", text)}


def _row(texts: list[tuple[str, Spans, Spans]], cut: Callable[[str], tuple[Spans, Spans]]) -> str:
    started = time.process_time()
    found = [cut(text) for text, _, _ in texts]
    megabytes = sum(len(text) for text, _, _ in texts) / 1e6
    speed = megabytes / (time.process_time() - started)
    cells = []
    for layer in (0, 1):
        hit = sum(len(t[layer + 1] & f[layer]) for t, f in zip(texts, found, strict=True))
        have = sum(len(f[layer]) for f in found)
        want = sum(len(t[layer + 1]) for t in texts)
        cells += [f"{100 * x:.1f}" for x in (hit / have, hit / want, 2 * hit / (have + want))]
    return " | ".join([*cells, f"{speed:.2f}"])


if __name__ == "__main__":
    main()
