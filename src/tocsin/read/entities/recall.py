"""Names that the encoder missed, found because the report names them elsewhere."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.read.entities.mention import Mention
from tocsin.read.entities.names import Piece, mention_of
from tocsin.read.syntax import Document, Token
from tocsin.records import Place


def recall(
    document: Document, names: Sequence[list[Mention]], places: Sequence[Place]
) -> list[list[Mention]]:
    """Return the names of each sentence with unlabelled repeats of them added.

    "Kim" is a person where the report has "Kim Jong Un", even where the encoder labels nothing; a
    word that the places reader took stays a place, and is nobody.
    """
    taken = {place.span for place in places}
    kept = [[m for m in named if m.kind != "person" or m.span not in taken] for named in names]
    known = _surnames(kept)
    held = {start for start, _ in taken}
    return [
        _with_repeats(document, number, named, known, held) for number, named in enumerate(kept)
    ]


def _surnames(names: Sequence[list[Mention]]) -> dict[str, Mention]:
    found: dict[str, Mention] = {}
    for mention in (m for named in names for m in named):
        if mention.kind == "person" and mention.known is None:
            found.setdefault(mention.words[-1], mention)
            found.setdefault(mention.words[0], mention)
        elif mention.kind == "organisation" and len(mention.words) == 1:
            found.setdefault(mention.words[0], mention)
    return {word: mention for word, mention in found.items() if len(word) > 1}


def _with_repeats(
    document: Document,
    number: int,
    named: list[Mention],
    known: dict[str, Mention],
    held: set[int],
) -> list[Mention]:
    taken = {i for mention in named for i in range(mention.first, mention.last + 1)}
    added = []
    for token in document.sentences[number].tokens:
        like = known.get(token.text)
        free = token.i not in taken and token.start not in held
        if like is not None and free and _is_name(token):
            mention = mention_of(document, number, Piece(token.i, token.i), like.kind)
            added.append(replace(mention, known=like.known, name_form=like.name_form))
    return sorted([*named, *added], key=lambda m: m.order) if added else named


def _is_name(token: Token) -> bool:
    return token.upos == "PROPN" and token.rel not in ("flat", "compound") and token.ent == "O"
