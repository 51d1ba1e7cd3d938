"""How the tables hang together, drawn from their keys and comments as a Mermaid diagram.

`python -m warehouse.diagram` writes docs/entity-diagram.md, which GitHub draws; a test compares
the two. Keys stand with the rows (`Row.identity`): MERGE keeps them, no index does.
"""

from __future__ import annotations

from pathlib import Path

from warehouse import history_rows, rows
from warehouse.connection import Connection, open_empty
from warehouse.migrate import apply_migrations
from warehouse.rows import Row

PATH = Path(__file__).resolve().parents[1] / "docs" / "entity-diagram.md"

REFERENCES = {
    "document_id": ("documents", "is of"),
    "from_document_id": ("documents", "leads from"),
    "to_document_id": ("documents", "leads to"),
    "run_id": ("ops.runs", "was made in"),
}
"""Columns that name a row of another table: which, and what the one has to do with the other."""

_HEAD = """# How the tables hang together

Made from the keys and comments of the schema by `python -m warehouse.diagram`; edit those, not this
page. PK marks the columns that identify a row, FK those that name a row of another table; a dot in
a name of `ops` is drawn as a line. Every column is explained in
[data-dictionary.md](data-dictionary.md). Keys are kept by the load itself, which merges by them;
there is no index, so that the same SQL runs elsewhere.
"""

_PARTS = (
    ("For analysts", "main"),
    ("For operators", "ops"),
)


def list_kinds() -> dict[str, type[Row]]:
    """List the row class of each table; a stored document is drawn, not one that comes."""
    every = (*vars(rows).values(), *vars(history_rows).values())
    kinds = (one for one in every if isinstance(one, type) and issubclass(one, Row))
    return {kind.table: kind for kind in kinds if kind is not Row}


def render_diagram() -> str:
    """Draw the present schema as Markdown with two diagrams."""
    with open_empty() as con:
        apply_migrations(con)
        parts = [_HEAD]
        for title, schema in _PARTS:
            parts.append(f"\n## {title}\n\n```mermaid\nerDiagram\n{_draw(con, schema)}```\n\n")
            parts += [f"- `{name}`: {comment}\n" for name, comment in _list_comments(con, schema)]
        return "".join(parts)


def _list_comments(con: Connection, schema: str) -> list[tuple[str, str]]:
    before = "" if schema == "main" else f"{schema}."
    return con.execute(
        "select ? || table_name, comment from duckdb_tables() where schema_name = ?"
        " order by table_oid",
        [before, schema],
    ).fetchall()


def _draw(con: Connection, schema: str) -> str:
    kinds = list_kinds()
    tables = con.execute(
        "select table_name from duckdb_tables() where schema_name = ? order by table_oid", [schema]
    ).fetchall()
    lines: list[str] = []
    links: list[str] = []
    for (table,) in tables:
        name = table if schema == "main" else f"{schema}.{table}"
        kind = kinds.get(name)
        lines += _draw_table(con, schema, table, () if kind is None else kind.identity)
        links += _draw_links(con, schema, table, () if kind is None else kind.identity)
    return "".join(f"    {line}\n" for line in lines + links)


def _draw_table(con: Connection, schema: str, table: str, identity: tuple[str, ...]) -> list[str]:
    lines = [f"{_name(schema, table)} {{"]
    for column, data_type in _list_columns(con, schema, table):
        is_own = _refers(schema, table, column) is None
        keys = [mark for mark, is_so in (("PK", column in identity), ("FK", not is_own)) if is_so]
        lines.append(f"    {_write_type(data_type)} {column} {', '.join(keys)}".rstrip())
    return [*lines, "}"]


def _draw_links(con: Connection, schema: str, table: str, identity: tuple[str, ...]) -> list[str]:
    links = []
    for column, _ in _list_columns(con, schema, table):
        found = _refers(schema, table, column)
        if found is not None:
            goal, verb = found
            goal_schema, _, goal_table = goal.rpartition(".")
            many = "|o" if identity == (column,) else "o{"
            other = _name(goal_schema or "main", goal_table)
            links.append(f'{other} ||--{many} {_name(schema, table)} : "{verb}"')
    return links


def _refers(schema: str, table: str, column: str) -> tuple[str, str] | None:
    """Return the table that a column leads to, and how, unless it is that table's own key."""
    found = REFERENCES.get(column)
    own = table if schema == "main" else f"{schema}.{table}"
    return None if found is None or found[0] == own else found


def _list_columns(con: Connection, schema: str, table: str) -> list[tuple[str, str]]:
    return con.execute(
        "select column_name, data_type from duckdb_columns()"
        " where schema_name = ? and table_name = ? order by column_index",
        [schema, table],
    ).fetchall()


def _name(schema: str, table: str) -> str:
    return table if schema == "main" else f"{schema}_{table}"


def _write_type(data_type: str) -> str:
    """Write a type as Mermaid takes it: a word, with brackets where it is a list."""
    word = "struct" if data_type.startswith("STRUCT") else data_type.split("[")[0].split("(")[0]
    is_list = data_type.endswith("[]")
    return word.lower().replace(" with time zone", "tz").replace(" ", "_") + "[]" * is_list


if __name__ == "__main__":
    PATH.write_text(render_diagram(), encoding="utf-8")
