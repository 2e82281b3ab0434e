"""Bytes to text, and text without what no reader should see: marks, controls, odd line ends."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 18
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Joiners (200C, 200D) spell words in Persian and Hindi, so they stay; direction marks do not.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_TRAILING = re.compile(r"[^\S\n]+(?=\n|\Z)")
_EMPTY_LINES = re.compile(r"\n{3,}")


def decode(data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """Return the text of `data`, and in words what had to be guessed or mended.

    A byte-order mark comes first, then UTF-8, then the declared character set, then a guess.
    Nothing raises: bytes that fit nothing become U+FFFD.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace"), None
    try:
        return data.decode(), None
    except UnicodeDecodeError:
        return _decode_other(data, declared)


def tidy(text: str) -> str:
    """Return `text` with plain line ends and without unseen characters and trailing blanks.

    All other characters stay as they are, so that the same text always gives the same id.
    """
    text = _BREAKS.sub("\n", text)
    if _UNSEEN.search(text):
        text = _UNSEEN.sub("", text)
    text = _TRAILING.sub("", text)
    return _EMPTY_LINES.sub("\n\n", text).strip("\n")


def one_line(text: str | None) -> str | None:
    """Return `text` tidied onto one line, or None if nothing is left."""
    return " ".join(tidy(text).split()) or None if text else None


def _decode_other(data: bytes, declared: str | None) -> tuple[str, str | None]:
    text = _declared(data, declared)
    if text is not None:
        return text, None
    if text := _mostly_utf8(data):
        return text, "mixed encodings: bytes that are not UTF-8 were read as Windows-1252"
    from charset_normalizer import from_bytes  # slow to load, seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    name = best.encoding if best else "cp1252"
    return data.decode(name, "replace"), f"no character set declared: read as {name}"


def _declared(data: bytes, declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared or "utf-8").name
        # Browsers read these labels as Windows-1252, a superset without control characters.
        return data.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _mostly_utf8(data: bytes) -> str | None:
    # Lines of several origins in one file: UTF-8 where it fits, Windows-1252 byte by byte else.
    mended = 0

    def mend(error: UnicodeError) -> tuple[str, int]:
        nonlocal mended
        assert isinstance(error, UnicodeDecodeError)  # decoding raises no other
        bad = error.object[error.start : error.end]
        mended += len(bad)
        return bad.decode("cp1252", "replace"), error.end

    codecs.register_error("tocsin-mend", mend)
    text = data.decode("utf-8", "tocsin-mend")
    foreign = sum(1 for char in text if char > "\x7f")
    return text if foreign >= 2 * mended + 1 else None
