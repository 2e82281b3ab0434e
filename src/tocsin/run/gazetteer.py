"""Opens the gazetteer that was compiled when tocsin was built: mapped, never loaded."""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from tocsin.errors import SetupError
from tocsin.read.places.gazetteer import Array, Arrays, Gazetteer

_FORMAT = 1
_MEND = "install tocsin again (from a source folder: `pip install -e .`)"


@cache
def open_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Return the gazetteer compiled into `folder`, or the shipped one; opened once.

    Raises:
        SetupError: when it is missing, damaged or of another format; the message names the mend.
    """
    place = folder or Path(str(files("tocsin").joinpath("models", "places")))
    try:
        about = json.loads((place / "places.json").read_text(encoding="utf-8"))
        arrays = Arrays(**{name: _mapped(place / f"{name}.npy") for name in Arrays.__slots__})
    except FileNotFoundError as error:
        raise SetupError(f"the gazetteer has no {Path(error.filename).name}: {_MEND}") from error
    except (OSError, ValueError) as error:
        raise SetupError(f"the gazetteer is damaged ({error}): {_MEND}") from error
    if about.get("format") != _FORMAT:
        raise SetupError(f"the gazetteer is of format {about.get('format')}: {_MEND}")
    return Gazetteer(arrays, about)


def _mapped(path: Path) -> Array:
    """Return the array as a plain view: the class of a mapped one makes every look-up slower."""
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
