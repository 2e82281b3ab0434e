"""What weighing sees of a report: marks of its text and whom it credits, never the text."""

from builders import TEXT, a_claim, a_reading, a_report

from tocsin.run.carrying import carried_from
from tocsin.run.desk import Desk


def carried(*readings):
    with Desk.open(":memory:") as desk:
        list(desk.add_many(readings))
        return list(carried_from(desk._store.carried()))


def test_facts_of_the_sighting_and_claims_come_along():
    [one] = carried(a_reading(report=a_report(url="https://a.example/1", byline="R. Writer")))
    assert (one.report, one.url, one.publisher) == (
        a_report().id,
        "https://a.example/1",
        "Demo Post",
    )
    assert (one.byline, one.claims) == ("R. Writer", (a_claim(),))


def test_a_text_carried_twice_is_fingerprinted_once():
    places = ("https://a.example/1", "https://b.example/1")
    one, other = carried(*(a_reading(report=a_report(url=url)) for url in places))
    assert one.fingerprint is other.fingerprint
    assert len(one.fingerprint.marks) == len(TEXT.split()) - 4


def test_a_credit_in_the_text_is_a_mention():
    text = f"SEOUL (Reuters) - {TEXT}"
    [one] = carried(a_reading(a_claim(text=text), report=a_report(text)))
    assert ("Reuters", "credit") in {(m.name, m.role) for m in one.mentions}


def test_a_language_without_rules_has_marks_and_no_mentions():
    text = "Suomen hallitus kertoi asiasta maanantaina Helsingissä."
    [one] = carried(
        a_reading(a_claim("kertoi", text, "kertoi"), report=a_report(text, language="fi"))
    )
    assert one.fingerprint.marks
    assert one.mentions == ()


def test_a_language_that_is_a_path_leads_nowhere():
    [one] = carried(a_reading(report=a_report(language="../en")))
    assert one.mentions == ()
