"""Pronoun mentions, and what a pronoun can stand for."""

from tocsin.read.entities.mention import Mention
from tocsin.read.entities.rules import EntityRules
from tocsin.read.syntax import Document, Token
from tocsin.records.layers import EntityKind

_PERSONS = frozenset({"person", "role"})
_UNRESOLVED: dict[str, EntityKind] = {"he": "person", "she": "person", "they": "group"}


def find_pronouns(document: Document, number: int, rules: EntityRules) -> list[Mention]:
    """Return the pronouns of the third person of sentence `number`."""
    found = []
    for token in document.sentences[number].tokens:
        pronoun = rules.pronouns.get(token.text.lower()) if token.upos == "PRON" else None
        if pronoun is not None and token.rel != "expl":
            found.append(_pronoun(number, token, pronoun))
    return found


def _pronoun(number: int, token: Token, pronoun: str) -> Mention:
    return Mention(
        sentence=number,
        first=token.i,
        last=token.i,
        head=token,
        kind=_UNRESOLVED.get(pronoun, "group"),
        form="pronoun",
        span=(token.start, token.end),
        text=token.text,
        pronoun=pronoun,
        plural=pronoun == "they",
        sex=pronoun if pronoun in ("he", "she") else None,
    )


def agrees(pronoun: str, mention: Mention) -> bool:
    """Whether a pronoun can stand for what a mention names, by kind, number and sex."""
    if pronoun in ("he", "she"):
        fits = mention.kind in _PERSONS and not mention.plural
        return fits and mention.sex in (None, pronoun)
    if pronoun == "it":
        return mention.kind not in _PERSONS and (
            not mention.plural or mention.kind == "organisation"
        )
    return mention.plural or mention.kind in ("organisation", "state")
