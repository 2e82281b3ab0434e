"""A parsed document from lines of "word head relation tag [lemma] [entity]", heads from 1."""

from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Report

UPOS = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "CD": "NUM",
    "JJ": "ADJ",
    "RB": "ADV",
    "IN": "ADP",
    "DT": "DET",
    "MD": "AUX",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WDT": "PRON",
    "CC": "CCONJ",
    "TO": "PART",
    ".": "PUNCT",
    ",": "PUNCT",
    "HYPH": "PUNCT",
}


def a_document(*trees, **report):
    text, sentences = "", []
    for tree in trees:
        tokens = []
        for i, line in enumerate(tree.strip().splitlines()):
            word, head, deprel, xpos, *more = line.split()
            lemma = more[0] if more else word
            ent = more[1] if len(more) > 1 else "O"
            upos = "AUX" if deprel.startswith(("aux", "cop")) else UPOS.get(xpos, "VERB")
            span = len(text), len(text) + len(word)
            tokens.append(Token(i, *span, word, lemma, upos, xpos, int(head) - 1, deprel, ent))
            text += word if xpos == "HYPH" or "HYPH" in _next(tree, i) else word + " "
        sentences.append(Sentence(tuple(tokens)))
    return Document(Report(text=text, **report), tuple(sentences))


def _next(tree, i):
    lines = tree.strip().splitlines()
    return lines[i + 1] if i + 1 < len(lines) else ""


SENT = """
North 2 compound NNP
Korea 4 nsubj NNP Korea B-LOC
has 4 aux VBZ have
sent 0 root VBN send
3,000 6 nummod CD
troops 4 obj NNS troop
to 8 case IN
Russia 4 obl NNP Russia B-LOC
. 4 punct .
"""

PLANNED = """
Moscow 2 nsubj NNP Moscow B-LOC
plans 0 root VBZ plan
to 4 mark TO
attack 2 xcomp VB
Odesa 4 obj NNP Odesa B-LOC
. 2 punct .
"""

BOTH_KINDS = """
Moscow 3 nsubj NNP Moscow B-LOC
will 3 aux MD
send 0 root VB
troops 3 obj NNS troop
and 6 cc CC
weaponry 4 conj NN
to 8 case IN
Minsk 3 obl NNP Minsk B-LOC
. 3 punct .
"""

CARRIED_OUT = """
Rebels 2 nsubj NNS rebel
conducted 0 root VBD conduct
an 4 det DT
attack 2 obj NN
on 7 case IN
the 7 det DT
port 4 nmod NN
. 2 punct .
"""

PASSIVE = """
Ships 3 nsubj:pass NNS ship
were 3 aux:pass VBD be
attacked 0 root VBN attack
by 5 case IN
rebels 3 obl:agent NNS rebel
. 3 punct .
"""

RELATIVE = """
Rebels 3 nsubj NNS rebel
who 3 nsubj WDT
attacked 5 acl:relcl VBD attack
ships 3 obj NNS ship
fled 0 root VBD flee
. 5 punct .
"""

KILLED_AND_WOUNDED = """
Forty 2 nummod CD forty
soldiers 4 nsubj:pass NNS soldier
were 4 aux:pass VBD be
killed 0 root VBN kill
or 6 cc CC
wounded 4 conj VBN wound
. 4 punct .
"""

STOCK = """
Korean 2 amod JJ Korean B-OTH
troops 5 nsubj NNS troop
are 5 cop VBP be
in 5 case IN
Russia 0 root NNP Russia B-LOC
. 5 punct .
"""

HEADING = """
Rebels 2 nsubj NNS rebel
Attack 0 root VBP attack
Ships 2 obj NNS ship
"""

ABILITY = """
They 2 nsubj PRP they
weakened 0 root VBD weaken
its 4 nmod:poss PRP$
ability 2 obj NN
to 6 mark TO
attack 4 acl VB
ships 6 obj NNS ship
. 2 punct .
"""

HYPHEN = """
It 2 nsubj PRP it
met 0 root VBD meet
Houthi 5 compound NNP Houthi
- 5 punct HYPH
launched 6 amod VBN launch
drones 2 obj NNS drone
. 2 punct .
"""
