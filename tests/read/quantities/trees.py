"""A sentence from lines of "word head relation tag", heads counted from 1, 0 the root."""

from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Report

UPOS = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "CD": "NUM", "VBD": "VERB", "VBN": "VERB"}
UPOS |= {"RB": "ADV", "CC": "CCONJ", "PRP": "PRON", "AUX": "AUX"}


def a_document(lines):
    rows = [line.split() for line in lines.strip().splitlines()]
    text = " ".join(row[0] for row in rows)
    tokens, at = [], 0
    for i, (word, head, rel, xpos, *more) in enumerate(rows):
        lemma = more[0] if more else word.lower()
        ent = more[1] if len(more) > 1 else "O"
        upos = UPOS.get(xpos, "X")
        tokens.append(
            Token(i, at, at + len(word), word, lemma, upos, xpos, int(head) - 1, rel, ent)
        )
        at += len(word) + 1
    return Document(Report(text=text), (Sentence(tuple(tokens)),))
