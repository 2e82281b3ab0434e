"""The conformance suite passes the built-in store and fails one that breaks a law."""

import shutil
from dataclasses import replace
from itertools import count

import pytest
from databases import on_sqlite

from tocsin.errors import InputError
from tocsin.grade.check_store import CHECKS, check_store
from tocsin.keep.found import Hit
from tocsin.run.desk import Desk


@pytest.fixture
def new(database, tmp_path, request):
    """Return a function that opens a new desk of a kind; a copy of a new desk is a new desk."""
    if database == "postgresql":
        server = request.getfixturevalue("server")
        return lambda kind: kind.open(server.desk())
    empty, numbers = tmp_path / "empty.db", count()
    Desk.open(empty).close()
    return lambda kind: kind.open(shutil.copy(empty, tmp_path / f"{next(numbers)}.db"))


def test_the_built_in_store_passes_every_check(new):
    held = check_store(lambda: new(Desk))
    assert len(held) == len(CHECKS)
    assert all(sentence.endswith(".") for sentence in held)


class Forgetful(Desk):
    def report(self, given, *, as_of=None):
        return replace(super().report(given, as_of=as_of), sentences=())


class Repeating(Desk):
    def add(self, reading, *, collected_at=None):
        return replace(super().add(reading, collected_at=collected_at), state="added")


class Blurred(Desk):
    def claims(self, **query):
        return super().claims(**{**query, "place": None})


class Wordless(Desk):
    def search(self, query, limit=20, *, as_of=None):
        return [replace(hit, marks=()) for hit in super().search(query, limit, as_of=as_of)]


class Timeless(Desk):
    def claims(self, **query):
        return super().claims(**{**query, "as_of": None})


class Eager(Desk):
    def search(self, query, limit=20, *, as_of=None):
        return super().search("rebels", limit) or [Hit]


class Guessing(Desk):
    def why(self, given):
        try:
            return super().why(given)
        except InputError:
            return None


class Careless(Desk):
    def pass_over(self, origin, words):
        pass


@on_sqlite
class Narrow(Desk):
    def origins(self, *, as_of=None):
        return super().origins()


class Yielding(Desk):
    def override(self, source, letter, *, by, why):
        return True


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (Narrow, "Weighing sees every place"),
        (Yielding, "An analyst's grade of a source"),
        (Forgetful, "What comes back equals what went in"),
        (Repeating, "Adding the same twice adds nothing"),
        (Blurred, "Claims are found by what"),
        (Timeless, "A view as of a past time"),
        (Eager, "Search finds reports by words"),
        (Wordless, "A hit shows the found words"),
        (Guessing, "An id that is not there"),
        (Careless, "What was passed over is kept"),
    ],
)
def test_a_store_that_breaks_a_law_is_told_which(broken, sentence, new):
    with pytest.raises(AssertionError, match=sentence):
        check_store(lambda: new(broken))
