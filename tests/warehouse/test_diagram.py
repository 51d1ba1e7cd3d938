"""The entity diagram is what the schema says, and the keys it shows hold in a loaded warehouse."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.warehouse.builders import (
    NOW,
    build_fetch,
    build_letter,
    build_quarantined,
    build_release,
    build_run,
    build_source_run,
    compose_one_each,
)
from warehouse.connection import Connection, connect_writer
from warehouse.diagram import PATH, REFERENCES, list_kinds, render_diagram
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.rows import Row

KINDS = list_kinds()


def test_the_page_is_up_to_date() -> None:
    assert PATH.read_text(encoding="utf-8") == render_diagram(), "run python -m warehouse.diagram"


def test_every_line_has_a_form_that_mermaid_knows() -> None:
    table = r"    \w+ \{"
    column = r"        [a-z][a-z_]*(\[\])? \w+( PK| FK| PK, FK)?"
    link = r'    \w+ \|\|--(o\{|\|o) \w+ : "[a-z ]+"'
    pages = re.findall(r"```mermaid\nerDiagram\n(.*?)```", render_diagram(), re.DOTALL)
    assert len(pages) == 2
    for line in "".join(pages).splitlines():
        assert re.fullmatch(rf"{table}|{column}|    \}}|{link}", line), line


def test_every_table_has_a_key_in_it() -> None:
    for block in re.findall(r"^    (\w+) \{\n(.*?)^    \}", render_diagram(), re.DOTALL | re.M):
        assert "PK" in block[1] or block[0] == "ops_migrations", block[0]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with connect_writer(Home(tmp_path_factory.mktemp("loaded"))) as con:
        load_twice(con)
        yield con


def load_twice(con: Connection) -> None:
    for number, title in enumerate(("Letter on herring", "Letter on cod")):
        batch = SourceBatch(
            f"run-{number}",
            "un_ga",
            [build_letter(1, title=title), build_letter(2), build_release()],
            quarantine=[build_quarantined()],
            fetches=[build_fetch(f"run-{number}")],
            source_run=build_source_run(f"run-{number}"),
            run=build_run(f"run-{number}"),
        )
        load_batch(con, batch, compose_one_each, NOW)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_keys_are_unique_and_lead_somewhere(loaded: Connection, kind: type[Row]) -> None:
    keys = ", ".join(kind.identity)
    doubled = loaded.execute(f"select {keys} from {kind.table} group by all having count(*) > 1")  # noqa: S608
    assert doubled.fetchall() == []
    columns = {one for (one, *_) in loaded.execute(f"describe {kind.table}").fetchall()}
    for column in columns & REFERENCES.keys():
        goal, key = REFERENCES[column][0], column.removeprefix("from_").removeprefix("to_")
        lost = loaded.execute(
            f"select {column} from {kind.table} where {column} is not null"  # noqa: S608
            f" and {column} not in (select {key} from {goal})"
        ).fetchall()
        assert lost == [] or kind.table == "ops.quarantine", (column, lost)
