"""The way out of the quarantine, and corrections: archived bytes read again through the gate."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.retrying import Retried, retry_quarantine
from tasks.correcting import Stand, judge_corrections
from tasks.corrections import load_corrections
from tasks.fetch.archive import ArchiveWriter
from tasks.intake import take_in_harvest
from tasks.reading import read_one
from tasks.records import Discovery, FetchedItem, FetchRecord, Harvest, ParsedItem
from tasks.rereading import apply_corrections
from tasks.run_context import RunContext, begin_run
from tasks.settings import load_settings
from tasks.sources.declaration import Source
from tasks.sources.registry import find_source
from tasks.watching import load_watches
from warehouse.answers import KnownSource
from warehouse.connection import connect_writer
from warehouse.errors import DeclarationError, NotFoundError
from warehouse.paths import Home
from warehouse.places import read_held
from warehouse.publishing import publish_snapshot
from warehouse.reading import read_query
from warehouse.vocabulary import Outcome, Reason

SYMBOL = "A/75/9001"
LETTER = """A/75/9001

United Nations

General Assembly

Distr.: General
3 March 2021
Original: English

Seventy-fifth session
Agenda item 34

Letter dated {day} March 2021 from the Permanent Representative of Fiji to the
United Nations addressed to the Secretary-General

I have the honour to inform you that the counting of herring in the northern
harbour has ended. I should be grateful if you would have the present letter
circulated as a document of the General Assembly, under agenda item 34.

(Signed) Una Una
Permanent Representative
"""
CORRECTION = """
- document: un:A/75/9001:en
  field: letter_date
  expect: 2021-03-0{given}
  value: 2021-03-02
  reason: The date in the title is a slip; the signature page says 2 March.
  reported: 2026-11-01
  reviewed_by: A. Librarian
