from tocsin.read.attribution import Speaker, Voice, attribution_of, chain_at, voices_at
from tocsin.records import Attribution


def a_speaker(**parts):
    plain = {
        "name": "the ministry",
        "text": "the ministry",
        "span": (0, 12),
        "kind": "organisation",
    }
    return Speaker(**{**plain, **parts})


def a_voice(**parts):
    plain = {
        "source": ((0, 12),),
        "speakers": (a_speaker(),),
        "cue": ((13, 17),),
        "cue_class": "report",
        "lemma": "say",
        "content": ((18, 60),),
        "form": "indirect",
        "evidential": "hearsay",
        "factuality": "CT+",
        "author": "Uu",
    }
    return Voice(**{**plain, **parts})


NOBODY = a_speaker(name="unspecified", kind="unspecified")


def test_the_record_holds_the_spans_alone():
    record = attribution_of(a_voice())
    expected = Attribution(source=((0, 12),), cue=((13, 17),), content=((18, 60),), form="indirect")
    assert record == expected


def test_voices_come_outermost_first():
    inner = a_voice(cue=((20, 24),), content=((25, 60),), within=1)
    outer = a_voice()
    assert voices_at((30, 40), [inner, outer]) == [outer, inner]


def test_a_span_that_only_touches_a_content_is_outside():
    assert voices_at((0, 20), [a_voice()]) == []


def test_the_publishers_own_voice_is_no_link():
    assert chain_at((30, 40), [a_voice(own=True)]) == []


def test_who_only_plans_is_no_link():
    assert chain_at((30, 40), [a_voice(chained=False)]) == []


def test_hearsay_alone_is_a_link():
    voice = a_voice(speakers=(NOBODY,), cue_class="hearsay")
    assert chain_at((30, 40), [voice]) == [voice]


def test_hearsay_within_a_named_voice_is_none():
    outer = a_voice()
    inner = a_voice(speakers=(NOBODY,), cue_class="hearsay", cue=((20, 24),), within=0)
    assert chain_at((30, 40), [outer, inner]) == [outer]


def test_an_expectation_without_a_source_is_no_link():
    assert chain_at((30, 40), [a_voice(speakers=(NOBODY,), cue_class="predict")]) == []


def test_one_source_twice_in_a_row_is_one_link():
    army = a_speaker(name="the army", chain=3)
    outer = a_voice(speakers=(army,))
    inner = a_voice(speakers=(army,), cue=((20, 24),), content=((25, 60),), within=0)
    assert chain_at((30, 40), [outer, inner]) == [inner]


def test_two_sources_that_are_no_entities_stay_two_links():
    outer = a_voice()
    speakers = (a_speaker(span=(20, 23)),)
    inner = a_voice(cue=((20, 24),), content=((25, 60),), within=0, speakers=speakers)
    assert chain_at((30, 40), [outer, inner]) == [outer, inner]


def test_one_mention_that_two_cues_share_is_one_link():
    outer = a_voice()
    inner = a_voice(cue=((20, 24),), content=((25, 60),), within=0)
    assert chain_at((30, 40), [outer, inner]) == [inner]
