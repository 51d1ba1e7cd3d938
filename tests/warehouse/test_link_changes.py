"""Linking only what a load has touched gives the same links as linking everything again."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.link.refresh import link_changes, refresh_links
from tests.warehouse.builders import NOW, build_letter, build_mention, build_release
from warehouse.answers import Counts
from warehouse.connection import Connection, connect_writer
from warehouse.loading import SourceBatch, load_batch
from warehouse.migrate import apply_migrations, read_migrations
from warehouse.paths import Home
from warehouse.rows import AnnexRow, DocumentBundle, LinkRow
from warehouse.selecting import select_rows

DAYS = (date(2026, 4, 1), date(2026, 4, 2))


def vary_letter(number: int, day: date, cited: int | None, language: str) -> DocumentBundle:
    cites = () if cited is None else (f"A/80/{cited}",)
    # The party and the title are in the record, so that a changed letter is a new version.
    letter = build_letter(
        number, letter_date=day, cited=cites, replies=cites, language=language, annexes=()
    )
    return stamp(letter, f"{number}{day}{cited}{language}", day)


def vary_transmittal(number: int, day: date) -> DocumentBundle:
    annex = AnnexRow(f"un:A/80/{number}:en", 1, "Annex", letter_date=day)
    letter = build_letter(number, letter_date=DAYS[0], cited=(), annexes=(annex,))
    return stamp(letter, f"transmittal{number}{day}", DAYS[0], day)


def vary_release(key: str, day: date, symbol: int | None) -> DocumentBundle:
    symbols = () if symbol is None else (f"A/80/{symbol}",)
    mention = build_mention(letter_date=day, symbols=symbols)
    return stamp(build_release(key, mentions=(mention,)), f"{key}{day}{symbol}", day)


def stamp(
    bundle: DocumentBundle, text: str, day: date, annexed: date | None = None
) -> DocumentBundle:
    """Give a bundle the hash and the record of what it says, as the parsers do."""
    annexes = [] if annexed is None else [{"letter_date": annexed.isoformat()}]
    record = f'{{"letter_date": "{day}", "annexes": {annexes!r}, "text": "{text}"}}'
    return replace(
        bundle,
        document=replace(bundle.document, content_sha256=text),
        record_json=record.replace("'", '"'),
    )


NUMBERS, DAY = st.integers(1, 4), st.sampled_from(DAYS)
MAYBE = st.none() | NUMBERS
BUNDLES = st.one_of(
    st.builds(vary_letter, NUMBERS, DAY, MAYBE, st.sampled_from(["en", "fr"])),
    st.builds(vary_transmittal, NUMBERS, DAY),
    st.builds(vary_release, st.sampled_from(["r1", "r2"]), DAY, MAYBE),
)


def load(con: Connection, *bundles: DocumentBundle) -> None:
    load_batch(con, SourceBatch("run", "any", bundles), lambda news: (), NOW)


def read_links(con: Connection) -> tuple[LinkRow, ...]:
    return select_rows(con, LinkRow, "order by all")


@settings(max_examples=25, deadline=None)
@given(batches=st.lists(st.lists(BUNDLES, min_size=1, max_size=3), min_size=1, max_size=4))
def test_it_is_the_same_as_all_again(batches: list[list[DocumentBundle]]) -> None:
    with tempfile.TemporaryDirectory() as folder, connect_writer(Home(Path(folder))) as con:
        for batch in batches:
            load(con, *batch)
            link_changes(con)
            linked = read_links(con)
            refresh_links(con)
            assert read_links(con) == linked


def test_nothing_new_makes_nothing(con: Connection) -> None:
    load(con, vary_letter(1, DAYS[0], None, "en"), vary_letter(2, DAYS[1], 1, "en"))
    assert link_changes(con) == Counts(insert=1)
    assert link_changes(con) == Counts()
    assert len(read_links(con)) == 1


def test_a_letter_that_moves_to_another_day_frees_the_mention_for_the_other(
    con: Connection,
) -> None:
    release = vary_release("r1", DAYS[0], None)
    load(con, vary_letter(1, DAYS[0], None, "en"), vary_letter(2, DAYS[0], None, "en"), release)
    link_changes(con)
    assert read_links(con) == ()
    load(con, vary_letter(1, DAYS[1], None, "en"))
    link_changes(con)
    assert [row.to_document_id for row in read_links(con)] == ["un:A/80/2:en"]


def test_what_a_killed_run_loaded_is_linked_by_the_next(home: Home) -> None:
    with connect_writer(home) as con:
        load(con, vary_letter(1, DAYS[0], None, "en"), vary_letter(2, DAYS[1], 1, "en"))
    with connect_writer(home) as con:
        load(con, vary_letter(3, DAYS[1], None, "en"))
        assert link_changes(con) == Counts(insert=1)


def test_an_old_file_has_all_its_links_made_again(tmp_path: Path) -> None:
    from warehouse.connection import open_empty

    with open_empty() as con:
        apply_migrations(con, read_migrations()[:3])
        con.execute(
            "insert into documents by name select 'un:A/80/1:en' as document_id,"
            " 'letter' as document_type, 'un_ga' as source_id, [] as symbols,"
            " false as is_reissued, true as has_text, [] as findings, true as is_history,"
            " 1 as version_number, 'h' as content_sha256, now() as first_seen_at_utc,"
            " now() as changed_at_utc"
        )
        apply_migrations(con)
        assert con.execute("from ops.unlinked").fetchall() == [("un:A/80/1:en",)]
