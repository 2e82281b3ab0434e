import gzip

from collect.making import TEXT

from tocsin.collect.carriers import read_bytes
from tocsin.collect.found import Draft, Origin


def test_bytes_at_hand_are_read_by_their_kind():
    lines = f'{{"text": "{TEXT.splitlines()[0]}"}}\n{{"text": "b"}}\n'.encode()
    found = list(read_bytes(lines, Origin(where="here")))
    assert [type(item) for item in found] == [Draft, Draft]


def test_an_archive_at_hand_is_not_opened():
    (found,) = read_bytes(gzip.compress(b"x"), Origin(where="here"))
    assert "unpack it first" in found.problems[0]
