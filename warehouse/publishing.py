"""The snapshot that readers open: copied beside its place, then put there in one step.

Readers hold the old file until they close it; nobody ever sees half a warehouse. The published
path is never opened for writing, so no write-ahead log of another file can lie beside it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse.connection import CATALOG, STORAGE_VERSION, Connection, connect_writer
from warehouse.copying import copy_beside
from warehouse.errors import PublishError, WarehouseBusyError, WarehouseError
from warehouse.faults import reach
from warehouse.literals import ask
from warehouse.lock import ensure_writer_lock
from warehouse.news import has_news, is_cheap
from warehouse.parquet import ParquetSet, prepare_parquet, put_parquet_in_place
from warehouse.paths import Home


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a published snapshot holds; `row_counts` by table, those of ops with `ops.` before.

    `parquet_tables` are also there as Parquet; `parquet/manifest.json` lists their files.
    """

    run_id: str
    published_at_utc: str
    row_counts: dict[str, int]
    size_bytes: int
    sha256: str
    storage_version: str
    duckdb_version: str
    parquet_tables: tuple[str, ...] = ()


def publish_snapshot(home: Home, run_id: str, kept: int) -> Manifest:
    """Publish the private file as it stands and keep the last `kept` snapshots.

    Call it when no other connection of this process has the private file open.

    Raises:
        PublishError: it could not be written or replaced; the last good one is still served.
        WarehouseBusyError: another process or connection has the private file.
    """
    temporary = home.root / f"{home.published.name}.{os.getpid()}.tmp"
    reach("before-publish")
    try:
        with ensure_writer_lock(home):
            _remove_leftovers(home)
            manifest, parquet = _copy_warehouse(home, run_id, temporary)
            reach("before-replace")
            _put_in_place(temporary, home.published)
            put_parquet_in_place(home, parquet)
            _keep_snapshot(home, run_id, kept)
            reach("before-manifest")
            _write_manifest(home, manifest)
    except (WarehouseBusyError, PublishError):
        raise
    except (OSError, duckdb.Error, WarehouseError) as error:
        first_line = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise PublishError(
            f"the snapshot could not be published ({first_line}); the last one is still served"
        ) from error
    finally:
        _remove(temporary)
    return manifest


def publish_news(home: Home, run_id: str, kept: int, *, if_cheap: bool = False) -> Manifest:
    """Publish if readers would miss something, or if it costs nothing; returns what is published.

    With `if_cheap` only in the latter case: what is left then is news to the next run.

    Raises:
        PublishError: as `publish_snapshot`.
        WarehouseBusyError: as `publish_snapshot`.
    """
    manifest = read_manifest(home)
    if manifest is None or not _is_of(manifest, home.published) or is_cheap(home):
        return publish_snapshot(home, run_id, kept)
    if not if_cheap and has_news(home):
        return publish_snapshot(home, run_id, kept)
    return manifest


def read_manifest(home: Home) -> Manifest | None:
    """Read what the published snapshot says of itself; None before the first publish."""
    if not home.manifest.exists():
        return None
    found = json.loads(home.manifest.read_text(encoding="utf-8"))
    return Manifest(**found | {"parquet_tables": tuple(found.get("parquet_tables", ()))})


def _is_of(manifest: Manifest, published: Path) -> bool:
    """Whether a manifest is that of the published file; a publish may have been killed between."""
    return published.exists() and published.stat().st_size == manifest.size_bytes


def _remove(temporary: Path) -> None:
    """Remove a temporary file and its log, which lies there when a copy was cut short.

    Where the disk lets nothing be removed, the next publish does it.
    """
    with suppress(OSError):
        temporary.unlink(missing_ok=True)
        temporary.with_name(temporary.name + ".wal").unlink(missing_ok=True)


def _remove_leftovers(home: Home) -> None:
    """Remove what a killed publish left; safe, as the lock is held and the names are ours."""
    for leftover in home.root.glob(f"{home.published.name}.*.tmp*"):
        leftover.unlink(missing_ok=True)
    for leftover in home.snapshots.glob("*.tmp"):
        leftover.unlink(missing_ok=True)


def _copy_warehouse(home: Home, run_id: str, temporary: Path) -> tuple[Manifest, ParquetSet]:
    """Bring all of the private file into itself, so that a copy of it is whole, and copy it.

    Meanwhile its rows are counted and its Parquet files written: both only read. A copy costs
    what the disk costs. COPY FROM DATABASE, which writes every row anew, took a hundred times as
    long for ten thousand letters.
    """
    with connect_writer(home) as con:
        con.execute(f"checkpoint {CATALOG}")
        _ensure_whole(home)
        with copy_beside(home.warehouse, temporary) as copied:
            row_counts = _count_rows(con)
            parquet = prepare_parquet(con, home, run_id, row_counts)
        manifest = _describe(temporary, run_id, row_counts, copied.result())
    _ensure_whole(home)
    return replace(manifest, parquet_tables=parquet.tables), parquet


def _ensure_whole(home: Home) -> None:
    log = home.warehouse.with_name(home.warehouse.name + ".wal")
    if log.exists():
        raise PublishError(f"{log.name} was left behind; the file is not whole")


def _count_rows(con: Connection) -> dict[str, int]:
    tables = ask(
        con,
        "select schema_name, table_name from duckdb_tables() where database_name = ?"
        " order by schema_name, table_name",
        [CATALOG],
    )
    counts = {}
    for schema, table in tables:
        found = con.execute(f'select count(*) from "{schema}"."{table}"').fetchall()  # noqa: S608
        counts[table if schema == "main" else f"{schema}.{table}"] = int(found[0][0])
    return counts


def _describe(temporary: Path, run_id: str, row_counts: dict[str, int], sha256: str) -> Manifest:
    return Manifest(
        run_id=run_id,
        published_at_utc=datetime.now(UTC).isoformat(timespec="seconds"),
        row_counts=row_counts,
        size_bytes=temporary.stat().st_size,
        sha256=sha256,
        storage_version=STORAGE_VERSION,
        duckdb_version=duckdb.__version__,
    )


def _put_in_place(temporary: Path, target: Path) -> None:
    temporary.chmod(0o444)
    temporary.replace(target)
    _sync(target.parent)


def _keep_snapshot(home: Home, run_id: str, kept: int) -> None:
    """Keep the published file under the run's name: a link where that can be, else a copy."""
    home.snapshots.mkdir(exist_ok=True)
    target = home.snapshots / f"{run_id}.duckdb"
    temporary = target.with_suffix(".tmp")
    try:
        os.link(home.published, temporary)
    except OSError:
        shutil.copy2(home.published, temporary)
    temporary.replace(target)
    # Linking a path onto itself replaces nothing and leaves the other name.
    temporary.unlink(missing_ok=True)
    by_age = sorted(home.snapshots.glob("*.duckdb"), key=lambda p: (p.stat().st_mtime_ns, p.name))
    for old in by_age[:-kept]:
        old.unlink()


def _write_manifest(home: Home, manifest: Manifest) -> None:
    with _replacing(home.manifest) as temporary:
        text = json.dumps(asdict(manifest), indent=2, ensure_ascii=False) + "\n"
        temporary.write_text(text, encoding="utf-8")


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    temporary = target.with_name(target.name + ".tmp")
    yield temporary
    _sync(temporary)
    temporary.replace(target)
    _sync(target.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
