"""A card tells all that a claim states, in the contract's words, and nothing that it does not."""

from dataclasses import replace

from show.samples import TEXT, a_claim, likely, some_claims, span_of

from tocsin.records import Phrase, Role
from tocsin.show.readings.facts import facts, slots

TROOPS, MISSILE, DENIAL = some_claims()


def told(claim):
    return {fact.label: (fact.text, fact.note) for fact in facts(claim)}


def phrase(words):
    return Phrase(text=words, span=span_of(TEXT, words))


def test_the_chain_tells_how_far_each_source_vouches():
    assert told(TROOPS)["says"] == (
        "South Korean military",
        "“South Korea's military”, organisation, CT+, hearsay",
    )
    chain = replace(DENIAL, sources=(*TROOPS.sources, *DENIAL.sources))
    assert told(chain)["says"][0] == "South Korean military › Russia"
    assert told(chain)["says"][1].endswith(" › “Moscow”, state, CT-, hearsay")


def test_a_claim_without_a_source_is_in_the_publishers_own_voice():
    bare = a_claim(TEXT, "entered the Kursk region", "entered")
    assert told(bare) == {"says": ("own voice", "")}


def test_roles_figures_places_times_and_deadlines_have_a_line_each():
    assert told(TROOPS)["actor"] == ("North Korean troops", "")
    assert told(TROOPS)["figure"] == ("≈ 12,000 troops", "“about 12,000”, about")
    assert told(TROOPS)["said"] == ("23 Dec 2024", "“Monday”, 2024-12-23")
    assert told(TROOPS)["cue"] == ("said", "report")
    assert told(MISSILE)["deadline"] == ("by 31 Dec 2024", "")
    assert told(MISSILE)["hedge"] == ("“may”", "")
    assert told(DENIAL)["place"] == ("Kursk Oblast", "“Kursk region”, RU")


def test_condition_purpose_likelihood_and_background_are_told():
    full = replace(
        MISSILE,
        condition=phrase("by the end of the year"),
        purpose=phrase("about 12,000"),
        likelihood=likely(),
        historical=True,
    )
    assert told(full)["condition"] == ("“by the end of the year”", "")
    assert told(full)["purpose"] == ("“about 12,000”", "")
    assert told(full)["likelihood"] == ("likely (55–80%, ICD 203)", "")
    assert told(full)["background"] == ("from before the news", "")


def test_a_role_tells_its_full_name_kind_and_id():
    role = Role(
        role="target", text="it", span=(0, 2), name="Russia", kind="state", ref="wikidata:Q159"
    )
    assert told(replace(TROOPS, roles=(role,)))["target"] == ("it", "Russia, state, wikidata:Q159")


def test_every_part_that_stands_in_the_text_can_be_lit():
    names = [name for _, name in slots(replace(TROOPS, condition=phrase("in Russia")))]
    assert names == ["event", "source", "actor", "cue", "figure", "said", "condition"]
    assert [name for _, name in slots(MISSILE)] == ["event", "source", "hedge"]
