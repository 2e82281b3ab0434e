"""No text of a report moves the cursor, ends the page or turns what stands beside it."""

import pytest

from tocsin.show.signs import plain


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\r", "\x7f", "\x9b", "\u202d", "\u202e"])
def test_a_sign_that_moves_or_turns_words_is_shown_as_one_box(sign):
    assert plain(f"a{sign}b") == "a\ufffdb"


def test_lines_tabs_and_every_script_stay():
    assert plain("a\tb\nмир 平和 سلام\u200f") == "a\tb\nмир 平和 سلام\u200f"
