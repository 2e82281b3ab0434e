"""Indications and warning from published reports: every line walks back to the words that say it.

    import tocsin

    reading = tocsin.read(text, published="2024-12-23")  # no store, no network
    for claim in reading.claims:
        print(claim.quote, claim.status, claim.certainty)

    with tocsin.open("desk.db") as desk:  # a path
        desk.add(reading)

Names are loaded when they are first asked for, so that the command line answers at once.
"""

import importlib
import sys

from tocsin.run.front import open_desk, places, quantities, read, times

# As `typing` has it, whose import would take as long as all others here.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from tocsin.errors import (
        InputError,
        RuleError,
        SetupError,
        SourceError,
        StoreError,
        TocsinError,
    )
    from tocsin.records import (
        Attribution,
        Claim,
        Cue,
        Entity,
        EventMention,
        Layers,
        Place,
        Quantity,
        Reading,
        Report,
        Role,
        Source,
        Time,
        dumps,
        loads,
        schema,
    )
    from tocsin.run.frames import claims_table
del TYPE_CHECKING

__version__ = "0.1.0"

# The name that the guide teaches; in the module that defines it, it would hide the builtin.
open = open_desk

__all__ = [
    "Attribution",
    "Claim",
    "Cue",
    "Entity",
    "EventMention",
    "InputError",
    "Layers",
    "Place",
    "Quantity",
    "Reading",
    "Report",
    "Role",
    "RuleError",
    "SetupError",
    "Source",
    "SourceError",
    "StoreError",
    "Time",
    "TocsinError",
    "__version__",
    "claims_table",
    "dumps",
    "loads",
    "open",
    "places",
    "quantities",
    "read",
    "schema",
    "times",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room = "run.frames" if name == "claims_table" else "records"
    module = importlib.import_module(
        "tocsin.errors" if name.endswith("Error") else f"tocsin.{room}"
    )
    return getattr(module, name)


# A notebook shows readings and claims with their words highlighted.
if "IPython" in sys.modules and (shell := sys.modules["IPython"].get_ipython()):
    importlib.import_module("tocsin.show.notebook").show_in(shell)
    del shell
