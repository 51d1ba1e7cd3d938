"""What a run must not import before it has something to read, to check or to load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "bs4",
    "dateparser",
    "fastapi",
    "feedparser",
    "great_expectations",
    "lxml",
    "numpy",
    "pandas",
    "pyarrow",
    "pypdfium2",
    "trafilatura",
)


def test_the_monitor_itself_imports_nothing_heavy() -> None:
    parameters = {"sources": ["un_ga"], "seeds": None, "trigger": "shell", "quiet": True}
    code = f"""
import sys
from flows.monitor import monitor
monitor.serialize_parameters({parameters!r})
print(sorted(set({HEAVY!r}) & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().splitlines()[-1] == "[]"
