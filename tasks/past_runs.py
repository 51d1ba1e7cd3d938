"""The runs of the past, as the names of the archive's files and an older warehouse tell of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from warehouse.recall import Memory

_FILE = re.compile(r"(?P<run>\d{8}T\d{6}Z-[0-9a-f]+)(?:-(?P<part>\d+))?\.warc\.gz")


@dataclass(frozen=True, slots=True)
class PastRun:
    """One run to be repeated: its id, its start, and its files in the archive, if it left any."""

    run_id: str
    start: datetime
    files: tuple[str, ...] = ()


def list_runs(archive: Path, memory: Memory | None) -> tuple[PastRun, ...]:
    """List all runs of which there is a file, or a memory, by their start."""
    files: dict[str, list[tuple[int, str]]] = {}
    for path in archive.glob("*.warc.gz"):
        found = _FILE.fullmatch(path.name)
        if found is not None:
            files.setdefault(found["run"], []).append((int(found["part"] or 1), path.name))
    starts = memory.starts if memory is not None else {}
    runs = [
        PastRun(
            run_id,
            starts.get(run_id) or read_start(run_id),
            tuple(name for _, name in sorted(files.get(run_id, []))),
        )
        for run_id in files.keys() | starts.keys()
    ]
    return tuple(sorted(runs, key=lambda run: (run.start, run.run_id)))


def read_start(run_id: str) -> datetime:
    """Read the start of a run, to the second, out of its id.

    Raises:
        ValueError: it is no id of a run.
    """
    return datetime.strptime(run_id.partition("-")[0], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
