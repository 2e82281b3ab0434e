"""Who is credited and who is cited, at the words that do so."""

import pytest
from builders import a_claim, a_report

from tocsin.read.fingerprints import lineage_rules, mentions
from tocsin.records import Source

RULES = lineage_rules("en")
SAID = "North Korea has sent about 3,000 troops to Russia, South Korea's spy agency said."


def a_source(name, kind="organisation", text=SAID):
    at = max(0, text.find(name))
    return Source(
        name=name,
        text=name,
        span=(at, at + len(name)),
        kind=kind,
        factuality="CT+",
        evidential="hearsay",
    )


def found(report, *claims):
    return mentions(report, claims, RULES)


def named(report, *claims, role="credit"):
    return [m.name for m in found(report, *claims) if m.role == role]


def test_a_dateline_credits_its_agency_at_its_characters():
    report = a_report("SEOUL, South Korea (AP) — The army left on Monday.")
    (credit,) = found(report)
    assert (credit.name, credit.role, credit.kind) == ("AP", "credit", "agency")
    assert report.text[slice(*credit.span)] == "AP"


def test_a_dateline_credits_an_agency_that_is_on_no_list():
    report = a_report("GUSAU, Nigeria (Gulf of Guinea Press) - Gunmen attacked a school.")
    (credit,) = found(report)
    assert (credit.name, credit.role, credit.kind) == ("Gulf of Guinea Press", "credit", "agency")
    assert report.text[slice(*credit.span)] == "Gulf of Guinea Press"


def test_an_agency_that_is_on_no_list_may_be_cited():
    text = "Two sources told Northgate Newswire. A father spoke to the agency GGP."
    assert named(a_report(text), role="citation") == ["Northgate Newswire", "GGP"]


def test_a_credit_line_at_the_end_counts():
    text = "The army left.\n\nThe Associated Press and Reuters contributed to this report."
    assert named(a_report(text)) == ["AP", "Reuters"]


def test_a_byline_and_a_known_wire_are_credits():
    assert named(a_report(byline="By Kim Tong-hyung, Associated Press")) == ["AP"]
    assert named(a_report(wire="AFP")) == ["AFP"]


@pytest.mark.parametrize(
    ("publisher", "url", "name", "kind"),
    [
        ("Reuters", None, "Reuters", "agency"),
        ("KCNA (DPRK)", None, "KCNA", "agency"),
        ("ABC News", "https://abcnews.go.com/International/wireStory/a-1", "AP", "agency"),
        ("The White House", None, "The White House", "body"),
        ("Whoever", "https://www.state.gov/a", "Whoever", "body"),
        (None, "https://www.state.gov/a", "state.gov", "body"),
    ],
)
def test_a_publisher_that_is_the_root_is_its_own_credit(publisher, url, name, kind):
    (credit,) = found(a_report("The army left.", publisher=publisher, url=url))
    assert (credit.name, credit.kind, credit.span) == (name, kind, (0, 0))


def test_an_outlet_is_no_agency():
    assert (
        found(a_report("The army left.", publisher="The Guardian", url="https://a.example")) == ()
    )


def test_a_cited_source_names_the_claims_that_rest_on_it():
    claims = [
        a_claim(text=SAID, sources=(a_source("South Korea's spy agency"),)),
        a_claim("troops to Russia", SAID, "troops", sources=(a_source("NIS"),)),
    ]
    (cited,) = found(a_report(SAID), *claims)
    assert cited.name == "National Intelligence Service (South Korea)"
    assert cited.text == "South Korea's spy agency"
    assert cited.claims == tuple(claim.id for claim in claims)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("officials", "role"),
        ("a U.S. official", "role"),
        ("whoever", "generic"),
        ("Maps", "sensor"),
    ],
)
def test_who_could_not_be_asked_again_is_no_origin(name, kind):
    assert found(a_report(SAID), a_claim(text=SAID, sources=(a_source(name, kind),))) == ()


def test_an_article_is_no_part_of_a_name():
    claim = a_claim(text=SAID, sources=(a_source("the Israeli military"),))
    assert named(a_report(SAID), claim, role="citation") == ["Israeli military"]


def test_an_outlet_that_is_told_something_is_cited_at_its_words():
    text = "Talks have failed, a diplomat told Reuters on Monday. Reuters has offices there."
    (cited,) = found(a_report(text))
    assert (cited.name, cited.kind, cited.claims) == ("Reuters", "media", ())
    assert text[slice(*cited.span)] == "told Reuters"


def test_an_outlet_goes_by_the_name_that_credits_use():
    text = "Ships were hit, The Associated Press reported."
    claim = a_claim(
        "Ships were hit", text, "hit", sources=(a_source("Associated Press", "media", text),)
    )
    (cited,) = found(a_report(text), claim)
    assert (cited.name, cited.kind, cited.claims) == ("AP", "media", (claim.id,))


def test_a_long_text_is_searched_for_credits_at_its_ends_only():
    text = "\n".join(["First line."] * 5_000 + ["(Reuters) - Middle."] + ["Line."] * 5_000)
    assert found(a_report(text)) == ()


def test_who_was_named_in_full_is_known_again_by_the_end_of_the_name():
    claims = [
        a_claim(text=SAID, sources=(a_source("Malian Joint Chiefs of Staff"),)),
        a_claim("troops to Russia", SAID, "troops", sources=(a_source("Joint Chiefs of Staff"),)),
    ]
    (mention,) = found(a_report(SAID), *claims)
    assert mention.name == "Malian Joint Chiefs of Staff"
    assert mention.claims == tuple(claim.id for claim in claims)


def test_a_body_is_credited_with_the_name_by_which_others_cite_it():
    (credit,) = found(a_report("The army left.", publisher="The White House"))
    assert (credit.name, credit.text) == ("The White House", "White House")
