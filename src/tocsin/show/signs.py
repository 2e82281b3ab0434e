"""Keeps signs that move or turn what is shown out of every screen and page."""

_KEPT = "\n\t"
_OVERRIDES = (0x202D, 0x202E)
_CONTROLS = {
    code: "\ufffd"
    for code in (*range(0x20), *range(0x7F, 0xA0), *_OVERRIDES)
    if chr(code) not in _KEPT
}


def plain(words: str) -> str:
    r"""Return `words` with every control character shown as a box: no text moves the cursor.

    One character stands for one, so that offsets hold; line ends and tabs stay.

    >>> plain("a\x1b[2Jb")
    'a�[2Jb'
    """
    return words.translate(_CONTROLS)
