"""Words → word pieces and case shapes: what the encoder is given.

The vocabulary is uncased, so every word also carries a *shape* (lower, Title, CAPS, …) that the
model adds to its pieces. Training and run time both come through here: they cannot drift apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

SHAPES = ("lower", "title", "caps", "letter", "mixed", "digits", "other")
LOWER, TITLE, CAPS, LETTER, MIXED, DIGITS, OTHER = range(len(SHAPES))

MOST_PIECES_OF_A_WORD = 12
_MOST_CACHED = 200_000


class Encoded(Protocol):
    """What a tokenizer returns for one word."""

    @property
    def ids(self) -> list[int]:
        """The numbers of the pieces."""
        ...


class Tokenizer(Protocol):
    """The part of `tokenizers.Tokenizer` that is used here."""

    def encode_batch(
        self, input: Sequence[str], *, add_special_tokens: bool = ...
    ) -> Sequence[Encoded]:
        """Return the pieces of each text."""
        ...

    def get_vocab(self) -> Mapping[str, int]:
        """Return all pieces with their numbers."""
        ...

    def token_to_id(self, token: str) -> int | None:
        """Return the number of a piece, or None."""
        ...


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one word and its shape."""

    ids: tuple[int, ...]
    shape: int


def shape_of(word: str) -> int:
    """Say how a word is written, as an index into `SHAPES`.

    >>> [SHAPES[shape_of(word)] for word in ("said", "Seoul", "JCS", "U", "eBay", "240mm", "--")]
    ['lower', 'title', 'caps', 'letter', 'mixed', 'digits', 'other']
    """
    if word.islower() and word.isalpha():
        return LOWER
    if any(char.isdigit() for char in word):
        return DIGITS
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return OTHER
    return _shape_of_letters(letters)


def _shape_of_letters(letters: Sequence[str]) -> int:
    upper = sum(char.isupper() for char in letters)
    if upper == 0:
        return LOWER
    if upper == len(letters):
        return LETTER if upper == 1 else CAPS
    return TITLE if upper == 1 and letters[0].isupper() else MIXED


class Piecer:
    """Cuts words into pieces, each distinct word once.

    A word of any length or script comes out with at least one and at most
    `MOST_PIECES_OF_A_WORD` pieces, so odd text is never an exception.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._cache: dict[str, Pieces] = {}
        self.start = _id_of(tokenizer, "[CLS]")
        self.stop = _id_of(tokenizer, "[SEP]")
        self._unknown = _id_of(tokenizer, "[UNK]")

    def whole_words(self) -> set[str]:
        """Return the words that are one piece: the commonest thirty thousand or so."""
        return {piece for piece in self._tokenizer.get_vocab() if piece.isalpha()}

    def cut(self, sentences: Iterable[Sequence[str]]) -> list[list[Pieces]]:
        """Return the pieces of every word of every sentence."""
        wanted = list(sentences)
        self._learn({word for words in wanted for word in words})
        return [[self._cache[word] for word in words] for words in wanted]

    def _learn(self, words: set[str]) -> None:
        if len(self._cache) > _MOST_CACHED:
            self._cache.clear()
        new = [word for word in words if word not in self._cache]
        encoded = self._tokenizer.encode_batch([_safe(w) for w in new], add_special_tokens=False)
        for word, pieces in zip(new, encoded, strict=True):
            ids = tuple(pieces.ids[:MOST_PIECES_OF_A_WORD]) or (self._unknown,)
            self._cache[word] = Pieces(ids, shape_of(word))


def _safe(word: str) -> str:
    # Lone surrogates cannot reach the tokenizer, and a word's first characters decide its pieces.
    return word[: 16 * MOST_PIECES_OF_A_WORD].encode("utf-8", "replace").decode()


def _id_of(tokenizer: Tokenizer, token: str) -> int:
    number = tokenizer.token_to_id(token)
    if number is None:
        raise ValueError(f"the tokenizer has no {token} piece")
    return number
