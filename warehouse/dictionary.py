"""The data dictionary, made from the comments in the migrations.

`python -m warehouse.dictionary` writes docs/data-dictionary.md; a test compares the two.
"""

from __future__ import annotations

from pathlib import Path

from warehouse.connection import Connection, open_empty
from warehouse.migrate import apply_migrations

PATH = Path(__file__).resolve().parents[1] / "docs" / "data-dictionary.md"

_HEAD = """# Data dictionary

Made from the comments in `warehouse/migrations/` by `python -m warehouse.dictionary`; edit those,
not this page. Names end in `_date` for days, in `_at_utc` for instants (UTC), and begin with
`is_` or `has_` for yes and no. Null means that the document does not say, or that nothing is
known; it never stands for "no". Every table can be asked with `herewith sql`.
"""

_SECTIONS = (
    ("Tables for analysts", "main", False),
    ("Views", "main", True),
    ("Tables for operators", "ops", False),
)


def render_dictionary() -> str:
    """Write the dictionary of the present schema as Markdown."""
    with open_empty() as con:
        apply_migrations(con)
        parts = [_HEAD]
        for title, schema, is_view in _SECTIONS:
            parts.append(f"\n## {title}\n")
            parts += [
                _render_relation(con, schema, name, comment)
                for name, comment in _list_relations(con, schema, is_view)
            ]
        parts.append("\n## Macros\n\n")
        parts += [f"- `{call}`: {comment}\n" for call, comment in _list_macros(con)]
        return "".join(parts)


def _list_macros(con: Connection) -> list[tuple[str, str]]:
    """List how each macro is called, and what it gives."""
    return con.execute(
        "select function_name || '(' || array_to_string(parameters, ', ') || ')', comment"
        " from duckdb_functions() where not internal and schema_name = 'main' order by all"
    ).fetchall()


def _list_relations(con: Connection, schema: str, is_view: bool) -> list[tuple[str, str]]:
    source = "duckdb_views() where not internal and" if is_view else "duckdb_tables() where"
    kind = "view" if is_view else "table"
    order = f"{kind}_name" if is_view else "table_oid"
    return con.execute(
        f"select {kind}_name, comment from {source} schema_name = ? order by {order}",  # noqa: S608
        [schema],
    ).fetchall()


def _render_relation(con: Connection, schema: str, name: str, comment: str) -> str:
    columns = con.execute(
        "select column_name, data_type, is_nullable, comment from duckdb_columns()"
        " where schema_name = ? and table_name = ? order by column_index",
        [schema, name],
    ).fetchall()
    title = name if schema == "main" else f"{schema}.{name}"
    lines = [f"\n### {title}\n", f"\n{comment}\n", "\n| column | type | null | meaning |\n"]
    lines.append("|---|---|---|---|\n")
    for column, data_type, is_nullable, meaning in columns:
        null = "yes" if is_nullable else "no"
        lines.append(f"| `{column}` | `{data_type}` | {null} | {_escape(meaning)} |\n")
    return "".join(lines)


def _escape(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text(render_dictionary(), encoding="utf-8")
