"""The short quality page of one run, as markdown: what was checked, what failed, what is held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warehouse.paths import Home
    from warehouse.rows import ExpectationResultRow, QuarantineRow

HELD_SHOWN = 20


def write_quality_page(home: Home, run_id: str) -> str:
    """Write the page of a run that is closed, out of what it has loaded."""
    from warehouse.connection import connect_writer
    from warehouse.overview import read_held_by, read_results

    with connect_writer(home) as con:
        return render_quality(run_id, read_results(con, run_id), read_held_by(con, run_id))


def render_quality(
    run_id: str, results: Sequence[ExpectationResultRow], held: Sequence[QuarantineRow]
) -> str:
    """Render the page; values come from outside, so they are escaped and cut short."""
    failed = [row for row in results if not row.is_success]
    sources = {row.source_id for row in results if row.table_name == "documents"}
    lines = [f"# Quality of run {_cell(run_id)}", ""]
    lines.append(
        f"{len(results)} rules asked, {len(failed)} failed;"
        f" new or changed documents of {len(sources)} sources checked,"
        f" {len({row.row_key.partition('#')[0] for row in held})} documents held back."
    )
    if failed:
        lines += _table(
            ("source", "table", "rule", "force", "rows failed", "of"),
            (
                (
                    row.source_id,
                    row.table_name,
                    row.expectation,
                    row.severity,
                    row.unexpected_count,
                    row.element_count,
                )
                for row in failed
            ),
        )
    if held:
        lines += ["", "## Held back"]
        lines += _table(
            ("id", "source", "row", "rule", "value", "why"),
            (
                (
                    row.quarantine_id[:8],
                    row.source_id,
                    row.row_key,
                    row.expectation,
                    row.value,
                    row.message,
                )
                for row in held[:HELD_SHOWN]
            ),
        )
        if len(held) > HELD_SHOWN:
            lines.append(f"\n… and {len(held) - HELD_SHOWN} more: `herewith quarantine`.")
    return "\n".join(lines) + "\n"


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    head = ["", f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    return head + [f"| {' | '.join(map(_cell, row))} |" for row in rows]


def _cell(value: object) -> str:
    """Keep a value from being anything but text in a cell."""
    text = "" if value is None else " ".join(str(value).split())[:200]
    for sign in "\\`*_[]|":
        text = text.replace(sign, f"\\{sign}")
    return escape(text)
