"""The full-text index: a file of its own beside the snapshot, made when somebody searches.

DuckDB's fts extension makes an index of the whole corpus or none; ten thousand letters take some
seconds. So it is no part of a run nor of the published file, which stays readable without the
extension: the first search after news makes the index anew, and it can be thrown away at any time.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import duckdb

from warehouse.connection import STORAGE_VERSION, Connection, open_empty, quote_text
from warehouse.paths import Home

INDEX = "search"
"""The name under which the index is attached."""

AUTOMATIC = 20_000
"""Up to so many documents the index is made by itself; it takes a second a thousand or so."""

MEMORY_LIMIT = "1400MB"

# Words are kept as they are but for case and accents; the stems are English. Nothing is left out
# as too common: the corpus has many languages, and such words weigh next to nothing.
_MAKE = (
    "create table texts as"
    " select document_id, concat_ws(' ', title, body) as text from published.documents",
    "pragma create_fts_index('texts', 'document_id', 'text', stemmer = 'porter',"
    r" stopwords = 'none', ignore = '[^\p{L}\p{N}]+', strip_accents = 1, lower = 1)",
    "drop table texts",
)

_OF_WHAT = "select concat_ws(' ', count(*), sum(hash(document_id, content_sha256))) from documents"


def find_extension() -> Path | None:
    """Find the fts extension that fits this DuckDB among what is installed; None without one."""
    spec = find_spec("duckdb_extension_fts")
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(spec.submodule_search_locations[0]) / "extensions" / f"v{duckdb.__version__}"
    path = folder / "fts.duckdb_extension"
    return path if path.exists() else None


def attach_index(con: Connection, home: Home, *, is_asked: bool = False) -> str | None:
    """Attach an index of the snapshot in use, making it if need be; says why there is none.

    There is none without the extension, where it cannot be written, and for a corpus of more
    than `AUTOMATIC` documents unless `is_asked`.
    """
    extension = find_extension()
    if extension is None:
        return "DuckDB's fts extension is not installed (herewith[search])"
    con.execute(f"load {quote_text(extension)}")
    wanted = str(con.execute(_OF_WHAT).fetchall()[0][0])
    if _fits(con, home, wanted):
        return None
    if int(wanted.partition(" ")[0]) > AUTOMATIC and not is_asked:
        return f"more than {AUTOMATIC} documents are indexed only with --index"
    try:
        _make(home, extension, wanted)
    except (duckdb.IOException, OSError) as error:
        return f"the index could not be written: {str(error).splitlines()[0]}"
    con.execute(f"attach {quote_text(home.search_index)} as {INDEX} (read_only)")
    return None


def _fits(con: Connection, home: Home, wanted: str) -> bool:
    """Attach the index that is there, and keep it if it is one of these documents."""
    if not home.search_index.exists():
        return False
    con.execute(f"attach {quote_text(home.search_index)} as {INDEX} (read_only)")
    found = con.execute(f"select of_what from {INDEX}.made").fetchall()  # noqa: S608
    if found == [(wanted,)]:
        return True
    con.execute(f"detach {INDEX}")
    return False


def _make(home: Home, extension: Path, of_what: str) -> None:
    temporary = home.search_index.with_name(f"{home.search_index.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    con = open_empty()
    try:
        con.execute(f"load {quote_text(extension)}")
        con.execute(f"set memory_limit = '{MEMORY_LIMIT}'")
        con.execute(f"attach {quote_text(home.published)} as published (read_only)")
        version = f"storage_version '{STORAGE_VERSION}'"
        con.execute(f"attach {quote_text(temporary)} as made ({version})")
        con.execute("use made")
        for statement in _MAKE:
            con.execute(statement)
        con.execute("create table made as select ? as of_what", [of_what])
        con.execute("checkpoint made")
        con.close()
        temporary.replace(home.search_index)
    finally:
        con.close()
        temporary.unlink(missing_ok=True)
        temporary.with_name(temporary.name + ".wal").unlink(missing_ok=True)
