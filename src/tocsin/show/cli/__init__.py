"""The command line: `tocsin`."""

import sys

from tocsin.show.cli import stopping


def main() -> None:
    """Run the program; the entry point of the `tocsin` command."""
    stopping.end_at_once()
    # Imported here: from the line above on, Ctrl-C is one line and no traceback.
    from tocsin.show.cli.program import run

    stopping.interrupt()
    try:
        code = run()
    except KeyboardInterrupt:
        # A second one, while the first was being answered.
        code = stopping.STOPPED
    stopping.end_without_a_word()
    sys.exit(code)
