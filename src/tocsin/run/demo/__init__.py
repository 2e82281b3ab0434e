"""The bundled corpus: fifteen short reports, written for tocsin from public facts.

The outlets are invented and say so ("Demo Wire"); the addresses lead to example.org. What named
people and bodies say is on the public record; what unnamed officials say is there to show how
such words are read. The texts are CC0.
"""

from pathlib import Path


def corpus() -> Path:
    """Return the JSONL file of demo reports, in the form that any JSONL file of reports has.

    >>> corpus().name
    'reports.jsonl'
    """
    return Path(__file__).with_name("reports.jsonl")
