"""One spelling for a name however it is written; the gazetteer's build and its look-ups share it.

It stands alone on the standard library, because the build loads it before tocsin is installed.
"""

import hashlib
import re
import unicodedata

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("'’‘`´ʼʻʿʾ.", ""),
        **dict.fromkeys("-‐‑–—/,_", " "),
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "&": " and ",
    }
)
_SPACE = re.compile(r"\s+")


def fold(name: str) -> str:
    """Return `name` without case, accents, apostrophes, full stops and hyphens.

    >>> fold("Al-Ḩudaydah"), fold("Sana'a"), fold("U.S."), fold("P’yŏngyang")
    ('al hudaydah', 'sanaa', 'us', 'pyongyang')
    """
    if not name.isascii():
        apart = unicodedata.normalize("NFKD", name.lower())
        name = "".join(char for char in apart if not unicodedata.combining(char))
    return _SPACE.sub(" ", name.lower().translate(_LETTERS)).strip()


def key_of(folded: str) -> int:
    """Return the 64-bit key under which a folded name is kept.

    >>> key_of("kyiv") == key_of(fold("Kyiv"))
    True
    """
    digest = hashlib.blake2b(folded.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little")
