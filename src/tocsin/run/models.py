"""Loads the shipped models and builds the readers that need them."""

import json
import os
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from tocsin.errors import SetupError
from tocsin.read.encoder import Encoder, Heads
from tocsin.read.utterances import Joiner

FORMAT = 2
FILES = ("encoder.onnx", "labels.npy", "voices.npz", "tokenizer.json", "words.txt")
MEND = "install tocsin again, or make the model anew with training/train.py"


@lru_cache(maxsize=4)
def load_encoder(language: str = "en", *, threads: int = 1, folder: Path | None = None) -> Encoder:
    """Return the encoder of a language, loaded once for each setting.

    One thread by default: more readers at once are better served by more processes.

    Raises:
        SetupError: a file of the model is missing or damaged.
    """
    place = folder or model_folder(language)
    about = _about(place)
    for name in FILES:
        _check(place / name, about["sizes"].get(name))
    try:
        return _built(place, about, threads)
    except Exception as problem:
        raise SetupError(f"The model in {place} cannot be loaded ({problem}): {MEND}.") from problem


def model_stamp(language: str = "en", *, folder: Path | None = None) -> str:
    """Return the stamp of the model, which is stored with all that it read."""
    return str(_about(folder or model_folder(language))["stamp"])


def model_folder(language: str) -> Path:
    """Return where the shipped model of a language lies."""
    return Path(str(files("tocsin"))) / "models" / language


def _about(place: Path) -> dict[str, Any]:
    path = place / "model.json"
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise SetupError(f"The model's description {path} cannot be read: {MEND}.") from problem
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise SetupError(f"{path} is not of format {FORMAT}: {MEND}.")
    return about


def _check(path: Path, size: int | None) -> None:
    if not path.is_file():
        raise SetupError(f"The model's file {path} is missing: {MEND}.")
    if path.stat().st_size != size:
        raise SetupError(f"The model's file {path} is damaged (its size is not {size}): {MEND}.")


def _built(place: Path, about: dict[str, Any], threads: int) -> Encoder:
    # Imported here because they take a fifth of a second that `tocsin --help` need not wait for.
    import numpy as np

    # Left alone, the runtime keeps an id of the machine and reports home; reading makes no request.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

    onnxruntime.disable_telemetry_events()
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = threads
    settings.inter_op_num_threads = 1
    settings.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(place / "encoder.onnx"), settings, providers=["CPUExecutionProvider"]
    )
    labels = {name: tuple(values) for name, values in about["labels"].items()}
    words = frozenset((place / "words.txt").read_text(encoding="utf-8").split("\n"))
    weights = np.load(place / "labels.npy")
    joining = np.load(place / "voices.npz")
    joiner = Joiner(**{name: joining[name].astype(np.float32) for name in joining.files})
    heads = Heads(labels=labels, words=words, label_weights=weights, joiner=joiner)
    return Encoder(session, Tokenizer.from_file(str(place / "tokenizer.json")), heads)
