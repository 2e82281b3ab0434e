"""Tense decides which March is meant."""

import pytest

MET = [
    ("They", "PRP", 1, "nsubj"), ("met", "VBD", 1, "root"), ("in", "IN", 3, "case"),
    ("March", "NNP", 1, "obl"),
]  # fmt: skip
WILL_MEET = [
    ("They", "PRP", 2, "nsubj"), ("will", "MD", 2, "aux"), ("meet", "VB", 2, "root"),
    ("in", "IN", 4, "case"), ("March", "NNP", 2, "obl"),
]  # fmt: skip
AGREED_TO_MEET = [
    ("They", "PRP", 1, "nsubj"), ("agreed", "VBD", 1, "root"), ("to", "TO", 3, "mark"),
    ("meet", "VB", 1, "xcomp"), ("in", "IN", 5, "case"), ("March", "NNP", 3, "obl"),
]  # fmt: skip


def test_the_governing_verb_tells_past_from_future(times_of):
    assert times_of("They met in March", tree=MET)[0].value == "2024-03"
    assert times_of("They will meet in March", tree=WILL_MEET)[0].value == "2025-03"
    assert times_of("They agreed to meet in March", tree=AGREED_TO_MEET)[0].value == "2025-03"


def test_without_a_parse_the_nearest_telling_word_decides(times_of):
    assert times_of("They met in March.")[0].value == "2024-03"
    assert times_of("They will meet in March.")[0].value == "2025-03"


def test_a_weekday_is_the_last_one_or_the_next(times_of):
    assert times_of("It fired on Friday.")[0].value == "2024-12-20"
    assert times_of("It will fire on Friday.")[0].value == "2024-12-27"


def test_a_verb_is_no_month(times_of):
    tree = [("They", "PRP", 2, "nsubj"), ("May", "MD", 2, "aux"), ("go", "VB", 2, "root")]
    assert times_of("They May go", tree=tree) == []


def test_a_month_inside_a_longer_name_is_no_time(times_of):
    name = [("April", "NNP", 2, "nsubj", "B-PER"), ("Jones", "NNP", 0, "flat", "I-PER")]
    tree = [*name, ("left", "VBD", 2, "root")]
    assert times_of("April Jones left", tree=tree) == []


def test_a_weekday_taken_for_a_name_of_one_word_is_still_a_time(times_of):
    tree = [("Saturday", "NNP", 1, "obl", "B-ORG"), ("fell", "VBD", 1, "root")]
    assert [t.value for t in times_of("Saturday fell", tree=tree)] == ["2024-12-21"]


def tree_of(rows):
    """Return a tree from "word tag head relation" rows."""
    parts = [row.split() for row in rows]
    return [(word, tag, int(head), relation) for word, tag, head, relation in parts]


VOTES = ["They PRP 1 nsubj", "vote VBP 1 root", "Friday NNP 1 obl"]
HIT = ["Shells NNS 1 nsubj", "hit VBP 1 root", "Friday NNP 1 obl"]
PROBE = [
    "They PRP 2 nsubj", "are VBP 2 aux", "probing VBG 2 root", "Friday NNP 5 nmod", "'s POS 3 case",
    "blast NN 2 obj",
]  # fmt: skip
TO_MEET = ["Envoys NNS 2 nsubj", "to TO 2 mark", "meet VB 2 root", "Friday NNP 2 obl"]
WILL_HAVE = [
    "They PRP 3 nsubj", "will MD 3 aux", "have VB 3 aux", "left VBN 3 root", "by IN 5 case",
    "Friday NNP 3 obl",
]  # fmt: skip
HAVE_UNTIL = ["They PRP 1 nsubj", "have VBP 1 root", "until IN 3 case", "Friday NNP 1 obl"]
FAILED = [
    "They PRP 1 nsubj", "failed VBD 1 root", "to TO 3 mark", "agree VB 1 xcomp", "Friday NNP 3 obl",
]  # fmt: skip
PLAN = [
    "Their PRP$ 1 nmod", "plan NN 5 nsubj", "to TO 3 mark", "march VB 1 acl", "Friday NNP 3 obl",
    "failed VBD 5 root",
]  # fmt: skip
PLANNED = ["It PRP 1 nsubj", "planned VBN 1 root", "for IN 3 case", "Friday NNP 1 obl"]
MAY_GO = ["They PRP 2 nsubj", "may MD 2 aux", "go VB 2 root", "Friday NNP 2 obl"]
HELD = ["It PRP 1 nsubj", "held VBN 1 root", "Friday NNP 1 obl"]
SAY = ["They PRP 1 nsubj", "say VBP 1 root", "Friday NNP 1 obl"]
AHEAD, BACK = "2024-12-27", "2024-12-20"


