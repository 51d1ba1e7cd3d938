"""Readers in a loop while the warehouse is published again and again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.loader import run
from warehouse.paths import Home

ROOT = Path(__file__).resolve().parents[2]

READ = """
import sys, time
from pathlib import Path
from warehouse.paths import Home
from warehouse.reading import read_query
home, stop = Home(Path(sys.argv[1])), Path(sys.argv[2])
last, reads = 0, 0
while not stop.exists() or reads == 0:
    sql = ("select (select count(*) from documents), (select count(*) from letters),"
           " (select count(*) from document_symbols), (select count(*) from versions),"
           " (select count(*) from ops.source_runs)")
    documents, letters, symbols, versions, runs = read_query(home, sql).rows[0]
    assert documents == letters == versions == runs, (documents, letters, versions, runs)
    assert symbols == 2 * documents, (symbols, documents)
    assert documents >= last, (documents, last)
    last, reads = documents, reads + 1
    time.sleep(0.1)
print(last, reads)
"""


@pytest.mark.parametrize(
    ("readers", "publishes"),
    [
        pytest.param(2, 20, marks=pytest.mark.slow, id="two readers"),
        pytest.param(8, 100, marks=pytest.mark.trial, id="eight readers"),
    ],
)
def test_every_read_sees_one_whole_snapshot_and_none_goes_back(
    tmp_path: Path, readers: int, publishes: int
) -> None:
    home, stop = Home(tmp_path / "home"), tmp_path / "stop"
    run(home, 1, 1)
    command = [sys.executable, "-c", READ, str(home.root), str(stop)]
    crowd = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(readers)
    ]
    try:
        for number in range(2, publishes + 1):
            run(home, number, number)
    finally:
        stop.touch()
        outputs = [reader.communicate()[0].split() for reader in crowd]
    assert [reader.returncode for reader in crowd] == [0] * readers
    assert [len(one) for one in outputs] == [2] * readers, outputs
    assert all(1 <= int(one[0]) <= publishes and int(one[1]) > 0 for one in outputs)
