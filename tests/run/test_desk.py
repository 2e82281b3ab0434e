"""The desk: what the front door opens."""

import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from builders import TEXT, a_claim, a_reading, a_report

import tocsin
from tocsin.errors import InputError, StoreError
from tocsin.records import Place, Source
from tocsin.run import desk as desk_module
from tocsin.run.desk import Desk

SOURCE = Source(
    name="Ministry of Defence",
    text="the ministry",
    span=(0, 1),
    kind="organisation",
    factuality="CT+",
    evidential="hearsay",
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    path = tmp_path_factory.mktemp("empty") / "desk.db"
    Desk.open(path).close()
    return path


@pytest.fixture
def desk(empty, tmp_path):
    # Making the tables takes long; a copy of a new desk is a new desk.
    with Desk.open(shutil.copy(empty, tmp_path / "copy.db")) as opened:
        yield opened


@pytest.fixture
def filled(desk):
    place = Place(span=(0, 1), text="Russia", name="Russia", country="RU")
    desk.add(a_reading(a_claim(sources=(SOURCE,), place=place), problems=("odd",)))
    return desk


def test_a_desk_is_made_where_it_is_opened_and_is_there_the_next_time(tmp_path):
    with tocsin.open(tmp_path / "desk.db") as desk:
        added = desk.add(a_reading())
    with Desk.open(f"sqlite:///{tmp_path}/desk.db") as desk:
        assert desk.report(added.report) == a_reading()


def test_without_an_address_a_desk_lies_in_the_folder_of_work(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Desk.open().close()
    assert Path("tocsin.db").exists()


def test_what_is_added_carries_the_time_of_the_clock(desk):
    before = datetime.now(UTC)
    desk.add(a_reading())
    [report] = desk.reports()
    assert before <= report.believed_at == report.collected_at <= datetime.now(UTC)


def test_the_time_of_collection_may_be_given(desk):
    then = datetime(2024, 10, 22, tzinfo=UTC)
    desk.add(a_reading(), collected_at=then)
    assert desk.reports()[0].collected_at == then


def test_many_are_added_as_they_come(desk):
    taken = []

    def readings():
        for text in (TEXT, f"{TEXT} Again."):
            taken.append(text)
            yield a_reading(a_claim(text=text), report=a_report(text))

    adding = desk.add_many(readings())
    assert next(adding).state == "added"
    assert taken == [TEXT]
    assert desk.summary().reports == 1
    assert [added.state for added in adding] == ["added"]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"type": "deployment"},
        {"type": ["coup", "deployment"]},
        {"status": "occurred", "country": {"RU", "KP"}},
        {"source": "ministry", "place": "Russia"},
        {"since": datetime(2024, 10, 21, tzinfo=UTC), "until": datetime(2024, 10, 21, tzinfo=UTC)},
        {"report": a_report().id, "text": "troops", "limit": None},
    ],
)
def test_claims_are_asked_for_by_name(filled, query):
    assert [kept.claim.quote for kept in filled.claims(**query)] == [a_claim().quote]


@pytest.mark.parametrize(
    "query",
    [
        {"type": ()} | {"status": "planned"},
        {"country": ["UA"]},
        {"happened_since": date(2024, 1, 1)},
        {"as_of": datetime(2020, 1, 1, tzinfo=UTC)},
        {"limit": 0},
    ],
)
def test_claims_that_are_not_asked_for_stay_away(filled, query):
    assert filled.claims(**query) == []


def test_a_desk_lists_searches_and_explains(filled):
    [report] = filled.reports(publisher="demo", language="en")
    [hit] = filled.search("troops", 5)
    assert hit.report.id == report.id
    assert filled.why(hit.claims[0]).words == a_claim().quote
    assert filled.summary().claims == 1
    assert [problem.words for problem in filled.problems(origin=report.id)] == ["odd"]


def test_a_file_that_gave_no_report_is_a_problem(desk):
    desk.pass_over("bad.bin", "not text")
    assert [problem.origin for problem in desk.problems()] == ["bad.bin"]


def test_errors_are_those_that_the_front_door_names(desk, tmp_path):
    with pytest.raises(InputError):
        desk.report("report_zz")
    with pytest.raises(StoreError):
        Desk.open(tmp_path)


def test_every_name_that_the_desk_gives_out_is_there():
    assert all(hasattr(desk_module, name) for name in desk_module.__all__)


def test_the_desk_is_known_without_a_database_library():
    code = (
        "import sys, tocsin.run.desk; print(sorted({'sqlalchemy', 'alembic'} & set(sys.modules)))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_an_up_to_date_desk_opens_without_the_migration_library(tmp_path):
    path = tmp_path / "desk.db"
    Desk.open(path).close()
    code = f"import sys; from tocsin.run.desk import Desk; Desk.open({str(path)!r}).close()"
    code += "; print('alembic' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"
