"""Each claim counts for one origin: whom it rests on, or where its text came from."""

from builders import a_carried, a_claim, prose

from tocsin.records import Mention
from tocsin.weigh.copies import cited_origins, claim_origins, find_origins


def reported(seed, quote="troops were sent north", *cited, text=None, **parts):
    text = text or f"{prose(seed, 40)} {quote} {prose(seed + 50, 40)}"
    claim = a_claim(quote, text, "sent")
    mentions = tuple(
        Mention(
            name=name, text=name, span=(n, n + 1), role="citation", kind=kind, claims=(claim.id,)
        )
        for n, (name, kind) in enumerate(cited)
    )
    return a_carried(text, mentions=mentions, claims=(claim,), **parts)


def votes(*carried):
    found = claim_origins(carried, find_origins(carried))
    return [found[one.sighting, one.claims[0].id] for one in carried]


def test_a_claim_of_a_report_s_own_counts_for_the_origin_of_its_text():
    one, copy, other = reported(1), reported(1, publisher="Late"), reported(2)
    first, again, second = votes(one, copy, other)
    assert first == again != second
    assert {first, second} == {origin.id for origin in find_origins([one, copy, other])}


def test_two_reports_that_cite_one_source_have_one_vote():
    agency = ("Spy Agency", "organisation")
    one, other = reported(1, "troops were sent north", agency), reported(2, "men sent", agency)
    first, second = votes(one, other)
    assert first == second
    (cited,) = cited_origins([one, other, one])
    assert (cited.id, cited.name, cited.kind) == (first, "Spy Agency", "source")
    assert [m.how for m in cited.members] == ["cites", "cites"]


def test_an_outlet_that_passes_on_a_body_s_words_is_not_the_root():
    body, outlet = ("Spy Agency", "organisation"), ("AP", "media")
    one, other = reported(1, "men sent", outlet, body), reported(2, "men sent", body)
    first, second = votes(one, other)
    assert first == second


def test_an_outlet_alone_is_whom_the_claim_rests_on():
    first, second = votes(reported(1, "men sent", ("AP", "media")), reported(2))
    assert first != second


def test_a_claim_of_a_composite_counts_for_the_passage_it_stands_in():
    quote = "troops were sent north"
    one = reported(1, text=f"{prose(1)} {quote} {prose(7, 9)}", at=(2024, 12, 21))
    other = a_carried(prose(2), at=(2024, 12, 21))
    mixed = reported(1, text=f"{prose(2, 60)} {prose(1)} {quote} {prose(7, 9)}")
    found = claim_origins([one, other, mixed], find_origins([one, other, mixed]))
    assert found[mixed.sighting, mixed.claims[0].id] == found[one.sighting, one.claims[0].id]


def test_a_claim_of_nobody_s_origin_is_left_out():
    assert claim_origins([reported(1)], ()) == {}
