import pytest
from collect.making import BODY

from tocsin.collect.titles import same_title, title_of, without_title

TITLE = "North Korea sends troops to Russia"


def test_a_first_line_that_stands_apart_is_the_title():
    assert title_of([TITLE, *BODY]) == TITLE


def test_a_repeated_first_line_is_the_title():
    assert title_of([f"{TITLE}\n{TITLE}\n{BODY[0]}"]) == TITLE


def test_a_title_may_have_its_byline_and_date_right_under_it():
    assert title_of([f"{TITLE}\nBy Jane Smith\nDecember 23, 2024", *BODY]) == TITLE


@pytest.mark.parametrize(
    "paragraphs",
    [
        [],
        [TITLE],
        [f"{TITLE}\nhas no meaning here", *BODY],
        [*BODY],
        ["December 23, 2024", *BODY],
        ["By Jane Smith", *BODY],
        ["- a list", *BODY],
        ["x" * 300, *BODY],
        ["123", *BODY],
        ["Dear all,", *BODY],
    ],
)
def test_other_first_lines_are_not(paragraphs):
    assert title_of(paragraphs) is None


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        TITLE.upper(),
        "“North Korea” sends troops to Russia!",
        "North Korea sends troops to Rusia",
        f"{TITLE} - Example News",
        f"{TITLE} | Example News",
        f"{TITLE}: what we know",
    ],
)
def test_a_near_copy_of_the_title_is_the_title(line):
    assert same_title(line, TITLE)


@pytest.mark.parametrize(
    "line",
    [
        "North Korea sends troops to Russia.",
        "North Korea sends tanks to Iran",
        "North Korea sends troops to Russia and its ministry of defence denies it on Monday in Seoul",
        "",
        "???",
    ],
)
def test_a_sentence_or_another_title_is_not(line):
    assert not same_title(line, TITLE)


def test_another_figure_makes_another_title():
    assert not same_title(
        "Quake toll rises to 12,000 in Turkey", "Quake toll rises to 11,000 in Turkey"
    )


def test_a_title_goes_however_often_it_is_repeated():
    assert without_title([TITLE, TITLE, f"{TITLE}\n{BODY[0]}"], TITLE) == [BODY[0]]


def test_a_title_that_the_page_breaks_over_lines_goes():
    assert without_title(["North Korea sends\ntroops to Russia", *BODY], TITLE) == list(BODY)


def test_title_and_subtitle_on_two_lines_go_where_the_metadata_has_both():
    full = f"{TITLE}: ministry speaks of a first wave"
    assert without_title([TITLE, "Ministry speaks of a first wave", *BODY], full) == list(BODY)
    assert without_title([f"{TITLE}\nMinistry speaks of a first wave", *BODY], full) == list(BODY)


def test_the_title_in_the_middle_stays():
    assert without_title([BODY[0], TITLE, BODY[1]], TITLE) == [BODY[0], TITLE, BODY[1]]


def test_a_text_that_is_only_its_title_is_used_up():
    assert without_title([TITLE], TITLE) == []
