import pytest

from tocsin.read.attribution.quotes import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', ['"no"']),
        ("He said “no” twice.", ["“no”"]),
        ("He said ''not now'' twice.", ["''not now''"]),
        ("«Non», dit-il.", ["«Non»"]),
        ("It's Kim's, isn't it.", []),
        ("", []),
        ("“”", []),
    ],
)
def test_quotations_are_found_with_their_marks(text, expected):
    assert [text[start:end] for start, end in quotations(text)] == expected


def test_an_open_quotation_ends_with_its_paragraph():
    text = "“One thing.\nNot this."
    assert [text[start:end] for start, end in quotations(text)] == ["“One thing."]
