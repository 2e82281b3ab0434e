"""The page on servers holds: its commands run on a real one."""

import os
import re
import subprocess
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "guide" / "server.md"


def test_the_commands_of_the_page_run_on_a_server(server, warm, tmp_path):
    [script] = re.findall(r"```bash server\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    program = f"tocsin() {{ ({warm.splitlines()[-1]}); }}\n"
    with server.database() as name:
        # A user's address, with a password that no output may show.
        address = server.address(name, "tocsin:hush-hush")
        ran = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", program + script],
            cwd=tmp_path,
            env={**os.environ, "TOCSIN_DB": address, "XDG_DATA_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
    said = ran.stdout + ran.stderr
    assert ran.returncode == 0, said
    assert (
        f"1 added, 0 known, 0 passed over: 1 new claim in postgresql://tocsin:***@/{name}" in said
    )
    assert said.count("40 people had been killed") == 2
    assert f"ok  desk       postgresql://tocsin:***@/{name}" in said
    assert "hush-hush" not in said
