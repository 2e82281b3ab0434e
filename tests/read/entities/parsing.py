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
    """Return a document of trees made by hand, words joined by single spaces.

    A word is `form|upos|xpos|head|relation`, head 0 for the root, and may go on with `|lemma` and
    `|label`; without them the lemma is the form in lower case (names keep theirs), the label "O".
    """
    text, trees, at = [], [], 0
    for line in sentences:
        tokens = []
        for i, word in enumerate(line.split()):
            form, upos, xpos, head, relation, *more = word.split("|")
            lemma = more[0] if more and more[0] else form if upos == "PROPN" else form.lower()
            label = more[1] if len(more) > 1 else "O"
            place = (i, at, at + len(form))
            tokens.append(Token(*place, form, lemma, upos, xpos, int(head) - 1, relation, label))
            text.append(form)
            at += len(form) + 1
        trees.append(Sentence(tuple(tokens)))
    return Document(Report(text=" ".join(text)), tuple(trees))


def marked(example):
    """Return the text of an example without its brackets, and the span that they mark."""
    start, end = example.index("["), example.index("]") - 1
    return example.replace("[", "", 1).replace("]", "", 1), (start, end)
