"""Numbered SQL files, each applied in one transaction together with its record."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import duckdb

from warehouse.errors import MigrationError

FOLDER = Path(__file__).parent / "migrations"

_FILE_NAME = re.compile(r"(\d{4})_([a-z0-9_]+)\.sql")

_RECORDS = """
create schema if not exists ops;
create table ops.migrations (
    version integer not null,
    name varchar not null,
    sha256 varchar not null,
    applied_at_utc timestamptz not null
);
comment on table ops.migrations is 'The migrations that made these tables.';
comment on column ops.migrations.version is 'Number of the migration, from 1.';
comment on column ops.migrations.name is 'Name of its file without the number.';
comment on column ops.migrations.sha256 is 'SHA-256 of the file as it was applied.';
comment on column ops.migrations.applied_at_utc is 'When it was applied.';
"""


@dataclass(frozen=True, slots=True)
class Migration:
    """One SQL file: its number, name, text and hash."""

    version: int
    name: str
    sql: str

    @property
    def sha256(self) -> str:
        """SHA-256 of the text."""
        return hashlib.sha256(self.sql.encode("utf-8")).hexdigest()


@cache
def read_migrations(folder: Path = FOLDER) -> tuple[Migration, ...]:
    """Read the migrations of a folder in order.

    Raises:
        MigrationError: a file is misnamed, or the numbers are not 1, 2, 3, …
    """
    migrations = tuple(_read_migration(path) for path in sorted(folder.glob("*.sql")))
    versions = [migration.version for migration in migrations]
    if versions != list(range(1, len(versions) + 1)):
        raise MigrationError(f"migrations must be numbered 1, 2, 3, …; found {versions}")
    return migrations


def apply_migrations(
    con: duckdb.DuckDBPyConnection, migrations: Sequence[Migration] | None = None
) -> tuple[int, ...]:
    """Apply what is not applied yet to the catalog in use; return the versions applied now.

    Raises:
        MigrationError: an applied file has changed or is missing, or a file fails; what was
            applied before it stays, of the failed file nothing does.
    """
    wanted = read_migrations() if migrations is None else tuple(migrations)
    applied = _read_applied(con)
    _compare(wanted, applied)
    pending = [migration for migration in wanted if migration.version not in applied]
    for migration in pending:
        _apply(con, migration)
    return tuple(migration.version for migration in pending)


def _read_migration(path: Path) -> Migration:
    found = _FILE_NAME.fullmatch(path.name)
    if found is None:
        raise MigrationError(f"{path.name}: a migration is named 0001_name.sql")
    return Migration(int(found[1]), found[2], path.read_text(encoding="utf-8"))


def _read_applied(con: duckdb.DuckDBPyConnection) -> dict[int, tuple[str, str]]:
    found = con.execute(
        "select 1 from duckdb_tables() where database_name = current_database()"
        " and schema_name = 'ops' and table_name = 'migrations'"
    ).fetchall()
    if not found:
        return {}
    rows = con.execute("select version, name, sha256 from ops.migrations").fetchall()
    return {version: (name, sha256) for version, name, sha256 in rows}


def _compare(wanted: Sequence[Migration], applied: dict[int, tuple[str, str]]) -> None:
    files = {migration.version: migration for migration in wanted}
    for version, (name, sha256) in sorted(applied.items()):
        if version not in files:
            raise MigrationError(
                f"the warehouse has migration {version} ({name}), this program does not:"
                " it was written by a newer version"
            )
        if files[version].sha256 != sha256:
            raise MigrationError(f"migration {version} ({name}) changed after it was applied")


def _apply(con: duckdb.DuckDBPyConnection, migration: Migration) -> None:
    con.execute("begin transaction")
    try:
        if migration.version == 1:
            con.execute(_RECORDS)
        con.execute(migration.sql)
        con.execute(
            "insert into ops.migrations values (?, ?, ?, ?)",
            [migration.version, migration.name, migration.sha256, datetime.now(UTC)],
        )
    except duckdb.Error as error:
        con.execute("rollback")
        first_line = str(error).splitlines()[0]
        raise MigrationError(
            f"migration {migration.version} ({migration.name}): {first_line}"
        ) from error
    con.execute("commit")
