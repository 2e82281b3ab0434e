"""What goes to a terminal: colours only there, and no text that moves the cursor."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tocsin.show.cli import desks, screen
from tocsin.show.marks import Mark, cut

CLAIM = cut("before the claim after", [Mark((7, 16), "claim"), Mark((11, 16), "event")])


@pytest.fixture
def terminal(monkeypatch):
    """A wide terminal with colours, and what was written to it."""
    held = io.StringIO()
    made = Console(file=held, force_terminal=True, color_system="truecolor", width=80, markup=False)
    monkeypatch.setattr(screen, "out", lambda: made)
    monkeypatch.setattr(screen, "err", lambda: made)
    return held


@given(st.text())
def test_one_character_stands_for_one_so_that_offsets_hold(text):
    assert len(screen.plain(text)) == len(text)


@given(st.text(st.characters(max_codepoint=0x9F)))
def test_no_control_character_is_left_but_line_ends_and_tabs(text):
    left = set(screen.plain(text)) - set("\n\t")
    assert not [sign for sign in left if ord(sign) < 32 or 0x7F <= ord(sign) <= 0x9F]


def test_words_cannot_be_turned_around():
    assert "\u202e" not in screen.plain("evil\u202etxt.exe")


def test_a_claim_stands_in_colour_on_a_terminal(terminal):
    words = screen.highlighted(CLAIM)
    screen.show(words)
    assert words.plain == "before the claim after"
    assert "\x1b[" in terminal.getvalue()


def test_a_claim_stands_between_signs_where_there_is_no_colour(monkeypatch):
    monkeypatch.setattr(screen, "out", lambda: Console(file=io.StringIO(), no_color=True))
    assert screen.highlighted(CLAIM).plain == "before »the claim« after"
    assert screen.highlighted(CLAIM[:3]).plain == "before »the claim«"


def test_report_text_is_never_taken_for_markup(capsys):
    screen.note("[red]not markup[/red] :smile:")
    screen.show("[red]nor here[/red] :smile:")
    said = capsys.readouterr()
    assert said.err == "[red]not markup[/red] :smile:\n"
    assert said.out == "[red]nor here[/red] :smile:\n"


def test_a_terminal_is_told_which_desk_is_asked(terminal, monkeypatch):
    monkeypatch.setattr(desks, "err", screen.err)
    desks.told("here.db")
    assert "desk: here.db" in terminal.getvalue()


def test_progress_yields_everything_on_a_terminal_and_off_it(terminal, monkeypatch):
    assert list(screen.progress(range(3), "read")) == [0, 1, 2]
    assert terminal.getvalue()
    monkeypatch.setattr(screen, "err", lambda: Console(file=io.StringIO()))
    assert list(screen.progress(range(3), "read")) == [0, 1, 2]
