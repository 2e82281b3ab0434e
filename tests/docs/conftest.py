"""A program that pages may run many times: it is `tocsin`, and waits for no import or model."""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

WARM = Path(__file__).with_name("warm.py")


@pytest.fixture(scope="session")
def warm():
    """Return the text of that program."""
    folder = Path(tempfile.mkdtemp(prefix="warm"))
    place = folder / "door"
    server = subprocess.Popen([sys.executable, str(WARM), str(place)])
    while not place.exists():
        assert server.poll() is None, "the warm program did not start"
        time.sleep(0.05)
    yield f'#!/bin/sh\nexec "{sys.executable}" -I -S "{WARM}" "{place}" "$@"\n'
    server.kill()
    server.wait()
    shutil.rmtree(folder)
