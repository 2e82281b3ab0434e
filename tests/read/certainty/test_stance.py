"""The stance of hand-made clauses: status, polarity, certainty, condition, deadline, age."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from read.events.trees import PASSIVE, PLANNED, SENT, STOCK, a_document

from tocsin.read.certainty import certainty_rules, stance
from tocsin.read.events import event_rules, find_events
from tocsin.records import Time

EVENTS = event_rules("en")
RULES = certainty_rules("en")
PUBLISHED = datetime(2024, 12, 23, tzinfo=UTC)

DENIED = """
Moscow 2 nsubj NNP Moscow B-LOC
denied 0 root VBD deny
that 5 mark IN
it 5 nsubj PRP it
attacked 2 ccomp VBD attack
Odesa 5 obj NNP Odesa B-LOC
. 2 punct .
"""

NOT_DONE = """
Moscow 4 nsubj NNP Moscow B-LOC
did 4 aux VBD do
not 4 advmod RB
attack 0 root VB
Odesa 4 obj NNP Odesa B-LOC
. 4 punct .
"""

UNCONFIRMED = """
We 4 nsubj PRP we
can 4 aux MD
not 4 advmod RB
confirm 0 root VB
that 7 mark IN
Moscow 7 nsubj NNP Moscow B-LOC
attacked 4 ccomp VBD attack
Odesa 7 obj NNP Odesa B-LOC
. 4 punct .
"""

MAY = """
Moscow 3 nsubj NNP Moscow B-LOC
may 3 aux MD
attack 0 root VB
Odesa 3 obj NNP Odesa B-LOC
by 8 case IN
the 8 det DT
year 8 compound NN
end 3 obl NN
if 11 mark IN
talks 11 nsubj NNS talk
fail 3 advcl VBP
. 3 punct .
"""

MAY_HAVE = """
Moscow 4 nsubj NNP Moscow B-LOC
may 4 aux MD
have 4 aux VB
attacked 0 root VBN attack
Odesa 4 obj NNP Odesa B-LOC
. 4 punct .
"""

LIKELY = """
Moscow 4 nsubj NNP Moscow B-LOC
will 4 aux MD
likely 4 advmod RB
attack 0 root VB
Odesa 4 obj NNP Odesa B-LOC
. 4 punct .
"""

WILL = """
Moscow 3 nsubj NNP Moscow B-LOC
will 3 aux MD
attack 0 root VB
Odesa 3 obj NNP Odesa B-LOC
. 3 punct .
"""

PREPARING = """
Moscow 3 nsubj NNP Moscow B-LOC
is 3 aux VBZ be
preparing 0 root VBG prepare
to 5 mark TO
attack 3 xcomp VB
Odesa 5 obj NNP Odesa B-LOC
. 3 punct .
"""

ORDERED = """
Kim 3 nsubj NNP Kim B-PER
has 3 aux VBZ have
ordered 0 root VBN order
the 5 det DT
production 3 obj NN
of 7 case IN
drones 5 nmod NNS drone
. 3 punct .
"""


@dataclass(frozen=True)
class Voice:
    cue_class: str = "report"
    cue: tuple = ((900, 905),)
    negated: bool = False
    carried: bool = False


def judged(tree, type_, voices=(), times=()):
    document = a_document(tree, published=PUBLISHED)
    (event,) = [e for e in find_events(document, EVENTS) if e.type == type_]
    return stance(document, event, voices, times, RULES)


def three(found):
    return found.status, found.polarity, found.certainty


def a_time(tree, words, start, end):
    text = a_document(tree).text
    at = text.index(words)
    return Time(span=(at, at + len(words)), text=words, type="DATE", start=start, end=end)


@pytest.mark.parametrize(
    ("tree", "type_", "expected"),
    [
        (SENT, "deployment", ("occurred", "affirmed", "certain")),
        (STOCK, "deployment", ("ongoing", "affirmed", "certain")),
        (PASSIVE, "attack", ("occurred", "affirmed", "certain")),
        (PLANNED, "attack", ("planned", "affirmed", "certain")),
        (PREPARING, "attack", ("prepared", "affirmed", "certain")),
        (ORDERED, "production", ("planned", "affirmed", "certain")),
        (MAY, "attack", ("predicted", "affirmed", "possible")),
        (MAY_HAVE, "attack", ("occurred", "affirmed", "possible")),
        (LIKELY, "attack", ("predicted", "affirmed", "probable")),
        (WILL, "attack", ("planned", "affirmed", "certain")),
        (DENIED, "attack", ("occurred", "denied", "certain")),
        (NOT_DONE, "attack", ("occurred", "denied", "certain")),
        (UNCONFIRMED, "attack", ("occurred", "affirmed", "unknown")),
    ],
)
def test_words_decide_status_polarity_and_certainty(tree, type_, expected):
    assert three(judged(tree, type_)) == expected


def test_an_assessing_voice_makes_a_plain_clause_probable():
    assert judged(SENT, "deployment", [Voice("assess")]).certainty == "probable"


def test_only_the_innermost_voice_counts():
    voices = [Voice("assess"), Voice("report")]
    assert judged(SENT, "deployment", voices).certainty == "certain"


def test_a_voice_that_goes_on_without_its_cue_leaves_certainty():
    assert judged(SENT, "deployment", [Voice("assess", carried=True)]).certainty == "certain"


def test_what_a_voice_cannot_confirm_is_affirmed_and_unknown():
    found = judged(SENT, "deployment", [Voice("confirm", negated=True)])
    assert (found.polarity, found.certainty, found.factuality) == ("affirmed", "unknown", "Uu")


def test_a_denial_that_voice_and_words_share_counts_once():
    at = a_document(DENIED).text.index("denied")
    voice = Voice("deny", cue=((at, at + 6),))
    assert judged(DENIED, "attack", [voice]).polarity == "denied"
    assert judged(SENT, "deployment", [Voice("deny")]).polarity == "denied"


def test_may_gets_no_number_and_likely_gets_its_row():
    assert judged(MAY, "attack").likelihood is None
    term = judged(LIKELY, "attack").likelihood
    assert (term.text, term.low, term.high, term.scheme) == ("likely", 0.55, 0.80, "ICD 203")


def test_hedges_are_the_weakening_words():
    assert [hedge.text for hedge in judged(MAY, "attack").hedges] == ["may"]
    assert judged(SENT, "deployment").hedges == ()


def test_a_condition_is_kept_as_written():
    assert judged(MAY, "attack").condition.text == "if talks fail"
    assert judged(SENT, "deployment").condition is None


def test_a_time_ahead_bounds_what_is_predicted():
    ahead = a_time(MAY, "the year end", date(2024, 12, 23), date(2024, 12, 31))
    assert judged(MAY, "attack", times=[ahead]).deadline == date(2024, 12, 31)
    assert judged(MAY, "attack").deadline is None


def test_what_is_older_than_a_week_is_background():
    old = a_time(SENT, "Russia", date(2024, 10, 1), date(2024, 10, 31))
    new = a_time(SENT, "Russia", date(2024, 12, 20), date(2024, 12, 22))
    assert judged(SENT, "deployment", times=[old]).historical
    assert not judged(SENT, "deployment", times=[new]).historical
    assert not judged(SENT, "deployment").historical


@pytest.mark.parametrize(
    ("tree", "type_", "value"),
    [
        (SENT, "deployment", "CT+"),
        (DENIED, "attack", "CT-"),
        (MAY, "attack", "PS+"),
        (PLANNED, "attack", "PS+"),
        (UNCONFIRMED, "attack", "Uu"),
    ],
)
def test_factuality_follows_the_stance(tree, type_, value):
    assert judged(tree, type_).factuality == value
