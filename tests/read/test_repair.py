"""What stands inside a clause belongs to it."""

from hypothesis import given
from hypothesis import strategies as st
from sentences import a_sentence, tagged

from tocsin.read.repair import repaired
from tocsin.read.syntax import Sentence


def test_a_time_behind_the_subordinator_belongs_to_the_clause():
    rows = [("Images", 1, "nsubj"), ("show", -1, "root"), ("that", 6, "mark"), ("on", 4, "case")]
    rows += [("Monday", 1, "obl"), ("trains", 6, "nsubj"), ("left", 1, "ccomp")]
    assert repaired(a_sentence(rows)).tokens[4].head == 6


def test_a_time_before_the_subordinator_stays_where_it_is():
    rows = [("He", 1, "nsubj"), ("said", -1, "root"), ("Monday", 1, "obl"), ("that", 5, "mark")]
    rows += [("trains", 5, "nsubj"), ("left", 1, "ccomp")]
    sentence = a_sentence(rows)
    assert repaired(sentence) is sentence


def test_who_stands_behind_the_closing_mark_belongs_to_the_verb_of_saying():
    rows = [("“", 2, "punct"), ("We", 2, "nsubj"), ("win", 5, "ccomp"), ("”", 2, "punct")]
    rows += [("he", 2, "nsubj"), ("said", -1, "root"), ("Monday", 2, "obl")]
    sentence = a_sentence(rows)
    marked = Sentence(tuple(t._replace(xpos="''") if t.i == 3 else t for t in sentence.tokens))
    assert [repaired(marked).tokens[i].head for i in (4, 6)] == [5, 5]
    assert repaired(sentence) is sentence


def test_a_second_quotation_is_left_alone():
    rows = [("“", 1, "punct"), ("Win", 3, "ccomp"), ("”", 1, "punct"), ("said", -1, "root")]
    rows += [("he", 3, "nsubj")]
    sentence = a_sentence(rows)
    assert repaired(sentence) is sentence


@st.composite
def odd_trees(draw):
    size = draw(st.integers(2, 9))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: -1}
    for at, i in enumerate(order[1:], 1):
        heads[i] = order[draw(st.integers(0, at - 1))]
    rels = st.sampled_from(["ccomp", "advcl", "mark", "punct", "nsubj", "acl:relcl", "csubj"])
    tags = st.sampled_from(["''", "NN", "VB"])
    rows = [("w", heads[i], draw(rels)) for i in range(size)]
    return Sentence(tuple(t._replace(xpos=draw(tags)) for t in a_sentence(rows).tokens))


@given(odd_trees())
def test_what_comes_out_is_a_tree(sentence):
    mended = repaired(sentence)
    for token in mended.tokens:
        above, steps = token.head, 0
        while above >= 0:
            above, steps = mended.tokens[above].head, steps + 1
            assert steps <= len(mended.tokens)
    assert sum(token.head < 0 for token in mended.tokens) == 1


def test_a_participle_with_an_object_is_the_verb_of_its_sentence():
    rows = [("Crowds", -1, "root", "NOUN", "NNS"), ("looted", 0, "amod", "VERB", "VBN")]
    rows += [("shops", 1, "obj", "NOUN", "NNS"), (".", 0, "punct", "PUNCT", ".")]
    mended = repaired(tagged(rows)).tokens
    assert [(t.head, t.deprel) for t in mended[:2]] == [(1, "nsubj"), (-1, "root")]
    assert mended[3].head == 1


def test_a_participle_without_an_object_stays_with_its_noun():
    rows = [("Shops", -1, "root", "NOUN", "NNS"), ("looted", 0, "acl", "VERB", "VBN")]
    sentence = tagged([*rows, ("Monday", 1, "obl", "PROPN", "NNP")])
    assert repaired(sentence) is sentence


def test_a_gerund_right_before_its_verb_is_the_subject():
    rows = [("Fighting", 3, "advcl", "VERB", "VBG"), ("there", 0, "advmod", "ADV", "RB")]
    rows += [("has", 3, "aux", "AUX", "VBZ"), ("forced", -1, "root", "VERB", "VBN")]
    rows += [("flight", 3, "obj", "NOUN", "NN")]
    assert repaired(tagged(rows)).tokens[0].deprel == "csubj"
    comma = [*rows[:2], (",", 3, "punct", "PUNCT", ","), ("has", 4, "aux", "AUX", "VBZ")]
    comma += [("forced", -1, "root", "VERB", "VBN")]
    comma[0] = ("Fighting", 4, "advcl", "VERB", "VBG")
    assert repaired(tagged(comma)).tokens[0].deprel == "advcl"


def test_what_stands_between_the_commas_behind_a_clause_belongs_to_the_main_verb():
    rows = [("As", 1, "mark"), ("reported", 6, "advcl"), (",", 1, "punct"), ("since", 4, "case")]
    rows += [("May", 1, "obl"), (",", 6, "punct"), ("fled", -1, "root")]
    assert repaired(a_sentence(rows)).tokens[4].head == 6


def test_a_time_before_the_comma_of_a_saying_is_of_the_clause_before_it():
    rows = [("Gunmen", 1, "nsubj", "NOUN", "NNS"), ("fled", -1, "root", "VERB", "VBD")]
    rows += [("on", 3, "case", "ADP", "IN"), ("Friday", 6, "obl", "PROPN", "NNP")]
    rows += [(",", 6, "punct", "PUNCT", ","), ("police", 6, "nsubj", "NOUN", "NNS")]
    rows += [("said", 1, "parataxis", "VERB", "VBD")]
    assert repaired(tagged(rows)).tokens[3].head == 1


