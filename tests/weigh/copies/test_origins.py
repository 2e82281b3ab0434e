"""Reports of one root are one origin, with a tree of who had it from whom and what shows it."""

import pytest
from builders import a_carried, a_claim, prose

from tocsin.records import Mention, Quantity
from tocsin.weigh.copies import find_origins


def at_site(text, site, day=23, title=None, path="a", **parts):
    return a_carried(
        text, title, (2024, 12, day), url=f"https://{site}.example/{path}", publisher=site, **parts
    )


def grouped(*carried):
    return {frozenset(m.sighting for m in o.members) for o in find_origins(carried)}


def together(one, other, *more):
    return any({one.sighting, other.sighting} <= group for group in grouped(one, other, *more))


def a_credit(name, kind="agency"):
    return Mention(name=name, text=name, span=(0, len(name)), role="credit", kind=kind)


def citing(name, *claims, kind="organisation"):
    ids = tuple(claim.id for claim in claims)
    return Mention(name=name, text=name, span=(0, 5), role="citation", kind=kind, claims=ids)


def test_nothing_has_no_origin():
    assert find_origins(()) == ()


def test_reports_of_other_words_are_origins_of_their_own():
    one, other = at_site(prose(1), "post"), at_site(prose(2), "times")
    first, second = find_origins([one, other])
    assert {first.name, second.name} == {"post", "times"}
    assert first.kind == second.kind == "publisher"
    assert [m.how for m in first.members] == ["first"]


def test_a_text_carried_again_is_one_origin_with_whole_texts_as_evidence():
    one, other = at_site(prose(1), "post", 23), at_site(prose(1), "times", 24)
    (origin,) = find_origins([other, one])
    first, copy = origin.members
    assert (first.sighting, first.how, first.follows) == (one.sighting, "first", None)
    assert (copy.how, copy.follows) == ("copy", one.sighting)
    assert (copy.evidence[0].share, copy.evidence[0].other) == (1.0, one.report)


def test_a_cut_copy_shows_the_passage_on_both_sides():
    text, cut = f"{prose(1)} {prose(2)}", prose(1)
    one, other = at_site(text, "post", 23), at_site(f"Lead. {cut}", "times", 24)
    (origin,) = find_origins([one, other])
    shown = origin.members[1].evidence[0]
    assert f"Lead. {cut}"[slice(*shown.spans[0])] == cut
    assert text[slice(*shown.other_spans[0])] == cut
    assert shown.share is not None
    assert 0.9 < shown.share < 1


def test_a_lightly_rewritten_copy_is_a_rewrite():
    rewritten = prose(1, 40) + " " + prose(9, 90)
    (origin,) = find_origins([at_site(prose(1), "post", 23), at_site(rewritten, "times", 24)])
    assert [m.how for m in origin.members] == ["first", "rewrite"]


def test_the_earliest_is_first_even_when_it_was_cut():
    flash, full = at_site(prose(1, 40), "post", 22), at_site(prose(1), "times", 23)
    (origin,) = find_origins([full, flash])
    assert origin.members[0].sighting == flash.sighting


def test_a_composite_carries_two_origins_and_does_not_join_them():
    one, other = at_site(prose(1), "post", 22), at_site(prose(2), "times", 22)
    both = at_site(f"{prose(1, 60)} {prose(2, 60)}", "mix", 23)
    assert grouped(one, other, both) == {
        frozenset({one.sighting, both.sighting}),
        frozenset({other.sighting, both.sighting}),
    }


def test_a_copy_of_a_composite_has_both_its_origins_too():
    one, other = at_site(prose(1), "post", 21), at_site(prose(2), "times", 21)
    text = f"{prose(1, 60)} {prose(2, 60)}"
    both, again = at_site(text, "mix", 22), at_site(f"{text} end", "copy", 23)
    assert all(
        {both.sighting, again.sighting} <= group for group in grouped(one, other, both, again)
    )


def test_excerpts_of_one_text_are_one_origin():
    text = f"{prose(1)} {prose(2)}"
    whole = at_site(text, "post", 22)
    parts = [at_site(prose(1), "times", 23), at_site(prose(2), "mail", 23)]
    assert len(grouped(whole, *parts)) == 1


