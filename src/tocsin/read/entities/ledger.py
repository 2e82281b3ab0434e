"""The chains of a report so far, found by name, by word or by nearness without a walk over all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from tocsin.read.entities.chain import Chain
from tocsin.read.entities.mention import Mention

# Descriptions and pronouns look back over this many chains, which bounds the work of long reports.
_MOST_RECENT = 120


@dataclass(slots=True)
class Ledger:
    """Chains in order, with what leads back to them."""

    chains: list[Chain] = field(default_factory=list)
    _by_key: dict[str, Chain] = field(default_factory=dict)
    _by_word: dict[str, dict[int, Chain]] = field(default_factory=dict)
    _by_head: dict[tuple[int, int], Chain] = field(default_factory=dict)
    _by_end: dict[tuple[int, int], Chain] = field(default_factory=dict)
    _latest: dict[int, Chain] = field(default_factory=dict)

    def opened(self, mention: Mention) -> Chain:
        """Return a new chain for a mention that fits no other."""
        chain = Chain(number=len(self.chains), kind=mention.kind)
        self.chains.append(chain)
        return chain

    def add(self, mention: Mention, chain: Chain) -> None:
        """Put a mention into its chain."""
        chain.add(mention)
        self._latest.pop(chain.number, None)
        self._latest[chain.number] = chain
        self._by_head.setdefault((mention.sentence, mention.head.i), chain)
        self._by_end[mention.sentence, mention.last] = chain
        for key in keys(mention):
            self._by_key.setdefault(key, chain)
        for word in words(mention):
            self._by_word.setdefault(word, {})[chain.number] = chain

    def named(self, mention: Mention) -> Chain | None:
        """Return the chain of the very same name or listed key."""
        found = (self._by_key.get(key) for key in keys(mention))
        return next((chain for chain in found if chain is not None), None)

    def sharing(self, mention: Mention) -> Iterable[Chain]:
        """Return the chains with a name that shares a telling word or initials, latest first."""
        found: dict[int, Chain] = {}
        for word in words(mention):
            found |= self._by_word.get(word, {})
        latest = sorted(found.values(), key=lambda chain: chain.last.order, reverse=True)
        return latest[:_MOST_RECENT]

    def headed(self, sentence: int, token: int) -> Chain | None:
        """Return the chain of the mention that a token governs."""
        return self._by_head.get((sentence, token))

    def ending(self, sentence: int, token: int) -> Chain | None:
        """Return the chain of the mention that ends with a token."""
        return self._by_end.get((sentence, token))

    def recent(self) -> Iterator[Chain]:
        """Yield the chains last mentioned, the latest first."""
        return islice(reversed(self._latest.values()), _MOST_RECENT)


def keys(mention: Mention) -> list[str]:
    """Return what makes two mentions surely the same: a listed key, or the very same name."""
    if mention.known is not None:
        # "South Koreans" are the people, "South Korean" and "Seoul" the state.
        people = ":people" if mention.name_form == "people" else ""
        return [f"{mention.known.key}{people}"]
    if mention.words and mention.form != "nominal":
        return ["=" + " ".join(mention.words).removesuffix("'s").removesuffix("\u2019s")]
    return []


def words(mention: Mention) -> list[str]:
    """Return the words by which a name is found again: first, last, and its initials."""
    if mention.form != "name" or not mention.words:
        return []
    if mention.kind == "person":
        return [mention.words[0].lower(), mention.words[-1].lower()]
    return [initials(mention.words)]


def initials(name: tuple[str, ...]) -> str:
    """Return the capitals that a name is abbreviated by; a name of one word is its own.

    >>> initials(("Joint", "Chiefs", "of", "Staff")), initials(("J.C.S.",))
    ('JCS', 'JCS')
    """
    if len(name) == 1:
        return name[0].replace(".", "")
    return "".join(word[0] for word in name if word[0].isupper())
