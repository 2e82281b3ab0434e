"""Every rule of this room shows on its examples and stays silent on its counter-examples."""

import re

import pytest

from tocsin.collect.bylines import Bylines, byline_in
from tocsin.collect.dates import Datelines, date_readers
from tocsin.collect.language import FunctionWords, language_of
from tocsin.collect.notices import Notices, notice_in
from tocsin.collect.wires import Wires, wire_of
from tocsin.collect.wording import wordings

ANYWHERE = ("anywhere", "top", "end")
NOTICES = [n for rules in wordings("notices.toml", Notices).values() for n in rules.notices]
WIRES = list(wordings("wires.toml", Wires).values())
FORMS = [form for rules in WIRES for form in rules.forms]
AGENCIES = [agency for rules in WIRES for agency in rules.agencies]
BYLINES = [form for rules in wordings("bylines.toml", Bylines).values() for form in rules.forms]


def cases(rules, kind):
    return [(rule, words) for rule in rules for words in getattr(rule, kind)]


def shows(notice, words):
    return re.compile(notice.pattern, re.IGNORECASE).fullmatch(words) is not None


@pytest.mark.parametrize(("notice", "words"), cases(NOTICES, "example"))
def test_a_notice_is_seen(notice, words):
    assert shows(notice, words)
    assert notice_in(words, *ANYWHERE) is not None


@pytest.mark.parametrize(("notice", "words"), cases(NOTICES, "counter"))
def test_a_sentence_like_a_notice_is_none(notice, words):
    assert not shows(notice, words) or len(words) > notice.longest
    assert notice_in(words, "anywhere") is None


def credited(form, words):
    # One form alone, so that a slip is not covered up by another form.
    names = "|".join(re.escape(w) for a in AGENCIES for w in a.written)
    return re.search(form.pattern.replace("{agency}", f"(?:{names})"), words) is not None


@pytest.mark.parametrize(("form", "words"), cases(FORMS, "example"))
def test_a_credit_is_seen(form, words):
    assert credited(form, words)


@pytest.mark.parametrize(("form", "words"), cases(FORMS, "counter"))
def test_naming_an_agency_is_no_credit(form, words):
    assert not credited(form, words)


@pytest.mark.parametrize(("agency", "words"), cases(AGENCIES, "example"))
def test_an_agency_is_named(agency, words):
    assert wire_of(words) == agency.name


@pytest.mark.parametrize(("agency", "words"), cases(AGENCIES, "counter"))
def test_an_agency_that_is_only_cited_is_not_the_wire(agency, words):
    assert wire_of(words) is None


@pytest.mark.parametrize(("form", "words"), cases(BYLINES, "example"))
def test_a_byline_is_seen(form, words):
    assert byline_in(words)


@pytest.mark.parametrize(("form", "words"), cases(BYLINES, "counter"))
def test_a_sentence_like_a_byline_is_none(form, words):
    assert byline_in(words) is None


@pytest.mark.parametrize("reader", date_readers())
@pytest.mark.parametrize(
    ("rules", "compiled", "seen"),
    [
        (
            "dates",
            "dates",
            lambda reader, pattern, words: pattern.fullmatch(words) and reader.read(words),
        ),
        (
            "lines",
            "lines",
            lambda reader, pattern, words: (
                pattern.fullmatch(words) and reader.read(reader.line(words))
            ),
        ),
        (
            "openings",
            "openings",
            lambda reader, pattern, words: (
                pattern.match(words) and reader.read(reader.opening(words))
            ),
        ),
    ],
)
def test_the_forms_of_dates_show_on_their_examples_only(reader, rules, compiled, seen):
    for rule, pattern in zip(getattr(reader.rules, rules), getattr(reader, compiled), strict=False):
        for words in rule.example:
            assert seen(reader, pattern, words), words
        for words in rule.counter:
            assert not seen(reader, pattern, words), words


def test_function_words_tell_their_language_and_no_other():
    found = wordings("language.toml", FunctionWords)
    assert Datelines in (type(reader.rules) for reader in date_readers())
    for code, rule in found.items():
        assert all(language_of(words) == code for words in rule.example)
        assert all(language_of(words) != code for words in rule.counter)


def test_only_languages_with_the_file_are_asked():
    assert set(wordings("notices.toml", Notices)) == {"en"}
