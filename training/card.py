"""Scores the exported model through the shipped run time and writes its card."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import onnxruntime
from further import NAMES as OTHERS
from further import further_figures
from score import Parsed, counts, figures, intervals
from treebanks import Example, free_part, read_conllu, read_iob2, with_entities

from tocsin.read.encoder import Encoder
from tocsin.read.syntax import Sentence, Word
from tocsin.run.models import load_encoder, model_stamp

NAMES = {
    "upos": "UPOS",
    "xpos": "XPOS",
    "lemma": "lemma",
    "uas": "UAS",
    "las": "LAS",
    "ner_p": "entities P",
    "ner_r": "entities R",
    "ner_f1": "entities F1",
}


def test_parts(data: Path) -> dict[str, list[Example]]:
    """Return the test sentences, which nothing was chosen by."""
    syntax = data / "syntax"
    ewt = with_entities(
        read_conllu(syntax / "ewt-test.conllu.gz"), read_iob2(syntax / "uner-ewt-test.iob2.gz")
    )
    gum = read_conllu(syntax / "gum-test.conllu.gz")
    free = free_part(gum)
    return {
        "EWT test": ewt,
        "EWT test, newsgroups and weblogs": [e for e in ewt if _is_public(e)],
        "GUM test, genres trained on": free,
        "GUM test, genres never seen": [e for e in gum if e not in free],
        "GUM test, news": [e for e in free if e.genre == "news"],
    }


def _is_public(example: Example) -> bool:
    return example.document.startswith(("weblog", "newsgroup"))


def score(encoder: Encoder, examples: Sequence[Example]) -> list[Counter[str]]:
    """Count what the encoder gets right, on the treebank's own words."""
    words = [[Word(0, 0, text) for text in e.words] for e in examples]
    parsed = encoder.parse(words)
    return [counts(e, _parsed(s)) for e, s in zip(examples, parsed, strict=True)]


def _parsed(sentence: Sentence) -> Parsed:
    columns = list(zip(*sentence.tokens, strict=True))
    _, _, _, _, lemmas, upos, xpos, heads, deprels, ents = columns
    return Parsed(upos, xpos, lemmas, heads, deprels, ents)


def table(encoder: Encoder, data: Path) -> str:
    """Return a Markdown table of scores with 95 % intervals."""
    lines = [
        f"| text | sentences | {' | '.join(NAMES.values())} |",
        "|---" * (len(NAMES) + 2) + "|",
    ]
    for name, examples in test_parts(data).items():
        found = score(encoder, examples)
        values, spread = figures(found), intervals(found)
        cells = [_cell(values, spread, key) for key in NAMES]
        lines.append(f"| {name} | {len(examples)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(values: dict[str, float], spread: dict[str, tuple[float, float]], key: str) -> str:
    if key not in values:
        return "–"
    low, high = spread[key]
    return f"{values[key]:.1f} ({low:.1f}–{high:.1f})"


def compared(folder: Path, fp32: Path, data: Path) -> str:
    """Return a Markdown table of int8 against fp32 on EWT test, head by head."""
    small = load_encoder(folder=folder)
    whole = with_session(small, fp32)
    examples = test_parts(data)["EWT test"]
    int8, full = (figures(score(encoder, examples)) for encoder in (small, whole))
    lines = ["| head | fp32 | int8 | difference |", "|---|---|---|---|"]
    lines += [
        f"| {name} | {full[key]:.2f} | {int8[key]:.2f} | {int8[key] - full[key]:+.2f} |"
        for key, name in NAMES.items()
    ]
    int8, full = (further_figures(encoder, data, "dev") for encoder in (small, whole))
    lines += [
        f"| {name} (dev) | {full[key]:.2f} | {int8[key]:.2f} | {int8[key] - full[key]:+.2f} |"
        for key, name in OTHERS.items()
    ]
    return "\n".join(lines)


def others(encoder: Encoder, data: Path) -> str:
    """Return a Markdown table of what is heard and vouched for, on the test parts."""
    found = further_figures(encoder, data, "test")
    heads, cells = " | ".join(OTHERS.values()), " | ".join(f"{found[key]:.1f}" for key in OTHERS)
    return f"| {heads} |\n{'|---' * len(OTHERS)}|\n| {cells} |"


def with_session(encoder: Encoder, graph: Path) -> Encoder:
    """Return the same encoder over another graph."""
    session = onnxruntime.InferenceSession(str(graph), providers=["CPUExecutionProvider"])
    return encoder.with_session(session)


def write_card(folder: Path, fp32: Path, data: Path, *, made: str) -> None:
    """Write CARD.md and NOTICE beside the model."""
    words = (Path(__file__).parent / "card.md").read_text(encoding="utf-8")
    filled = words.format(
        stamp=model_stamp(folder=folder),
        megabytes=round((folder / "encoder.onnx").stat().st_size / 1e6, 1),
        made=made,
        scores=table(load_encoder(folder=folder), data),
        others=others(load_encoder(folder=folder), data),
        compared=compared(folder, fp32, data),
    )
    (folder / "CARD.md").write_text(filled, encoding="utf-8")
    notice = (Path(__file__).parent / "NOTICE").read_text(encoding="utf-8")
    (folder / "NOTICE").write_text(notice, encoding="utf-8")
