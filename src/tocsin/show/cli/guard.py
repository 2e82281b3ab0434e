"""The last line of defence: every way to fail ends in one line and an exit code, no traceback."""

import contextlib
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from tocsin.errors import TocsinError
from tocsin.show.cli.screen import plain, reader_left
from tocsin.show.cli.stopping import STOPPED, STOPPED_WORDS

OK, FAILURE, USAGE = 0, 1, 2


def guarded(command: Callable[[], object]) -> int:
    """Run `command` and return its exit code: 0 fine, 1 failure, 2 usage, 130 stopped by Ctrl-C."""
    try:
        command()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else OK
    except KeyboardInterrupt:
        code = STOPPED
    except Exception as error:  # noqa: BLE001 - a user must never see a traceback
        code = fail(told(error))
    else:
        code = OK
    return fail(STOPPED_WORDS, STOPPED) if code == STOPPED else _flushed(code)


def open_streams() -> None:
    """Give the streams that the caller has closed something to read from and to write to."""
    # Python sets a closed one to None: nothing can be read there, and nobody listens.
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stream = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - open to the end
            setattr(sys, name, stream)


def told(error: Exception) -> str:
    """Return one line for a person: what was wrong, where, and the mend."""
    if isinstance(error, TocsinError):
        return str(error)
    if isinstance(error, MemoryError):
        return "out of memory: give fewer or smaller inputs at a time, or fewer --jobs"
    return _system(error) if isinstance(error, OSError) else _unforeseen(error)


def fail(message: str, code: int = FAILURE) -> int:
    """Say `message` on standard error, on one line, and return `code`."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"tocsin: {plain(' '.join(message.split()))}\n")
        sys.stderr.flush()
    return code


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        with contextlib.suppress(SystemExit):
            reader_left()
    except OSError as error:
        return fail(_system(error))
    return code


def _system(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    mend = "free some space" if error.errno == 28 else "check the path, its rights and the disk"
    return f"{error.strerror or error}{where}: {mend}"


def _unforeseen(error: Exception) -> str:
    kind = type(error).__name__
    path = _kept()
    kept = f"the details are in {path}" if path else "the details could not be written to a file"
    return (
        f"something unforeseen happened ({kind}); {kept}. Please report it with that file, "
        "the command and the output of `tocsin doctor`"
    )


def _kept() -> str | None:
    try:
        handle, path = tempfile.mkstemp(prefix="tocsin-", suffix=".log", text=True)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(f"{' '.join(sys.argv)}\n\n{traceback.format_exc()}")
    except OSError:
        return None
    return path
