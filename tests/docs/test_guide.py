"""What the guide says holds: its commands run, its links lead somewhere, its messages exist."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tocsin.show.cli.program import COMMANDS

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
PAGES = sorted(GUIDE.glob("*.md"))


def blocks(page, kind):
    return re.findall(rf"```{kind}\n(.*?)```", page.read_text(encoding="utf-8"), re.S)


COLD = f'#!/bin/sh\nexec "{sys.executable}" -m tocsin "$@"\n'


@pytest.fixture
def shell(tmp_path):
    """Return a function that runs a script, in which `tocsin` is the program of the given text."""
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "tocsin"
    known = {"PATH": f"{programs}:{os.environ['PATH']}", "XDG_DATA_HOME": str(tmp_path)}
    environment = {k: v for k, v in os.environ.items() if k != "TOCSIN_DB"} | known

    def run(script, text):
        program.write_text(text)
        program.chmod(0o755)
        command = ["bash", "-euo", "pipefail", "-c", script]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    return run


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p, "bash")], ids=lambda p: p.stem)
def test_the_commands_of_a_page_run(shell, warm, page):
    # The page that everybody begins with runs as everybody runs it.
    ran = shell("\n".join(blocks(page, "bash")), COLD if page.stem == "start" else warm)
    assert ran.returncode == 0, ran.stderr
    assert "unforeseen" not in ran.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_every_link_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert not [link for link in links if "://" not in link and not (GUIDE / link).exists()]


def test_every_page_stands_in_the_index():
    index = (GUIDE / "README.md").read_text(encoding="utf-8")
    assert not [page.name for page in PAGES if page.name not in index and page.stem != "README"]


def test_every_message_of_the_troubleshooting_page_is_one_the_program_gives():
    page = (GUIDE / "troubleshooting.md").read_text(encoding="utf-8")
    messages = re.findall(r"^\| `([^`]+)` \|", page, re.M)
    source = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "src" / "tocsin").rglob("*.py")
    )
    # A message may be written over two lines of source.
    joined = re.sub(r'"\s*\n\s*f?"', "", source)
    assert len(messages) > 15
    assert not [message for message in messages if message not in joined]


@pytest.mark.parametrize("command", [c.__name__ for c in COMMANDS])
def test_the_guide_names_every_command(command):
    assert any(f"tocsin {command}" in page.read_text(encoding="utf-8") for page in PAGES)