def test_a_time_between_commas_stays_with_the_saying():
    rows = [("Gunmen", 1, "nsubj", "NOUN", "NNS"), ("fled", -1, "root", "VERB", "VBD")]
    rows += [(",", 7, "punct", "PUNCT", ","), ("on", 4, "case", "ADP", "IN")]
    rows += [("Friday", 7, "obl", "PROPN", "NNP"), (",", 7, "punct", "PUNCT", ",")]
    rows += [("police", 7, "nsubj", "NOUN", "NNS"), ("said", 1, "parataxis", "VERB", "VBD")]
    sentence = tagged(rows)
    assert repaired(sentence) is sentence


def test_of_two_subjects_the_first_is_that_of_the_clause_behind_it():
    rows = [("Clashes", 5, "nsubj", "NOUN", "NNS"), ("killed", 5, "ccomp", "VERB", "VBN")]
    rows += [("ten", 1, "nsubj:pass", "NUM", "CD"), (",", 5, "punct", "PUNCT", ",")]
    rows += [("police", 5, "nsubj", "NOUN", "NNS"), ("said", -1, "root", "VERB", "VBD")]
    mended = repaired(tagged(rows)).tokens
    assert (mended[0].head, mended[1].xpos, mended[2].deprel) == (1, "VBD", "obj")


def test_a_verb_with_one_subject_keeps_it():
    rows = [("Ten", 1, "nsubj:pass", "NUM", "CD"), ("killed", 4, "ccomp", "VERB", "VBN")]
    rows += [(",", 4, "punct", "PUNCT", ","), ("police", 4, "nsubj", "NOUN", "NNS")]
    rows += [("said", -1, "root", "VERB", "VBD")]
    sentence = tagged(rows)
    assert repaired(sentence) is sentence


def test_a_past_tense_that_hangs_bare_on_a_noun_is_its_participle():
    rows = [("Cases", -1, "root", "NOUN", "NNS"), ("reported", 0, "acl", "VERB", "VBD")]
    rows += [("Monday", 1, "obl", "PROPN", "NNP")]
    assert repaired(tagged(rows)).tokens[1].xpos == "VBN"
    whole = tagged([*rows, ("who", 1, "nsubj", "PRON", "WP")])
    assert repaired(whole) is whole


def test_a_second_subject_behind_its_verb_is_the_object():
    rows = [("Egypt", 1, "nsubj", "PROPN", "NNP"), ("accused", -1, "root", "VERB", "VBD")]
    rows += [("Ethiopia", 1, "nsubj", "PROPN", "NNP")]
    assert repaired(tagged(rows)).tokens[2].deprel == "obj"


def test_a_subject_behind_its_verb_stays_where_there_is_no_other():
    rows = [("Then", 1, "advmod", "ADV", "RB"), ("came", -1, "root", "VERB", "VBD")]
    sentence = tagged([*rows, ("rain", 1, "nsubj", "NOUN", "NN")])
    assert repaired(sentence) is sentence


def named(rows):
    sentence = tagged([row[:5] for row in rows])
    tokens = (t._replace(ent=row[5]) for t, row in zip(sentence.tokens, rows, strict=True))
    return Sentence(tuple(tokens))


def test_an_and_inside_the_name_of_a_body_joins_no_two_bodies():
    rows = [("Trade", 3, "nsubj", "PROPN", "NNP", "B-ORG")]
    rows += [
        ("and", 2, "cc", "CCONJ", "CC", "I-ORG"),
        ("Council", 0, "conj", "PROPN", "NNP", "I-ORG"),
    ]
    rows += [("met", -1, "root", "VERB", "VBD", "O")]
    mended = repaired(named(rows)).tokens
    assert [(t.head, t.deprel) for t in mended[:3]] == [
        (2, "compound"),
        (2, "compound"),
        (3, "nsubj"),
    ]
    apart = [(*row[:5], "B-ORG" if row[5] != "O" else "O") for row in rows]
    assert repaired(named(apart)).tokens == named(apart).tokens


def test_a_time_right_behind_a_saying_is_when_it_was_said():
    rows = [("Gunmen", 1, "nsubj", "NOUN", "NNS"), ("fled", 4, "ccomp", "VERB", "VBD")]
    rows += [(",", 4, "punct", "PUNCT", ","), ("police", 4, "nsubj", "NOUN", "NNS")]
    rows += [("said", -1, "root", "VERB", "VBD"), ("Friday", 1, "obl", "PROPN", "NNP")]
    rows += [(",", 1, "punct", "PUNCT", ","), ("again", 1, "advmod", "ADV", "RB")]
    mended = repaired(tagged(rows)).tokens
    assert (mended[5].head, mended[7].head) == (4, 1)


def test_what_stands_behind_a_state_is_its_circumstance():
    rows = [("Ten", 2, "nsubj:pass", "NUM", "CD"), ("were", 2, "aux:pass", "AUX", "VBD")]
    rows += [("confirmed", -1, "root", "VERB", "VBN"), ("dead", 2, "xcomp", "ADJ", "JJ")]
    rows += [("there", 2, "obl", "ADV", "RB")]
    assert repaired(tagged(rows)).tokens[4].head == 3
    rows[1] = ("have", 2, "aux", "AUX", "VBP")
    assert repaired(tagged(rows)).tokens[4].head == 2


def test_what_hangs_on_an_auxiliary_hangs_on_its_verb():
    rows = [("Schools", 1, "nsubj"), ("remain", 2, "aux:pass"), ("closed", -1, "root")]
    rows += [("here", 2, "advmod")]
    assert [t.head for t in repaired(a_sentence(rows)).tokens] == [2, 2, -1, 2]
