"""A site that changed: what was fetched before is read as it looked then."""

from __future__ import annotations

from datetime import UTC, date, datetime

import httpx
import pytest

from tasks.fetch.labels import Label
from tasks.fetch.replay import Answer, Replay
from tasks.normalise.parse import parse_item
from tasks.records import ArchiveRef, Discovery, FetchedItem, PressRelease
from tasks.sources.declaration import Source
from tasks.sources.registry import find_source
from warehouse.answers import KnownSource

CHANGE = date(2025, 3, 1)
OLD = {
    "until": CHANGE,
    "items": {"frame": "div.old", "item": "div.old p", "link": "a", "date": "i"},
    "page": {"body": "div.old-text"},
}
PLACE = ArchiveRef(file="a.warc.gz", offset=0, payload_sha256="0")


def declare(*layouts: dict[str, object]) -> Source:
    source = find_source("mfa_am").model_dump() | {"earlier_layouts": layouts}
    return Source.model_validate(source)


@pytest.mark.parametrize(
    ("day", "body"),
    [(date(2025, 2, 28), "div.old-text"), (CHANGE, "div.static-content")],
)
def test_the_day_of_the_change_is_the_first_of_the_new_layout(day: date, body: str) -> None:
    page = declare(OLD).as_of(day).page
    assert page is not None
    assert page.body == body


def test_a_page_is_read_by_the_layout_of_the_day_it_was_fetched() -> None:
    html = b"<div class='old-text'><p>The old text.</p></div>"
    html += b"<div class='static-content'><p>The new text.</p></div>"
    listed = Discovery(
        source_id="mfa_am", key="1", url="https://www.mfa.am/en/x/1", title="Vault", fingerprint="f"
    )
    read = {}
    for day in (date(2025, 2, 1), date(2025, 4, 1)):
        item = FetchedItem(
            discovery=listed,
            archive=PLACE,
            url=listed.url,
            content_type="text/html",
            fetched_at_utc=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )
        document = parse_item(item, declare(OLD), html).document
        assert isinstance(document, PressRelease)
        read[day] = document.body
    assert list(read.values()) == ["The old text.", "The new text."]


def test_an_archived_listing_is_read_by_the_layout_of_its_day() -> None:
    replay = Replay(declare(OLD), KnownSource("mfa_am"))
    body = b"<html><div class='old'><p><a href='/en/news/2025/02/01/x/7'>Bees</a>"
    body += b"<i>01 February, 2025</i></p></div></html>"
    url = "https://www.mfa.am/en/news?page=1"
    headers = httpx.Headers({"content-type": "text/html"})
    label, then = Label(source_id="mfa_am", url=url), datetime(2025, 2, 2, tzinfo=UTC)
    replay.take(Answer(label, url, 200, headers, body, PLACE, then))
    assert [one.key for one in replay.conclude().discoveries] == ["7"]


@pytest.mark.parametrize(
    ("layouts", "message"),
    [
        ((OLD, OLD), "must end after the one before"),
        ((OLD, OLD | {"until": date(2024, 1, 1)}), "must end after the one before"),
        (({"until": CHANGE},), "changes nothing"),
        ((OLD | {"colour": "red"},), "colour"),
    ],
)
def test_layouts_that_overlap_or_say_nothing_are_refused(
    layouts: tuple[dict[str, object], ...], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        declare(*layouts)
