"""Parsed sentences made by hand, a row for each word; heads count from 0, -1 is the root."""

from tocsin.read.syntax import Sentence, Token


def a_sentence(rows):
    """Return the sentence of rows (word, head, relation)."""
    tokens, at = [], 0
    for i, (text, head, deprel) in enumerate(rows):
        tokens.append(Token(i, at, at + len(text), text, text, "X", "X", head, deprel))
        at += len(text) + 1
    return Sentence(tuple(tokens))


def tagged(rows):
    """Return the sentence of rows (word, head, relation, part of speech, Penn tag)."""
    tokens = a_sentence([row[:3] for row in rows]).tokens
    return Sentence(
        tuple(t._replace(upos=row[3], xpos=row[4]) for t, row in zip(tokens, rows, strict=True))
    )
