"""Every colour that carries words can be read on every ground, light and dark (WCAG AA)."""

import pytest

from tocsin.show.palette import GROUND, PALETTE, SERIES, STATUS, TEXT, contrast, css


@pytest.mark.parametrize("ground", [*GROUND, "mark", "strong"])
@pytest.mark.parametrize("side", ["light", "dark"])
def test_words_can_be_read_on_every_ground(ground, side):
    names = (*TEXT, *STATUS) if ground in GROUND else ("ink",)
    below = getattr(PALETTE[ground], side)
    poor = {n for n in names if contrast(getattr(PALETTE[n], side), below) < 4.5}
    assert not poor


@pytest.mark.parametrize("ground", GROUND)
@pytest.mark.parametrize("side", ["light", "dark"])
def test_the_lines_of_a_chart_stand_out_from_every_ground(ground, side):
    colours = [getattr(colour, side) for colour in SERIES]
    assert len(set(colours)) == len(colours)
    assert all(contrast(colour, getattr(PALETTE[ground], side)) >= 4.5 for colour in colours)


def test_the_contrast_of_black_and_white_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_page_gets_every_colour_light_and_dark():
    made = css()
    assert all(
        f"--{n}:{c.light};" in made and f"--{n}:{c.dark};" in made for n, c in PALETTE.items()
    )
    assert "prefers-color-scheme:dark" in made
