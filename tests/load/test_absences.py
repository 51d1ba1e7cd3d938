"""What vanishes at its source is marked by what was asked anyway, and never taken out."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tasks.load.absences import find_absences, find_presences
from tasks.settings import Settings
from tests.fetch.conftest import server, settings
from tests.fetch.harvesting import MINISTRY, NOW, World, declare, item_url, listing, release
from tests.fetch.trouble_server import Answer, TroubleServer, reply
from tests.warehouse.builders import build_release
from warehouse.connection import connect_writer
from warehouse.history_rows import WithdrawalRow
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.selecting import select_rows

__all__ = ["server", "settings"]
NAMES = ("one", "two", "three")
WHOLE = (("one", 1), ("two", 3), ("three", 5))


class Story:
    """A ministry's listing over several runs, loaded as the monitor loads it."""

    def __init__(self, server: TroubleServer, settings: Settings, folder: Path) -> None:
        self.server = server
        self.world = World(settings, declare(max_pages=1, urls=[MINISTRY + "1"]))
        self.home = Home(folder / "warehouse")
        for name in NAMES:
            server.on(item_url(name), release(name))

    def run(self, *items: tuple[str, int], days: int = 0) -> list[tuple[str, str, str, int, bool]]:
        """Run against this listing; the marks that are kept then."""
        self.server.on(MINISTRY + "1", reply(200, listing(*items)))
        return self.run_as_it_is(days)

    def run_as_it_is(self, days: int) -> list[tuple[str, str, str, int, bool]]:
        known, now = self.world.known, NOW + timedelta(days=days)
        harvest = self.world.run(now)
        batch = SourceBatch(
            f"run-{days}",
            "mfa_am",
            [build_release(one.discovery.key, source_id="mfa_am") for one in harvest.items],
            absences=find_absences(harvest, known),
            presences=find_presences(harvest, known),
        )
        with connect_writer(self.home) as con:
            load_batch(con, batch, lambda news: (), now)
            marks = select_rows(con, WithdrawalRow, "order by noticed_at_utc, document_id")
            assert con.execute("select count(*) from documents").fetchall() == [(3,)]
        return [
            (m.document_id, m.withdrawal_type, m.certainty, m.looks, m.ended_at_utc is None)
            for m in marks
        ]


@pytest.fixture
def story(server: TroubleServer, settings: Settings, tmp_path: Path) -> Story:
    return Story(server, settings, tmp_path)


def test_what_a_listing_leaves_out_between_its_ends_is_marked_and_taken_back(story: Story) -> None:
    assert story.run(*WHOLE) == []
    without = [("new", 0), ("one", 1), ("three", 5)]
    story.server.on(item_url("new"), reply(500))
    assert story.run(*without, days=0) == [("mfa_am:two", "unlisted", "possible", 1, True)]
    assert story.run(*without, ("old", 9), days=1) == [
        ("mfa_am:two", "unlisted", "likely", 2, True)
    ]
    assert story.run(*without, days=2)[0][3] == 2
    assert story.run(*WHOLE, days=3) == [("mfa_am:two", "unlisted", "likely", 2, False)]
    again = story.run(*without, days=4)
    assert again[1] == ("mfa_am:two", "unlisted", "possible", 1, True)


@pytest.mark.parametrize(
    "items",
    [
        (("one", 1), ("two", 3)),  # behind the end
        (("two", 3), ("three", 5)),  # before the beginning
        (("three", 5), ("one", 1)),  # out of order
        (("one", 3), ("three", 5)),  # of the same day as the newest
    ],
)
def test_what_proves_nothing_marks_nothing(
    story: Story, items: tuple[tuple[str, int], ...]
) -> None:
    story.run(*WHOLE)
    assert story.run(*items, days=0) == []


@pytest.mark.parametrize("answer", [reply(500), reply(200, b"<html>changed"), reply(304)])
def test_a_listing_that_failed_or_was_not_sent_anew_marks_nothing(
    story: Story, answer: Answer
) -> None:
    story.run(*WHOLE)
    story.server.on(MINISTRY + "1", answer)
    assert story.run_as_it_is(0) == []


@pytest.mark.parametrize(("status", "certainty"), [(404, "likely"), (410, "stated")])
def test_a_second_look_that_finds_nothing_marks_until_it_is_there_again(
    story: Story, status: int, certainty: str
) -> None:
    story.run(*WHOLE)
    story.server.on(item_url("two"), reply(status))
    assert story.run(*WHOLE, days=2) == [("mfa_am:two", "gone", certainty, 1, True)]
    story.server.on(item_url("two"), release("two"))
    assert story.run(*WHOLE, days=3) == [("mfa_am:two", "gone", certainty, 1, False)]


@pytest.mark.parametrize("status", [403, 429, 500])
def test_a_refusal_is_no_absence(story: Story, status: int) -> None:
    story.run(*WHOLE)
    story.server.on(item_url("two"), reply(status))
    assert story.run(*WHOLE, days=2) == []
