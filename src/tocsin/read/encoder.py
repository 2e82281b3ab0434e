"""Sentences of words → parsed sentences, by one small neural encoder with several heads.

Pure: the model is loaded by `tocsin.run.models` and handed in. What comes out is always a tree
with one root, and BIO labels that follow their grammar, whatever goes in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from tocsin.read.bio import Array, completed, lawful, legal_steps
from tocsin.read.lemmas import Lemmas
from tocsin.read.pieces import Piecer, Pieces, Tokenizer
from tocsin.read.syntax import ROOT, Sentence, Token, Word
from tocsin.read.trees import broken, mended
from tocsin.read.utterances import Joiner, Utterance, hopeful, utterances

MOST_PIECES = 400  # of a window; the model has 512 places and was trained on few so long
BUDGET = 4096  # pieces in a batch, padding included
TAGS = ("xpos", "upos", "case")
SEEN = ("cues", "voice_word", "voice_by", "vouched")
OUTPUTS = (*TAGS, "lemma", "ent", "heads", "arcs", "label_dep", "label_head", *SEEN)
JOINED = "parataxis"  # how a further window of an overlong sentence hangs on the first

# Of one window: utterances, values of factuality.
Beside = tuple[list[Utterance], list[float]]


class Session(Protocol):
    """The part of an ONNX Runtime session that is used here."""

    def run(self, output_names: Sequence[str], input_feed: Mapping[str, Array]) -> list[Any]:
        """Return the named outputs."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """What the numbers of the model mean: labels by head, and the weights that label arcs."""

    labels: Mapping[str, tuple[str, ...]]
    words: frozenset[str]  # lemmas seen in training, small letters
    label_weights: Array  # (3 times label width + 1) by labels; the last row is the bias
    joiner: Joiner


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words that is parsed at once: nearly always a whole sentence."""

    sentence: int
    first: int
    pieces: Sequence[Pieces]
    size: int


@dataclass(frozen=True, slots=True)
class Parse:
    """Numbers of one window, cut to its words; heads count from 0, -1 is the root."""

    heads: list[int]
    deprels: list[str]
    scripts: list[list[str]]  # of the lemma, the likeliest first
    tags: dict[str, list[str]]
    utterances: list[Utterance]
    vouched: list[float]


