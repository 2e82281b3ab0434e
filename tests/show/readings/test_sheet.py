"""A report is cut where marks begin and end, and joins to the same text again."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from show.readings.builders import a_layered_reading
from show.samples import TEXT, a_claim, a_reading

from tocsin.show.readings.sheet import sheet


def bits(reading):
    return [bit for row in sheet(reading).rows for bit in row.bits]


def bit_of(reading, words):
    return next(bit for bit in bits(reading) if words in bit.text)


def test_the_bits_join_to_the_text():
    joined = "".join(bit.text for bit in bits(a_layered_reading()))
    assert joined == TEXT.replace("\n", "")


def test_claims_stand_beside_the_row_in_which_they_begin():
    rows = sheet(a_reading()).rows
    assert [[card.number for card in row.cards] for row in rows] == [[1, 2], [3]]


def test_a_number_stands_once_where_its_quote_begins():
    opened = [(card.number, bit.text) for bit in bits(a_reading()) for card in bit.opens]
    assert [number for number, _ in opened] == [1, 2, 3]
    assert opened[1][1].startswith("The North")


def test_a_word_knows_its_claim_and_what_it_is_of_it():
    assert bit_of(a_reading(), "were in").quotes == "1"
    assert bit_of(a_reading(), "were in").slots == "1:event"
    assert bit_of(a_reading(), "South Korea's military").slots == "1:source 2:source"


def test_a_part_that_only_goes_on_is_not_named_again():
    reading = a_layered_reading()
    [figure] = reading.claims[0].roles
    longer = replace(figure, span=(figure.span[0] - len("about 12,000 "), figure.span[1]))
    both = replace(reading, claims=(replace(reading.claims[0], roles=(longer,)),))
    assert bit_of(both, "about 12,000").slots == "1:actor 1:figure"
    assert bit_of(both, "North Korean troops").slots == "1:"


def test_quotes_upon_quotes_are_shaded_and_the_shortest_comes_first():
    outer = a_claim(TEXT, "any foreign soldiers had entered the Kursk region", "entered")
    inner = a_claim(TEXT, "entered the Kursk region", "entered")
    reading = a_reading(claims=(inner, outer))
    assert bit_of(reading, "any foreign").kinds == "q"
    assert bit_of(reading, "entered").kinds == "qq e"
    assert bit_of(reading, "entered").quotes == "2 1"


def test_the_same_words_of_three_sources_are_not_shaded_as_overlap():
    one = a_claim(TEXT, "any foreign soldiers had entered the Kursk region", "entered")
    reading = a_reading(claims=(one, replace(one, id="claim_2"), replace(one, id="claim_3")))
    assert bit_of(reading, "any foreign").kinds == "q"
    assert [card.number for card in bit_of(reading, "any foreign").opens] == [1, 2, 3]


def test_each_layer_has_a_line_that_ends_with_its_thing():
    place = bit_of(a_layered_reading(), "Kursk region")
    assert set(place.kinds.split()) == {"q", "s", "places", "places-end", "content", "content-end"}
    assert place.layers == "p1 a1"


def test_two_things_of_one_layer_on_one_word_make_a_thicker_line():
    reading = a_layered_reading()
    [entity] = reading.layers.entities
    twice = replace(reading.layers, entities=(entity, replace(entity, span=(160, 173))))
    assert "entities-two" in bit_of(replace(reading, layers=twice), "Moscow").kinds


def test_a_claim_given_twice_has_two_names_on_the_page():
    taken = set()
    first, again = (sheet(a_reading(), n, taken=taken) for n in (1, 2))
    names = [card.anchor for one in (first, again) for row in one.rows for card in row.cards]
    assert len(names) == len(set(names)) == 6
    assert first.shown[a_reading().claims[0].id].anchor == a_reading().claims[0].id


def test_a_language_that_is_no_code_is_not_given_to_a_reader_aloud():
    assert sheet(a_reading(language="pt-BR")).tongue == "pt-BR"
    assert sheet(a_reading(language='en" onload="x')).tongue == ""
    assert sheet(a_reading(language=None)).tongue == ""


def test_an_empty_text_has_no_rows():
    assert sheet(a_reading("", ())).rows == ()


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 90)), max_size=5))
def test_every_claim_has_its_card_and_its_number_wherever_its_words_stand(spans):
    inside = [(a, min(a + long, len(TEXT))) for a, long in spans]
    claims = tuple(
        replace(a_reading().claims[0], id=f"claim_{n}", span=span, quote=TEXT[span[0] : span[1]])
        for n, span in enumerate(inside)
    )
    made = sheet(a_reading(claims=claims))
    cards = [card.claim for row in made.rows for card in row.cards]
    assert sorted(c.id for c in cards) == sorted(c.id for c in claims)
    seen = [c.number for row in made.rows for bit in row.bits for c in bit.opens]
    assert len(seen) == len(set(seen))
    assert len(seen) >= len([c for c in claims if c.quote.strip()])
