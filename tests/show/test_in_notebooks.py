"""A notebook shows a reading with its words highlighted, without being told to."""

import subprocess
import sys

SCRIPT = """
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
import tocsin
reading = tocsin.read("The army said 40 soldiers were killed in Kursk on Monday.", published="2024-12-23")
for shown in (reading, reading.claims[0]):
    print("<mark" in shell.display_formatter.format(shown)[0]["text/html"])
"""


def test_a_reading_and_a_claim_show_themselves_in_a_notebook(tmp_path):
    command = [sys.executable, "-W", "ignore", "-c", SCRIPT]
    env = {"IPYTHONDIR": str(tmp_path), "HOME": str(tmp_path), "PATH": ""}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert done.stdout.split() == ["True", "True"], done.stderr