class Encoder:
    """Parses sentences in batches of like length.

    The same sentences give the same parse. The 8-bit graph scales its numbers by batch, though: in
    other company a close call may fall the other way, so give it one report at a time.
    """

    def __init__(self, session: Session, tokenizer: Tokenizer, heads: Heads) -> None:
        self._session = session
        self._tokenizer, self._heads = tokenizer, heads
        self._piecer = Piecer(tokenizer)
        self._lemmas = Lemmas(self._piecer.whole_words() | heads.words)
        self._labels = heads.labels
        self._weights = heads.label_weights.astype(np.float32)
        self._joiner = heads.joiner
        self._legal = legal_steps(heads.labels["ent"])

    def parse(self, sentences: Sequence[Sequence[Word]]) -> list[Sentence]:
        """Return one parsed sentence for each sentence of words that is not empty, in order."""
        wanted = [words for words in sentences if words]
        cut = self._piecer.cut([[word.text for word in words] for words in wanted])
        windows = [w for i, pieces in enumerate(cut) for w in _windows(i, pieces)]
        parsed = dict(self._parsed(windows))
        found: list[list[tuple[Window, Parse]]] = [[] for _ in wanted]
        for i, window in enumerate(windows):
            found[window.sentence].append((window, parsed[i]))
        return [self._sentence(w, _joined(parts)) for w, parts in zip(wanted, found, strict=True)]

    def with_session(self, session: Session) -> "Encoder":
        """Return the same reader over another session, such as the graph before quantisation."""
        return Encoder(session, self._tokenizer, self._heads)

    def _parsed(self, windows: Sequence[Window]) -> Iterator[tuple[int, Parse]]:
        for batch in _batches(windows):
            yield from zip(batch, self._run([windows[i] for i in batch]), strict=True)

    def _run(self, windows: Sequence[Window]) -> list[Parse]:
        feed = self._feed(windows)
        out = dict(zip(OUTPUTS, self._session.run(OUTPUTS, feed), strict=True))
        lengths = np.array([len(w.pieces) for w in windows])
        heads = _trees(out["heads"], out["arcs"], lengths)
        chosen = {name: out[name] for name in TAGS}
        chosen["ent"] = lawful(out["ent"], self._legal)
        chosen["deprel"] = self._arc_labels(out["label_dep"], out["label_head"], heads)
        rows = {name: values.tolist() for name, values in chosen.items()}
        above, scripts = (heads - 1).tolist(), out["lemma"].tolist()
        seen = self._seen(out, lengths)
        return [
            self._parse(row, above[row][:n], scripts[row], rows, next(seen))
            for row, n in enumerate(lengths.tolist())
        ]

    def _seen(self, out: Mapping[str, Array], lengths: Array) -> Iterator[Beside]:
        """Yield what is seen beside the tree; most sentences hold no cue, which is told at once."""
        heard_in = hopeful(out["cues"])
        for row, n in enumerate(lengths.tolist()):
            cues, words, by = (out[name][row, :n] for name in SEEN[:3])
            heard = utterances(cues, words, by, self._joiner) if heard_in[row, :n].any() else []
            vouched = out["vouched"][row, :n].round(2).tolist()
            yield heard, vouched

    def _parse(
        self,
        row: int,
        heads: Sequence[int],
        scripts: Sequence[Sequence[int]],
        rows: Mapping[str, list[list[int]]],
        beside: Beside,
    ) -> Parse:
        n = len(heads)
        named = {
            name: [self._labels[name][i] for i in values[row][:n]] for name, values in rows.items()
        }
        named["ent"] = completed(named["ent"], named["upos"])
        script = self._labels["lemma"]
        best = [[script[i] for i in likeliest] for likeliest in scripts[:n]]
        return Parse(list(heads), named.pop("deprel"), best, named, *beside)

    def _sentence(self, words: Sequence[Word], parse: Parse) -> Sentence:
        starts, ends, texts = zip(*words, strict=True)
        tags = parse.tags
        lemmas = map(self._lemmas.of, texts, parse.scripts, tags["case"])
        columns = zip(
            *(range(len(texts)), starts, ends, texts, lemmas, tags["upos"], tags["xpos"]),
            *(parse.heads, parse.deprels, tags["ent"]),
            strict=True,
        )
        heard, vouched = tuple(parse.utterances), tuple(parse.vouched)
        return Sentence(tuple(map(Token._make, columns)), heard, vouched)

    def _feed(self, windows: Sequence[Window]) -> dict[str, Array]:
        width = max(w.size for w in windows)
        words = max(len(w.pieces) for w in windows)
        pieces, shapes = np.zeros((2, len(windows), width), np.int64)
        starts = np.zeros((len(windows), words), np.int64)
        for row, window in enumerate(windows):
            ids = [i for word in window.pieces for i in word.ids]
            counts = [len(word.ids) for word in window.pieces]
            pieces[row, : len(ids) + 2] = [self._piecer.start, *ids, self._piecer.stop]
            # Shape 0 stands for pieces that are no part of a word.
            shapes[row, 1 : len(ids) + 1] = np.repeat([w.shape + 1 for w in window.pieces], counts)
            starts[row, : len(counts)] = np.cumsum([1, *counts[:-1]])
        return {"pieces": pieces, "shapes": shapes, "starts": starts}

    def _arc_labels(self, dep: Array, label_heads: Array, heads: Array) -> Array:
        head = np.take_along_axis(label_heads, heads[..., None].astype(np.int64), axis=1)
        width = dep.shape[-1]
        by_dep, by_head, by_both = (self._weights[k * width : (k + 1) * width] for k in range(3))
        scores = dep @ by_dep + head @ by_head + (dep * head) @ by_both + self._weights[-1]
        best: Array = scores.argmax(axis=-1)
        return best


def _windows(sentence: int, words: Sequence[Pieces]) -> Iterator[Window]:
    first, size = 0, 2
    for at, word in enumerate(words):
        if size + len(word.ids) > MOST_PIECES:
            yield Window(sentence, first, words[first:at], size)
            first, size = at, 2
        size += len(word.ids)
    yield Window(sentence, first, words[first:], size)


def _batches(windows: Sequence[Window]) -> Iterator[list[int]]:
    """Yield indices of windows, of like size, `BUDGET` pieces at a time."""
    batch: list[int] = []
    for i in sorted(range(len(windows)), key=lambda i: windows[i].size):
        if batch and windows[i].size * (len(batch) + 1) > BUDGET:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _trees(heads: Array, arcs: Array, lengths: Array) -> Array:
    for row in broken(heads, lengths):
        n = int(lengths[row])
        heads[row, :n] = mended(arcs[row, :n, : n + 1])
    return heads


def _joined(parts: Sequence[tuple[Window, Parse]]) -> Parse:
    """Join the windows of a sentence: roots of later windows hang on the root of the first."""
    _, whole = parts[0]
    if len(parts) == 1:
        return whole
    top = whole.heads.index(ROOT)
    for window, part in parts[1:]:
        at = part.heads.index(ROOT)
        part.deprels[at] = JOINED
        moved = [head + window.first for head in part.heads]
        moved[at] = top
        whole.heads.extend(moved)
        whole.deprels.extend(part.deprels)
        whole.scripts.extend(part.scripts)
        whole.utterances.extend(u.moved(window.first) for u in part.utterances)
        whole.vouched.extend(part.vouched)
        for name, values in part.tags.items():
            whole.tags[name].extend(values)
    return whole
