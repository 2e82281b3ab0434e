"""The README's screen is what the program prints."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_screen_in_the_readme_is_what_the_command_prints():
    command, *lines = re.search(r"```console\n\$ tocsin (.*?)```", README, re.S)[1].splitlines()
    done = subprocess.run(
        [sys.executable, "-m", "tocsin", *command.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    printed = done.stdout.splitlines()
    assert not [line for line in lines if line.strip() and line not in printed]


def test_what_the_readme_links_to_is_there():
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert len(links) > 8
    assert not [link for link in links if not (ROOT / link).exists()]


README = (ROOT / "README.md").read_text(encoding="utf-8")
