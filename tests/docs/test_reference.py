"""The reference is what the program says of itself, and it leaves nothing out."""

from pathlib import Path

import pytest
from typer.main import get_command

from tocsin.show.cli.program import build
from tocsin.show.reference import pages, write

FOLDER = Path(__file__).parents[2] / "docs" / "reference"
GROUP = get_command(build())


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_page_is_up_to_date(name):
    assert (FOLDER / name).read_text(encoding="utf-8") == pages()[name], "run `just docs`"


def test_no_page_is_left_over():
    assert {path.name for path in FOLDER.iterdir()} == set(pages())


@pytest.mark.parametrize("name", sorted(GROUP.commands))
def test_every_command_and_option_is_documented_in_words(name):
    command, page = GROUP.commands[name], pages()["cli.md"]
    section = page.split(f"## `tocsin {name}`\n")[1].split("\n## ")[0]
    assert command.help.split("\n")[0] in section
    for parameter in command.params:
        shown = parameter.opts[0] if parameter.opts[0].startswith("-") else parameter.metavar
        assert shown in section
        assert parameter.help, f"{name} {shown} has no help"


def test_the_pages_are_written_where_they_are_asked_for(tmp_path):
    assert {path.name for path in write(tmp_path / "new")} == set(pages())