def test_variants_that_only_a_longer_text_links_are_one_origin():
    one, other = prose(1, 60), " ".join(prose(1, 90).split()[30:])
    first, second = at_site(one, "post", 21), at_site(other, "times", 22)
    assert len(grouped(first, second, at_site(prose(1), "mail", 23))) == 1


def test_a_page_that_was_edited_is_a_version_of_itself():
    old = at_site(prose(1), "post", 23)
    new = at_site(prose(1, 30) + " " + prose(5, 100), "post", 23)
    (origin,) = find_origins([old, new])
    assert "another version of the same page" in origin.members[1].evidence[0].text


def test_ten_edits_of_one_page_are_one_origin():
    texts = [f"{prose(1)} {prose(n, 3 * n)}" for n in range(2, 12)]
    assert len(grouped(*(at_site(text, "post") for text in texts))) == 1


def test_another_text_at_an_old_address_is_another_origin():
    one, other = at_site(prose(1), "post", title="A b"), at_site(prose(2), "post", title="C d")
    assert len(grouped(one, other)) == 2


def test_a_page_of_one_headline_is_one_page():
    one, other = at_site(prose(1), "post", title="A b"), at_site(prose(2), "post", title="A b")
    assert len(grouped(one, other)) == 1


def test_what_a_site_prints_on_every_page_joins_none_of_them():
    pages = [at_site(f"{prose('about', 180)} {prose(n)}", "post", path=str(n)) for n in range(6)]
    assert len(grouped(*pages)) == 6


def test_a_form_filled_in_weeks_apart_is_another_report():
    form = prose("form", 400)
    letters = [
        at_site(f"{form} {prose(n, 60)}", "house", day, path=str(n))
        for n, day in enumerate((1, 20))
    ]
    assert len(grouped(*letters)) == 2


def test_a_site_that_prints_a_text_again_has_one_origin():
    pages = [at_site(prose(1), "post", day, path=str(day)) for day in (1, 10, 20, 28)]
    assert len(grouped(*pages)) == 1


def test_a_notice_that_everybody_prints_joins_nobody():
    notice = prose("notice", 14)
    pages = [at_site(f"{prose(n, 30)} {notice}", f"site{n}") for n in range(12)]
    assert len(grouped(*pages)) == 12


def test_background_that_is_carried_along_for_days_joins_nobody():
    background = prose("background", 40)
    pages = [at_site(f"{prose(n, 90)} {background}", f"site{n}", 1 + 2 * n) for n in range(6)]
    assert len(grouped(*pages)) == 6


def test_a_little_in_common_counts_only_near_in_time():
    text = f"{prose(1, 20)} {prose(2, 60)}"
    one = at_site(prose(1, 80), "post", 1)
    assert together(one, at_site(text, "times", 2))
    assert not together(one, at_site(text, "times", 20))


def test_two_outlets_with_one_name_are_compared_as_two():
    form = f"{prose(1, 60)} {prose(2, 40)}"
    one = a_carried(prose(1), at=(2024, 12, 1), url="https://a.example/1", publisher="The Post")
    other = a_carried(form, at=(2024, 12, 9), url="https://b.example/1", publisher="The Post")
    assert together(one, other)


def test_one_outlet_with_five_addresses_is_one_origin():
    carried = [
        a_carried(prose(1), url=f"https://{host}.example/x", publisher="The Post")
        for host in ("www", "m", "amp", "de", "edition")
    ]
    (origin,) = find_origins(carried)
    assert len(origin.members) == 5


@pytest.mark.parametrize("at", [None, (2031, 1, 1)])
def test_without_a_date_that_can_be_texts_are_still_compared(at):
    one, other = a_carried(prose(1), at=at, publisher="a"), a_carried(prose(1, 80), at=at)
    (origin,) = find_origins([one, other])
    assert {m.published for m in origin.members} == {None}