"""


@dataclass(frozen=True)
class Desk:
    """A home whose source has been loaded before, so that what comes now is news."""

    home: Home
    corrections: Path

    def fetch(self, text: str, name: str = "one", *, is_read: bool = True) -> None:
        """Archive a document and load what the parser makes of it, or made of it once."""
        source = find_source("un_ga")
        context = begin_run(self.home, "shell")
        url = f"https://documents.un.org/api/symbol/access?s={SYMBOL}&l=en&t={name}"
        discovery = Discovery(source_id="un_ga", key=SYMBOL, url=url, fingerprint=name)
        with ArchiveWriter(self.home.archive, context.run_id) as archive:
            ref = archive.write(url, 200, [], text.encode(), context.now)
        item = FetchedItem(
            discovery=discovery,
            archive=ref,
            url=url,
            content_type="text/plain",
            fetched_at_utc=context.now,
        )
        fetch = FetchRecord(
            source_id="un_ga",
            url=url,
            status=200,
            outcome=Outcome.NEW,
            archive=ref,
            fetched_at_utc=context.now,
        )
        read = read_one(item, source, text.encode())
        if not is_read:
            lost = {"document": None, "reason": Reason.UNREADABLE, "message": "an older parser"}
            read = read.model_copy(update=lost)
        self._load(context, discovery, item, fetch, read)

    def _load(
        self,
        context: RunContext,
        discovery: Discovery,
        item: FetchedItem,
        fetch: FetchRecord,
        read: ParsedItem,
    ) -> None:
        harvest = Harvest(
            source_id="un_ga",
            outcome=Outcome.NEW,
            discoveries=(discovery,),
            items=(item,),
            fetches=(fetch,),
            started_at_utc=context.now,
            ended_at_utc=context.now,
        )
        source = find_source("un_ga")
        lenient = replace_minimum(source)
        known = KnownSource("un_ga", has_baseline=True)
        watches = load_watches(load_settings())
        take_in_harvest(context, lenient, known, harvest, (read,), watches)
        publish_snapshot(self.home, context.run_id, 2)

    def correct(self, text: str) -> None:
        """Put a file of corrections in place, as somebody would after a review."""
        self.corrections.mkdir(exist_ok=True)
        (self.corrections / "un_ga.yml").write_text(text, encoding="utf-8")
        load_corrections.cache_clear()

    def retry(self, *ids: str) -> Retried:
        """Read the quarantine again."""
        return retry_quarantine(load_settings(), ids, lambda line: None)

    def held(self) -> list[str]:
        """Name the rules and reasons for which something is held."""
        with connect_writer(self.home) as con:
            return [row.expectation for row in read_held(con)]

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        """Ask the published file."""
        return list(read_query(self.home, sql).rows)


def replace_minimum(source: Source) -> Source:
    """Let a listing of one item be enough."""
    assertions = source.assertions.model_copy(update={"min_listed": 1})
    return source.model_copy(update={"assertions": assertions})


@pytest.fixture
def desk(home: Home, monkeypatch: pytest.MonkeyPatch) -> Desk:
    corrections = home.root / "corrections"
    monkeypatch.setenv("HEREWITH_CORRECTIONS", str(corrections))
    load_settings.cache_clear()
    load_corrections.cache_clear()
    return Desk(home, corrections)


def test_what_an_older_parser_could_not_read_is_loaded_and_alerted_once(desk: Desk) -> None:
    desk.fetch(LETTER.format(day=2), is_read=False)
    assert desk.held() == ["unreadable"]
    retried = desk.retry()
    assert [(one.outcome, one.message) for one in retried.attempts] == [("released", None)]
    assert (retried.inserted, retried.alerts_sent) == (1, 2)
    assert desk.held() == []
    assert desk.ask("select symbols[1], is_history from documents") == [(SYMBOL, False)]
    assert desk.ask("select expectation, outcome from ops.quarantine_attempts") == [
        ("unreadable", "released")
    ]
    desk.fetch(LETTER.format(day=2))
    assert desk.ask("select count(*), count(distinct event_id) from ops.alerts") == [(2, 1)]
    assert desk.retry().attempts == ()


def test_what_still_fails_stays_with_the_attempt_noted(desk: Desk) -> None:
    desk.fetch(LETTER.format(day=5))
    rule = "letter_date_is_not_after_distribution"
    assert desk.held() == [rule]
    (attempt,) = desk.retry().attempts
    assert (attempt.outcome, attempt.row_key) == ("held", "un:A/75/9001:en")
    assert attempt.message == "A letter is dated on or before the day it was distributed."
    assert desk.held() == [rule]
    assert desk.ask("select count(*) from ops.alerts") == [(0,)]


def test_an_older_reading_never_replaces_a_later_one(desk: Desk) -> None:
    desk.fetch(LETTER.format(day=5), "first")
    desk.fetch(LETTER.format(day=2), "second")
    assert desk.held() == []
    assert desk.ask("select outcome, message from ops.quarantine_attempts") == [
        ("released", "the source has served it anew")
    ]
    assert desk.ask("select letter_date::varchar from letters") == [("2021-03-02",)]


def test_an_id_of_no_row_is_said(desk: Desk) -> None:
    desk.fetch(LETTER.format(day=5))
    with pytest.raises(NotFoundError, match="no quarantine row zz"):
        desk.retry("zz")


def test_bytes_that_are_not_in_the_archive_are_said_to_be_lost(desk: Desk) -> None:
    desk.fetch(LETTER.format(day=5))
    for file in desk.home.archive.glob("*.warc.gz"):
        file.unlink()
    (attempt,) = desk.retry().attempts
    assert attempt.outcome == "lost"
    assert "is not in the archive" in str(attempt.message)
    assert desk.held() == ["letter_date_is_not_after_distribution"]


def test_a_correction_lets_a_document_out_and_is_seen_beside_it(desk: Desk) -> None:
    desk.fetch(LETTER.format(day=5))
    desk.correct(CORRECTION.format(given=5))
    assert desk.retry().inserted == 1
    assert desk.ask("select letter_date::varchar from letters") == [("2021-03-02",)]
    assert desk.ask(
        "select field, source_value, corrected_value, reviewed_by from corrections"
    ) == [("letter_date", '"2021-03-05"', '"2021-03-02"', "A. Librarian")]
    (findings,) = desk.ask("select findings from documents")[0]
    assert "corrected" in json.dumps(findings)


def test_a_correction_comes_about_with_the_next_run_and_goes_with_its_declaration(
    desk: Desk,
) -> None:
    desk.fetch(LETTER.format(day=1))
    desk.correct(CORRECTION.format(given=1))
    stand = "select letter_date::varchar from letters"
    for wanted in ("2021-03-02", "2021-03-01"):
        again = apply_corrections(begin_run(desk.home, "shell"), load_settings())
        assert (again.updated, again.held) == (1, ())
        assert apply_corrections(begin_run(desk.home, "shell"), load_settings()).updated == 0
        publish_snapshot(desk.home, "again", 2)
        assert desk.ask(stand) == [(wanted,)]
        desk.correct("")
    assert desk.ask("select count(*) from corrections") == [(0,)]
    assert desk.ask("select count(*) from ops.alerts") == [(2,)]


def test_a_correction_fails_loudly_when_the_source_has_mended_itself(desk: Desk) -> None:
    desk.fetch(LETTER.format(day=5), "first")
    desk.correct(CORRECTION.format(given=5))
    desk.retry()
    desk.fetch(LETTER.format(day=2), "second")
    assert desk.held() == ["correction_outdated"]
    declared = load_corrections(desk.corrections)
    with connect_writer(desk.home) as con:
        (standing,) = judge_corrections(con, declared)
    assert standing.stand is Stand.OUTDATED
    assert standing.message == "the source has mended letter_date itself; take the correction out"
    assert desk.ask("select letter_date::varchar from letters") == [("2021-03-02",)]
    desk.correct("")
    assert [one.outcome for one in desk.retry().attempts] == ["released"]
    assert desk.ask("select count(*) from corrections") == [(0,)]


def test_a_correction_of_nothing_is_said(desk: Desk) -> None:
    desk.fetch(LETTER.format(day=2))
    desk.correct(CORRECTION.format(given=1).replace("9001", "9002"))
    with connect_writer(desk.home) as con:
        (standing,) = judge_corrections(con, load_corrections(desk.corrections))
    assert standing.stand is Stand.NO_DOCUMENT


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- document: x", "un_ga.yml: field: Field required"),
        ("a: b", "un_ga.yml: it is no list of corrections"),
        (CORRECTION.format(given=1) * 2, "letter_date is corrected twice"),
    ],
)
def test_a_file_of_corrections_that_does_not_hold_is_one_clear_line(
    desk: Desk, text: str, said: str
) -> None:
    desk.correct(text)
    with pytest.raises(DeclarationError, match=said):
        load_corrections(desk.corrections)
