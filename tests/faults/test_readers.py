"""Readers in a loop while the warehouse is published again and again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.loader import run
from warehouse.paths import Home

ROOT = Path(__file__).resolve().parents[2]
READERS, PUBLISHES = 2, 30

READ = """
import sys, time
from pathlib import Path
from warehouse.paths import Home
from warehouse.reading import read_query
home, stop = Home(Path(sys.argv[1])), Path(sys.argv[2])
last, reads = 0, 0
while not stop.exists() or reads == 0:
    sql = ("select (select count(*) from documents), (select count(*) from letters),"
           " (select count(*) from document_symbols), (select count(*) from versions)")
    documents, letters, symbols, versions = read_query(home, sql).rows[0]
    assert documents == letters == versions, (documents, letters, versions)
    assert symbols == 2 * documents, (symbols, documents)
    assert documents >= last, (documents, last)
    last, reads = documents, reads + 1
    time.sleep(0.1)
print(last)
"""


@pytest.mark.slow
def test_every_read_sees_one_whole_snapshot_and_none_goes_back(tmp_path: Path) -> None:
    home, stop = Home(tmp_path / "home"), tmp_path / "stop"
    run(home, 1, 1)
    command = [sys.executable, "-c", READ, str(home.root), str(stop)]
    readers = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(READERS)
    ]
    try:
        for number in range(2, PUBLISHES + 1):
            run(home, number, number)
    finally:
        stop.touch()
        outputs = [reader.communicate()[0] for reader in readers]
    assert [reader.returncode for reader in readers] == [0] * READERS
    assert all(1 <= int(output) <= PUBLISHES for output in outputs)
