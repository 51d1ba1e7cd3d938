"""A disk that is full: a clear error, and the last good snapshot is served."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.loader import run
from warehouse.paths import Home
from warehouse.reading import read_query

ROOT = Path(__file__).resolve().parents[2]

PUBLISH = """
import resource, signal, sys
from pathlib import Path
from warehouse.errors import PublishError
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
home = Home(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    publish_snapshot(home, "run-full", kept=2)
except PublishError as error:
    print(error)
    sys.exit(7)
"""


@pytest.mark.parametrize("limit", [0, 100_000, 300_000])
def test_a_full_disk_leaves_the_last_snapshot(tmp_path: Path, limit: int) -> None:
    home = Home(tmp_path / "home")
    run(home, 1, 2)
    before = home.published.read_bytes()
    assert limit < len(before)
    done = subprocess.run(
        [sys.executable, "-c", PUBLISH, str(home.root), str(limit)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 7, done.stderr
    assert "still served" in done.stdout
    assert home.published.read_bytes() == before
    assert not list(home.root.rglob("*.tmp*"))
    run(home, 1, 3)
    assert read_query(home, "select count(*) from documents").rows == ((3,),)
