from read.entities.parsing import made

from tocsin.read.attribution import cue_rules, find_attributions
from tocsin.read.entities import entity_rules, find_entities

CUES, ENTITIES = cue_rules("en"), entity_rules("en")


def read(*sentences):
    document = made(*sentences)
    return document.text, find_attributions(document, find_entities(document, ENTITIES), CUES)


def shown(text, voice):
    def words(spans):
        return " / ".join(text[start:end] for start, end in spans)

    return words(voice.source), words(voice.cue), words(voice.content)


SAID_THAT = (
    "The|DET|DT|2|det ministry|NOUN|NN|3|nsubj said|VERB|VBD|0|root|say that|SCONJ|IN|6|mark "
    "troops|NOUN|NNS|6|nsubj left|VERB|VBD|3|ccomp|leave .|PUNCT|.|3|punct"
)
TRAILING = (
    "Troops|NOUN|NNS|2|nsubj|troops left|VERB|VBD|0|root|leave ,|PUNCT|,|6|punct "
    "the|DET|DT|5|det ministry|NOUN|NN|6|nsubj said|VERB|VBD|2|parataxis|say .|PUNCT|.|2|punct"
)


def test_a_verb_of_saying_with_its_clause():
    text, [voice] = read(SAID_THAT)
    assert shown(text, voice) == ("The ministry", "said", "that troops left")
    assert (voice.cue_class, voice.factuality, voice.author) == ("report", "CT+", "Uu")


def test_a_cue_at_the_end_takes_the_sentence():
    text, [voice] = read(TRAILING)
    assert shown(text, voice) == ("the ministry", "said", "Troops left")


def test_commas_tell_an_aside_where_the_tree_does_not():
    text, [voice] = read(
        "Troops|NOUN|NNS|6|nsubj|troops left|VERB|VBD|6|dep|leave ,|PUNCT|,|6|punct "
        "said|VERB|VBD|6|dep|say the|DET|DT|6|det ministry|NOUN|NN|0|root .|PUNCT|.|6|punct"
    )
    assert shown(text, voice) == ("the ministry", "said", "Troops left")


def test_sources_side_by_side_are_one_voice_with_several_speakers():
    _, [voice] = read(
        "Seoul|PROPN|NNP|4|nsubj||B-LOC and|CCONJ|CC|3|cc Kyiv|PROPN|NNP|1|conj||B-LOC "
        "estimate|VERB|VBP|0|root that|SCONJ|IN|7|mark troops|NOUN|NNS|7|nsubj|troops "
        "left|VERB|VBD|4|ccomp|leave"
    )
    assert [(s.name, s.kind) for s in voice.speakers] == [
        ("South Korea", "state"),
        ("Ukraine", "state"),
    ]
    assert (voice.cue_class, voice.factuality) == ("assess", "PR+")


def test_according_to_at_the_end():
    text, [voice] = read(
        "Kim|PROPN|NNP|2|nsubj||B-PER left|VERB|VBD|0|root|leave ,|PUNCT|,|7|punct "
        "according|VERB|VBG|7|case|accord to|ADP|IN|4|fixed state|NOUN|NN|7|compound "
        "media|NOUN|NNS|2|obl .|PUNCT|.|2|punct"
    )
    assert shown(text, voice) == ("state media", "according to", "Kim left")
    assert voice.speakers[0].kind == "media"


def test_according_to_at_the_start():
    text, [voice] = read(
        "According|VERB|VBG|4|case|accord to|ADP|IN|1|fixed the|DET|DT|4|det "
        "ministry|NOUN|NN|7|obl ,|PUNCT|,|7|punct Kim|PROPN|NNP|7|nsubj||B-PER "
        "left|VERB|VBD|0|root|leave .|PUNCT|.|7|punct"
    )
    assert shown(text, voice) == ("the ministry", "According to", "Kim left")


def test_an_adverb_of_hearsay_has_nobody_as_its_source():
    text, [voice] = read(
        "Troops|NOUN|NNS|4|nsubj|troops have|AUX|VBP|4|aux reportedly|ADV|RB|4|advmod "
        "left|VERB|VBN|0|root|leave"
    )
    assert shown(text, voice) == ("", "reportedly", "Troops have / left")
    assert voice.is_unspecified
    assert voice.speakers[0].span == voice.cue[0]


def test_a_passive_without_an_agent_has_nobody_as_its_source():
    text, [voice] = read(
        "Kim|PROPN|NNP|3|nsubj:pass||B-PER is|AUX|VBZ|3|aux:pass believed|VERB|VBN|0|root|believe "
        "to|PART|TO|6|mark be|AUX|VB|6|cop ill|ADJ|JJ|3|xcomp"
    )
    assert shown(text, voice) == ("", "is believed", "Kim / to be ill")
    assert voice.cue_class == "believe"


def test_a_denial_holds_the_opposite():
    _, [voice] = read(
        "Tehran|PROPN|NNP|2|nsubj||B-LOC denied|VERB|VBD|0|root|deny "
        "attacking|VERB|VBG|2|xcomp|attack the|DET|DT|5|det ship|NOUN|NN|3|obj"
    )
    assert (voice.cue_class, voice.factuality) == ("deny", "CT-")


def test_who_did_not_say_vouches_for_nothing():
    _, [voice] = read(
        "Tehran|PROPN|NNP|4|nsubj||B-LOC did|AUX|VBD|4|aux|do not|PART|RB|4|advmod "
        "say|VERB|VB|0|root that|SCONJ|IN|7|mark it|PRON|PRP|7|nsubj fired|VERB|VBD|4|ccomp|fire"
    )
    assert voice.negated
    assert voice.factuality == "Uu"


