"""A file and a server answer alike: the same is kept, found and shown, in the same order."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from builders import a_claim, a_reading, a_report
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from strategies import arrivals, odd_text, readings

from tocsin.keep.found import ClaimQuery, ReportQuery
from tocsin.keep.store import Store

thorough = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
NOW = datetime(2026, 1, 2, tzinfo=UTC)
# Few words, so that queries find some of them; signs that part, join or mean something in a query.
words = st.text("abÉé '-.*\"\x00\u0301部", max_size=12)
terms = st.sampled_from(["a", "b*", '"a b"', "-a", '-"b a"', "OR", "é", "E", "a-b", "部", "a.b*"])


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    Store.open(path, clock=lambda: NOW).close()
    return path


@pytest.fixture
def both(empty, server, tmp_path):
    """Return a function that gives two new stores: in a file and on a server."""

    def stores():
        addresses = shutil.copy(empty, tmp_path / "desk.db"), server.desk()
        return [Store.open(address, clock=lambda: NOW) for address in addresses]

    return stores


def alike(stores, ask):
    answers = [ask(store) for store in stores]
    for store in stores:
        store.close()
    assert answers[0] == answers[1]
    return answers[0]


@thorough
@given(readings())
def test_a_reading_comes_back_from_both_as_it_went_in(both, reading):
    def ask(store):
        added = store.add(reading)
        return added, store.report(added.report), store.claims(ClaimQuery()), store.problems()

    assert alike(both(), ask)[1] == reading


@thorough
@given(st.lists(arrivals(), max_size=6))
def test_both_say_the_same_of_what_stands(both, arrived):
    def ask(store):
        added = [store.add(reading, collected_at=at) for reading, at in arrived]
        traced = [store.why(reading.report.id) for reading, _ in arrived]
        return added, store.reports(ReportQuery()), store.summary(), store.carried(), traced

    alike(both(), ask)


@thorough
@given(st.lists(st.tuples(words, words), min_size=1, max_size=5), st.lists(terms, max_size=4))
@example([("a b", "b a"), ("", "b\u0301a b.a")], ['"a b"', '-"b a"'])
def test_both_find_the_same(both, pages, asked):
    def ask(store):
        for title, text in pages:
            if text:
                reading = a_reading(a_claim(text, text, text), report=a_report(text, title=title))
                store.add(replace(reading, reader=title))
        hits = store.search(" ".join(asked))
        quoted = store.claims(ClaimQuery(text=" ".join(asked)))
        return {(h.report.id, h.claims) for h in hits}, {kept.claim.id for kept in quoted}

    alike(both(), ask)


@thorough
@given(odd_text)
@example("3\U00011ef3")
def test_both_answer_whatever_is_asked(both, query):
    def ask(store):
        store.add(a_reading())
        held = ClaimQuery(source=query, place=query, text=query)
        return len(store.search(query)), store.claims(held), store.problems(origin=query)

    alike(both(), ask)