@pytest.mark.parametrize(
    ("text", "rows", "day"),
    [
        ("They vote Friday", VOTES, AHEAD),
        ("Shells hit Friday", HIT, BACK),
        ("Envoys to meet Friday", TO_MEET, AHEAD),
        ("They will have left by Friday", WILL_HAVE, AHEAD),
        ("They have until Friday", HAVE_UNTIL, AHEAD),
        ("They failed to agree Friday", FAILED, BACK),
        ("Their plan to march Friday failed", PLAN, AHEAD),
        ("It planned for Friday", PLANNED, AHEAD),
        ("They may go Friday", MAY_GO, AHEAD),
        ("It held Friday", HELD, BACK),
        ("They say Friday", SAY, BACK),
    ],
)
def test_a_plan_is_told_by_the_verb_that_has_the_day(times_of, text, rows, day):
    assert [t.value for t in times_of(text, tree=tree_of(rows))] == [day]


def test_the_day_of_a_noun_is_not_that_of_a_verb_going_on(times_of):
    (time,) = times_of("They are probing Friday's blast", tree=tree_of(PROBE))
    assert time.value == BACK


def test_a_capital_word_is_no_verb_of_the_future(times_of):
    assert times_of("In May and on Friday it fell.")[-1].value == BACK


def test_what_is_past_in_form_may_stand_under_a_future(times_of):
    assert times_of("It will be held on Friday.")[0].value == AHEAD
    assert times_of("It may have been held on Friday.")[0].value == BACK


def test_monday_of_what_happened_is_past_whatever_its_clause_tells(days_of):
    tree = [
        ("Monday", "NNP", 2, "nmod:poss"),
        ("'s", "POS", 0, "case"),
        ("ruling", "NN", 4, "nsubj"),
        ("will", "MD", 4, "aux"),
        ("cost", "VB", 4, "root"),
        ("jobs", "NNS", 4, "obj"),
    ]
    assert days_of("Monday's ruling will cost jobs.", published="2024-12-25", tree=tree) == (
        "2024-12-23/2024-12-23"
    )


def test_a_plan_that_had_been_is_past(days_of):
    tree = [
        ("It", "PRP", 3, "nsubj"),
        ("had", "VBD", 3, "aux"),
        ("been", "VBN", 3, "aux"),
        ("planned", "VBN", 3, "root"),
        ("for", "IN", 5, "case"),
        ("Monday", "NNP", 3, "obl"),
    ]
    assert days_of("It had been planned for Monday.", published="2024-12-25", tree=tree) == (
        "2024-12-23/2024-12-23"
    )


def test_what_runs_through_friday_ends_on_the_next_one(days_of):
    tree = [
        ("Talks", "NNS", 1, "nsubj"),
        ("run", "VBP", 1, "root"),
        ("through", "IN", 3, "case"),
        ("Friday", "NNP", 1, "obl"),
    ]
    assert days_of("Talks run through Friday.", published="2024-12-23", tree=tree) == (
        "2024-12-23/2024-12-27"
    )


def test_what_figures_are_about_is_not_when_they_are_due(days_of):
    tree = [
        ("Figures", "NNS", 5, "nsubj"),
        ("for", "IN", 2, "case"),
        ("February", "NNP", 0, "nmod"),
        ("will", "MD", 5, "aux"),
        ("be", "VB", 5, "cop"),
        ("late", "JJ", 5, "root"),
    ]
    assert days_of("Figures for February will be late.", published="2025-03-12", tree=tree) == (
        "2025-02-01/2025-02-28"
    )


SET_FOR = [
    ("They", "PRP", 1, "nsubj"), ("set", "VBD", 1, "root"), ("elections", "NNS", 1, "obj"),
    ("for", "IN", 4, "case"), ("Friday", "NNP", 1, "obl"),
]  # fmt: skip
ADJOURNED = [
    ("They", "PRP", 1, "nsubj"), ("adjourn", "VBD", 1, "root"), ("it", "PRP", 1, "obj"),
    ("until", "IN", 4, "case"), ("Friday", "NNP", 1, "obl"),
]  # fmt: skip
AGREED_ON = [
    ("A", "DT", 1, "det"), ("truce", "NN", 5, "nsubj"), ("agree", "VBN", 1, "acl"),
    ("on", "IN", 4, "case"), ("Friday", "NNP", 2, "obl"), ("holds", "VBZ", 5, "root"),
]  # fmt: skip


def test_a_day_that_is_set_or_reached_is_ahead_whenever_it_was_set(times_of):
    assert times_of("They set elections for Friday", tree=SET_FOR)[0].value == "2024-12-27"
    assert times_of("They adjourn it until Friday", tree=ADJOURNED)[0].value == "2024-12-27"


def test_what_was_agreed_on_a_day_was_agreed_then(times_of):
    assert times_of("A truce agree on Friday holds", tree=AGREED_ON)[0].value == "2024-12-20"
