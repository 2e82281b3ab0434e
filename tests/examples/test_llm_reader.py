"""The example reader: what a model says gets in only where the text bears it out."""

import json
import threading

import pytest
from examples.model import a_model, chat, diligent, listing, status
from tocsin_llm_reader import LlmReader, make_reader
from tocsin_llm_reader.said import EVENTS, instructions
from tocsin_llm_reader.settings import Settings, settings_from

import tocsin
from tocsin.grade.check_reader import check_reader
from tocsin.read.events import event_rules
from tocsin.records import Report
from tocsin.run.front import moment

TEXT = (
    "Rebels “attacked” the town of Goma on Monday and killed at least 5,000 soldiers, the army "
    "said. The governor did not speak."
)
GOOD = {
    "quote": "killed at least 5,000 soldiers",
    "event": {"type": "casualties", "words": "killed"},
    "status": "occurred",
    "certainty": "certain",
    "sources": [{"words": "the army", "kind": "organisation"}],
    "cue": {"words": "said", "class": "report"},
    "figure": "at least 5,000",
}
WHOLE = {**GOOD, "quote": TEXT.split(", the army")[0]}


def read_with(answer, text=TEXT, **settings):
    with a_model(answer) as (address, _):
        reader = LlmReader(Settings(address=address, model="m-1", **settings))
        return reader.read(Report(text=text, published=moment("2024-12-24"), language="en"))


def test_a_claim_that_the_text_bears_out_gets_in_with_tocsins_own_values():
    reading = read_with(listing({**WHOLE, "place": "Goma", "time": "on Monday"}))
    (claim,) = reading.claims
    assert reading.problems == ()
    assert reading.reader == "llm-reader-0.1.0+m-1"
    assert (claim.event.type, claim.event.text) == ("casualties", "killed")
    assert (claim.quantity.low, claim.quantity.high, claim.quantity.bound) == (
        5000,
        None,
        "at_least",
    )
    assert (claim.place.country, claim.time.value) == ("CD", "2024-12-23")
    (source,) = claim.sources
    assert (source.text, source.factuality, claim.cue.class_) == ("the army", "CT+", "report")
    assert tocsin.loads(tocsin.dumps(reading)) == reading


def test_quotes_and_spaces_of_another_kind_are_the_same_words():
    quote = 'Rebels "attacked"  the\ntown of Goma'
    said = {
        **GOOD,
        "quote": quote,
        "event": {"type": "attack", "words": "attacked"},
        "figure": None,
    }
    (claim,) = read_with(listing(said)).claims
    assert claim.quote == "Rebels “attacked” the town of Goma"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"quote": "killed 7,000 soldiers"}, "“killed 7,000 soldiers” does not stand in the text"),
        ({"quote": "ebels “attacked”"}, "does not stand in the text"),
        (
            {"event": {"type": "casualties", "words": "wounded"}},
            "“wounded” does not stand in its quote",
        ),
        ({"event": {"type": "bloodbath", "words": "killed"}}, "no event type 'bloodbath'"),
        ({"sources": [{"words": "the navy"}]}, "its source “the navy” does not stand in the text"),
        ({"status": "rumoured"}, "Invalid enum value 'rumoured' - at `$.status`"),
        ({"sources": "the army"}, "Expected `array`, got `str` - at `$.sources`"),
        ({"quote": None}, "Expected `str`, got `null` - at `$.quote`"),
    ],
)
def test_a_claim_without_support_is_left_out_whole_and_named(change, problem):
    reading = read_with(listing({**GOOD, **change}, GOOD))
    assert [claim.quote for claim in reading.claims] == [GOOD["quote"]]
    (named,) = reading.problems
    assert named.startswith("claim 1 was left out: ")
    assert problem in named


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"figure": "5"}, "the figure “5” does not stand in its quote"),
        ({"figure": "000"}, "the figure “000” does not stand in its quote"),
        ({"figure": "7,000"}, "the figure “7,000” does not stand in its quote"),
        ({"figure": "soldiers"}, "the figure “soldiers” is none that tocsin can read there"),
        ({"place": "Goma"}, "the place “Goma” does not stand in its quote"),
        ({"time": "on Monday"}, "the time “on Monday” does not stand in its quote"),
        ({"hedges": ["reportedly"]}, "the hedge “reportedly” does not stand in its quote"),
        ({"roles": [{"role": "actor", "words": "Rebels"}]}, "the actor “Rebels” does not stand"),
        (
            {"cue": {"words": "denied", "class": "deny"}},
            "the cue “denied” does not stand in the text",
        ),
    ],
)
def test_a_part_without_support_is_left_out_of_its_claim_and_named(change, problem):
    reading = read_with(listing({**GOOD, **change}))
    (claim,) = reading.claims
    assert (claim.place, claim.time, claim.hedges, claim.roles) == (None, None, (), ())
    assert len(reading.problems) == 1
    assert f"claim 1: {problem}" in reading.problems[0]


