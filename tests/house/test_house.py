"""The shape of the house, kept by tests."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "tocsin"
VAGUE = {"utils", "helpers", "common", "misc", "manager", "handler", "data"}
MODULES = sorted(SOURCE.rglob("*.py"))


def test_every_import_contract_is_kept():
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_module_has_a_name_that_says_nothing():
    assert not [m for m in MODULES if m.stem in VAGUE or m.parent.name in VAGUE]


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_a_module_says_what_it_is_for_and_stays_readable(module):
    text = module.read_text()
    assert ast.get_docstring(ast.parse(text)), "a module opens with a docstring"
    assert len(text.splitlines()) <= 400, "a file of more than 400 lines is two files"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_a_function_fits_on_a_screen(module):
    tree = ast.parse(module.read_text())
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [f.name for f in functions if f.end_lineno - f.lineno >= 60]
    assert not long


def test_locks_carry_hashes_and_no_addresses():
    lock = (ROOT / "requirements.lock").read_text()
    assert "--hash=sha256:" in lock
    assert not re.search(r"https?://|index-url|find-links", lock)


def test_each_law_of_the_house_names_a_test_that_exists():
    laws = re.findall(r"`(tests/[\w/]+\.py)`", (ROOT / "ARCHITECTURE.md").read_text())
    assert len(laws) >= 8
    assert not [law for law in laws if not (ROOT / law).exists()]
