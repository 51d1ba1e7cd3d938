"""Versions: what changed between them, whose version counts, and what a reissue leaves behind."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.warehouse.builders import NOW, build_letter
from warehouse.answers import Counts
from warehouse.changes import select_news
from warehouse.connection import Connection
from warehouse.digest import digest_content
from warehouse.history_rows import VersionChangeRow, VersionRow, WithdrawalRow
from warehouse.loading import SourceBatch, load_batch
from warehouse.rows import DocumentBundle
from warehouse.selecting import select_rows
from warehouse.vocabulary import SEEDS

LONG = "\n".join(f"Paragraph {number} is on herring and on nothing else." for number in range(40))


def load(con: Connection, *bundles: DocumentBundle) -> Counts:
    source = bundles[0].document.source_id
    return load_batch(con, SourceBatch("run", source, bundles), lambda news: (), NOW).counts


def write(body: str, *, source_id: str = "un_ga", is_reissued: bool = False) -> DocumentBundle:
    """Write a letter with this body, its record and hash made of it."""
    bundle = build_letter(1, source_id=source_id)
    record = json.dumps({"body": body, "title": bundle.document.title, "symbols": ["A/80/1"]})
    document = replace(
        bundle.document,
        body=body,
        content_sha256=f"sha of {source_id} {body}",
        is_reissued=is_reissued,
        abstract="On herring." if source_id == SEEDS else None,
    )
    figures = bundle.figures if source_id == SEEDS else ()
    return replace(bundle, document=document, record_json=record, figures=figures)


def read_current(con: Connection) -> tuple[object, ...]:
    rows = con.execute(
        "select d.body, d.version_number, d.abstract, count(f.position) from documents d"
        " left join figures f using (document_id) group by all"
    ).fetchall()
    assert len(rows) == 1
    return tuple(rows[0])


def test_a_new_version_says_what_changed_in_it(con: Connection) -> None:
    load(con, write(LONG))
    load(con, write(LONG.replace("Paragraph 20 is on herring", "Paragraph 20 was on cod")))
    (change,) = select_rows(con, VersionChangeRow)
    assert (change.version_number, change.previous_version, change.field) == (2, 1, "body")
    assert change.text_diff is not None
    assert "Paragraph 20 [-is-]{+was+} on [-herring-]{+cod+} and" in change.text_diff
    assert "Paragraph 10" not in change.text_diff
    assert (change.old_value, change.new_value) == (None, None)


def test_short_fields_show_the_value_before_and_after(con: Connection) -> None:
    load(con, build_letter(1))
    load(con, build_letter(1, title="Letter on the counting of cod"))
    (change,) = select_rows(con, VersionChangeRow)
    assert (change.old_value, change.new_value) == (
        "Letter on the counting of herring",
        "Letter on the counting of cod",
    )


def test_what_was_fetched_outranks_the_seed_and_both_are_kept(con: Connection) -> None:
    seed, fetched = write("as retold", source_id=SEEDS), write("as issued")
    assert load(con, seed) == Counts(insert=1)
    assert load(con, fetched) == Counts(update=1)
    before = digest_content(con)
    for _ in range(2):
        assert select_news(con, [seed]) == ()
        assert load(con, seed) == Counts(noop=1)
        assert load(con, fetched) == Counts(noop=1)
    assert digest_content(con) == before
    assert read_current(con) == ("as issued", 2, "On herring.", 1)
    versions = select_rows(con, VersionRow, "order by version_number")
    assert [(one.source_id, one.body) for one in versions] == [
        (SEEDS, "as retold"),
        ("un_ga", "as issued"),
    ]


def test_a_seed_that_comes_later_is_kept_beside_what_was_fetched(con: Connection) -> None:
    load(con, write("as issued"))
    assert load(con, write("as retold", source_id=SEEDS)) == Counts(update=1)
    assert load(con, write("as retold", source_id=SEEDS)) == Counts(noop=1)
    assert read_current(con) == ("as issued", 1, "On herring.", 1)
    load(con, write("as issued again"))
    assert read_current(con) == ("as issued again", 3, "On herring.", 1)
    changes = select_rows(con, VersionChangeRow, "order by version_number")
    assert [(one.version_number, one.previous_version) for one in changes] == [(2, 1), (3, 1)]


def test_a_text_that_goes_back_to_what_it_was_is_a_version_again(con: Connection) -> None:
    for body in ("one", "two", "one"):
        load(con, write(body))
    assert read_current(con)[:2] == ("one", 3)


def test_a_reissue_marks_the_version_before_it_and_keeps_it(con: Connection) -> None:
    load(con, write("first"))
    load(con, write("second", is_reissued=True))
    load(con, write("third", is_reissued=True))
    (mark,) = select_rows(con, WithdrawalRow)
    assert (mark.withdrawal_type, mark.version_number, mark.certainty) == ("replaced", 1, "stated")
    assert "asterisk" in mark.evidence
    assert len(select_rows(con, VersionRow)) == 3
