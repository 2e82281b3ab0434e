"""A claim holds what its own clause states, and nothing from elsewhere."""

import pytest

import tocsin


def claims(text, kind=None, **about):
    reading = tocsin.read(text, published="2024-12-23", language="en", **about)
    return [c for c in reading.claims if kind in (None, c.event.type)]


def test_side_by_side_sources_give_a_claim_each_with_the_same_words():
    found = claims(
        "Seoul, Washington and Kyiv have estimated that 12,000 troops are stationed in Russia."
    )
    assert [c.sources[0].text for c in found] == ["Seoul", "Washington", "Kyiv"]
    assert len({c.span for c in found}) == 1
    assert len({c.id for c in found}) == 3


def test_the_time_of_saying_is_not_the_time_of_the_event():
    (claim,) = claims(
        "The army said on Monday that forty soldiers were killed last week.", "casualties"
    )
    assert claim.said.text == "Monday"
    assert str(claim.time.start) == "2024-12-16"


def test_joined_clauses_share_the_time_and_keep_their_own_figures():
    text = "On Sunday, drones killed five soldiers and wounded twelve civilians in Kherson."
    killed, wounded = claims(text, "casualties")
    assert (killed.quantity.best, wounded.quantity.best) == (5, 12)
    assert killed.time.text == wounded.time.text == "Sunday"


def test_a_figure_of_a_subordinate_clause_is_not_taken():
    text = "The president condemned the attack, which the ministry had announced after 300 people fled."
    assert all(c.quantity is None for c in claims(text, "attack"))


def test_a_calibre_is_no_number_of_things():
    (claim,) = claims("Pyongyang has supplied Russia with 240mm rocket launchers.", "arms-transfer")
    assert claim.quantity is None


def test_the_country_of_a_title_is_not_the_place_of_the_event():
    text = "The President of Turkey met his counterpart in Astana."
    (claim,) = claims(text, "consultation")
    assert claim.place.text == "Astana"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("We condemn the attack on the port.", "Demo Ministry"),
        ("“We condemn the attack on the port,” the foreign minister said.", "The foreign minister"),
    ],
)
def test_we_is_the_publisher_or_whoever_is_quoted(text, who):
    (claim,) = claims(text, "accusation", publisher="Demo Ministry")
    actor = next(role for role in claim.roles if role.role == "actor")
    assert actor.name.lower().removeprefix("the ") == who.lower().removeprefix("the ")


@pytest.mark.parametrize(
    ("word", "publisher", "title", "who"),
    [
        ("We", "The White House", "Statement from the President on Sudan", "United States"),
        ("We", "Harbour Post", "What we know", "Harbour Post"),
        (
            "I",
            "The White House",
            "Statement from President Joe Biden on Sudan",
            "President Joe Biden",
        ),
        ("I", "Harbour Post", "A letter from the editor", "Harbour Post"),
        (
            "We",
            "The White House",
            "Joint Statement from the Governments of Japan and Canada on Sudan",
            "the Governments of Japan and Canada",
        ),
    ],
)
def test_the_first_person_is_the_state_or_the_author_of_a_statement(word, publisher, title, who):
    text = f"{word} condemn the attack on the port. The ships left on Monday."
    (claim,) = claims(text, "accusation", publisher=publisher, title=title)
    assert [role.name for role in claim.roles if role.role == "actor"] == [who]


def test_whose_forces_they_are_is_named():
    text = "Hezbollah said on Sunday that its fighters had killed four soldiers near the border."
    (claim,) = claims(text, "casualties")
    assert [r.name for r in claim.roles if r.role == "actor"] == ["Hezbollah fighters"]


def test_a_figure_alone_is_nobody():
    (claim,) = claims("The death toll from the fighting rose to 34 on Thursday.", "casualties")
    assert claim.quantity.best == 34
    assert [role.name for role in claim.roles] == ["killed"]


def test_what_is_demanded_keeps_its_figures():
    (claim,) = claims("The minister ordered the army to guard 8,700 polling stations.")
    assert claim.quantity is None


