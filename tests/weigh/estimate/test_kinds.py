"""Whom or what a figure counts where its own words do not say."""

from tellings import on, one_event, own, said, state

from tocsin.weigh.estimate import estimate


def measures(*carried, events=()):
    return sorted((one.measure, one.population) for one in estimate(carried, events, own(*carried)))


def fired(figure, of, publisher):
    text = f"North Korea fired {figure} {of}"
    roles = (state("actor", "North Korea", text),)
    return said(
        text, trigger="fired", type="missile-launch", of=of, publisher=publisher, time=on(6),
        roles=roles,
    )  # fmt: skip


def killed(figure, of, publisher, **parts):
    text = f"{figure} {of} were killed"
    return said(text, type="casualties", of=of, publisher=publisher, time=on(6), **parts)


def test_missiles_are_the_ballistic_ones_of_the_day():
    told = fired("12", "ballistic missiles", "A"), fired("10", "missiles", "B")
    ((_, population),) = measures(*told)
    assert population == "North Korean ballistic missiles"


def test_missiles_of_a_day_with_two_kinds_stay_missiles():
    kinds = ("ballistic missiles", "cruise missiles", "missiles")
    told = [fired("12", of, str(number)) for number, of in enumerate(kinds)]
    assert len(measures(*told)) == 3


def test_civilians_are_people_where_no_report_tells_them_apart():
    told = killed("56", "civilians", "A"), killed("130", "people", "B")
    assert len(measures(*told, events=[one_event(*told)])) == 1


def test_its_soldiers_are_of_who_says_it():
    text = "71 of its soldiers were killed, Azerbaijan's army said"
    mine = said(text, type="casualties", of="soldiers", source="Azerbaijan's army", time=on(6))
    its = killed("200", "Azerbaijani soldiers", "B")
    assert measures(mine, its, events=[one_event(mine, its)]) == [
        ("soldiers killed", "Azerbaijani soldiers")
    ]
