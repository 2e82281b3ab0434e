"""What weighing needs of a text: its fingerprint, and whom it credits and cites."""

from tocsin.read.fingerprints.runs import WIDTH, fingerprint

__all__ = ["WIDTH", "fingerprint"]
