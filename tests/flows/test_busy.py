"""A second writer says "busy" and ends with 4, before it imports or starts anything heavy."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from warehouse.lock import hold_writer_lock
from warehouse.paths import Home

COMMANDS = (("run",), ("rebuild",), ("quarantine", "retry", "--all"))
HEAVY = ("prefect", "duckdb", "great_expectations", "pandas", "httpx")
CODE = """
import sys
from flows.cli import main
sys.argv = ['herewith', *sys.argv[1:]]
try:
    main()
finally:
    print([name for name in {heavy!r} if name in sys.modules])
"""


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_second_writer_says_busy_and_exits_4(home: Home, words: tuple[str, ...]) -> None:
    with hold_writer_lock(home):
        done = subprocess.run(
            [sys.executable, "-c", CODE.format(heavy=HEAVY), *words],
            env=os.environ | {"HEREWITH_HOME": str(home.root)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 4
    assert "another process is writing to the warehouse" in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout.strip() == "[]"