def test_a_headline_alone_is_joined_by_its_run_of_words():
    title = "Zelensky says North could send more troops and equipment"
    bare = at_site(title, "news", title=title)
    brief = at_site(prose(1, 20), "post", title=f"{title} to Russia soon")
    (origin,) = find_origins([bare, brief])
    assert "headline" in {e.kind for m in origin.members for e in m.evidence}


def test_the_headline_that_an_address_kept_counts():
    title = "Zelensky says North could send more troops and equipment"
    path = title.lower().replace(" ", "-")
    bare = at_site(title, "news", title=title)
    headed_anew = at_site(prose(1, 20), "post", title="Thousands killed, Kyiv says", path=path)
    assert together(bare, headed_anew)


@pytest.mark.parametrize(
    ("other", "day", "site"),
    [
        ("Quake toll passes 21,000 in the north of the country", 23, "post"),
        ("Quake toll passes 20,000 in the north of the country", 26, "post"),
        ("Quake toll passes 20,000 in the north of the country", 23, "news"),
        ("Rescuers find many more survivors in the cold north now", 23, "post"),
    ],
)
def test_headlines_of_other_figures_days_or_words_join_nothing(other, day, site):
    title = "Quake toll passes 20,000 in the north of the country"
    one = at_site(prose(1, 20), "news", title=title, path="1")
    assert not together(one, at_site(prose(2, 20), site, day, other, "2"))


def test_reports_with_bodies_are_not_joined_by_a_headline():
    title = "Zelensky says North could send more troops and equipment"
    assert not together(
        at_site(prose(1), "news", title=title), at_site(prose(2), "post", title=title)
    )


def test_a_credit_of_any_member_makes_a_wire():
    one = at_site(prose(1), "post", 22)
    other = at_site(prose(1, 90), "times", 23, mentions=(a_credit("AP"),))
    (origin,) = find_origins([one, other])
    assert (origin.kind, origin.name) == ("wire", "AP")
    assert origin.members[1].evidence[-1].text == "credits AP"


def test_a_wire_that_collecting_saw_counts():
    (origin,) = find_origins([at_site(prose(1), "post", wire="AFP")])
    assert (origin.kind, origin.name) == ("wire", "AFP")
    assert origin.members[0].evidence[0].text == "credits AFP"


def test_a_body_that_speaks_for_itself_makes_a_release():
    own = at_site(prose(1), "house", 22, mentions=(a_credit("The House", "body"),))
    carried = at_site(prose(1, 90), "times", 23, mentions=(a_credit("AP"),))
    (origin,) = find_origins([own, carried])
    assert (origin.kind, origin.name) == ("release", "The House")


def test_an_origin_that_nothing_names_has_no_name():
    (origin,) = find_origins([a_carried(prose(1))])
    assert origin.name is None


def test_a_report_that_retells_an_agency_s_text_cites_it():
    title = "Warship attacked with drones in Red Sea"
    wire = at_site(prose(1), "post", 22, title, mentions=(a_credit("AP"),))
    retold = at_site(
        prose(2),
        "times",
        23,
        "Drones attacked warship, AP says",
        mentions=(citing("AP", kind="media"),),
    )
    unlike = at_site(
        prose(3), "mail", 23, "Quake toll is rising", mentions=(citing("AP", kind="media"),)
    )
    origins = find_origins([wire, retold, unlike])
    (origin,) = [o for o in origins if o.kind == "wire"]
    assert [(m.sighting, m.how, m.follows) for m in origin.members] == [
        (wire.sighting, "first", None),
        (retold.sighting, "cites", wire.sighting),
    ]
    assert len(origins) == 2


def said(quote, text, trigger="sent", **parts):
    return a_claim(quote, text, trigger, **parts)


def reported(site, seed, quote, day=23, title=None, source="Spy Agency", **parts):
    text = f"{prose(seed, 30)} {quote} {prose(seed, 12)}"
    claim = said(quote, text, **parts)
    return at_site(text, site, day, title, mentions=(citing(source, claim),), claims=(claim,))


def sources(*carried):
    return [o for o in find_origins(carried) if o.kind == "source"]


