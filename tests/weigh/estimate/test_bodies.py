"""Bodies under several names are one voice, and two bodies are two."""

from tellings import losses, own

from tocsin.weigh.estimate import Voices, estimate
from tocsin.weigh.estimate.bodies import body, longest, one_body


def test_a_body_is_known_by_its_land_and_its_words():
    assert body("Ministry of Defence (Russia)") == body("The Russian defence ministry")
    assert body("Ministry of Defence (Russia)") is not None
    assert body("Kabul's defence ministry") == body("the Defence Ministry", "AF")
    assert body("the defence ministry") is None
    assert body("Russia") is None


def test_a_longer_name_of_one_land_is_the_same_body_s():
    names = {"The disaster institute": "MZ", "National Disaster Institute": "MZ"}
    assert one_body(names)["The disaster institute"] == "National Disaster Institute"


def test_one_word_or_two_longer_names_tell_of_no_body():
    names = {"ministry": "MZ", "health ministry": "MZ", "interior ministry": "MZ"}
    assert one_body(names) == {name: name for name in names}
    two = [body(name, "MZ") for name in ("Red Cross North", "Red Cross South")]
    assert longest(body("Red Cross", "MZ"), two) == body("Red Cross", "MZ")


def test_bodies_of_two_lands_are_two():
    names = {"Mali's defence ministry": None, "Niger's national defence ministry": None}
    assert one_body(names) == {name: name for name in names}


def test_a_body_under_two_names_has_one_vote():
    told = (
        losses("1,100", "Russian defence ministry"),
        losses("3,000", "Ministry of Defence (Russia)"),
    )
    (found,) = estimate(told, (), own(*told))
    assert len(found.histories) == 1
    assert Voices(told, own(*told)).counts_for


def test_an_article_makes_no_other_voice():
    told = losses("1,100", "Red Crescent"), losses("3,000", "The Red Crescent")
    (found,) = estimate(told, (), own(*told))
    assert [history.source for history in found.histories] == ["Red Crescent"]
