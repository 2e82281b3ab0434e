"""Words are cut as SQLite cuts them, sign for sign."""

import sqlite3
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.keep.tokens import LONGEST, tokens, words_in_a_row

# What SQLite, whose tables are of Unicode 6.1, knows for sure.
OLD = unicodedata.ucd_3_2_0
# Two marks that Unicode has moved from letters to marks since.
MOVED = {0x1885, 0x1886}


def cut_by_sqlite(texts):
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'unicode61 remove_diacritics 2')"
    )
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
    connection.executemany("INSERT INTO t VALUES (?)", [(text,) for text in texts])
    found = [[] for _ in texts]
    for word, row in connection.execute("SELECT term, doc FROM v ORDER BY doc, offset"):
        found[row - 1].append(word)
    connection.close()
    return found


def cut_here(text):
    return [token.word for token in tokens(text)]


def test_every_sign_is_a_letter_or_parts_words_as_on_sqlite():
    known = (n for n in range(1, 0x30000) if OLD.category(chr(n)) not in {"Cn", "Cs"})
    signs = [chr(n) for n in known if n not in MOVED]
    by_sqlite = cut_by_sqlite([f"aa{sign}zz" for sign in signs])
    differing = [
        (sign, cut)
        for sign, cut in zip(signs, by_sqlite, strict=True)
        # Twice accented letters keep both accents there.
        if cut != cut_here(f"aa{sign}zz") and sign not in "Ǡǡ"
    ]
    assert len(signs) > 90_000
    assert differing == []


@settings(max_examples=200, deadline=None)
@given(st.text("aB1 .-'éЙйßİ\u0301部队حرب_*\"\n", max_size=60))
def test_a_text_is_cut_as_on_sqlite(text):
    assert [cut_here(text)] == cut_by_sqlite([text])


def test_each_word_says_where_it_stands():
    text = "Ça: u\u0308ber 3,000"
    assert [text[slice(*token.span)] for token in tokens(text)] == ["Ça", "u\u0308ber", "3", "000"]


def test_a_word_without_end_is_cut():
    [token] = tokens("x" * 10_000)
    assert len(token.word) == LONGEST
    assert token.span == (0, 10_000)


def test_words_in_a_row_stand_between_blanks():
    assert words_in_a_row("") == " "
    assert words_in_a_row("Test-fire!") == " test fire "
