"""What fingerprints hang on is named, so that marks are worked out anew when it changes."""

import pytest

from tocsin.read.fingerprints import FILES
from tocsin.rules import written


@pytest.mark.parametrize("name", FILES)
def test_every_file_that_marks_hang_on_is_there(name):
    assert written("en", name) or name == "organisations.toml"
