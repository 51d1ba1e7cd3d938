"""Killed at any named point: the published file is old or new, and the next run converges."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.loader import run
from warehouse.connection import connect_writer
from warehouse.digest import digest_content
from warehouse.faults import VARIABLE
from warehouse.paths import Home
from warehouse.publishing import read_manifest
from warehouse.reading import open_latest, read_query

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = 2, 5

BEFORE_LOAD = ("mid-load", "before-commit")
AFTER_LOAD = ("before-publish", "mid-publish", "before-replace", "before-manifest")


def run_apart(home: Home, first: int, last: int, fault: str) -> int:
    """Run the loader in a process of its own; returns its exit status."""
    environment = {**os.environ, VARIABLE: fault}
    command = [sys.executable, "-m", "tests.faults.loader", str(home.root), str(first), str(last)]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def count_published(home: Home) -> int:
    return int(str(read_query(home, "select count(*) from documents").rows[0][0]))


def describe(home: Home) -> tuple[str, list[tuple[object, ...]]]:
    with open_latest(home.published) as con:
        alerts = con.execute("select alert_id, state from ops.alerts order by 1").fetchall()
        return digest_content(con), alerts


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    run(home, 1, OLD)
    return home


@pytest.mark.parametrize("point", BEFORE_LOAD + AFTER_LOAD)
def test_a_killed_run_leaves_old_or_new_and_the_next_converges(
    home: Home, tmp_path: Path, point: str
) -> None:
    assert run_apart(home, 1, NEW, fault=point) == -signal.SIGKILL
    assert count_published(home) == (NEW if point == "before-manifest" else OLD)
    with connect_writer(home) as con:
        stored = con.execute("select count(*) from documents").fetchall()[0][0]
    assert stored == (OLD if point in BEFORE_LOAD else NEW)

    run(home, 1, NEW)
    untouched = Home(tmp_path / "untouched")
    run(untouched, 1, OLD)
    run(untouched, 1, NEW)
    assert describe(home) == describe(untouched)
    manifest = read_manifest(home)
    assert manifest is not None
    assert manifest.row_counts["documents"] == NEW
    assert not list(home.root.rglob("*.tmp*"))
    assert not home.published.with_name("herewith.duckdb.wal").exists()


def test_unset_or_elsewhere_nothing_happens(home: Home) -> None:
    assert run_apart(home, 1, NEW, fault="") == 0
    assert run_apart(home, 1, NEW, fault="after-send") == 0
    assert run_apart(home, 1, NEW, fault="mid-load:2") == 0
    assert count_published(home) == NEW
