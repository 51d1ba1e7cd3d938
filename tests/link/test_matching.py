"""Links are made of symbols and structured keys; what could mean two letters makes none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tasks.link.capacities import read_capacities
from tasks.link.refresh import refresh_links
from tests.warehouse.builders import NOW, build_letter, build_mention, build_release
from warehouse.answers import Counts
from warehouse.connection import Connection, connect_writer
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.rows import AnnexRow, DocumentBundle, LinkRow
from warehouse.selecting import select_rows

MINISTER_TITLE = (
    "Letter dated 30 March 2026 from the Minister for Foreign Affairs of Iceland"
    " addressed to the Secretary-General"
)


@pytest.fixture
def con(tmp_path: Path) -> Iterator[Connection]:
    with connect_writer(Home(tmp_path)) as connection:
        yield connection


def link(con: Connection, *bundles: DocumentBundle) -> tuple[LinkRow, ...]:
    load_batch(con, SourceBatch("run", "any", bundles), lambda news: (), NOW)
    refresh_links(con)
    return select_rows(con, LinkRow, "where link_type = 'reports' order by all")


def build_transmittal(number: int = 1) -> DocumentBundle:
    annex = AnnexRow(
        f"un:A/80/{number}:en",
        1,
        "Annex",
        title=MINISTER_TITLE,
        letter_date=date(2026, 3, 30),
        signatories=({"name": "Una Sól", "title_lines": []},),
    )
    return build_letter(number, annexes=(annex,))


def report(**mention: object) -> DocumentBundle:
    return build_release(mentions=(build_mention(**mention),))  # type: ignore[arg-type]


def test_party_and_date_join_a_release_to_a_letter(con: Connection) -> None:
    (row,) = link(con, build_letter(1), report())
    assert (row.from_document_id, row.to_document_id) == ("mfa_xx:r1", "un:A/80/1:en")
    assert "2026-04-01" in row.evidence


def test_the_second_time_is_all_noop(con: Connection) -> None:
    reply = build_letter(2, cited=("A/80/1",), replies=("A/80/1",), letter_date=date(2026, 4, 9))
    assert len(link(con, build_letter(1), reply, report())) == 1
    assert refresh_links(con) == Counts(noop=2)


@pytest.mark.parametrize(
    "author",
    [
        "Minister of Foreign Affairs of Iceland Una Sól",
        "Icelandic Foreign Minister",
        "Minister Una Sól",
        None,
    ],
)
def test_a_ministers_letter_is_found_in_the_annex_of_its_transmittal(
    con: Connection, author: str | None
) -> None:
    (row,) = link(con, build_transmittal(), report(letter_date=date(2026, 3, 30), author=author))
    assert row.to_document_id == "un:A/80/1:en"
    assert row.evidence.endswith("in Annex")


@pytest.mark.parametrize(
    "mention",
    [
        {"party": "Norway"},
        {"party": None},
        {"letter_date": None},
        {"letter_date": date(2026, 4, 2)},
        {"addressee": "President of the Security Council"},
        {"author": "Minister of Foreign Affairs of Iceland"},
        {"author": "Deputy Permanent Representative of Iceland"},
        {"author": "Ambassador Jón Jónsson"},
        {"letter_date": date(2026, 3, 30), "author": "Permanent Representative of Iceland"},
        {"letter_date": date(2026, 3, 30), "addressee": "President of the General Assembly"},
    ],
)
def test_what_contradicts_the_letter_makes_no_link(
    con: Connection, mention: dict[str, object]
) -> None:
    assert link(con, build_transmittal(), report(**mention)) == ()


def test_two_letters_of_one_day_make_no_link(con: Connection) -> None:
    assert link(con, build_letter(1), build_letter(2), report()) == ()


def test_a_symbol_decides_between_them(con: Connection) -> None:
    (row,) = link(con, build_letter(1), build_letter(2), report(symbols=["S/2026/2"]))
    assert (row.to_document_id, row.evidence) == ("un:A/80/2:en", "symbol S/2026/2")


def test_a_symbol_that_is_not_here_is_not_replaced_by_another(con: Connection) -> None:
    assert link(con, build_letter(1), report(symbols=["S/2026/9"])) == ()


def test_language_versions_are_one_letter(con: Connection) -> None:
    (row,) = link(con, build_letter(1), build_letter(1, language="ru"), report())
    assert row.to_document_id == "un:A/80/1:en"


def test_a_citation_goes_to_the_same_language(con: Connection) -> None:
    earlier = [build_letter(1), build_letter(1, language="ru")]
    citing = build_letter(2, language="ru", cited=("A/80/1", "S/2026/1"))
    link(con, *earlier, citing)
    rows = select_rows(con, LinkRow)
    assert rows == (LinkRow("un:A/80/2:ru", "un:A/80/1:ru", "cites", "A/80/1 | S/2026/1"),)


def test_a_reply_is_no_mere_citation(con: Connection) -> None:
    reply = build_letter(2, cited=("A/80/1", "S/2026/1"), replies=("S/2026/1",))
    link(con, build_letter(1), reply)
    rows = select_rows(con, LinkRow)
    assert [(row.link_type, row.evidence) for row in rows] == [("replies_to", "S/2026/1")]


def test_a_link_whose_reason_is_gone_goes(con: Connection) -> None:
    assert len(link(con, build_letter(1), report())) == 1
    changed = build_release(mentions=())
    assert link(con, changed) == ()
    assert refresh_links(con) == Counts()


@pytest.mark.parametrize(
    ("words", "capacities"),
    [
        ("Minister of Foreign Affairs of Iceland", {"foreign_minister"}),
        ("Deputy Permanent Representative", {"deputy permanent_representative"}),
        ("Chargé d’affaires a.i.", {"charge"}),
        ("President of the Security Council", set()),
        ("President of Iceland", {"head_of_state"}),
        ("Постоянного представителя Исландии", {"permanent_representative"}),
        ("İslandiyanın xarici işlər naziri", {"foreign_minister"}),
        ("Postal service of Iceland", set()),
    ],
)
def test_capacities(words: str, capacities: set[str]) -> None:
    assert read_capacities(words) == capacities
