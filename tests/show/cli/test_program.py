"""The program as a whole: help at once, usage errors, no stray words on standard output."""

import subprocess
import sys

import pytest

from tocsin.show.cli.program import COMMANDS

HEAVY = {
    "numpy",
    "onnxruntime",
    "tokenizers",
    "sqlalchemy",
    "rich",
    "jinja2",
    "lxml",
    "trafilatura",
}


def test_help_loads_none_of_the_heavy_libraries():
    code = "import sys, tocsin.show.cli.program as c; c.build(); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(out.stdout.split())


def test_help_names_every_command(tocsin):
    ran = tocsin("--help")
    assert ran.code == 0
    assert all(f"  {command.__name__} " in ran.out for command in COMMANDS)


@pytest.mark.parametrize("command", [c.__name__ for c in COMMANDS])
def test_every_command_has_help_for_each_of_its_options(tocsin, command):
    ran = tocsin(command, "-h")
    assert ran.code == 0
    assert "Show this message and exit" in ran.out


@pytest.mark.parametrize(
    "args",
    [
        ("nonsense",),
        ("claims", "--since", "yesterday"),
        ("claims", "--format", "xml"),
        ("claims", "--limit", "0"),
        ("read",),
        ("read", "x", "--published", "soon"),
        ("why",),
        ("brief", "--format", "pdf"),
    ],
)
def test_wrong_usage_is_exit_code_two_and_silent_on_standard_output(tocsin, args):
    ran = tocsin(*args)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


def test_the_version_is_the_packages(tocsin):
    from importlib.metadata import version

    assert tocsin("--version").out == f"tocsin {version('tocsin')}\n"


def test_no_command_is_help(tocsin):
    assert "Usage" in (ran := tocsin()).out + ran.err


def test_the_schema_is_the_contracts(tocsin):
    import json

    from tocsin.records import schema

    assert json.loads(tocsin("schema").out) == json.loads(json.dumps(schema()))
