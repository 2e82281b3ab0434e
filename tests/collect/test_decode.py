import codecs

import pytest

from tocsin.collect.decode import decode, one_line, tidy


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(name):
    assert decode("Seúl, 서울".encode(name), "latin-1") == ("Seúl, 서울", None)


def test_big_endian_text_is_read_by_its_mark():
    data = codecs.BOM_UTF16_BE + "서울".encode("utf-16-be")
    assert decode(data) == ("서울", None)


def test_utf8_needs_no_declaration_and_beats_a_wrong_one():
    assert decode("“Москва”".encode(), "latin-1") == ("“Москва”", None)


def test_the_declared_character_set_is_used():
    assert decode("Москва".encode("koi8-r"), "koi8-r") == ("Москва", None)


def test_latin1_is_read_as_browsers_read_it():
    assert decode(b"\x93caf\xe9\x94", "iso-8859-1") == ("“café”", None)


def test_an_unknown_declaration_is_passed_over():
    text, problem = decode("Le café français est très agréable à Genève".encode("cp1252"), "x-no")
    assert "caf" in text
    assert "no character set declared" in problem


def test_mixed_encodings_keep_both_and_say_so():
    data = "“Seúl” – Москва, 서울\n".encode() + b"caf\xe9 and \x93so\x94\n"
    text, problem = decode(data)
    assert text == "“Seúl” – Москва, 서울\ncafé and “so”\n"
    assert "mixed encodings" in problem


def test_a_guess_is_said():
    data = ("Северная Корея отправила войска в Россию. " * 20).encode("cp1251")
    text, problem = decode(data)
    assert "Северная Корея" in text
    assert "read as cp1251" in problem


def test_bytes_that_fit_nothing_do_not_raise():
    text, problem = decode(bytes(range(128, 256)) * 3, "ascii-nonsense")
    assert isinstance(text, str)
    assert problem


def test_line_ends_become_plain_and_trailing_blanks_go():
    assert tidy("a  \r\nb\t\rc\u2028d\n\n\n\ne \n\n") == "a\nb\nc\nd\n\ne"


def test_unseen_characters_go_and_joiners_that_spell_words_stay():
    assert tidy("\ufeffa\u200bb\x00c\xadd\u202ee\x07f") == "abcdef"
    assert tidy("می\u200cروم") == "می\u200cروم"


def test_characters_are_kept_as_they_are():
    decomposed = "Se\u0301oul ﬁre … “x” 서울 \U0001f600\u00a0y"
    assert tidy(decomposed) == decomposed


def test_tidying_twice_changes_nothing():
    once = tidy(" a \r\r\r\r b\x0c\u200b ")
    assert tidy(once) == once


def test_a_title_comes_on_one_line():
    assert one_line("  Troops\n leave\t now ") == "Troops leave now"
    assert one_line(" \u200b ") is None
    assert one_line(None) is None