def test_the_publisher_is_not_named_as_its_own_source():
    text = "Demo Ministry said that forty soldiers were killed on Sunday."
    (own,) = claims(text, "casualties", publisher="Demo Ministry")
    (other,) = claims(text, "casualties", publisher="Harbour Post")
    assert own.sources == ()
    assert other.sources[0].name == "Demo Ministry"


def test_a_bracket_opened_in_a_clause_is_closed_in_it():
    text = "Fighting between the army and the Rapid Support Forces (RSF) has killed 300 people."
    for claim in claims(text):
        assert claim.quote.count("(") == claim.quote.count(")")


def test_a_denial_answers_what_it_denies_and_nothing_else():
    text = (
        "Ukraine said on Monday that Russia had attacked the port of Odesa. "
        "Russia denied that it had attacked the port of Odesa."
    )
    said, denied = claims(text, "attack")
    assert (said.polarity, denied.polarity) == ("affirmed", "denied")
    assert [(r.claim, r.how) for r in denied.responds_to] == [(said.id, "denies")]
    assert said.responds_to == ()


def test_a_chain_of_sources_is_outermost_first():
    text = "The ministry said that the envoy had told it that 300 people were killed."
    (claim,) = claims(text, "casualties")
    assert [s.text.lower() for s in claim.sources] == ["the ministry", "the envoy"]


def test_the_us_is_a_state_and_not_whoever_speaks():
    text = (
        "The US said North Korea has delivered arms to Russia. The US condemned the attack on Kyiv."
    )
    first = claims(text, "arms-transfer", publisher="Demo Post")[0]
    assert first.sources[0].name == "United States"
    actors = [r.name for c in claims(text, "accusation", publisher="Demo Post") for r in c.roles]
    assert "Demo Post" not in actors


def test_the_date_that_heads_an_entry_is_the_time_of_all_in_it():
    text = (
        "December 3, 2024: Rebels attacked the port of Odesa. The strike damaged two ships.\n\n"
        "Soldiers destroyed a bridge."
    )
    found = {c.event.text: c.time and c.time.text for c in claims(text)}
    assert found["attacked"] == found["damaged"] == "December 3, 2024"
    assert found["destroyed"] is None


def test_two_alike_share_the_place_behind_the_second():
    text = "The ministry said 700 people were killed and 2,400 wounded in the town of Kherson."
    killed, wounded = claims(text, "casualties")
    assert killed.place.text == wounded.place.text == "Kherson"


def test_who_adopts_a_resolution_demands_what_it_demands():
    text = "The Security Council adopted a resolution demanding an end to the attacks."
    (claim,) = claims(text, "demand")
    assert [r.name for r in claim.roles if r.role == "actor"] == ["United Nations Security Council"]


def test_what_is_dated_goes_before_what_is_only_lately():
    (claim,) = claims("The army recently attacked the port of Odesa on Sunday.", "attack")
    assert claim.time.text == "Sunday"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Ten soldiers were killed in the southern city of Kherson.", "Kherson"),
        ("Two soldiers were wounded in clashes in Kherson.", "Kherson"),
        ("Ten soldiers were killed near Kabul airport.", "Kabul"),
        ("Ten soldiers were killed when rebels stormed the town of Kherson.", "Kherson"),
        ("Ten soldiers were killed in Iraq's northern city of Mosul.", "Mosul"),
        ("Ten soldiers were killed before rebels withdrew from Kherson.", None),
        ("Rebels killed two U.S. soldiers.", None),
    ],
)
def test_a_place_may_be_named_behind_its_kind_or_where_it_happened(text, where):
    (claim,) = claims(text, "casualties")
    found = claim.place and claim.place.text
    assert (found[: len(where)] if where and found else found) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "Rebels attacked a convoy on the road between Homs and Hama.",
            "the road between Homs and Hama",
        ),
        ("Ten people were killed at the central market.", "the central market"),
        ("Ten people were killed at a market in Kabul.", "Kabul"),
        ("The navy fired two missiles toward its eastern waters.", "its eastern waters"),
        ("Ten people were killed in prison.", None),
        ("Two ministers met on the road to peace.", None),
    ],
)
def test_a_place_may_be_described_where_none_is_named(text, where):
    found = [claim.place and claim.place.text for claim in claims(text)]
    assert found
    assert set(found) == {where}


