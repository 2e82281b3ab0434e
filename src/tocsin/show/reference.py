"""Writes the reference pages from the program: `python -m tocsin.show.reference [FOLDER]`."""

import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from typer.main import get_command

from tocsin.records import schema
from tocsin.run.event_types import event_types
from tocsin.show.cli.program import build

FOLDER = Path("docs/reference")
HEAD = """# The command line

Written by `just docs` from the program itself; a test says when it is out of date.

Results go to standard output; progress, remarks and problems go to standard error. Exit codes:
0 fine, 1 failure, 2 usage, 130 stopped by Ctrl-C. `NO_COLOR` switches colours off.
"""


TYPES = """# The event types

Written by `just docs` from the rules; `tocsin types` prints the same with a sentence of each.

In capitals stands the root that PLOVER, the code book of political events, has for a type.
"""


def pages() -> dict[str, str]:
    """Return every reference page by its file name."""
    return {
        "cli.md": "\n".join([HEAD, *_commands()]) + "\n",
        "event-types.md": "\n".join([TYPES, *_types()]) + "\n",
        "reading.schema.json": json.dumps(schema(), indent=2, ensure_ascii=False) + "\n",
    }


def write(folder: Path) -> list[Path]:
    """Write every page into `folder` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in pages().items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _commands() -> Iterator[str]:
    group: Any = get_command(build())
    for name, command in group.commands.items():
        yield f"## `tocsin {name}`\n"
        yield f"{_prose(command.help)}\n"
        arguments = [p for p in command.params if p.param_type_name == "argument"]
        yield f"    tocsin {' '.join([name, '[OPTIONS]', *(_shown(p) for p in arguments)])}\n"
        yield from _table("argument", arguments)
        yield from _table("option", [p for p in command.params if p not in arguments])


def _types() -> Iterator[str]:
    for family, kinds in groupby(event_types(), key=lambda kind: kind.family):
        yield f"## {family.capitalize()}\n\n| type | what it means | PLOVER |\n|---|---|---|"
        for kind in kinds:
            root = " · ".join(part for part in (kind.plover, kind.mode) if part)
            yield f"| `{kind.name}` | {kind.definition} | {root} |"
        yield ""


def _table(kind: str, parameters: list[Any]) -> Iterator[str]:
    if not parameters:
        return
    yield f"| {kind} | what it does |\n|---|---|"
    for parameter in parameters:
        names = _shown(parameter) if kind == "argument" else _names(parameter)
        yield f"| `{names}` | {_cell(parameter)} |"
    yield ""


def _shown(parameter: Any) -> str:  # noqa: ANN401 - typer's own copy of click has no public types
    return str(parameter.metavar or parameter.name.upper())


def _names(parameter: Any) -> str:  # noqa: ANN401 - as above
    value = parameter.metavar or ""
    return f"{', '.join(reversed(parameter.opts))} {value}".strip().replace("|", "\\|")


def _cell(parameter: Any) -> str:  # noqa: ANN401 - as above
    parts = [_prose(parameter.help or "")]
    default = getattr(parameter.default, "value", parameter.default)
    if default not in (None, False, (), []) and "efault" not in parts[0]:
        parts.append(f"Default: `{default}`.")
    if parameter.envvar:
        parts.append(f"Environment: `{parameter.envvar}`.")
    return " ".join(parts).replace("|", "\\|")


def _prose(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
