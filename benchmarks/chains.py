"""How alike two sets of chains are: MUC, B³ and CEAF, each as a part and what it is a part of."""

from collections.abc import Hashable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

Chains = Sequence[frozenset[Hashable]]


def muc(one: Chains, other: Chains) -> tuple[float, float]:
    """Return the links of `one` that `other` keeps, and all (Vilain et al. 1995)."""
    where = {m: n for n, chain in enumerate(other) for m in chain}
    kept = sum(len(c) - len({where.get(m, ("alone", m)) for m in c}) for c in one)
    return kept, sum(len(c) - 1 for c in one)


def b_cubed(one: Chains, other: Chains) -> tuple[float, float]:
    """Return the summed share of each mention's chain that `other` keeps, and the mentions."""
    where = {m: chain for chain in other for m in chain}
    empty: frozenset[Hashable] = frozenset()
    kept = sum(len(c & where.get(m, empty)) / len(c) for c in one for m in c)
    return kept, sum(len(c) for c in one)


def ceaf(one: Chains, other: Chains) -> tuple[float, float]:
    """Return the likeness of the best pairing of chains, and the chains of `one` (Luo 2005)."""
    if not one or not other:
        return 0.0, len(one)
    table = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in other] for a in one])
    rows, columns = linear_sum_assignment(-table)
    return float(table[rows, columns].sum()), len(one)
