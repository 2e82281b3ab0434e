"""Reports with their claims beside the words: the page with which a reader's errors are found."""

from tocsin.show.readings.page import page

__all__ = ["page"]
