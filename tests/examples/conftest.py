"""The package of the example is not installed: its folder is put on the path, as `pip -e` would."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "examples" / "llm_reader" / "src"))
