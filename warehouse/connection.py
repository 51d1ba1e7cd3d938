"""Where connections to DuckDB are made: the writer's private file, and transactions on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseBusyError, WarehouseError
from warehouse.lock import ensure_writer_lock
from warehouse.migrate import apply_migrations
from warehouse.paths import Home

Connection = duckdb.DuckDBPyConnection
"""A connection, as the other rooms may hand it on without importing duckdb.

Results are always fetched to the end (`fetchall`): DuckDB 2.0 refuses the next statement while
one is half read, and `fetchone` leaves it so.
"""

STORAGE_VERSION = "v1.5.0"
"""Written by every file here: the newest format that DuckDB 1.5 and 2.0 both read and write."""

MEMORY_LIMIT = "1400MB"
"""What DuckDB may hold in memory of a writer's tables; the process itself takes some more."""

CATALOG = "wh"
"""The name under which the private file is attached."""

_OF_THE_MACHINE = (duckdb.OperationalError, duckdb.FatalException)
"""What a full, failing or read-only disk raises, and no mistake in a statement."""

_kept: ContextVar[tuple[Path, Connection] | None] = ContextVar("kept_connection", default=None)

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
}


def open_empty() -> Connection:
    """Open DuckDB in memory: no extension is fetched, times are UTC."""
    con = duckdb.connect(config=_CONFIG)
    con.execute("set TimeZone = 'UTC'")
    # It would be drawn on standard output, amid what a program reads from there.
    con.execute("set enable_progress_bar = false")
    return con


def quote_text(value: str | Path) -> str:
    """Quote a value for the statements that take no parameters (ATTACH, COPY)."""
    return "'" + str(value).replace("'", "''") + "'"


@contextmanager
def connect_writer(home: Home) -> Iterator[Connection]:
    """Attach and use the writer's private file, migrated; open late, close early.

    Takes the writer lock for as long as it is open, unless this process already holds it. Within
    `keep_writer_open` it gives the connection that is open there.

    Raises:
        WarehouseBusyError: another process, or another connection of this one, has the file.
        MigrationError: the migrations do not fit what was applied.
        WarehouseError: the file cannot be opened, read or written; a full disk, for instance.
    """
    kept = _kept.get()
    if kept is not None and kept[0] == home.warehouse:
        yield kept[1]
        return
    with ensure_writer_lock(home):
        con = open_empty()
        try:
            _limit_memory(con, home)
            _attach(con, home.warehouse)
            con.execute(f"use {CATALOG}")
            apply_migrations(con)
            yield con
        except _OF_THE_MACHINE as error:
            raise WarehouseError(_say_what_failed(home, error)) from error
        finally:
            con.close()


def _say_what_failed(home: Home, error: duckdb.Error) -> str:
    """Say in one line why the warehouse could not be used; readers are not touched by it."""
    return f"{home.warehouse.name}: {str(error).splitlines()[0]}; what is published is still served"


@contextmanager
def keep_writer_open(home: Home) -> Iterator[None]:
    """Let all that connects to this file within the block share one connection, one at a time.

    To open the file costs more than a load that changes nothing: a run over many quiet sources
    opens it once. What was committed is as safe as before, in the file's log.
    """
    with connect_writer(home) as con:
        token = _kept.set((home.warehouse, con))
        try:
            yield
        finally:
            _kept.reset(token)


def _limit_memory(con: Connection, home: Home) -> None:
    """Keep the writer small, whatever the size of its tables; what is more is put on the disk."""
    con.execute(f"set memory_limit = '{MEMORY_LIMIT}'")
    con.execute(f"set temp_directory = {quote_text(home.private / 'spill')}")
    con.execute("set preserve_insertion_order = false")


def _attach(con: Connection, path: Path) -> None:
    try:
        con.execute(f"attach {quote_text(path)} as {CATALOG} (storage_version '{STORAGE_VERSION}')")
    except duckdb.Error as error:
        if "already attached" in str(error) or "Could not set lock" in str(error):
            raise WarehouseBusyError(f"{path.name} is open in another connection") from error
        raise WarehouseError(f"cannot open {path}: {str(error).splitlines()[0]}") from error


@contextmanager
def transaction(con: Connection) -> Iterator[None]:
    """Run the block in one transaction; an exception rolls all of it back and goes on."""
    con.execute("begin transaction")
    try:
        yield
    except BaseException:
        con.execute("rollback")
        raise
    con.execute("commit")
