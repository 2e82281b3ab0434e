"""A small gazetteer, built as the real one is, for tests that need no more than a few places."""

import numpy as np

from tocsin.read.places import Arrays, Gazetteer
from tocsin.read.places.fold import fold, key_of

KINDS = ("city", "capital", "country", "admin", "district")
LAYOUT = [
    ("lat", "<f4"), ("lon", "<f4"), ("population", "<u4"), ("geonames", "<u4"),
    ("country", "<u2"), ("admin", "<u2"), ("kind", "u1"), ("name", "<u4"), ("size", "u1"),
]  # fmt: skip
# name, lat, lon, population, id, country, division, kind, other names, ISO code of a division
PLACES = [
    ("Russia", 60.0, 100.0, 144_000_000, 2017370, "RU", "", "country", (), ""),
    ("Ukraine", 49.0, 32.0, 44_000_000, 690791, "UA", "", "country", (), ""),
    ("France", 46.0, 2.0, 67_000_000, 3017382, "FR", "", "country", (), ""),
    ("Georgia", 42.0, 43.5, 3_700_000, 614540, "GE", "", "country", (), ""),
    ("United States", 38.0, -97.0, 327_000_000, 6252001, "US", "", "country", (), ""),
    ("Yemen", 15.0, 48.0, 28_000_000, 69543, "YE", "", "country", (), ""),
    ("Jordan", 31.0, 36.0, 10_000_000, 248816, "JO", "", "country", (), ""),
    ("Georgia", 32.3, -83.4, 0, 4197000, "US", "GA", "admin", (), "US-GA"),
    ("Texas", 31.5, -99.3, 0, 4736286, "US", "TX", "admin", (), "US-TX"),
    ("Kurskaja oblast'", 51.7, 36.2, 0, 0, "RU", "", "admin", ("Kursk",), "RU-KRS"),
    ("Lamar County", 33.7, -95.6, 0, 0, "US", "TX", "district", (), ""),
    ("Moscow", 55.75, 37.6, 10_400_000, 524901, "RU", "", "capital", (), ""),
    ("Kyiv", 50.45, 30.5, 2_950_000, 703448, "UA", "", "capital", ("Kiev",), ""),
    ("Kursk", 51.7, 36.2, 450_000, 538560, "RU", "", "city", (), ""),
    ("Ryazan’", 54.63, 39.7, 525_000, 500096, "RU", "", "city", (), ""),
    ("Paris", 48.85, 2.35, 2_100_000, 2988507, "FR", "", "capital", (), ""),
    ("Paris", 33.66, -95.56, 24_800, 4717560, "US", "TX", "city", (), ""),
    ("Atlanta", 33.75, -84.4, 498_000, 4180439, "US", "GA", "city", (), ""),
    ("Al Ḩudaydah", 14.8, 42.95, 734_000, 79415, "YE", "", "city", ("Hodeida",), ""),
]


def a_gazetteer():
    countries, admins = (sorted({p[i] for p in PLACES}) for i in (5, 6))
    table, blob = np.zeros(len(PLACES), dtype=LAYOUT), b""
    posts: dict[int, list[tuple[int, int]]] = {}
    begins = set()
    for i, (name, lat, lon, people, number, country, admin, kind, others, _) in enumerate(PLACES):
        row = (lat, lon, people, number, countries.index(country), admins.index(admin))
        table[i] = (*row, KINDS.index(kind), len(blob), len(name.encode()))
        blob += name.encode()
        for rank, each in [(0, name), *((2, other) for other in others)]:
            words = fold(each).split(" ")
            posts.setdefault(key_of(fold(each)), []).append((i, rank))
            begins |= {key_of(" ".join(words[:n])) for n in range(1, len(words))}
    return Gazetteer(
        _arrays(table, blob, posts, begins),
        {
            "kinds": KINDS,
            "countries": countries,
            "admins": admins,
            "divisions": {p[9]: i for i, p in enumerate(PLACES) if p[9]},
            "states": {p[5]: i for i, p in enumerate(PLACES) if p[7] == "country"},
        },
    )


def _arrays(table, blob, posts, begins):
    keys = sorted(posts.keys() | begins)
    flat = [post for key in keys for post in posts.get(key, [])]
    counts = np.array([len(posts.get(key, [])) for key in keys])
    return Arrays(
        table=table,
        names=np.frombuffer(blob, dtype=np.uint8),
        keys=np.array(keys, dtype=np.uint64),
        first=np.concatenate([[0], counts.cumsum()]).astype(np.uint32),
        begins=np.array([key in begins for key in keys], dtype=np.uint8),
        posts=np.array([i for i, _ in flat], dtype=np.uint32),
        ranks=np.array([rank for _, rank in flat], dtype=np.uint8),
    )
