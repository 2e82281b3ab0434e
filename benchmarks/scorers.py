"""The scorers of public sets, which stand beside the data and are no part of the project."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType


def load_scorer(path: Path) -> ModuleType:
    """Return the scorer in the file `path` as a module."""
    if not path.is_file():
        sys.exit(f"{path} is missing: give the folder of the evaluation data with --shared")
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} cannot be read")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
