"""The README's two commands stand where they must, word for word."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def commands() -> list[str]:
    blocks = re.findall(r"```bash\n(.*?)```", (ROOT / "README.md").read_text(), re.S)
    return [line.strip() for line in "\n".join(blocks).splitlines() if line.startswith("python3")]


def test_the_readme_gives_one_command_that_runs_and_one_that_tests():
    run, check = commands()[:2]
    assert run.endswith("tocsin demo")
    assert check.endswith("just check")


def test_the_gate_runs_the_readmes_test_command_word_for_word():
    assert commands()[1] in (ROOT / ".ci" / "run").read_text()
