"""The doctor looks at everything, and one sick part never hides the others."""

import pytest

from tocsin.errors import SetupError
from tocsin.show.cli import health

NAMES = ["model", "languages", "gazetteer", "reading", "desk", "weighed", "demo"]


@pytest.fixture
def healthy(monkeypatch):
    for step in ("_model", "_languages", "_gazetteer", "_reading"):
        monkeypatch.setattr(health, step, lambda: "fine")


@pytest.mark.usefixtures("healthy")
def test_health_is_exit_code_zero(tocsin):
    ran = tocsin("doctor")
    assert ran.code == 0
    assert all(name in ran.out for name in NAMES)


@pytest.mark.usefixtures("healthy")
@pytest.mark.parametrize(
    "error", [SetupError("the model is damaged: install again"), ValueError("x")]
)
def test_a_problem_is_exit_code_one_and_the_rest_is_still_looked_at(tocsin, monkeypatch, error):
    def sick():
        raise error

    monkeypatch.setattr(health, "_model", sick)
    ran = tocsin("doctor")
    assert ran.code == 1
    assert len([line for line in ran.out.splitlines() if line.startswith("problem")]) == 1
    assert str(error) in ran.out
    assert all(name in ran.out for name in NAMES)


@pytest.mark.usefixtures("healthy")
def test_the_desk_is_counted(tocsin, desk):
    said = " ".join(tocsin("doctor", "--db", desk).out.split())
    assert "1 report, 3 claims" in said


@pytest.mark.usefixtures("healthy")
def test_what_was_weighed_is_counted_where_it_lies(tocsin, tmp_path, monkeypatch):
    monkeypatch.setattr("tocsin.run.shelf.shelves", lambda: tmp_path / "weighed")
    assert "0 weighed views in" in tocsin("doctor").out
    for part in ("origins", "events"):
        (tmp_path / "weighed" / "one").mkdir(parents=True, exist_ok=True)
        (tmp_path / "weighed" / "one" / part).write_bytes(bytes(400_000))
    assert "1 weighed view, 0.8 MB in" in " ".join(tocsin("doctor").out.split())


@pytest.mark.usefixtures("healthy")
def test_a_desk_that_is_no_database_is_a_problem(tocsin, tmp_path):
    (tmp_path / "x.db").write_text("no database " * 100)
    assert tocsin("doctor", "--db", tmp_path / "x.db").code == 1


@pytest.mark.usefixtures("healthy")
def test_a_place_that_cannot_be_written_is_a_problem(tocsin, tmp_path, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)
    ran = tocsin("doctor", "--db", tmp_path / "none.db")
    assert ran.code == 1
    assert "use --db" in ran.out
