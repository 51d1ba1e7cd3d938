"""The analysts' tables as Parquet files, beside the snapshot, for people with other tools.

`parquet/TABLE/MONTH.parquet` holds the rows that came in a month (warehouse.parquet_parts says
which), so that a run writes only the months it changed; small tables are one file. `parquet` is
a link to a set of files that belong together, and is moved from one set to the next in one step;
files that stay the same are shared between sets.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from warehouse.connection import Connection, quote_text
from warehouse.copying import force_to_disk
from warehouse.parquet_parts import Part, list_parts
from warehouse.paths import Home

ROWS = 8192
"""Rows written at a time: letters are long, and a row group is held in memory."""


@dataclass(frozen=True, slots=True)
class ParquetSet:
    """Files that belong together.

    `parts` gives for each path what its rows were made of; `rows` how many rows each file has. A
    part without rows has no file, unless it is all of its table.
    """

    name: str
    parts: dict[str, str]
    rows: dict[str, int]

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that have files."""
        return tuple(sorted({path.partition("/")[0] for path in self.rows}))


def prepare_parquet(
    con: Connection, home: Home, run_id: str, row_counts: Mapping[str, int]
) -> ParquetSet:
    """Write the set of the warehouse in use beside the present one; reuse what has not changed.

    `row_counts` are those of the tables now. Where nothing has changed the present set is
    returned, and nothing is written.
    """
    present = read_parquet_set(home)
    parts = list_parts(con, row_counts)
    fingerprints = {part.path: part.fingerprint for part in parts}
    if present is not None and present.parts == fingerprints:
        return present
    folder = home.parquet_sets / _choose_name(home, run_id)
    for table in {part.table for part in parts}:
        (folder / table).mkdir(parents=True)
    same = set() if present is None else _list_same(present, fingerprints)
    rows = {} if present is None else _share_files(home.parquet_sets, present, folder, same)
    rows |= _write_files(con, [part for part in parts if part.path not in same], folder)
    prepared = ParquetSet(folder.name, fingerprints, rows)
    text = json.dumps(asdict(prepared), indent=2) + "\n"
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    return prepared


def put_parquet_in_place(home: Home, prepared: ParquetSet) -> None:
    """Let `parquet` lead to a prepared set, and remove the sets that nobody needs any more."""
    goal = Path(home.parquet_sets.name) / prepared.name
    if home.parquet.is_symlink() and home.parquet.readlink() == goal:
        return
    before = home.parquet.readlink().name if home.parquet.is_symlink() else None
    temporary = home.parquet.with_name("parquet.tmp")
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(goal)
    if home.parquet.is_dir() and not home.parquet.is_symlink():
        # A copy of the home in which links were followed; what it holds is written anew.
        shutil.rmtree(home.parquet)
    temporary.replace(home.parquet)
    for old in home.parquet_sets.iterdir():
        if old.name not in (prepared.name, before):
            shutil.rmtree(old)


def read_parquet_set(home: Home) -> ParquetSet | None:
    """Read what the present set says of itself; None before the first one, or if it is a copy."""
    manifest = home.parquet / "manifest.json"
    if not home.parquet.is_symlink() or not manifest.exists():
        return None
    found = json.loads(manifest.read_text(encoding="utf-8"))
    # A set that an older version wrote says less; it is written anew.
    return ParquetSet(**found) if "parts" in found else None


def _list_same(present: ParquetSet, fingerprints: Mapping[str, str]) -> set[str]:
    return {path for path, mark in fingerprints.items() if present.parts.get(path) == mark}


def _share_files(sets: Path, present: ParquetSet, folder: Path, paths: set[str]) -> dict[str, int]:
    """Take over the files that stay as they are; returns how many rows each has."""
    rows = {path: count for path, count in present.rows.items() if path in paths}
    for path in rows:
        _share(sets / present.name / path, folder / path)
    return rows


def _write_files(con: Connection, parts: Sequence[Part], folder: Path) -> dict[str, int]:
    """Write the files of parts that have rows; each is forced to the disk beside the next."""
    rows: dict[str, int] = {}
    with ThreadPoolExecutor(1) as beside:
        forced = []
        for part in parts:
            target = folder / part.path
            count = _write_file(con, part, target)
            if count or part.span is None:
                rows[part.path] = count
                forced.append(beside.submit(force_to_disk, target))
            else:
                target.unlink()
        for one in forced:
            one.result()
    return rows


def _write_file(con: Connection, part: Part, target: Path) -> int:
    options = f"format parquet, compression zstd, row_group_size {ROWS}"
    written = con.execute(f"copy ({part.query}) to {quote_text(target)} ({options})").fetchall()
    return int(written[0][0])


def _share(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _choose_name(home: Home, run_id: str) -> str:
    """Choose a folder that is not there; a run may publish twice, and one may have been killed."""
    number = 1
    while (home.parquet_sets / f"{run_id}.{number}").exists():
        number += 1
    return f"{run_id}.{number}"
