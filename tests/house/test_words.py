"""Three numbers, three words: what a field of a record may be called."""

import dataclasses

import tocsin.records
from tocsin.records import Cue

FORBIDDEN = ("score", "confidence", "probability", "trust")


def test_no_record_calls_a_number_score_or_confidence():
    kinds = [v for v in vars(tocsin.records).values() if dataclasses.is_dataclass(v)]
    names = [f.name for kind in kinds for f in dataclasses.fields(kind)] + list(Cue.__annotations__)
    assert len(names) > 80
    assert not [name for name in names if any(word in name for word in FORBIDDEN)]
