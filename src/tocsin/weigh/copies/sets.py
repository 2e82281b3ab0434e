"""Numbers joined into sets (Tarjan's union and find)."""


class Sets:
    """The numbers from 0 up, each in a set of its own until it is joined."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def root(self, number: int) -> int:
        """Return the number that stands for the set of `number`: its lowest."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make the sets of two numbers one."""
        low, high = sorted((self.root(one), self.root(other)))
        self._parent[high] = low
