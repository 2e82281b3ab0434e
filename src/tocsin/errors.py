"""The errors a user can meet, named by what the reader of the message can do about them.

    TocsinError
    ├── InputError      what was given cannot be read: mend the file, the date or the option
    ├── SourceError     an outside source did not answer as it should: try again, or check it
    ├── StoreError      the memory cannot be used: free the disk, the lock or the address
    ├── SetupError      a part of the installation is missing or damaged: install again
    └── RuleError       a rule file breaks the law of rules: mend the rule named in the message

Every message says what was wrong, where, and the mend.
"""


class TocsinError(Exception):
    """Any failure that tocsin foresees; its text is fit to be shown to a user."""


class InputError(TocsinError):
    """What was given cannot be read."""


class SourceError(TocsinError):
    """An outside source (an address, a feed, an archive) did not answer as it should."""


class StoreError(TocsinError):
    """The memory (a database) cannot be opened, read or written."""


class SetupError(TocsinError):
    """A part of the installation (model, gazetteer, plug-in) is missing or damaged."""


class RuleError(TocsinError):
    """A rule file breaks the form or carries a rule without its proof."""
