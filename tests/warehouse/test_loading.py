"""What a load promises: one transaction, counted, and nothing happens twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.warehouse.builders import (
    NOW,
    build_discovery,
    build_fetch,
    build_letter,
    build_quarantined,
    build_release,
    build_run,
    build_source_run,
    compose_one_each,
)
from warehouse.answers import Counts
from warehouse.connection import Connection
from warehouse.digest import digest_content
from warehouse.history_rows import VersionRow
from warehouse.loading import LoadResult, News, SourceBatch, load_batch
from warehouse.rows import AlertRow, DocumentBundle, RunRow, SourceRunRow
from warehouse.selecting import select_rows

TABLES = (
    "documents", "letters", "annexes", "document_symbols", "agenda_items", "citations",
    "press_releases", "versions", "figures", "ops.discoveries", "ops.fetches", "ops.quarantine",
    "ops.alerts", "ops.source_runs", "ops.runs",
)  # fmt: skip


def build_batch(bundles: Sequence[DocumentBundle], run_id: str = "run-1") -> SourceBatch:
    return SourceBatch(
        run_id=run_id,
        source_id="un_ga",
        bundles=bundles,
        quarantine=(build_quarantined(),),
        discoveries=(build_discovery(),),
        fetches=(build_fetch(run_id),),
        source_run=build_source_run(run_id, quarantined=1),
        run=build_run(run_id),
    )


def load(con: Connection, *bundles: DocumentBundle, run_id: str = "run-1") -> LoadResult:
    return load_batch(con, build_batch(bundles, run_id), compose_one_each, NOW)


def count_rows(con: Connection) -> dict[str, int]:
    return {
        table: con.execute(f"select count(*) from {table}").fetchall()[0][0]  # noqa: S608
        for table in TABLES
    }


def test_first_load_inserts_every_part(con: Connection) -> None:
    result = load(con, build_letter(1), build_letter(2), build_release())
    assert result.counts == Counts(insert=3)
    assert len(result.alerts) == 2
    assert all(count_rows(con).values())
    assert count_rows(con)["document_symbols"] == 4


def test_the_same_load_again_is_all_noop(con: Connection) -> None:
    bundles = (build_letter(1), build_letter(2), build_release())
    load(con, *bundles)
    before, counted = digest_content(con), count_rows(con)
    result = load(con, *bundles)
    assert result.counts == Counts(noop=3)
    assert result.alerts == ()
    assert result.quarantined == 0
    assert (digest_content(con), count_rows(con)) == (before, counted)


def test_what_a_row_holds_comes_back_as_it_was(con: Connection) -> None:
    bundle = build_letter(1)
    load(con, bundle)
    assert bundle.letter is not None
    stored = select_rows(con, type(bundle.letter))[0]
    assert stored.senders == bundle.letter.senders
    assert stored.signatories[0]["title_lines"] == ("Ambassador",)
    assert stored.letter_date == bundle.letter.letter_date


def test_a_changed_document_is_a_new_version_and_the_old_one_stays(con: Connection) -> None:
    first = build_letter(1)
    load(con, first)
    changed = replace(
        build_letter(1, title="Letter on the counting of cod", cited=("S/2020/7", "S/2020/8")),
        document=replace(
            build_letter(1, title="Letter on the counting of cod").document, is_history=True
        ),
    )
    later = NOW + timedelta(days=1)
    result = load_batch(con, build_batch([changed], "run-2"), compose_one_each, later)
    assert result.counts == Counts(update=1)
    assert result.alerts == ()
    versions = select_rows(con, VersionRow, "order by version_number")
    assert [version.title for version in versions] == [
        "Letter on the counting of herring",
        "Letter on the counting of cod",
    ]
    assert versions[1].changed_fields == ("title",)
    row = con.execute(
        "select version_number, first_seen_at_utc, changed_at_utc, is_history from documents"
    ).fetchall()
    assert row == [(2, NOW, later, False)]
    cited = con.execute("select cited_symbol from citations order by position").fetchall()
    assert cited == [("S/2020/7",), ("S/2020/8",)]


def test_a_joint_document_found_through_two_feeds_is_one_row(con: Connection) -> None:
    through_assembly = build_letter(1, symbols=("A/80/1", "S/2026/1"))
    through_council = build_letter(1, symbols=("S/2026/1", "A/80/1"), source_id="un_sc")
    load(con, through_assembly)
    result = load(con, through_council, run_id="run-2")
    assert result.counts.insert == 0
    assert result.alerts == ()
    found = con.execute("select document_id, symbols, source_id from documents").fetchall()
    assert [row[0] for row in found] == ["un:A/80/1:en"]
    assert found[0][2] == "un_ga"


def test_symbols_are_united_across_loads(con: Connection) -> None:
    load(con, build_letter(1, symbols=("S/2026/1",)))
    load(con, build_letter(1, symbols=("A/80/1", "S/2026/1")), run_id="run-2")
    found = con.execute("select document_id, symbols from documents").fetchall()
    assert found == [("un:S/2026/1:en", ["A/80/1", "S/2026/1"])]
    rows = con.execute("select document_id, symbol from document_symbols order by all").fetchall()
    assert rows == [("un:S/2026/1:en", "A/80/1"), ("un:S/2026/1:en", "S/2026/1")]


def test_language_versions_stay_apart(con: Connection) -> None:
    assert load(con, build_letter(1), build_letter(1, language="ru")).counts == Counts(insert=2)


def test_a_row_without_text_never_replaces_one_with_text(con: Connection) -> None:
    bare = build_letter(1, has_text=False)
    assert load(con, bare).counts == Counts(insert=1)
    assert load(con, build_letter(1), run_id="run-2").counts == Counts(update=1)
    assert load(con, bare, run_id="run-3").counts == Counts(noop=1)
    assert con.execute("select has_text, version_number from documents").fetchall() == [(True, 2)]


def test_history_does_not_alert(con: Connection) -> None:
    assert load(con, build_letter(1, is_history=True)).alerts == ()
    assert count_rows(con)["ops.alerts"] == 0


def test_whatever_raises_rolls_all_of_it_back(con: Connection) -> None:
    def refuse(news: News) -> Sequence[AlertRow]:
        raise RuntimeError("no alerts today")

    with pytest.raises(RuntimeError, match="no alerts today"):
        load_batch(con, build_batch([build_letter(1)]), refuse, NOW)
    assert not any(count_rows(con).values())
    assert load(con, build_letter(1)).counts == Counts(insert=1)


def test_counts_are_written_where_operators_look(con: Connection) -> None:
    load(con, build_letter(1))
    load(con, build_letter(1), build_letter(2), run_id="run-2")
    source_runs = select_rows(con, SourceRunRow, "order by run_id")
    assert [(row.inserted, row.noop, row.quarantined) for row in source_runs] == [
        (1, 0, 1),
        (1, 1, 1),
    ]
    runs = select_rows(con, RunRow, "order by run_id")
    assert [(run.inserted, run.noop, run.alerts) for run in runs] == [(1, 0, 1), (1, 1, 1)]


def test_new_bytes_that_say_nothing_new_are_unchanged(con: Connection) -> None:
    batch = SourceBatch("run-1", "un_ga", [build_letter(1)], source_run=build_source_run())
    load_batch(con, batch, compose_one_each, NOW)
    again = replace(batch, run_id="run-2", source_run=build_source_run("run-2"))
    result = load_batch(con, again, compose_one_each, NOW)
    assert result.source_run is not None
    assert result.source_run.outcome == "unchanged"


def test_a_value_that_does_not_fit_its_column_stops_the_load(con: Connection) -> None:
    bundle = build_letter(1)
    wrong = replace(bundle, document=replace(bundle.document, sc_year="81"))  # type: ignore[arg-type]
    with pytest.raises(Exception, match="81"):
        load(con, wrong)
    assert not any(count_rows(con).values())