def test_parts_that_stand_in_the_quote_get_in():
    said = {**WHOLE, "roles": [{"role": "actor", "words": "Rebels"}], "hedges": ["at least"]}
    (claim,) = read_with(listing(said)).claims
    assert [(role.role, role.text) for role in claim.roles] == [("actor", "Rebels")]
    assert [hedge.text for hedge in claim.hedges] == ["at least"]


def test_a_claim_that_is_given_twice_is_one():
    reading = read_with(listing(GOOD, GOOD))
    assert len(reading.claims) == 1
    assert reading.problems == ("claim 2 was left out: it was given twice",)


@pytest.mark.parametrize(
    "around", ["{}", "```json\n{}\n```", "<think>{{or 2}}?</think>\nHere they are: {}"]
)
def test_an_answer_may_have_words_around_it(around):
    answer = chat(around.format(json.dumps({"claims": [GOOD]})))
    assert len(read_with(answer).claims) == 1


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (
            chat("I cannot help\n with that."),
            "answered no list of claims: “I cannot help with that.”",
        ),
        (chat(""), "answered no list of claims: “nothing”"),
        (chat('{"claims": [{"quote": "a'), "answered no list of claims"),
        (chat('{"claims": "none"}'), "answered no list of claims"),
        (chat("[" * 100_000), "answered no list of claims"),
        (chat("{}", finish_reason="length"), "was cut off"),
        (chat('{"claims": ["\\ud800"]}'), "answered no list of claims"),
        (b'{"choices": [{"message": {"refusal": "I will not."}}]}', "refused: “I will not.”"),
        (b'{"choices": []}', "answered in another form than expected"),
        (b"<html>Hello</html>", "often ends in /v1"),
        (b"\xff\xfe", "answered in another form than expected"),
        (status(401, "no key"), "answered 401 (no key): check TOCSIN_LLM_KEY"),
        (status(404, "no model m-1"), "answered 404 (no model m-1): check TOCSIN_LLM_ADDRESS"),
        (status(500, ""), "answered 500 (no words): try again later"),
        (status(302, "moved"), "answered 302 (moved): check its address"),
    ],
)
def test_whatever_goes_wrong_is_a_problem_and_the_layers_stay(answer, problem):
    reading = read_with(answer)
    assert reading.claims == ()
    assert [place.name for place in reading.layers.places] == ["Goma"]
    (named,) = reading.problems
    assert named.startswith("no claims were read: ")
    assert problem in named
    assert named.isprintable()


def test_a_server_that_is_down_is_a_problem():
    with a_model(b"") as (address, _):
        pass
    reading = LlmReader(Settings(address=address, model="m")).read(Report(text=TEXT, language="en"))
    assert "cannot be reached" in reading.problems[-1]
    assert reading.reader == "none", "it is read when it is added again"
    assert reading.problems[-1].endswith("check TOCSIN_LLM_ADDRESS")


def test_a_server_that_does_not_answer_in_time_is_a_problem():
    done = threading.Event()

    with a_model(lambda *_: done.wait(60) and None) as (address, _):
        reader = LlmReader(Settings(address=address, model="m", seconds=0.1))
        reading = reader.read(Report(text=TEXT, language="en"))
        done.set()
    assert "did not answer within 0.1 seconds: set TOCSIN_LLM_SECONDS" in reading.problems[-1]


