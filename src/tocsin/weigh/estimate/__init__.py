"""Estimates: figures for one thing by several reports, as dated histories and a fused band."""

from tocsin.weigh.estimate.estimates import estimate

__all__ = ["estimate"]
