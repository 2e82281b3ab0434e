"""Estimates: figures for one thing by several reports, as dated histories and a fused band."""

from tocsin.weigh.estimate.estimates import estimate
from tocsin.weigh.estimate.groups import Group, groups_of
from tocsin.weigh.estimate.voices import Voices

__all__ = ["Group", "Voices", "estimate", "groups_of"]
