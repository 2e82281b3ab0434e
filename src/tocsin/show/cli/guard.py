"""The last line of defence: every way to fail ends in one line and an exit code, no traceback."""

import contextlib
import os
import sys
import tempfile
import traceback
from collections.abc import Callable

from tocsin.errors import TocsinError

OK, FAILURE, USAGE, STOPPED = 0, 1, 2, 130


def guarded(command: Callable[[], object]) -> int:
    """Run `command` and return its exit code: 0 fine, 1 failure, 2 usage, 130 stopped by Ctrl-C."""
    try:
        code = command()
    except TocsinError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return _fail("stopped; what was acknowledged is kept", STOPPED)
    except BrokenPipeError:
        return _reader_left()
    except MemoryError:
        return _fail("out of memory: give fewer or smaller inputs at a time, or fewer --jobs")
    except OSError as error:
        return _fail(_system(error))
    except Exception as error:  # noqa: BLE001 - a user must never see a traceback
        return _fail(_unforeseen(error))
    return _flushed(code if isinstance(code, int) else OK)


def _fail(message: str, code: int = FAILURE) -> int:
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"tocsin: {' '.join(message.split())}\n")
        sys.stderr.flush()
    return code


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_left()
    except OSError as error:
        return _fail(_system(error))
    return code


def _reader_left() -> int:
    # `tocsin … | head` is no failure; the rest goes nowhere, so that closing does not complain.
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK


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
