"""The front door is what the guide teaches: about twenty names, sorted, and all of them there."""

import tocsin


def test_the_front_door_is_sorted_and_every_name_is_there():
    assert list(tocsin.__all__) == sorted(tocsin.__all__)
    assert all(hasattr(tocsin, name) for name in tocsin.__all__)


def test_nothing_else_that_is_public_stands_in_the_door():
    import types

    public = {
        n for n, v in vars(tocsin).items() if n[0] != "_" and not isinstance(v, types.ModuleType)
    }
    assert public - set(tocsin.__all__) <= {"open_desk"}


def test_read_is_a_call_though_a_room_has_the_same_name():
    from tocsin.read.syntax import Sentence

    assert callable(tocsin.read)
    assert Sentence.__module__ == "tocsin.read.syntax"
