"""Charts as Vega-Lite specifications: one form for files, notebooks and the web desk."""

from tocsin.show.charts.draw import drawn, save
from tocsin.show.charts.estimate import estimate_chart, estimates_chart

__all__ = ["drawn", "estimate_chart", "estimates_chart", "save"]
