"""Finds words of a model in a text: exactly, or but for white space, quotes and dashes."""

from collections.abc import Iterator

Span = tuple[int, int]

_FOLDED = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′`", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
}


class Text:
    """A text in which words can be found; every span is of the text as it stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded, self._offsets = folded(text)

    def find(self, words: str, within: Span | None = None) -> list[Span]:
        """Return where `words` stand, whole, inside `within`: exact places, else folded ones.

        Offsets are code points. Words that are part of a longer word or figure are not found:
        "assad" does not stand in "ambassador", nor "5" in "5,000".
        """
        start, end = within or (0, len(self.text))
        wanted = words.strip()
        exact = [s for s in _places(self.text, wanted) if start <= s[0] and s[1] <= end]
        whole = [span for span in exact if self._is_whole(span)]
        if whole or not wanted:
            return whole
        loose = (self._unfolded(span) for span in _places(self._folded, folded(wanted)[0]))
        return [s for s in loose if start <= s[0] and s[1] <= end and self._is_whole(s)]

    def nearest(self, words: str, to: Span) -> Span | None:
        """Return the place of `words` nearest to the span `to`, one before it first."""
        found = self.find(words)
        return min(found, key=lambda span: (_distance(span, to), span[0]), default=None)

    def _unfolded(self, span: Span) -> Span:
        return self._offsets[span[0]], self._offsets[span[1] - 1] + 1

    def _is_whole(self, span: Span) -> bool:
        start, end = span
        before, after = self.text[:start][-1:], self.text[end : end + 2]
        first, last = self.text[start], self.text[end - 1]
        if (before.isalnum() and first.isalnum()) or (last.isalnum() and after[:1].isalnum()):
            return False
        runs_on = last.isdigit() and after[:1] in (".", ",") and after[1:].isdigit()
        led_in = first.isdigit() and self.text[max(0, start - 2) : start].strip(".,").isdigit()
        return not runs_on and not (led_in and before in (".", ","))


def folded(text: str) -> tuple[str, list[int]]:
    """Return `text` with its white space, quotes and dashes made alike, and each one's offset.

    >>> folded("“so  far”")[0]
    '"so far"'
    """
    signs: list[str] = []
    offsets: list[int] = []
    for i, char in enumerate(text):
        sign = " " if char.isspace() else _FOLDED.get(char, char)
        if sign == " " and signs[-1:] == [" "]:
            continue
        signs.append(sign)
        offsets.append(i)
    return "".join(signs), offsets


def _places(text: str, words: str) -> Iterator[Span]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def _distance(span: Span, to: Span) -> int:
    return max(0, to[0] - span[1], span[0] - to[1])
