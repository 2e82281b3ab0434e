"""The pattern language of time rules: words and classes in order, with | ? * + and ( ).

`the? last MONTH` is a literal word or none, a literal word, a word of the class MONTH. Names in
capitals are word classes or phrases. `NUMBER:low` files what it captures under "low"; `1( … )` and
`2( … )` mark the two members of a range. Patterns become trees, and trees become regular
expressions over one character per token.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tocsin.read.times.rules import TimePhrase

_PIECE = re.compile(r"\s*([12]\(|[()|?*+]|[^\s()|?*+]+)")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One token: a literal word, or a class whose token is captured under `alias`."""

    symbol: str
    alias: str | None


@dataclass(frozen=True, slots=True)
class Seq:
    """Parts in order."""

    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Alt:
    """One of several."""

    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Rep:
    """A part that may be missing (`least` 0) or repeated (`many`)."""

    item: "Node"
    least: int
    many: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A phrase or a range member; `key` names what takes part: a phrase, "1" or "2"."""

    key: str
    alias: str | None
    item: "Node"


Node = Leaf | Seq | Alt | Rep | Group


def parse(pattern: str, phrases: Mapping[str, TimePhrase]) -> Node:
    """Return the tree of `pattern`, phrases grown in place.

    Raises:
        ValueError: when the pattern is not well formed.
    """
    pieces = _PIECE.findall(pattern)
    node, rest = _alternatives(pieces, phrases)
    if rest:
        raise ValueError(f"pattern {pattern!r} goes wrong at {rest[0]!r}")
    return node


def symbols(node: Node) -> set[str]:
    """Return the words and classes that `node` looks for."""
    match node:
        case Leaf(symbol):
            return {symbol}
        case Seq(items) | Alt(items):
            return set().union(*map(symbols, items))
        case Rep(item) | Group(_, _, item):
            return symbols(item)


def _alternatives(pieces: list[str], phrases: Mapping[str, TimePhrase]) -> tuple[Node, list[str]]:
    first, rest = _sequence(pieces, phrases)
    choices = [first]
    while rest and rest[0] == "|":
        choice, rest = _sequence(rest[1:], phrases)
        choices.append(choice)
    return (first if len(choices) == 1 else Alt(tuple(choices))), rest


def _sequence(pieces: list[str], phrases: Mapping[str, TimePhrase]) -> tuple[Node, list[str]]:
    items: list[Node] = []
    rest = pieces
    while rest and rest[0] not in ("|", ")"):
        item, rest = _atom(rest, phrases)
        if rest and rest[0] in "?*+":
            item = Rep(item, int(rest[0] == "+"), rest[0] != "?")
            rest = rest[1:]
        items.append(item)
    return (items[0] if len(items) == 1 else Seq(tuple(items))), rest


def _atom(pieces: list[str], phrases: Mapping[str, TimePhrase]) -> tuple[Node, list[str]]:
    head, rest = pieces[0], pieces[1:]
    if head in ("(", "1(", "2("):
        node, rest = _alternatives(rest, phrases)
        if not rest or rest[0] != ")":
            raise ValueError("a bracket is not closed")
        return (node if head == "(" else Group(head[0], None, node)), rest[1:]
    name, _, alias = head.partition(":")
    if name in phrases:
        return Group(name, alias or None, parse(phrases[name].pattern, phrases)), rest
    if name.isupper():
        return Leaf(name, alias or name.lower()), rest
    return Leaf(head, None), rest


@dataclass(frozen=True, slots=True)
class Capture:
    """A group of a compiled pattern: what was captured, under which alias, in which member."""

    group: str
    symbol: str
    alias: str | None
    part: str
    phrase: bool


class Compiler:
    """Writes a tree as a regular expression; `charset` gives the characters of a symbol."""

    def __init__(self, charset: Callable[[str], str], numbers: frozenset[str]) -> None:
        self._charset = charset
        self._numbers = numbers
        self.captures: list[Capture] = []

    def write(self, node: Node, part: str = "") -> str:
        """Return the expression of `node`, noting its captures."""
        match node:
            case Leaf(symbol, alias):
                chars = f"[{self._charset(symbol)}]"
                return self._named(chars, symbol, alias, part) if alias else chars
            case Seq(items):
                return "".join(self.write(item, part) for item in items)
            case Alt(items):
                return "(?:" + "|".join(self.write(item, part) for item in items) + ")"
            case Rep(item, least, many):
                sign = ("+" if least else "*") if many else "?"
                return f"(?:{self.write(item, part)}){sign}"
            case Group(key, alias, item):
                return self._group(key, alias, item, part)

    def _group(self, key: str, alias: str | None, item: Node, part: str) -> str:
        name = f"g{len(self.captures)}"
        inner_part = key if key in "12" else part
        self.captures.append(Capture(name, key, alias, inner_part, True))
        if key in self._numbers:
            return f"(?P<{name}>{Compiler(self._charset, self._numbers).plain(item)})"
        return f"(?P<{name}>{self.write(item, inner_part)})"

    def plain(self, node: Node) -> str:
        """Return the expression of `node` without captures."""
        return re.sub(r"\?P<\w+>", "?:", self.write(node))

    def _named(self, chars: str, symbol: str, alias: str, part: str) -> str:
        name = f"g{len(self.captures)}"
        self.captures.append(Capture(name, symbol, alias, part, False))
        return f"(?P<{name}>{chars})"
