"""Stories."""

from datetime import UTC, datetime, timedelta

from builders import a_claim

from tocsin.read.fingerprints import fingerprint, hollow_words
from tocsin.records import Carried, Member, Origin, content_id
from tocsin.weigh.stories import find_stories

START = datetime(2024, 10, 1, tzinfo=UTC)
QUAKE = "Quake strikes Hatay province, Turkey"
TALKS = "Envoys open truce talks in Geneva"


def a_report(words, *, hours=0, site="post.example", **parts):
    plain = {
        "sighting": content_id("sighting", words, hours, site),
        "report": content_id("report", words),
        "title": words,
        "published": START + timedelta(hours=hours),
        "collected_at": START + timedelta(days=400),
        "fingerprint": fingerprint("", words, hollow_words("en")),
    }
    return Carried(**{**plain, **parts})


def a_line(topic, count, hours=0):
    return [a_report(f"{topic}, says {topic.split()[0]}{n}", hours=hours + n) for n in range(count)]


def test_reports_of_two_things_are_two_stories():
    stories = find_stories([*a_line(QUAKE, 3), *a_line(TALKS, 3)], [])
    assert sorted(len(story.sightings) for story in stories) == [3, 3]


def test_a_story_is_named_by_a_title_that_one_of_its_reports_prints():
    reports = a_line(QUAKE, 3)
    (story,) = find_stories(reports, [])
    (named,) = [one for one in reports if one.sighting == story.named_in]
    assert story.name == named.title


def test_on_a_small_desk_what_its_stories_share_still_tells_them_apart():
    told = {
        "flood": "dam river valley burst mud village governor rescuers sirens engineers",
        "siege": "hostages school gunmen ransom pupils forest soldiers parents roll negotiators",
    }
    reports = [
        a_text(f"{' '.join((shared.split() * 2)[n : n + 6])} {own(topic, n)}", hours=n)
        for topic, shared in told.items()
        for n in range(8)
    ]
    assert sorted(len(story.sightings) for story in find_stories(reports, [])) == [8, 8]


def a_text(words, *, hours):
    marks = fingerprint(words, "", hollow_words("en"))
    return a_report(words, hours=hours, title=None, fingerprint=marks)


def own(topic, number):
    """Words that no other report holds."""
    return " ".join(f"{topic}{number}x{n}" for n in range(40))


def test_without_a_title_a_story_is_named_by_a_quote():
    claim = a_claim()
    (story,) = find_stories([a_report(QUAKE, title=None, claims=(claim,))], [])
    assert story.name == claim.quote


def test_what_prints_nothing_has_no_name():
    (story,) = find_stories([a_report(QUAKE, title=" ")], [])
    assert story.name == ""


def test_a_year_later_it_is_another_story():
    stories = find_stories([a_report(QUAKE), a_report(QUAKE + " again", hours=24 * 365)], [])
    assert len(stories) == 2


def test_copies_come_together_whatever_their_words():
    first, copy = a_report(QUAKE), a_report(TALKS, hours=1)
    members = [
        Member(sighting=first.sighting, report=first.report, how="first"),
        Member(sighting=copy.sighting, report=copy.report, how="copy", follows=first.sighting),
    ]
    origin = Origin(id="origin_1", name=None, kind="publisher", members=tuple(members))
    (story,) = find_stories([first, copy], [origin])
    assert story.sightings == (first.sighting, copy.sighting)
    assert story.origins == ("origin_1",)


def test_a_digest_of_two_agencies_does_not_make_their_news_one_story():
    quake, talks = a_line(QUAKE, 3), a_line(TALKS, 3)
    digest = a_report("The world in brief, Tuesday", hours=9)
    origins = [
        Origin(
            id=f"origin_{first.sighting}",
            name=None,
            kind="wire",
            members=(
                Member(sighting=first.sighting, report=first.report, how="first"),
                Member(
                    sighting=digest.sighting,
                    report=digest.report,
                    how="rewrite",
                    follows=first.sighting,
                ),
            ),
        )
        for first in (quake[0], talks[0])
    ]
    stories = find_stories([*quake, *talks, digest], origins)
    held = [set(story.sightings) for story in stories]
    assert not any({quake[0].sighting, talks[0].sighting} <= some for some in held)
    assert sum(digest.sighting in some for some in held) == 1


def test_one_text_at_two_addresses_is_in_one_story():
    (story,) = find_stories([a_report(QUAKE), a_report(QUAKE, site="b.example", hours=9)], [])
    assert len(story.sightings) == 2


def test_the_id_comes_from_the_earliest_report():
    early = a_report(QUAKE)
    (alone,) = find_stories([early], [])
    (later,) = find_stories([*a_line(QUAKE, 5, hours=2), early], [])
    assert alone.id == later.id


def test_threads_that_turn_out_to_be_one_are_joined_and_named_as_what_they_came_from():
    reports = [
        a_report("alpha beta gamma delta one two three"),
        a_report("epsilon zeta eta theta four five six", hours=1),
        *[
            a_report(f"alpha beta gamma delta epsilon zeta eta theta {n}", hours=2 + n)
            for n in range(6)
        ],
        a_report("something else entirely happened far away", hours=12),
    ]
    joined = max(find_stories(reports, []), key=lambda story: len(story.sightings))
    assert content_id("story", reports[1].report) in joined.came_from


def test_no_report_makes_no_story():
    assert find_stories([], []) == ()


def test_reports_without_a_word_are_stories_of_their_own():
    assert len(find_stories([a_report("…"), a_report("!", hours=1)], [])) == 2
