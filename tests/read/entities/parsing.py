"""Documents for tests: parsed by the shipped model, or made by hand word by word."""

from functools import cache

import pytest

from tocsin.errors import SetupError
from tocsin.read.sentences import Splitter
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.read.words import WordRules
from tocsin.records import Report
from tocsin.rules import load
from tocsin.run.models import load_encoder


@cache
def _tools():
    try:
        return load_encoder("en"), Splitter(load("en", "words.toml", WordRules))
    except SetupError as error:
        return str(error), None


def parsed(text):
    """Return `text` as the shipped model parses it; without a model the test is skipped."""
    encoder, splitter = _tools()
    if splitter is None:
        pytest.skip(f"the model is not installed: {encoder}")
    return Document(Report(text=text), tuple(encoder.parse(list(splitter.split(text)))))


def made(*sentences):
    """Return a document from rows `form lemma upos xpos head deprel [ent]`, head 0 for the root.

    Words are joined by single spaces, sentences too; `_` for a lemma repeats the form in lower
    case.
    """
    text, trees, at = [], [], 0
    for rows in sentences:
        tokens = []
        for i, row in enumerate(line.split() for line in rows.strip().splitlines()):
            form, lemma, upos, xpos, head, deprel, *ent = row
            lemma = form.lower() if lemma == "_" else lemma
            place = (i, at, at + len(form))
            tokens.append(
                Token(*place, form, lemma, upos, xpos, int(head) - 1, deprel, *(ent or ["O"]))
            )
            text.append(form)
            at += len(form) + 1
        trees.append(Sentence(tuple(tokens)))
    return Document(Report(text=" ".join(text)), tuple(trees))


def marked(example):
    """Return the text of an example without its brackets, and the span that they mark."""
    start, end = example.index("["), example.index("]") - 1
    return example.replace("[", "", 1).replace("]", "", 1), (start, end)
