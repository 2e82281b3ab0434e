"""What Ctrl-C does: it ends a program that starts, and is never raised where it would be lost.

Only what loads at once is imported here: until this is, Ctrl-C is a traceback.
"""

import _thread
import os
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

STOPPED = 130
STOPPED_WORDS = "stopped; what was acknowledged is kept"
# Seconds until a Ctrl-C that could not be raised is tried again.
PAUSE = 0.02
IMPORTS = "<frozen importlib."


def end_at_once() -> None:
    """Have Ctrl-C end the process with one line: while it starts, there is nothing to tidy up."""
    _answer(_ended)


def interrupt() -> None:
    """Have Ctrl-C raise `KeyboardInterrupt`, which tidies up, but not within an import.

    Imports have callbacks in which it would be printed and dropped, and modules that turn it into
    an error of their own. There it is put off; what another callback drops is raised again.
    """
    sys.unraisablehook = _dropped
    _answer(_raised)


def end_without_a_word() -> None:
    """Have Ctrl-C end the process as the system does: all is said, and only Python tidies up."""
    _answer(signal.SIG_DFL)


def _answer(handler: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    # A shell starts what runs in its background deaf to Ctrl-C, and so it stays.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        return
    try:
        signal.signal(signal.SIGINT, handler)
    except ValueError:
        # Called from a thread, where the answer is the caller's.
        return


def _ended(_: int, __: FrameType | None) -> None:
    try:
        os.write(2, f"tocsin: {STOPPED_WORDS}\n".encode())
    finally:
        os._exit(STOPPED)


def _raised(_: int, frame: FrameType | None) -> None:
    if _imports(frame):
        _again()
    else:
        raise KeyboardInterrupt


def _imports(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename.startswith(IMPORTS):
            return True
        frame = frame.f_back
    return False


def _dropped(told: "sys.UnraisableHookArgs") -> None:
    if told.exc_type is KeyboardInterrupt:
        _again()
    else:
        sys.__unraisablehook__(told)


def _again() -> None:
    # No `threading.Thread`: its locks may be held by what was interrupted.
    _thread.start_new_thread(_later, (_thread.get_ident(),))


def _later(main: int) -> None:
    time.sleep(PAUSE)
    if hasattr(signal, "pthread_kill"):
        # A true signal, which ends a wait for the network or the disk as well.
        signal.pthread_kill(main, signal.SIGINT)
    else:  # Windows
        _thread.interrupt_main()
