"""Numbers by key, each worked out when it is first asked for."""

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


class Remembered(dict[K, float]):
    """A look-up that stays out of Python where the number is known already."""

    def __init__(self, work_out: Callable[[K], float]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, key: K) -> float:
        number = self[key] = self._work_out(key)
        return number
