"""A specification as a picture: SVG or PNG, made on this machine without a browser or a network."""

import json
from pathlib import Path
from typing import Any

from tocsin.errors import InputError, SetupError

Spec = dict[str, Any]

VERSION = "6.4"
# Twice the size of the page: sharp on today's screens and in print.
SCALE = 2.0
MEND = "install it with `pip install vl-convert-python`, or take the specification (.json)"
FORMS = (".svg", ".png", ".json")


def drawn(spec: Spec, form: str) -> bytes:
    """Return `spec` as the bytes of an .svg, a .png or the specification itself (.json).

    Raises:
        InputError: when `form` is none of these.
        SetupError: when the part that draws is not installed.
    """
    if form == ".json":
        return json.dumps(spec, indent=2, ensure_ascii=False).encode()
    if form not in FORMS:
        raise InputError(f"{form or 'no ending'}: a chart is written as {', '.join(FORMS)}")
    # Imported here: it takes a second, which no command without a chart need wait for.
    try:
        import vl_convert
    except ImportError as error:
        raise SetupError(f"charts need vl-convert-python: {MEND}") from error
    # What a chart draws stands in it; nothing is fetched for it, whatever a report's text holds.
    if form == ".svg":
        return vl_convert.vegalite_to_svg(spec, VERSION, allowed_base_urls=[]).encode()
    return vl_convert.vegalite_to_png(spec, VERSION, scale=SCALE, allowed_base_urls=[])


def save(spec: Spec, path: Path) -> None:
    """Write `spec` to `path` in the form that the ending of its name asks for.

    Raises:
        InputError: when the ending is none of .svg, .png and .json.
    """
    path.write_bytes(drawn(spec, path.suffix.lower()))