def test_what_holds_since_a_dated_event_runs_to_the_report():
    text = "More than 80,000 people have fled since fighting resumed in Kherson on 2 December."
    (claim,) = claims(text, "displacement")
    assert (str(claim.time.start), str(claim.time.end)) == ("2024-12-02", "2024-12-23")


def test_one_of_the_largest_is_no_figure():
    (claim,) = claims("Rebels attacked one of the largest ports in the world.", "attack")
    assert claim.quantity is None
    (claim,) = claims("Rebels killed one of the hostages.", "casualties")
    assert claim.quantity.best == 1


def test_what_a_meeting_is_for_is_no_second_meeting():
    text = "The ministers will meet on Friday to discuss the fighting in Sudan."
    assert [claim.event.text for claim in claims(text, "consultation")] == ["meet"]
    text = "The ministers met on Monday and will meet again on Friday."
    assert len(claims(text, "consultation")) == 2


def test_what_kills_is_where_it_kills():
    (clash,) = claims("Clashes with rebels killed ten soldiers in Kherson.", "clash")
    assert clash.place.text == "Kherson"
    (demand,) = claims("The minister called on Turkey to release the hostages.", "demand")
    assert demand.place is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The strike caused 40 injuries in the port.", "wounded"),
        ("At least 40 soldiers were killed or wounded in the battle.", "killed or wounded"),
        ("The army suffered 300 casualties in the battle.", "killed or wounded"),
        ("The raid claimed the lives of two guards.", "killed"),
    ],
)
def test_a_toll_says_what_became_of_those_it_counts(text, what):
    (claim,) = claims(text, "casualties")
    assert [role.name for role in claim.roles if role.role == "object"] == [what]


def test_what_is_wrecked_is_the_object():
    (claim,) = claims("Shelling destroyed two schools on Monday.", "destruction")
    assert [role.text for role in claim.roles if role.role == "object"] == ["two schools"]


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("The army attacked the port on Sunday after rebels shelled the airport.", 1, None),
        ("On Sunday rebels attacked the port, and troops shelled the airport.", 1, "Sunday"),
        ("Rebels attacked the port on Sunday, and troops shelled the airport.", 1, None),
        ("On Sunday the army, with support from Canada, attacked the port.", 0, "Sunday"),
        ("The army said on Monday that rebels attacked the port.", 0, None),
    ],
)
def test_a_time_is_shared_by_what_it_stands_before_or_goes_along_with(text, kind, when):
    found = claims(text)
    claim = sorted(found, key=lambda each: each.event.span)[kind]
    assert (claim.time.text if claim.time else None) == when


def test_aid_is_given_when_it_is_announced():
    text = "In September the president announced new military aid for Ukraine."
    (claim,) = claims(text, "military-aid")
    assert claim.time.text == "September"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A Liberian ship was attacked off Yemen in the Red Sea on Monday.", "Red Sea"),
        ("Crowds protested in Tehran against the war in Gaza.", "Tehran"),
        ("Crowds protested against the war in Gaza.", None),
        ("Rebels attacked ships transiting the Red Sea.", "Red Sea"),
        ("In the Iranian capital Tehran, thousands of people demonstrated.", "Tehran"),
    ],
)
def test_the_place_is_where_it_happens_not_what_it_is_about(text, where):
    claim = claims(text)[0]
    assert (claim.place.text if claim.place else None) == where


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("The army withdrew from Kidal after clashes with the rebels.", "clash", ["The army"]),
        ("Clashes with the rebels went on in Kidal.", "clash", []),
        ("The killing of a guard by gunmen led to riots.", "casualties", ["gunmen"]),
        ("The ship was hit by drones launched from Yemen.", "attack", []),
    ],
)
def test_who_acts_is_told_by_the_verb_that_governs_or_the_phrase_that_hangs_below(text, kind, who):
    found = {
        role.text for claim in claims(text, kind) for role in claim.roles if role.role == "actor"
    }
    assert sorted(found) == who


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Troops attacked the rebels southeast of Kupiansk.", "Kupiansk"),
        ("Pirates seized a ship off Mogadishu in the Indian Ocean.", "Indian Ocean"),
    ],
)
def test_a_place_beside_another_is_near_it(text, where):
    assert claims(text)[0].place.text == where


