"""All patterns at once as one automaton over token codes, made as it is walked.

The position automaton of Glushkov (1961), determinised lazily: a step is one dictionary lookup
however many rules there are, and every rule that ends at a token is known there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tocsin.read.times.patterns import Alt, Group, Leaf, Node, Rep, Seq

_Positions = frozenset[int]


@dataclass(slots=True)
class _Table:
    """Which symbol each position reads, and which positions may follow it."""

    symbol: list[str] = field(default_factory=list)
    follow: list[set[int]] = field(default_factory=list)

    def add(self, node: Node) -> tuple[bool, set[int], set[int]]:
        """Enter `node`; return whether it may be empty, and where it can begin and end."""
        match node:
            case Leaf(symbol):
                self.symbol.append(symbol)
                self.follow.append(set())
                here = {len(self.symbol) - 1}
                return False, here, set(here)
            case Seq(items):
                return self._in_order(items)
            case Alt(items):
                ends = [self.add(item) for item in items]
                empty = any(e[0] for e in ends)
                return empty, set().union(*(e[1] for e in ends)), set().union(*(e[2] for e in ends))
            case Rep(item, least, many):
                empty, first, last = self.add(item)
                for p in last if many else ():
                    self.follow[p] |= first
                return empty or not least, first, last
            case Group(_, _, item):
                return self.add(item)

    def _in_order(self, items: Sequence[Node]) -> tuple[bool, set[int], set[int]]:
        empty, first, last = True, set[int](), set[int]()
        for item in items:
            e, f, l = self.add(item)  # noqa: E741 - first and last are taken
            for p in last:
                self.follow[p] |= f
            first = first | f if empty else first
            last = last | l if e else l
            empty = empty and e
        return empty, first, last


class Automaton:
    """Tells, for codes from a place on, where which patterns end."""

    def __init__(self, trees: Sequence[Node], has: Callable[[str, str], bool]) -> None:
        """Take the patterns; `has(code, symbol)` tells whether a code carries a symbol."""
        self._has = has
        self._table = _Table()
        self._ends: dict[int, list[int]] = {}
        first: set[int] = set()
        for number, tree in enumerate(trees):
            _, begin, last = self._table.add(tree)
            first |= begin
            for p in last:
                self._ends.setdefault(p, []).append(number)
        self._first = first
        self._states: dict[_Positions, int] = {}
        self._step: list[dict[str, int]] = [{}]
        self._inside: list[_Positions] = [frozenset()]
        self._accepts: list[tuple[int, ...]] = [()]

    def begins(self, code: str) -> bool:
        """Tell whether any pattern can begin with `code`."""
        return any(self._has(code, self._table.symbol[p]) for p in self._first)

    def walk(self, codes: str, at: int) -> list[tuple[int, tuple[int, ...]]]:
        """Return (end, patterns that end there) from `at` on, longest first."""
        found: list[tuple[int, tuple[int, ...]]] = []
        state, i = 0, at
        while i < len(codes):
            code = codes[i]
            after = self._step[state].get(code)
            if after is None:
                after = self._grow(state, code)
            if after < 0:
                break
            state, i = after, i + 1
            if self._accepts[state]:
                found.append((i, self._accepts[state]))
        found.reverse()
        return found

    def _grow(self, state: int, code: str) -> int:
        reach = self._first if state == 0 else self._next(state)
        inside = frozenset(p for p in reach if self._has(code, self._table.symbol[p]))
        after = self._enter(inside) if inside else -1
        self._step[state][code] = after
        return after

    def _next(self, state: int) -> set[int]:
        return set().union(*(self._table.follow[p] for p in self._inside[state]))

    def _enter(self, inside: _Positions) -> int:
        known = self._states.get(inside)
        if known is None:
            known = self._states[inside] = len(self._inside)
            self._inside.append(inside)
            self._step.append({})
            ends = {rule for p in inside for rule in self._ends.get(p, ())}
            self._accepts.append(tuple(sorted(ends)))
        return known
