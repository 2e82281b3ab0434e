"""Parts of a weighed view, laid aside so that the next command need not weigh the desk anew.

They lie in the user's cache under a key made from all that weighing is given and from the program
itself: what is found there is what would be worked out anew. All of it may be deleted at any time.
"""

import os
import sys
import time
import zlib
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

import msgspec

from tocsin.records import Carried

T = TypeVar("T")

# Fewer claims are weighed sooner than anybody would notice.
FEWEST = 3_000
# So many views stay: the present one, and some of other days or from before reports were added.
VIEWS = 4
# What is laid aside is from reports that may not be for everybody on this machine.
_OWNER_ONLY = 0o700
_FAST = 1

_BEGAN = time.time()
_PROGRAM = Path(__file__).parents[1]

_bytes = msgspec.json.Encoder(enc_hook=lambda numbers: numbers.packed).encode


class Shelf:
    """Where the parts of one view lie. What cannot be read or written is worked out each time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, part: str, kind: type[T]) -> T | None:
        """Return a part that was laid aside, or None where it was not or is damaged."""
        try:
            packed = (self._folder / part).read_bytes()
            os.utime(self._folder)
            return msgspec.json.decode(zlib.decompress(packed), type=kind)
        except (OSError, zlib.error, msgspec.MsgspecError):
            return None

    def put(self, part: str, found: object) -> None:
        """Lay a part aside, whole or not at all, and let go of the views longest unused."""
        packed = zlib.compress(msgspec.json.encode(found), _FAST)
        try:
            self._folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self._folder, delete=False) as file:
                file.write(packed)
            Path(file.name).replace(self._folder / part)
            _tidy(self._folder.parent)
        except OSError:
            return


def shelves() -> Path:
    """Return the folder in the user's cache where views are laid aside; it may not be there."""
    from platformdirs import user_cache_path

    return user_cache_path("tocsin") / "weighed"


def shelf_of(carried: Sequence[Carried]) -> Shelf | None:
    """Return the shelf of what weighing is given, in its order; None where it is little."""
    if sum(len(one.claims) for one in carried) < FEWEST or (program := _program()) is None:
        return None
    made = blake2b(program, digest_size=16)
    for one in carried:
        made.update(_bytes(one))
    return Shelf(shelves() / made.hexdigest())


@cache
def _program() -> bytes | None:
    """Return a digest of the program, all its code and rules, and of what they run on.

    None where a file was changed after this process began, which may run what stood there before.
    """
    paths = sorted(path for kind in ("*.py", "*.toml") for path in _PROGRAM.rglob(kind))
    if any(path.stat().st_ctime >= _BEGAN for path in paths):
        return None
    made = blake2b(f"{sys.version} {version('numpy')}\n".encode(), digest_size=16)
    for path in paths:
        code = path.read_bytes()
        made.update(f"{path.relative_to(_PROGRAM)} {len(code)}\n".encode() + code)
    return made.digest()


def _tidy(folder: Path) -> None:
    views = sorted(folder.iterdir(), key=lambda view: view.stat().st_mtime)
    for view in views[:-VIEWS]:
        for part in view.iterdir():
            part.unlink()
        view.rmdir()
