"""The record of a source, and the letter that it earns."""

from datetime import UTC, datetime

from tellings import copied, one_event, origins_of, own, said

from tocsin.records import Override, Relation
from tocsin.weigh.reliability import earn

SEEN = datetime(2024, 1, 1, tzinfo=UTC)


def told(number, source="Seoul", publisher="Post", day=7):
    text = f"troops came {number}, {source} said"
    return said(
        text, trigger="came", type="deployment", source=source, publisher=publisher, day=day
    )


def between(one, other, kind="corroborates", **parts):
    claims = one.claims[0].id, other.claims[0].id
    plain = {"event": "event_1", "independent": True}
    return Relation(
        id=f"relation_{claims}", kind=kind, claim=claims[0], other=claims[1], **{**plain, **parts}
    )


def records(*carried, relations=(), events=(), origins=None, overrides=()):
    found = earn(
        carried, events, relations, own(*carried) if origins is None else origins, overrides
    )
    return {record.source: record for record in found}


def settled(count, kind="corroborates", **parts):
    """The record of Seoul after `count` of its claims were settled by Kyiv."""
    pairs = [(told(n), told(n, "Kyiv", "Other", day=8)) for n in range(count)]
    relations = [between(other, one, kind, **parts) for one, other in pairs]
    return records(*(one for pair in pairs for one in pair), relations=relations)["Seoul"]


def test_a_source_without_settled_claims_is_unknown():
    record = records(told(1))["Seoul"]
    assert (record.claims, record.n, record.rate, record.reliability) == (1, 0, None, "F")


def test_few_settled_claims_leave_it_unknown():
    record = settled(4)
    assert (record.n, record.confirmed, record.reliability) == (4, 4, "F")


def test_a_good_record_is_earned_slowly():
    assert settled(5).reliability == "B"
    assert settled(12).reliability == "A"
    assert settled(12).rate == 14 / 16


def test_contradicted_claims_cost_the_letter():
    record = settled(8, "contradicts", differs=("figure",))
    assert (record.contradicted, record.reliability) == (8, "E")


def test_what_a_source_corrects_itself_counts_as_corrected():
    one, other = told(1), told(2, day=8)
    corrects = between(other, one, "corrects", independent=False)
    record = records(one, other, relations=[corrects])["Seoul"]
    assert (record.corrected, record.n) == (1, 1)


def test_what_is_not_independent_or_not_comparable_settles_nothing():
    assert settled(6, independent=False).n == 0
    assert settled(6, "contradicts", why_not="another date").n == 0
    assert settled(6, "updates").n == 0


def test_several_claims_about_one_event_are_settled_once():
    carried = [told(n) for n in range(3)]
    other = told(9, "Kyiv", "Other")
    relations = [between(other, one) for one in carried]
    record = records(*carried, other, relations=relations, events=[one_event(*carried)])["Seoul"]
    assert (record.claims, record.n) == (3, 1)


def test_voices_in_balance_settle_nothing():
    one, yes, no = told(1), told(2, "Kyiv", "A"), told(3, "Kremlin", "B")
    relations = [between(yes, one), between(no, one, "denies")]
    assert records(one, yes, no, relations=relations)["Seoul"].n == 0


def test_copies_are_counted_at_the_copier_and_settle_nothing():
    first = told(1)
    copy = copied(first, publisher="Copy Times")
    found = records(first, copy, origins=origins_of((first, copy)))
    assert (found["Copy Times"].copied, found["Copy Times"].claims) == (1, 0)
    assert found["Seoul"].claims == 1


def test_a_publisher_answers_for_what_it_says_in_its_own_voice():
    text = "troops came"
    found = records(said(text, trigger="came", type="deployment", publisher="Post"))
    assert found["Post"].kind == "publisher"
    assert found["Post"].claims == 1


def test_who_was_first_of_several_is_counted():
    one, other = told(1, day=6), told(2, "Kyiv", "Other", day=7)
    found = records(one, other, events=[one_event(one, other)])
    assert (found["Seoul"].first, found["Kyiv"].first) == (1, 0)


def test_an_analysts_grade_stands_beside_the_earned_one():
    def override(letter, day):
        at = datetime(2024, 1, day, tzinfo=UTC)
        return Override(source="Seoul", reliability=letter, by="Kim", why="seen", at=at)

    found = records(told(1), overrides=[override("C", 2), override("B", 1)])
    assert found["Seoul"].override.reliability == "C"
    assert found["Seoul"].reliability == "F"


def test_a_grade_of_a_source_that_has_said_nothing_yet_is_kept():
    override = Override(source="Oslo", reliability="A", by="Kim", why="known", at=SEEN)
    record = records(overrides=[override])["Oslo"]
    assert (record.claims, record.override) == (0, override)
