"""What passes between the readers of this room: where bytes came from, drafts, leads, results."""

from dataclasses import dataclass

from tocsin.records import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """One report, or the words for why there is none.

    `where` names the item so that a person finds it: a path, an address, a line of a file.
    `problems` tells what was passed over or doubted; it may be filled beside a report too.
    """

    report: Report | None
    where: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where bytes came from, and what their carrier said of them."""

    where: str
    file: str | None = None
    url: str | None = None
    mime: str | None = None
    charset: str | None = None
    publisher: str | None = None
    language: str | None = None

    @property
    def name(self) -> str:
        """The name whose ending may tell the form when the content does not."""
        return self.file or (self.url or "").partition("?")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report as its carrier gives it: text not yet cleaned, date not yet read.

    `loose` text has no markup that sets its title apart, so its first line may be the title.
    `made` is a weak date (when a file was made), used only when nothing better is known.
    """

    origin: Origin
    text: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    made: str | None = None
    language: str | None = None
    loose: bool = False
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """An address to follow, with what the feed or list that names it already tells."""

    url: str
    draft: Draft | None = None


Found = Draft | Lead | Gathered


def trouble(where: str, problem: str) -> Gathered:
    """Return the result for an item that gave no report."""
    return Gathered(report=None, where=where, problems=(problem,))