def test_reports_that_cite_one_source_for_one_thing_are_one_origin():
    one = reported("post", 1, "troops were sent north")
    other = reported("times", 2, "troops had been sent north")
    (origin,) = sources(one, other)
    assert origin.name == "Spy Agency"
    assert {m.how for m in origin.members} == {"cites"}
    spans = {m.sighting: m.evidence[0].spans for m in origin.members}
    assert spans[one.sighting] == (one.claims[0].span,)


def test_reports_that_give_one_source_s_figure_are_one_origin():
    figure = Quantity(span=(0, 1), text="3,000", low=3000, high=3000, best=3000, bound="exact")
    one = reported("post", 1, "they sent 3,000 men", quantity=figure)
    other = reported("times", 2, "some 3,000 soldiers got sent", quantity=figure)
    assert len(sources(one, other)) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"quote": "envoys from Paris were sent home again", "source": "Spy Agency"},
        {"quote": "troops were sent north", "source": "Kremlin"},
        {"quote": "troops were sent north", "day": 3},
        {"quote": "troops were sent north", "site": "post"},
    ],
)
def test_another_thing_source_day_or_one_site_is_no_origin_in_common(other):
    one = reported("post", 1, "troops were sent north")
    parts = {"site": "times", **other}
    assert sources(one, reported(parts.pop("site"), 2, parts.pop("quote"), **parts)) == []


def test_who_quotes_a_source_among_others_does_not_rest_on_it():
    one = reported("post", 1, "troops were sent north")
    quotes = [f"envoys from {city} talked" for city in ("Paris", "Rome", "Oslo")]
    text = f"{prose(2, 30)} {'. '.join(quotes)}. troops had been sent north {prose(2, 12)}"
    others = tuple(said(quote, text, "talked") for quote in quotes)
    late = said("troops had been sent north", text)
    cited = (*(citing(f"Envoy {n}", claim) for n, claim in enumerate(others)),)
    other = at_site(
        text, "times", mentions=(*cited, citing("Spy Agency", late)), claims=(*others, late)
    )
    assert sources(one, other) == []


def test_a_release_is_of_one_origin_with_who_retells_it():
    text = f"{prose(1, 30)} troops were sent north {prose(1, 12)}"
    credit = Mention(
        name="The Spy Agency", text="Spy Agency", span=(0, 0), role="credit", kind="body"
    )
    release = at_site(
        text, "agency", 22, mentions=(credit,), claims=(said("troops were sent north", text),)
    )
    retold = reported("times", 2, "troops had been sent north")
    (origin,) = sources(release, retold)
    assert [m.how for m in origin.members] == ["first", "cites"]


def test_one_person_written_in_two_ways_is_one_source():
    quotes = ("troops were sent north", "troops had been sent north")
    names = ("Volodymyr Zelenskyy", "Volodymyr Zelensky")
    told = []
    for number, (quote, name) in enumerate(zip(quotes, names, strict=True)):
        text = f"{prose(number, 30)} {quote} {prose(number, 12)}"
        claim = said(quote, text)
        cited = (citing(name, claim, kind="person"),)
        told.append(at_site(text, f"site{number}", mentions=cited, claims=(claim,)))
    assert len(sources(*told)) == 1


def test_a_digest_that_carries_paragraphs_days_later_is_a_composite():
    one, other = at_site(prose(1), "post", 18), at_site(prose(2), "times", 18)
    digest = at_site(f"{prose(1, 60)} {prose(2, 60)}", "mix", 23)
    assert together(one, digest, other)
    assert together(other, digest, one)


def test_ten_thousand_copies_are_one_origin():
    carried = [at_site(f"{prose(1)} end{n}", f"site{n}") for n in range(400)]
    (origin,) = find_origins(carried)
    assert len(origin.members) == 400


def test_copies_of_a_text_that_came_last_are_copies_of_each_other():
    twins = [at_site(f"{prose(1)} end{n}", f"site{n}", n) for n in (1, 2)]
    longest = at_site(f"{prose(1)} and its end", "post", 3)
    (origin,) = find_origins([longest, *twins])
    assert [m.how for m in origin.members] == ["first", "copy", "copy"]
    assert origin.members[1].evidence[0].spans != ()