@pytest.mark.parametrize(
    ("text", "kind", "role", "who"),
    [
        ("Seoul accused Pyongyang of jamming GPS signals.", "jamming", "actor", "Pyongyang"),
        (
            "Rights groups accuse the rebels of killing civilians.",
            "casualties",
            "actor",
            "the rebels",
        ),
        ("The army killed ten men by shelling the port.", "attack", "actor", "The army"),
        ("A raid by rebels on the port left ten men dead.", "attack", "target", "the port"),
        ("A raid by rebels on the port left ten men dead.", "attack", "actor", "rebels"),
        (
            "Aid trucks were looted near the port by armed gangs.",
            "destruction",
            "actor",
            "armed gangs",
        ),
        ("Units of the army opened fire on the rebels.", "attack", "target", "the rebels"),
    ],
)
def test_every_part_has_its_own_phrase(text, kind, role, who):
    found = [r.text for claim in claims(text, kind) for r in claim.roles if r.role == role]
    assert found == [who]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("JNIM claimed responsibility for the attack on the camp.", "attack", ["JNIM"]),
        ("JNIM condemned the attack on the camp.", "attack", []),
        (
            "The North may step up provocations, including a nuclear test.",
            "nuclear-test",
            ["The North"],
        ),
        (
            "The army has sent tanks and is in the process of building bunkers.",
            "fortification",
            ["The army"],
        ),
    ],
)
def test_who_acts_may_stand_by_the_verb_above(text, kind, who):
    found = [r.text for claim in claims(text, kind) for r in claim.roles if r.role == "actor"]
    assert found == who


def test_a_condition_before_a_list_holds_for_what_the_list_names():
    text = "With Russia's support, the North may launch a satellite or hold a nuclear test."
    launch, test = claims(text, "space-launch") + claims(text, "nuclear-test")
    assert launch.condition.text == test.condition.text == "With Russia's support"


def test_the_label_of_a_brief_says_where_it_is():
    text = "World in brief\n\nUganda: A court sentenced two activists to five years in prison."
    (claim,) = claims(text, "trial-or-sentence")
    assert claim.place.text == "Uganda"


def test_a_dateline_is_where_the_report_was_written():
    text = "KHARTOUM, Dec 22 (Press Agency) - A court sentenced two activists to jail on Sunday."
    (claim,) = claims(text, "trial-or-sentence")
    assert claim.place is None


def test_ground_that_is_taken_is_the_place():
    (claim,) = claims("The rebels took control of Goma airport.", "capture-of-territory")
    assert claim.place.text.startswith("Goma")


def test_a_quote_holds_the_figure_that_it_is_shown_for():
    (claim,) = claims("The council reports 114 people dead.")
    assert (claim.quantity.best, claim.quote) == (114, "114 people dead")


def test_what_is_recent_is_what_the_word_stands_by():
    text = "At least 40 men were killed, a number consistent with recent intelligence."
    (claim,) = claims(text, "casualties")
    assert claim.time is None
    (attack,) = claims("The recent attack on the port lasted two hours.", "attack")
    assert attack.time.text == "recent"


def test_both_halves_of_a_toll_are_where_and_when_the_bomb_went_off():
    text = "Nine people were killed and dozens of others injured when a bomb exploded in Aden on Friday."
    found = claims(text, "casualties")
    assert [(c.quantity.text, c.place.text, c.time.text) for c in found] == [
        ("Nine", "Aden", "Friday"),
        ("dozens", "Aden", "Friday"),
    ]


def test_nothing_is_where_those_come_from_whom_it_befalls():
    (claim,) = claims("An officer from Ghana was attacked on Sunday.", "attack")
    assert claim.place is None
    (claim,) = claims("Drones launched from Yemen hit the ship.", "attack")[:1]
    assert claim.place.text == "Yemen"
