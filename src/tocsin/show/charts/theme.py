"""The colours and sizes of every chart, on paper and in the dark."""

from typing import Any

from tocsin.show.palette import PALETTE

FONT = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif"


def theme(*, dark: bool) -> dict[str, Any]:
    """Return the settings of a chart that are the same in all."""

    def at(name: str) -> str:
        return PALETTE[name].dark if dark else PALETTE[name].light

    quiet = {"labelColor": at("muted"), "titleColor": at("muted"), "labelFontSize": 12}
    return {
        "background": at("card"),
        "font": FONT,
        "view": {"stroke": None},
        "title": {
            "color": at("ink"),
            "subtitleColor": at("muted"),
            "fontSize": 16,
            "subtitleFontSize": 12,
            "subtitlePadding": 6,
        },
        "axis": {
            **quiet,
            "gridColor": at("line"),
            "domainColor": at("line"),
            "tickColor": at("line"),
        },
        "legend": {
            **quiet,
            "labelColor": at("ink"),
            "symbolStrokeColor": at("muted"),
            "layout": {"bottom": {"anchor": "start", "direction": "vertical", "margin": 6}},
        },
    }