def test_a_server_that_drips_is_left_when_the_whole_answer_takes_too_long():
    done = threading.Event()

    def dripping(handler, _):
        handler.send_response(200)
        handler.end_headers()
        while not done.wait(0.02):
            handler.wfile.write(b" ")

    with a_model(dripping) as (address, _):
        reader = LlmReader(Settings(address=address, model="m", seconds=0.2))
        reading = reader.read(Report(text=TEXT, language="en"))
        done.set()
    assert "did not answer within 0.2 seconds" in reading.problems[-1]


def test_a_server_that_never_ends_is_left():
    def endless(handler, _):
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b" " * 65_536)
        except OSError:
            return

    assert "more than 4 MB" in read_with(endless).problems[-1]


def test_the_key_and_the_text_are_sent_and_nothing_else_of_the_report():
    with a_model(listing()) as (address, asked):
        reader = LlmReader(Settings(address=address, model="m-1", key="secret"))
        reader.read(Report(text=TEXT, language="en", file="private.txt", publisher="Post"))
    ((path, headers, body),) = asked
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer secret"
    assert body["model"] == "m-1"
    assert TEXT in body["messages"][1]["content"]
    assert "private.txt" not in json.dumps(body)


def test_an_empty_text_is_not_sent():
    with a_model(listing()) as (address, asked):
        reading = LlmReader(Settings(address=address, model="m")).read(Report(text=" \n"))
    assert asked == []
    assert reading.problems == ("the report holds no text",)


def test_a_long_text_is_sent_to_a_stated_character():
    reading = read_with(listing(), text="Rebels attacked Goma. " * 1_200)
    assert "read to character 24,000 of 26,400" in reading.problems[0]


def test_too_many_claims_are_not_looked_at():
    reading = read_with(listing(*[GOOD] * 301))
    assert "the model gave 301 claims: 300 were looked at" in reading.problems[0]


def test_in_a_language_that_tocsin_does_not_read_no_value_gets_in():
    text = "Kapinalliset hyökkäsivät Gomaan maanantaina, ja 12 kuoli."
    said = {
        **GOOD,
        "quote": text,
        "event": {"type": "attack", "words": "hyökkäsivät"},
        "figure": "12",
    }
    with a_model(listing({**said, "sources": [], "cue": None})) as (address, _):
        reader = LlmReader(Settings(address=address, model="m"))
        reading = reader.read(Report(text=text, published=moment("2024-12-24"), language="fi"))
    assert [claim.quantity for claim in reading.claims] == [None]
    assert "no figure, place or time could be checked" in reading.problems[0]
    assert "the figure “12” is none that tocsin can read there" in reading.problems[1]


def test_the_reader_keeps_the_laws_of_reading():
    with a_model(diligent) as (address, _):
        assert check_reader(lambda: LlmReader(Settings(address=address, model="m")))


def test_nothing_is_asked_of_anybody_without_an_address_and_a_model(monkeypatch):
    for name in ("ADDRESS", "MODEL", "KEY", "SECONDS"):
        monkeypatch.delenv(f"TOCSIN_LLM_{name}", raising=False)
    with pytest.raises(tocsin.SetupError, match="needs TOCSIN_LLM_ADDRESS: set"):
        make_reader()
    monkeypatch.setenv("TOCSIN_LLM_ADDRESS", "http://localhost:1/v1/")
    with pytest.raises(tocsin.SetupError, match="needs TOCSIN_LLM_MODEL"):
        make_reader()
    monkeypatch.setenv("TOCSIN_LLM_MODEL", "m-2")
    assert make_reader().settings == Settings(address="http://localhost:1/v1", model="m-2")


@pytest.mark.parametrize(
    ("name", "value"), [("ADDRESS", "localhost:11434"), ("SECONDS", "soon"), ("SECONDS", "-1")]
)
def test_a_setting_that_cannot_be_is_refused(name, value):
    plain = {"TOCSIN_LLM_ADDRESS": "http://localhost/v1", "TOCSIN_LLM_MODEL": "m"}
    with pytest.raises(tocsin.SetupError, match=f"TOCSIN_LLM_{name} is no"):
        settings_from({**plain, f"TOCSIN_LLM_{name}": value})


def test_the_model_is_told_the_types_and_values_of_the_contract():
    assert set(EVENTS) == set(event_rules("en").types)
    told = instructions()
    assert "occurred | ongoing | prepared" in told
    assert '{"claims": [{' in told