def test_excerpts_follow_the_text_they_were_taken_from():
    whole = at_site(f"{prose(1)} {prose(2)}", "post", 1)
    parts = [at_site(prose(n), f"site{n}", day) for n, day in ((1, 2), (2, 3))]
    (origin,) = find_origins([whole, *parts])
    assert [m.follows for m in origin.members[1:]] == [whole.sighting] * 2


def test_an_outlet_with_one_edited_text_at_five_addresses_is_one_origin():
    words = prose(7, 400).split()
    texts = [
        " ".join(f"edit{n}" if at % 80 == 9 * n else word for at, word in enumerate(words))
        for n in range(1, 6)
    ]
    carried = [
        a_carried(text, url=f"https://a.example/{n}", publisher="A") for n, text in enumerate(texts)
    ]
    [origin] = find_origins(carried)
    assert len(origin.members) == 5


def test_a_form_that_a_site_fills_in_is_no_copy():
    form = prose(8, 60)
    carried = [
        a_carried(f"{form} {prose(20 + n, 60)}", at=(2024, 12, n), url=f"https://a.example/{n}")
        for n in range(1, 6)
    ]
    assert len(find_origins(carried)) == 5


def test_two_small_figures_of_one_source_are_two_statements():
    two = Quantity(span=(0, 1), text="two", low=2, high=2, best=2, bound="exact")
    one = reported("post", 1, "they sent two civilians home", quantity=two)
    other = reported("times", 2, "a patrol lost two soldiers", trigger="lost", quantity=two)
    assert sources(one, other) == []


def test_a_site_of_which_every_page_is_mostly_its_own_notices_has_pages_of_its_own():
    pages = [
        at_site(f"{prose(n, 80)} {prose('about', 120)}", "post", path=str(n)) for n in range(9)
    ]
    copy = at_site(f"{prose(3, 80)} {prose('other', 30)}", "mail")
    assert len(grouped(*pages)) == 9
    assert {pages[3].sighting, copy.sighting} in grouped(*pages, copy)


def test_at_least_so_many_is_what_another_passes_on_as_so_many():
    parts = {"text": "70", "best": 70, "low": 70}
    least = Quantity(span=(0, 1), bound="at_least", **parts)
    exact = Quantity(span=(0, 1), bound="exact", high=70, **parts)
    one = reported("post", 1, "the strike killed 70", trigger="killed", quantity=least)
    other = reported("times", 2, "in all 70 patients got killed", trigger="killed", quantity=exact)
    assert len(sources(one, other)) == 1


def framed(number, said):
    """Return a page of which nine tenths are notices, with a claim among its own words or theirs."""
    own, frame = f"{prose(number, 30)} said {prose(f'own{number}', 50)}", prose("frame", 920)
    text = f"{own} {frame} said {prose('end', 10)}"
    claim = a_claim(trigger="said", text=text, quote=f"{said} said")
    return at_site(text, "post", day=number, path=str(number), claims=(claim,))


def test_pages_in_one_large_frame_are_of_their_own_where_all_they_claim_stands_beside_it():
    pages = [framed(number, prose(number, 30)) for number in range(1, 6)]
    assert len(grouped(*pages)) == 5


def test_pages_that_share_nearly_all_with_what_it_claims_are_one_text_again():
    pages = [framed(number, prose("frame", 920)) for number in range(1, 6)]
    assert len(grouped(*pages)) < 3


def test_what_all_of_one_origin_cite_is_no_origin_more():
    quote = "troops were sent north"
    text = f"{prose(1, 30)} {quote} {prose(1, 12)}"
    claim = said(quote, text)
    cited = citing("Spy Agency", claim)
    one, other = (at_site(text, site, mentions=(cited,), claims=(claim,)) for site in ("a", "b"))
    digest = at_site(f"{text} {prose(2)}", "mix", 24, mentions=(cited,), claims=(claim,))
    elsewhere = at_site(prose(2), "c")
    assert not sources(one, other, digest, elsewhere)
