"""Readings and claims as a notebook shows them: the claims marked in the text, facts on demand."""

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from tocsin.records import Claim, Reading
from tocsin.show import palette
from tocsin.show.brief.lines import context_of, marks_of
from tocsin.show.marks import Mark, Piece, cut
from tocsin.show.pages import render
from tocsin.show.phrases import chain, figure, status, sureness

if TYPE_CHECKING:
    Shell = Any  # IPython's InteractiveShell, which tocsin does not need otherwise

# A notebook's own dark theme, which need not be the system's: JupyterLab's and VS Code's.
DARK = 'body[data-jp-theme-light="false"] .tocsin,body.vscode-dark .tocsin'
# More text than this makes a notebook slow; the reading itself still holds all of it.
LONGEST = 50_000


def reading_html(reading: Reading) -> str:
    """Return `reading` as HTML: highlighted text, and each claim with its facts to open."""
    marks = [mark for claim in reading.claims for mark in marks_of(claim)]
    text = reading.report.text
    hints = {claim.id: _hint(claim) for claim in reading.claims}

    def told(piece: Piece) -> str:
        return "\n".join(dict.fromkeys(hints[mark.claim] for mark in piece.marks))

    return render(
        "reading.html",
        reading=reading,
        report=reading.report,
        text=cut(text, marks, (0, min(len(text), LONGEST))),
        cut_off=len(text) > LONGEST,
        hints=told,
        colours=_colours(),
    )


def claim_html(claim: Claim, reading: Reading | None = None) -> str:
    """Return `claim` as HTML: its words in their sentence where `reading` is given, else alone."""
    if reading is None:
        context = tuple(cut(claim.quote, [Mark((0, len(claim.quote)), "claim", claim.id)]))
    else:
        context = context_of(claim, reading, more=0)
    return render(
        "claim.html",
        claim=claim,
        context=context,
        report=reading.report if reading else None,
        colours=_colours(),
    )


def show_in(shell: "Shell") -> None:
    """Have `shell`, a running notebook or IPython, show readings and claims this way."""
    formatter = shell.display_formatter.formatters["text/html"]
    formatter.for_type_by_name("tocsin.records.report", "Reading", reading_html)
    formatter.for_type_by_name("tocsin.records.claim", "Claim", claim_html)


def _colours() -> Markup:
    return Markup(palette.css(".tocsin", darkened=DARK))


def _hint(claim: Claim) -> str:
    facts = (claim.event.type, status(claim), sureness(claim), chain(claim), figure(claim.quantity))
    return " · ".join(fact for fact in facts if fact)
