"""One writer: the second is told at once, and a killed one leaves no lock behind."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.connection import connect_writer
from warehouse.errors import WarehouseBusyError
from warehouse.lock import hold_writer_lock
from warehouse.paths import Home

ROOT = Path(__file__).resolve().parents[2]

HOLD = """
import sys
from pathlib import Path
from warehouse.lock import hold_writer_lock
from warehouse.paths import Home
with hold_writer_lock(Home(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(home: Home) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home.root)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_writer_is_refused_by_name_and_the_lock_dies_with_its_process(
    home: Home, holder: subprocess.Popen[str]
) -> None:
    try:
        with pytest.raises(WarehouseBusyError, match=f"process {holder.pid}"), connect_writer(home):
            pass
    finally:
        holder.send_signal(signal.SIGKILL)
        holder.communicate()
    assert home.lock.exists()
    with connect_writer(home) as con:
        assert con.execute("select count(*) from documents").fetchall() == [(0,)]


def test_the_lock_of_this_process_carries_its_connections(home: Home) -> None:
    with hold_writer_lock(home):
        with connect_writer(home):
            pass
        with connect_writer(home):
            pass


def test_two_connections_at_once_are_refused(home: Home) -> None:
    with connect_writer(home):
        with pytest.raises(WarehouseBusyError), hold_writer_lock(home):
            pass
        with pytest.raises(WarehouseBusyError), connect_writer(home):
            pass