def test_who_declined_to_say_gives_no_voice():
    _, voices = read(
        "He|PRON|PRP|2|nsubj declined|VERB|VBD|0|root|decline to|PART|TO|4|mark "
        "say|VERB|VB|2|xcomp that|SCONJ|IN|7|mark troops|NOUN|NNS|7|nsubj|troops "
        "left|VERB|VBD|4|ccomp|leave"
    )
    assert [v for v in voices if v.lemma == "say"] == []


def test_we_is_the_publishers_own_voice():
    _, [voice] = read(
        "We|PRON|PRP|2|nsubj assess|VERB|VBP|0|root that|SCONJ|IN|5|mark "
        "troops|NOUN|NNS|5|nsubj|troops left|VERB|VBD|2|ccomp|leave"
    )
    assert voice.own


def test_a_voice_within_a_voice_points_to_it():
    _, voices = read(
        "Kim|PROPN|NNP|2|nsubj||B-PER said|VERB|VBD|0|root|say the|DET|DT|4|det "
        "ministry|NOUN|NN|5|nsubj claimed|VERB|VBD|2|ccomp|claim that|SCONJ|IN|8|mark "
        "troops|NOUN|NNS|8|nsubj|troops left|VERB|VBD|5|ccomp|leave"
    )
    assert [(v.lemma, v.within) for v in voices] == [("say", None), ("claim", 0)]


def test_detected_signs_indicating_are_one_cue():
    text, [voice] = read(
        "The|DET|DT|2|det army|NOUN|NN|4|nsubj has|AUX|VBZ|4|aux|have "
        "detected|VERB|VBN|0|root|detect signs|NOUN|NNS|4|obj|sign "
        "indicating|VERB|VBG|5|acl|indicate that|SCONJ|IN|9|mark troops|NOUN|NNS|9|nsubj|troops "
        "left|VERB|VBD|6|ccomp|leave"
    )
    assert shown(text, voice) == (
        "The army",
        "has detected signs indicating",
        "that troops left",
    )
    assert (voice.cue_class, voice.evidential) == ("detect", "perception")


def test_intelligence_from_an_agency_is_the_agencys():
    _, voices = read(
        "Intelligence|NOUN|NN|8|nsubj from|ADP|IN|4|case the|DET|DT|4|det agency|NOUN|NN|1|nmod "
        "which|PRON|WDT|6|nsubj indicated|VERB|VBD|1|acl:relcl|indicate deaths|NOUN|NNS|6|obj|death "
        "leaked|VERB|VBD|0|root|leak"
    )
    assert [s.text for v in voices for s in v.speakers] == ["the agency"]


def test_a_flood_claims_no_truth():
    _, voices = read(
        "The|DET|DT|2|det flood|NOUN|NN|3|nsubj claimed|VERB|VBD|0|root|claim "
        "lives|NOUN|NNS|3|obj|life"
    )
    assert voices == []


def test_a_plan_makes_no_source():
    _, [voice] = read(
        "The|DET|DT|2|det ministry|NOUN|NN|3|nsubj plans|VERB|VBZ|0|root|plan to|PART|TO|5|mark "
        "leave|VERB|VB|3|xcomp"
    )
    assert not voice.chained


def test_a_quotation_goes_on_behind_its_cue():
    text, [voice] = read(
        "“|PUNCT|``|3|punct We|PRON|PRP|3|nsubj fight|VERB|VBP|6|ccomp on|ADV|RB|3|advmod "
        ",|PUNCT|,|3|punct said|VERB|VBD|0|root|say Kim|PROPN|NNP|6|nsubj||B-PER .|PUNCT|.|6|punct",
    )
    assert shown(text, voice)[:2] == ("Kim", "said")
    assert voice.form == "direct" or voice.content


def test_a_voice_goes_on_in_a_forecast_that_adds():
    text, voices = read(
        SAID_THAT,
        "Additionally|ADV|RB|6|advmod ,|PUNCT|,|1|punct the|DET|DT|4|det North|PROPN|NNP|6|nsubj "
        "may|AUX|MD|6|aux attack|VERB|VB|0|root .|PUNCT|.|6|punct",
    )
    assert [v.carried for v in voices] == [False, True]
    assert voices[1].speakers == voices[0].speakers
    assert shown(text, voices[1])[1] == ""


def test_a_voice_ends_with_a_sentence_that_adds_nothing():
    _, voices = read(
        SAID_THAT,
        "Troops|NOUN|NNS|2|nsubj|troops returned|VERB|VBD|0|root|return .|PUNCT|.|2|punct",
    )
    assert len(voices) == 1


def test_an_infinitive_before_its_clause_frames_what_the_writer_says():
    framed = (
        "To|PART|TO|2|mark reiterate|VERB|VB|5|advcl ,|PUNCT|,|2|punct Seoul|PROPN|NNP|5|nsubj||B-LOC "
        "denies|VERB|VBZ|0|root|deny that|SCONJ|IN|8|mark troops|NOUN|NNS|8|nsubj left|VERB|VBD|5|ccomp"
    )
    text, voices = read(framed)
    assert [shown(text, voice)[1] for voice in voices] == ["denies"]


def test_odd_trees_give_no_exception():
    for odd in (
        "…|PUNCT|.|0|root",
        "said|VERB|VBD|0|root|say",
        "says|VERB|VBZ|0|root|say X|X|FW|1|obj",
    ):
        read(odd)


def test_a_run_of_words_without_end_has_no_voices():
    words = ["He|PRON|PRP|2|nsubj", "said|VERB|VBD|0|root|say"]
    words += ["so|ADV|RB|2|advmod"] * 1200 + ["left|VERB|VBD|2|ccomp|leave"]
    _, voices = read(" ".join(words))
    assert voices == []
