"""Full-text search: best first, with marks, and an answer to every query."""

import pytest
from builders import TEXT, a_claim, a_reading, a_report

from tocsin.keep.found import ClaimQuery
from tocsin.keep.search import _unmarked

OTHER = "Drones flew over Kursk while troops of the North were absent, Erdoğan said."


@pytest.fixture
def filled(store):
    store.add(a_reading(report=a_report(title="Talks", url="https://a.example/1")))
    store.add(a_reading(a_claim("Drones flew over Kursk", OTHER, "flew"), report=a_report(OTHER)))
    return store


def texts(hits, store):
    return [store.report(hit.report.id).report.text for hit in hits]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("troops", {TEXT, OTHER}),
        ("troops -Kursk", {TEXT}),
        ("dron*", {OTHER}),
        ("ministry OR Kursk", {TEXT, OTHER}),
        ('"troops to Russia"', {TEXT}),
        ('"troops Russia"', set()),
        ("erdogan", {OTHER}),
        ("talks", {TEXT}),
        ("talks troops", {TEXT}),
        ("部队", set()),
        ("3,000", {TEXT}),
        ("the", set()),
        ("zebra", set()),
    ],
)
def test_a_query_finds_the_reports_that_hold_it(filled, query, found):
    assert set(texts(filled.search(query), filled)) == found


def test_a_word_in_the_title_ranks_above_one_in_the_text(filled):
    text = TEXT.replace("Monday", "talks")
    filled.add(a_reading(a_claim(text=text), report=a_report(text, title="Other")))
    assert texts(filled.search("talks"), filled) == [TEXT, text]


def test_the_found_words_are_marked_in_the_snippet(filled):
    [hit] = filled.search("ministry")
    assert [hit.snippet[slice(*mark)] for mark in hit.marks] == ["ministry"]


def test_a_hit_names_the_claims_whose_quotes_hold_the_words(filled):
    [hit] = filled.search("troops Russia")
    assert hit.claims == (a_claim().id,)
    [hit] = filled.search("ministry")
    assert hit.claims == ()


def test_the_limit_holds(filled):
    assert len(filled.search("troops", limit=1)) == 1


def test_one_text_under_two_titles_is_one_hit(filled):
    copy = a_report(title="Talks again", url="https://b.example/1")
    filled.add(a_reading(report=copy))
    assert len(filled.search("talks")) == 1
    assert len(filled.search("again")) == 1


def test_a_replaced_version_is_found_only_in_the_past(filled, clock):
    then = clock.now
    text = "It was a mistake."
    filled.add(
        a_reading(
            a_claim("was a mistake", text, "was"), report=a_report(text, url="https://a.example/1")
        )
    )
    assert texts(filled.search("ministry"), filled) == []
    assert texts(filled.search("ministry", as_of=then), filled) == [TEXT]


def test_claims_are_found_by_the_words_of_their_quotes(filled):
    def quotes(text):
        return [kept.claim.quote for kept in filled.claims(ClaimQuery(text=text))]

    assert quotes("drones") == ["Drones flew over Kursk"]
    assert quotes("absent") == []
    assert quotes("the") == []


def test_marks_that_the_text_itself_holds_do_no_harm():
    assert _unmarked("a\x03b\x02c\x03d\x02") == ("abcd", ((2, 3),))
