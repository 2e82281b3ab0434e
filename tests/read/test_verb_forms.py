"""What a verb's form tells of its subject, whatever the arcs say."""

from sentences import tagged

from tocsin.read.repair import repaired


def test_who_was_due_to_do_it_was_due():
    rows = [("They", 4, "nsubj", "PRON", "PRP"), ("had", 4, "aux", "AUX", "VBD")]
    rows += [("due", -1, "root", "ADJ", "JJ"), ("to", 4, "mark", "PART", "TO")]
    rows += [("meet", 2, "advcl", "VERB", "VB")]
    assert [t.head for t in repaired(tagged(rows)).tokens] == [2, 2, -1, 4, 2]


def test_a_finite_clause_takes_the_noun_before_it_as_its_subject():
    rows = [("He", 1, "nsubj", "PRON", "PRP"), ("said", -1, "root", "VERB", "VBD")]
    rows += [("reports", 1, "obj", "NOUN", "NNS"), ("were", 4, "cop", "AUX", "VBD")]
    rows += [("false", 1, "ccomp", "ADJ", "JJ")]
    noun = repaired(tagged(rows)).tokens[2]
    assert (noun.head, noun.deprel) == (4, "nsubj")


def test_whoever_is_told_something_is_no_subject_of_it():
    rows = [("He", 1, "nsubj", "PRON", "PRP"), ("told", -1, "root", "VERB", "VBD")]
    rows += [("reporters", 1, "obj", "NOUN", "NNS"), ("it", 5, "nsubj", "PRON", "PRP")]
    rows += [("was", 5, "cop", "AUX", "VBD"), ("false", 1, "ccomp", "ADJ", "JJ")]
    sentence = tagged(rows)
    assert repaired(sentence) is sentence


def test_who_had_withdrawn_did_so_himself():
    rows = [("It", 2, "nsubj:pass", "PRON", "PRP"), ("had", 2, "aux", "AUX", "VBD")]
    rows += [("withdrawn", -1, "root", "VERB", "VBN")]
    assert repaired(tagged(rows)).tokens[0].deprel == "nsubj"
    passive = [("It", 3, "nsubj:pass", "PRON", "PRP"), ("had", 3, "aux", "AUX", "VBD")]
    passive += [("been", 3, "aux:pass", "AUX", "VBN"), ("withdrawn", -1, "root", "VERB", "VBN")]
    sentence = tagged(passive)
    assert repaired(sentence) is sentence
