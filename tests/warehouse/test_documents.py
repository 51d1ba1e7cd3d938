"""One document with its parts; sources, alerts and quarantine at a glance."""

from __future__ import annotations

import pytest

from tests.warehouse.builders import (
    NOW,
    build_discovery,
    build_letter,
    build_quarantined,
    build_run,
    build_source_run,
    compose_one_each,
)
from warehouse.connection import Connection
from warehouse.documents import find_documents, read_document
from warehouse.errors import NotFoundError
from warehouse.links import mark_all, merge_links
from warehouse.loading import SourceBatch, load_batch
from warehouse.overview import (
    read_alerts,
    read_quarantine,
    read_quarantined,
    read_runs,
    read_source_runs,
    read_sources,
)
from warehouse.rows import LinkRow


@pytest.fixture
def loaded(con: Connection) -> Connection:
    bundles = [build_letter(1), build_letter(1, language="ru"), build_letter(2)]
    batch = SourceBatch(
        "run-1",
        "un_ga",
        bundles,
        quarantine=[build_quarantined()],
        discoveries=[build_discovery(state="pending")],
        source_run=build_source_run(quarantined=1),
        run=build_run(),
    )
    load_batch(con, batch, compose_one_each, NOW)
    mark_all(con)
    merge_links(con, [LinkRow("un:A/80/2:en", "un:A/80/1:en", "cites", "A/80/1")])
    return con


@pytest.mark.parametrize("wanted", ["A/80/1", "a/80/1", "S/2026/1*", " un:A/80/1:en "])
def test_a_document_is_found_by_symbol_or_id(loaded: Connection, wanted: str) -> None:
    assert find_documents(loaded, wanted)[0] == "un:A/80/1:en"


def test_a_document_comes_with_its_parts_and_neighbours(loaded: Connection) -> None:
    view = read_document(loaded, "S/2026/1")
    assert view.letter is not None
    assert [symbol.symbol for symbol in view.symbols] == ["A/80/1", "S/2026/1"]
    assert [link.document_id for link in view.spoken_of_by] == ["un:A/80/2:en"]
    assert view.spoken_of_by[0].dated == "2026-04-01"
    assert view.also_in == ("un:A/80/1:ru",)
    assert [version.version_number for version in view.versions] == [1]
    assert view.speaks_of == ()
    assert view.figures[0].value == 12.0


def test_what_is_not_there_is_said(loaded: Connection) -> None:
    with pytest.raises(NotFoundError, match="S/2026/99"):
        read_document(loaded, "S/2026/99")


def test_sources_at_a_glance(loaded: Connection) -> None:
    (source,) = read_sources(loaded)
    assert (source.documents, source.pending, source.quarantined) == (3, 1, 1)
    assert (source.last_outcome, source.last_success_at_utc) == ("new", NOW)
    assert [row.inserted for row in read_source_runs(loaded, "run-1")] == [3]
    assert [run.alerts for run in read_runs(loaded, 5)] == [3]


def test_alerts_and_quarantine_at_a_glance(loaded: Connection) -> None:
    assert len(read_alerts(loaded, 10)) == 3
    assert read_alerts(loaded, 10, "sent") == ()
    (row,) = read_quarantine(loaded, 10, "un_ga")
    assert read_quarantine(loaded, 10, "mfa_az") == ()
    assert read_quarantined(loaded, row.quarantine_id[:4]) == row
    with pytest.raises(NotFoundError, match="no quarantine row zzz"):
        read_quarantined(loaded, "zzz")
