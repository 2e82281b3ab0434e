"""The shipped gazetteer, and what is said when it is not there."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from tocsin.errors import SetupError
from tocsin.run.gazetteer import open_gazetteer

SHIPPED = Path(str(files("tocsin").joinpath("models", "places")))


@pytest.mark.parametrize(
    ("name", "country"),
    [("Kyiv", "UA"), ("Sanaa", "YE"), ("El Fasher", "SD"), ("Bakhmut", "UA"), ("Goma", "CD")],
)
def test_the_shipped_gazetteer_knows_towns_at_war(name, country):
    assert open_gazetteer().lookup(name)[0].country == country


def test_a_state_has_an_id_and_a_point():
    gazetteer = open_gazetteer()
    states = [gazetteer.state(code) for code in ("RU", "UA", "KP", "KR", "SD", "YE", "IL", "SS")]
    assert all(state.geonames and state.lat is not None for state in states)


def test_a_missing_gazetteer_is_named_with_its_mend(tmp_path):
    with pytest.raises(SetupError, match=r"no places\.json: install tocsin again"):
        open_gazetteer(tmp_path)


def test_a_damaged_gazetteer_is_named_with_its_mend(tmp_path):
    shutil.copytree(SHIPPED, tmp_path / "places")
    (tmp_path / "places" / "keys.npy").write_bytes(b"no array")
    with pytest.raises(SetupError, match="damaged"):
        open_gazetteer(tmp_path / "places")


def test_a_gazetteer_of_another_format_is_refused(tmp_path):
    shutil.copytree(SHIPPED, tmp_path / "places")
    (tmp_path / "places" / "places.json").write_text('{"format": 99}')
    with pytest.raises(SetupError, match="format 99"):
        open_gazetteer(tmp_path / "places")
