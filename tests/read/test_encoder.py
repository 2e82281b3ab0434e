"""The encoder: trees and legal labels from any numbers, and sense from the shipped model."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.read.encoder import BUDGET, MOST_PIECES, Encoder, Heads
from tocsin.read.sentences import Splitter
from tocsin.read.syntax import ROOT, Word
from tocsin.read.utterances import DISTANCES, Joiner
from tocsin.read.words import WordRules
from tocsin.rules import load
from tocsin.run.models import load_encoder

LABELS = {
    "xpos": ("NN", "VB"),
    "upos": ("NOUN", "VERB"),
    "lemma": ("0+", "1+"),
    "case": ("lower", "title", "keep"),
    "ent": ("B-PER", "O", "I-PER", "B-LOC", "I-LOC"),
    "deprel": ("root", "nsubj", "obj"),
}
WIDTH = 4


class LetterTokenizer:
    def encode_batch(self, input, *, add_special_tokens=True):
        return [Pieces([ord(c) % 100 + 10 for c in word[:3]]) for word in input]

    def token_to_id(self, token):
        return {"[CLS]": 1, "[SEP]": 2, "[UNK]": 3}[token]

    def get_vocab(self):
        return {"a": 10, "##b": 11}


class Pieces:
    def __init__(self, ids):
        self.ids = ids


class RandomSession:
    """A model that has learnt nothing; it remembers what it was asked."""

    def __init__(self):
        self.dice = np.random.default_rng(7)
        self.shapes = []

    def run(self, names, feed):
        self.shapes.append(feed["pieces"].shape)
        b, n = feed["starts"].shape
        arcs = self.dice.normal(size=(b, n, n + 1))
        arcs[:, :, 1:][np.repeat(feed["starts"][:, None] == 0, n, axis=1)] = -1e4
        sizes = {name: len(LABELS[name]) for name in ("xpos", "upos", "case")}
        out = {name: self.dice.integers(0, size, (b, n)) for name, size in sizes.items()}
        out["lemma"] = self.dice.integers(0, 2, (b, n, 3))
        out |= {"arcs": arcs, "heads": arcs.argmax(-1), "ent": self.dice.normal(size=(b, n, 5))}
        out["label_dep"] = self.dice.normal(size=(b, n, WIDTH))
        out["label_head"] = self.dice.normal(size=(b, n + 1, WIDTH))
        out |= {
            name: self.dice.normal(size=(b, n, 3)) for name in ("cues", "voice_word", "voice_by")
        }
        out |= {"vouched": self.dice.normal(size=(b, n))}
        return [out[name] for name in names]


def an_encoder(session=None):
    weights = np.random.default_rng(3).normal(size=(3 * WIDTH + 1, 3))
    joiner = Joiner(by_distance=np.zeros((DISTANCES, 3)), to_label=np.ones((4, 5)))
    heads = Heads(labels=LABELS, words=frozenset(), label_weights=weights, joiner=joiner)
    return Encoder(session or RandomSession(), LetterTokenizer(), heads)


def words(text):
    found, at = [], 0
    for part in text.split(" "):
        found.append(Word(at, at + len(part), part))
        at += len(part) + 1
    return found


def is_tree(sentence):
    roots = [t for t in sentence.tokens if t.head == ROOT]
    return len(roots) == 1 and all(
        len(list(zip(sentence.tokens, sentence.ancestors(t), strict=False))) < len(sentence.tokens)
        for t in sentence.tokens
    )


def is_legal(sentence):
    before = "O"
    for token in sentence.tokens:
        if token.ent.startswith("I-") and before[2:] != token.ent[2:]:
            return False
        before = token.ent
    return True


SENTENCES = st.lists(st.lists(st.sampled_from(["a", "Kim", "said"]), max_size=9), max_size=6)


@given(SENTENCES)
@settings(max_examples=60)
def test_whatever_the_model_says_a_sentence_is_a_tree_with_legal_labels(sentences):
    given_words = [words(" ".join(s)) if s else [] for s in sentences]
    parsed = an_encoder().parse(given_words)
    wanted = [s for s in given_words if s]
    assert [[Word(t.start, t.end, t.text) for t in p.tokens] for p in parsed] == wanted
    assert all(is_tree(p) and is_legal(p) for p in parsed)


def test_a_sentence_longer_than_the_model_is_read_in_windows_and_stays_one_tree():
    session = RandomSession()
    [parsed] = an_encoder(session).parse([words(" ".join(["Kim"] * 500))])
    assert [t.i for t in parsed.tokens] == list(range(500))
    assert is_tree(parsed)
    assert len(parsed.vouched) == 500
    assert max(i for u in parsed.utterances for i in u.cue) > MOST_PIECES
    assert all(width <= MOST_PIECES for _, width in session.shapes)


def test_batches_keep_to_their_budget():
    session = RandomSession()
    an_encoder(session).parse([words(" ".join(["said"] * n)) for n in range(1, 120)])
    assert len(session.shapes) > 3
    assert all(rows * width <= BUDGET for rows, width in session.shapes)


def test_nothing_to_parse_asks_nothing_of_the_model():
    session = RandomSession()
    assert an_encoder(session).parse([]) == []
    assert an_encoder(session).parse([[], []]) == []
    assert session.shapes == []


@pytest.fixture(scope="module")
def read():
    splitter, encoder = Splitter(load("en", "words.toml", WordRules)), load_encoder()
    return lambda text: encoder.parse(list(splitter.split(text)))


def test_the_shipped_model_reads_a_plain_sentence(read):
    [sentence] = read("Seoul's army said on Monday that Russia has supplied new missiles.")
    by_text = {t.text: t for t in sentence.tokens}
    assert sentence.root.text == "said"
    assert [t.text for t in sentence.children(sentence.root, "nsubj")] == ["army"]
    assert by_text["supplied"].deprel == "ccomp"
    assert by_text["supplied"].lemma == "supply"
    assert by_text["missiles"].lemma == "missile"
    assert by_text["missiles"].head == by_text["supplied"].i
    assert by_text["said"].xpos == "VBD"
    assert by_text["Russia"].ent == "B-LOC"


def test_the_same_text_gives_the_same_parse_and_in_order(read):
    text = "Seoul warned of a launch. He did not go. Three ships were hit near Yemen by missiles."
    assert read(text) == read(text)
    assert [s.tokens[0].text for s in read(text)] == ["Seoul", "He", "Three"]


@pytest.mark.parametrize(
    "text",
    ["\ud800 x", "北朝鮮が発射。", "أعلنت سيول.", "x" * 5000, "!" * 900, "a\u0301 \u200b b", "?"],
)
def test_odd_text_is_parsed_like_any_other(read, text):
    assert all(is_tree(s) and is_legal(s) for s in read(text))


def test_a_very_long_sentence_is_parsed_whole():
    words = [Word(5 * i, 5 * i + 4, "word") for i in range(3000)]
    [sentence] = load_encoder().parse([words])
    assert len(sentence.tokens) == 3000
    assert is_tree(sentence)
