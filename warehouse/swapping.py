"""A warehouse made anew beside the old one, and put in its place in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from warehouse.connection import Connection, connect_writer, quote_text, transaction
from warehouse.digest import digest_tables
from warehouse.errors import WarehouseError
from warehouse.faults import reach
from warehouse.paths import Home
from warehouse.recall import Memory, carry_operations, read_memory

_OLD = "old"


@contextmanager
def open_scratch(home: Home) -> Iterator[Home]:
    """Give an empty home inside `home`, removed at the end; one that a killed run left goes too."""
    scratch = Home(home.root / "rebuild")
    shutil.rmtree(scratch.root, ignore_errors=True)
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch.root, ignore_errors=True)


def recall_runs(home: Home) -> Memory | None:
    """Read what the present file remembers of its runs; None where there is no file."""
    if not home.warehouse.exists():
        return None
    with connect_writer(home) as con:
        return read_memory(con)


def compare_contents(home: Home, other: Home) -> tuple[str, ...]:
    """Name the tables of `main` in which two warehouses differ, but for times of runs."""
    with connect_writer(home) as con:
        ours = digest_tables(con)
    with connect_writer(other) as con:
        theirs = digest_tables(con)
    return tuple(sorted(name for name in ours | theirs if ours.get(name) != theirs.get(name)))


def count_lost(old: Home, new: Home) -> int:
    """Count the documents of one warehouse that are not in the other."""
    with connect_writer(new) as con:
        con.execute(f"attach {quote_text(old.warehouse)} as {_OLD} (read_only)")
        found = con.execute(
            f"select count(*) from {_OLD}.documents anti join documents using (document_id)"  # noqa: S608
        ).fetchall()
        con.execute(f"detach {_OLD}")
    return int(found[0][0])


def carry_over(old: Home, new: Home) -> None:
    """Carry what no archive can tell from one warehouse to the other: runs, requests, alerts."""
    with connect_writer(old):
        """Open it once, so that it has all migrations and no log beside it."""
    with connect_writer(new) as con:
        con.execute(f"attach {quote_text(old.warehouse)} as {_OLD} (read_only)")
        with transaction(con):
            carry_operations(con, _OLD)
        con.execute(f"detach {_OLD}")


def replace_warehouse(home: Home, new: Home) -> None:
    """Put the file of `new` in the place of that of `home`; the old one is kept beside it.

    Raises:
        WarehouseError: a log lies beside one of the files, which would be taken for the other's.
    """
    for path in (home.warehouse, new.warehouse):
        log = path.with_name(path.name + ".wal")
        if log.exists():
            raise WarehouseError(f"{log} is there; the file is still open, or was not closed")
    kept = home.private / "before-rebuild.duckdb"
    if home.warehouse.exists():
        kept.unlink(missing_ok=True)
        os.link(home.warehouse, kept)
    reach("before-swap")
    new.warehouse.replace(home.warehouse)
    _sync_folder(home)
    reach("after-swap")


def count_documents(con: Connection) -> int:
    """Count the documents of the warehouse in use."""
    return int(con.execute("select count(*) from documents").fetchall()[0][0])


def _sync_folder(home: Home) -> None:
    descriptor = os.open(home.private, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
