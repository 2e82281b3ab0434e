"""The page shows every claim beside its words; text in it cannot act, and nothing is fetched."""

import re
from dataclasses import replace

import pytest
from show.readings.builders import a_layered_reading
from show.samples import TEXT, Page, a_reading, a_report, hostile_reading

from tocsin.records import Reading, Response
from tocsin.show.palette import GROUND, PALETTE, contrast
from tocsin.show.readings import page
from tocsin.show.readings.layers import COLOURS, NAMES
from tocsin.show.readings.page import GROUNDS

SIDES = ("light", "dark")


def test_every_claim_stands_beside_its_words_with_all_its_facts():
    html = page([a_layered_reading()])
    seen = Page(html)
    cards = [a for a in seen.all("li") if a.get("class", "").startswith("claim ")]
    assert [a["id"] for a in cards] == [claim.id for claim in a_reading().claims]
    for claim in a_reading().claims:
        assert claim.quote in seen.text
        assert claim.id in seen.text
    assert "predicted · affirmed · possible" in seen.text
    assert "occurred · denied · certain" in seen.text


def test_numbers_lead_from_the_words_to_the_claim_and_back():
    seen = Page(page([a_reading()]))
    ids = {a["id"] for _, a in seen.elements if "id" in a}
    links = [a["href"] for a in seen.all("a") if a["href"].startswith("#")]
    assert len(links) > 6
    assert not [link for link in links if link[1:] not in ids]


def test_no_name_is_given_twice_even_to_the_same_report():
    seen = Page(page([a_layered_reading(), a_layered_reading()]))
    ids = [a["id"] for _, a in seen.elements if "id" in a]
    assert len(ids) == len(set(ids))
    inside = {a["href"][1:] for a in seen.all("a") if a["href"].startswith("#")}
    assert inside <= set(ids)


def test_each_layer_has_its_switch_with_a_name_and_only_claims_are_on():
    html = page([a_layered_reading()])
    switches = {a["id"]: "checked" in a for a in Page(html).all("input")}
    assert switches == {"show-claims": True} | {f"show-{name}": False for name in NAMES}
    assert all(re.search(rf"<label><input[^>]* id=\"{name}\"", html) for name in switches)
    # The style sheet switches them, so that they work without scripts.
    assert all(f":has(#{name}:checked)" in html for name in switches if name != "show-claims")


def test_layers_are_marked_in_the_text_and_listed_under_it():
    seen = Page(page([a_layered_reading()]))
    keys = {key for a in seen.all("span") for key in a.get("data-l", "").split()}
    rows = {a["data-k"] for a in seen.all("tr") if "data-k" in a}
    assert keys == rows == {"t1", "q1", "p1", "e1", "a1"}
    assert "538555" in seen.text


def test_one_report_is_the_page_and_several_have_a_list_to_jump_from():
    alone, several = Page(page([a_reading()])), Page(page([a_reading(), a_reading("Odd.", ())]))
    assert (len(alone.all("h1")), len(alone.all("nav"))) == (1, 0)
    assert (len(several.all("h1")), len(several.all("h2")), len(several.all("nav"))) == (1, 2, 1)
    assert "2 reports read" in several.text


def test_an_answer_to_another_claim_leads_to_it():
    first, *_, last = a_reading().claims
    known = replace(last, responds_to=(Response(claim=first.id, how="consistent_with"),))
    lost = replace(known, id="claim_z", responds_to=(Response(claim="claim_lost", how="denies"),))
    html = page([a_reading(TEXT, (first, known, lost))])
    assert f'<dt>consistent with</dt><dd><a href="#{first.id}">claim 1</a>' in html
    assert "<dt>denies</dt><dd><code>claim_lost</code>" in html


def test_a_repeat_leads_to_the_first_telling():
    first, *_, last = a_reading().claims
    html = page([a_reading(TEXT, (first, replace(last, repeats=first.id)))])
    assert f'· again <a href="#{first.id}">claim 1</a>' in html


def test_problems_and_what_was_not_read_are_named():
    odd = replace(a_reading("Nur Deutsch.", (), language="de"), problems=("no reader for 'de'",))
    seen = Page(page([odd], unread=[("scan.pdf", "no text in it")])).text
    assert "no reader for 'de'" in seen
    assert "scan.pdf: no text in it" in seen
    assert "No claim was found in this text" in seen


def test_an_empty_text_and_no_report_are_said_in_words():
    assert "This report has no text" in Page(page([a_reading("", ())])).text
    assert "No report was read" in Page(page([])).text


def test_the_text_says_its_language_to_a_reader_aloud():
    seen = Page(page([a_reading("Nur Deutsch.", (), language="de")]))
    assert [a["lang"] for a in seen.all("p") if "lang" in a] == ["de"]


def test_a_report_without_a_title_is_called_by_the_best_that_is_known():
    bare = Reading(reader="none", report=a_report("Odd.", title=None, url=None, publisher=None))
    assert bare.report.id in Page(page([bare])).text
    assert "Made by tocsin." in Page(page([bare])).text


def test_hostile_report_text_is_inert_in_the_page():
    seen = Page(page([hostile_reading(), hostile_reading()], unread=[("<img src=x>", "<script>")]))
    assert len(seen.all("script")) == 1
    assert not seen.all("img")
    assert not [a for _, attrs in seen.elements for a in attrs if a.startswith("on")]
    assert not [a for a in seen.all("a") if not a["href"].startswith(("#", "https://", "http://"))]
    assert "<script>alert(1)</script>" in seen.text


def test_signs_that_move_or_turn_what_is_shown_are_shown_as_boxes():
    html = page([a_reading("The army \x1b[2J left\x00 \u202egnp.exe\u202d.", (), title="a\u202eb")])
    assert not re.search("[\x00\x1b\u202d\u202e]", html)
    assert "left\ufffd" in html
    assert "a\ufffdb" in html


def test_the_pages_policy_allows_its_own_script_and_no_request():
    seen = Page(page([a_layered_reading()]))
    [policy] = [m["content"] for m in seen.all("meta") if "http-equiv" in m]
    assert "default-src 'none'" in policy
    assert re.search(r"script-src 'sha256-[\w+/=]{44}'", policy)
    requests = {"src", "srcset", "data", "poster", "action"}
    assert not [a for _, attrs in seen.elements for a in attrs if a in requests]
    assert not seen.all("link")
    assert not re.search(r"url\(|@import", page([a_layered_reading()]))


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("ground", [*GROUNDS])
def test_words_can_be_read_on_quotes_upon_quotes_and_on_lit_parts(ground, side):
    below = getattr(GROUNDS[ground], side)
    assert contrast(getattr(PALETTE["ink"], side), below) >= 4.5


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("ground", GROUND)
def test_the_lines_of_the_layers_can_be_seen_and_told_apart(ground, side):
    lines = [getattr(colour, side) for colour in COLOURS.values()]
    assert len(set(lines)) == len(NAMES)
    assert min(contrast(line, getattr(PALETTE[ground], side)) for line in lines) >= 3


def test_the_words_and_claims_of_a_report_look_as_they_did(snapshot):
    html = page([a_layered_reading()])
    assert html[html.index("<main") : html.index("</main>")] == snapshot


def test_of_a_report_that_no_reader_read_nobody_says_that_it_holds_no_claim():
    read = a_reading("Nothing of note.", ())
    unread = replace(read, reader="none", problems=("the model is away",))
    assert "No claim was found" in page([read])
    assert "No claim was found" not in page([unread])
    assert "Made by tocsin." in page([unread])
