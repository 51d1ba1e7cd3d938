"""The analysts' tables as Parquet files, beside the snapshot, for people with other tools.

`parquet/TABLE/MONTH.parquet` holds the rows of the documents first seen in that month, so that
a run writes only the months it changed; links are one file. `parquet` is a link to a set of
files that belong together, and is moved from one set to the next in one step; files that stay
the same are shared between sets.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from warehouse.connection import CATALOG, Connection, quote_text
from warehouse.copying import force_to_disk
from warehouse.paths import Home

ROWS = 8192
"""Rows written at a time: letters are long, and a row group is held in memory."""

WHOLE = "all"
"""The name of the file of a table that is not parted by months."""

_FINGERPRINTS = """
with kept as (select document_id, max(version_number) as last from versions group by document_id)
select strftime(first_seen_at_utc, '%Y-%m') as month,
    concat_ws(' ', count(*),
        sum(hash(document_id, version_number, last, content_sha256, changed_at_utc)))
from documents
left join kept using (document_id)
group by month
order by month
"""

_LINKS = "select concat_ws(' ', count(*), sum(hash(links))) from links"

_MONTH = """
from {table}
where document_id in (
    select document_id from documents
    where first_seen_at_utc >= date '{month}-01'
        and first_seen_at_utc < date '{month}-01' + interval 1 month
)
"""


@dataclass(frozen=True, slots=True)
class ParquetSet:
    """Files that belong together; `files` gives for each path what its rows were made of."""

    name: str
    files: dict[str, str]

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that have files."""
        return tuple(sorted({path.partition("/")[0] for path in self.files}))


def prepare_parquet(con: Connection, home: Home, run_id: str) -> ParquetSet:
    """Write the set of the warehouse in use beside the present one; reuse what has not changed.

    Where nothing has changed the present set is returned, and nothing is written.
    """
    present = read_parquet_set(home)
    files = _fingerprint_files(con)
    if present is not None and present.files == files:
        return present
    name = _choose_name(home, run_id)
    folder = home.parquet_sets / name
    for path, fingerprint in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if present is not None and present.files.get(path) == fingerprint:
            _share(home.parquet_sets / present.name / path, target)
        else:
            _write_file(con, path, target)
    prepared = ParquetSet(name, files)
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
    return ParquetSet(**json.loads(manifest.read_text(encoding="utf-8")))


def _fingerprint_files(con: Connection) -> dict[str, str]:
    """Say for every file of a set what its rows are made of; a new schema changes them all."""
    schema = con.execute("select max(version) from ops.migrations").fetchall()[0][0]
    months = con.execute(_FINGERPRINTS).fetchall()
    files = {
        f"{table}/{month}.parquet": f"{schema} {fingerprint}"
        for table in _list_tables(con)
        for month, fingerprint in months
    }
    files[f"links/{WHOLE}.parquet"] = f"{schema} {con.execute(_LINKS).fetchall()[0][0]}"
    return files


def _list_tables(con: Connection) -> list[str]:
    """List the tables whose rows belong to one document."""
    rows = con.execute(
        "select table_name from duckdb_columns() where database_name = ?"
        " and schema_name = 'main' and column_name = 'document_id' and table_name in"
        " (select table_name from duckdb_tables() where schema_name = 'main')"
        " order by table_name",
        [CATALOG],
    ).fetchall()
    return [name for (name,) in rows]


def _write_file(con: Connection, path: str, target: Path) -> None:
    table, _, file = path.partition("/")
    month = file.removesuffix(".parquet")
    query = (
        f"from {table}" if month == WHOLE else _MONTH.format_map({"table": table, "month": month})
    )
    options = f"format parquet, compression zstd, row_group_size {ROWS}"
    con.execute(f"copy ({query}) to {quote_text(target)} ({options})")
    force_to_disk(target)


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
