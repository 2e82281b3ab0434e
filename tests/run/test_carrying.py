"""What weighing sees of a report: marks of its text and whom it credits, never the text."""

from builders import TEXT, a_claim, a_reading, a_report
from tellings import a_source

from tocsin.errors import StoreError
from tocsin.run.carrying import carried_from, stamp
from tocsin.run.desk import Desk


def carried(*readings):
    with Desk.open(":memory:") as desk:
        list(desk.add_many(readings))
        return list(carried_from(desk._store.carried()))


def test_marks_that_were_kept_equal_those_worked_out_anew():
    text = f"SEOUL (Reuters) - {TEXT}"
    source = a_source("the ministry", text)
    reading = a_reading(a_claim(text=text, sources=(source,)), report=a_report(text, title="Sent"))
    with Desk.open(":memory:") as desk:
        desk.add(reading)
        standing, kept = desk._store.carried(), desk._store.marks(stamp())
        assert len(kept) == 2
        assert list(carried_from(standing, kept)) == list(carried_from(standing))


def test_what_was_kept_is_not_worked_out_again(monkeypatch):
    with Desk.open(":memory:") as desk:
        desk.add(a_reading())
        monkeypatch.setattr("tocsin.run.carrying.fingerprint", None)
        monkeypatch.setattr("tocsin.run.carrying.mentions", None)
        assert len(desk.weighed().carried) == 1


def test_marks_of_another_method_are_left_aside(monkeypatch):
    with Desk.open(":memory:") as desk:
        desk.add(a_reading())
        monkeypatch.setattr("tocsin.run.carrying.stamp", lambda: "marks-other")
        [one] = desk.weighed().carried
        assert one.fingerprint.marks
        desk.add(a_reading())
        assert len(desk._store.marks("marks-other")) == 2


def test_a_desk_without_marks_works_them_out():
    with Desk.open(":memory:") as desk:
        desk._store.add(a_reading())
        assert desk._store.marks(stamp()) == {}
        assert desk.weighed().carried[0].fingerprint.marks


def test_twenty_copies_keep_the_marks_of_one_text():
    with Desk.open(":memory:") as desk:
        for number in range(20):
            report = a_report(publisher="Demo Post", url=f"https://a.example/{number}")
            desk.add(a_reading(report=report))
        kept = desk._store.marks(stamp())
        assert sum(id.startswith("marks_") for id in kept) == 1


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


def test_marks_of_an_older_method_are_made_anew_once(monkeypatch):
    with Desk.open(":memory:") as desk:
        desk.add(a_reading())
        monkeypatch.setattr("tocsin.run.carrying.stamp", lambda: "marks-newer")
        first = desk.weighed().carried
        assert len(desk._store.marks("marks-newer")) == 2
        monkeypatch.setattr("tocsin.run.carrying.fingerprint", None)
        monkeypatch.setattr("tocsin.run.carrying.mentions", None)
        desk._weighed = None
        assert desk.weighed().carried == first


def test_marks_that_cannot_be_kept_are_made_each_time(monkeypatch):
    def refuse(made):
        raise StoreError("may not be written")

    with Desk.open(":memory:") as desk:
        desk.add(a_reading())
        monkeypatch.setattr("tocsin.run.carrying.stamp", lambda: "marks-newer")
        monkeypatch.setattr(desk._store, "keep_marks", refuse)
        assert desk.weighed().carried[0].fingerprint.marks
        assert desk._store.marks("marks-newer") == {}
