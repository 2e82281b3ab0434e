"""Makes words of a model, a server or a library fit for a problem: short, on one line, plain."""

MOST = 120


class NoAnswerError(Exception):
    """The model gave no answer that can be read; the message says why, in words."""


def shown(words: object, most: int = MOST) -> str:
    r"""Return `words` on one line, without anything that moves a cursor, cut to `most` characters.

    >>> shown("I\n cannot\x1b do")
    'I cannot� do'
    """
    flat = " ".join(str(words).split())
    plain = "".join(char if char.isprintable() else "\ufffd" for char in flat)
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"
