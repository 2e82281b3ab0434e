from collect.making import BODY, TEXT

from tocsin.collect.body import body_of

TITLE = "North Korea sends troops to Russia"


def test_title_and_notice_go_and_the_rest_stays():
    notice = "The comments posted here are not from Example News."
    found = body_of(f"{TITLE}\n\n{TITLE}\n\n{TEXT}\n\n{notice}", title=None, loose=True)
    assert (found.title, found.text) == (TITLE, TEXT)


def test_strict_text_gives_no_title_of_its_own():
    found = body_of(f"{TITLE}\n\n{TEXT}", title=None, loose=False)
    assert (found.title, found.text) == (None, f"{TITLE}\n\n{TEXT}")


def test_furniture_above_the_title_does_not_hide_it():
    found = body_of(f"Home > News > Asia\n\n{TITLE}\n\n{TEXT}", title=None, loose=True)
    assert (found.title, found.text) == (TITLE, TEXT)
    found = body_of(f"World\n\n{TITLE}\n\n{TEXT}", title=TITLE, loose=False)
    assert found.text == TEXT


def test_a_title_that_reads_like_furniture_is_still_the_title():
    found = body_of(f"Live\n\n{TEXT}", title="Live", loose=False)
    assert (found.title, found.text) == ("Live", TEXT)


def test_a_byline_is_taken_out_and_kept():
    found = body_of(
        f"{TITLE}\n\nBy Jane Smith\n\nDecember 23, 2024\n\n{TEXT}", title=None, loose=True
    )
    assert found.byline == "Jane Smith"
    assert found.text == f"December 23, 2024\n\n{TEXT}"


def test_a_byline_right_above_the_text_is_taken_out():
    found = body_of(f"{TITLE}\n\nBy Jane Smith\n{TEXT}", title=TITLE, loose=False)
    assert (found.byline, found.text) == ("Jane Smith", TEXT)


def test_a_sentence_deep_in_the_text_is_no_byline():
    found = body_of(f"{TEXT}\n\nBy Jane Smith", title=None, loose=False)
    assert found.byline is None


def test_a_report_that_is_only_its_headline_keeps_it_as_text():
    assert body_of(TITLE, title=TITLE, loose=False).text == TITLE


def test_nothing_but_notices_leaves_nothing():
    assert body_of("Advertisement\n\nShare", title=None, loose=False).text == ""


def test_hard_wrapped_text_stays_as_it_is():
    wrapped = "North Korea has sent troops to Russia, the ministry said\non Monday, and more of them are on\ntheir way to the front."
    assert (
        body_of(f"{wrapped}\n\n{BODY[1]}", title=None, loose=True).text == f"{wrapped}\n\n{BODY[1]}"
    )
