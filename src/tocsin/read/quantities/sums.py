"""A number in words as it grows part by part: "two hundred and five thousand"."""

from tocsin.read.quantities.rules import Number

# How large the next word may be, by what the last one was.
_BELOW = {"": 1000, "big": 1000, "hundred": 100, "tens": 10}


class Sum:
    """A number in the making: whole groups so far, the group now, and its last part."""

    def __init__(self, group: Number = 0, last: str = "") -> None:
        self._total: Number = 0
        self._group: Number = group
        self.last = last
        self._ceiling = float("inf")
        self.scale: Number = 1

    @property
    def value(self) -> Number:
        """The number as far as it goes."""
        return exact(self._total + self._group)

    def add(self, part: Number) -> None:
        """Add a fraction before a scale: two *and a half* million."""
        self._group += part

    def add_share(self, part: Number) -> bool:
        """Add a share of the scale behind it: two million *and a half*, in some languages."""
        fits = self.last == "big"
        self._group += part * self.scale if fits else 0
        self.last = "ones" if fits else self.last
        return fits

    def take(self, value: Number, *, is_scale: bool) -> bool:
        """Take the next part if the number can go on with it."""
        if is_scale:
            return self._multiply(value)
        if value >= _BELOW.get(self.last, 0):
            return False
        self._group += value
        self.last = "hundred" if value >= 100 else "tens" if value >= 20 else "ones"
        return True

    def _multiply(self, scale: Number) -> bool:
        if scale < 1000:
            if self.last == "hundred" or self._group == 0 or (self._group >= 100):
                return False
            self._group, self.last = self._group * scale, "hundred"
        elif self._group == 0 or scale >= self._ceiling:
            return False
        else:
            self._total, self._group = self._total + self._group * scale, 0
            self._ceiling, self.last = scale, "big"
        self.scale = scale
        return True


def exact(value: Number) -> Number:
    """Return a whole number as int, anything else rounded where floats are no longer true.

    >>> exact(1.1 * 1_000_000), exact(12.3)
    (1100000, 12.3)
    """
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
