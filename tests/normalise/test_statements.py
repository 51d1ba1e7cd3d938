"""Several statements on one page, cut apart where the declaration says so."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from typing import cast

import pytest

from tasks.normalise.bundles import build_bundle
from tasks.normalise.parse import parse_item
from tasks.records import ArchiveRef, Discovery, FetchedItem, ParsedItem, PressRelease
from tasks.sources.declaration import Source
from tasks.sources.registry import find_source

URL = "https://mfa.gov.ge/en/news/123-statements-on-bees"
ROW = "<div class='full-story row'><h4>{title}</h4><i>{day}</i><p>{text}</p></div>"


def declare(**changes: object) -> Source:
    source = find_source("mfa_ge")
    assert source.page is not None
    page = source.page.model_copy(update={"date": "i"} | changes)
    return source.model_copy(update={"page": page})


def read(*rows: str, source: Source | None = None) -> tuple[ParsedItem, ...]:
    html = f"<html><div class='banner'>Maintenance</div>{''.join(rows)}</html>".encode()
    listed = Discovery(
        source_id="mfa_ge",
        key="123",
        url=URL,
        title="Statements",
        listed_date=date(2024, 3, 9),
        fingerprint="f",
    )
    item = FetchedItem(
        discovery=listed,
        archive=ArchiveRef(file="a.warc.gz", offset=0, payload_sha256="0"),
        url=URL,
        content_type="text/html",
        fetched_at_utc=datetime(2024, 3, 10, tzinfo=UTC),
    )
    first = parse_item(item, source or declare(), html)
    return (first, *first.further)


BEES = partial(ROW.format, title="On bees", text="The keepers of the bees met in the north.")
SEEDS = partial(ROW.format, title="On seeds", text="The vault opened its doors to visitors.")


def test_each_statement_is_a_release_of_its_own() -> None:
    found = read(BEES(day="8 March 2024"), SEEDS(day="7 March 2024"))
    assert [one.key for one in found] == ["123", "123~2"]
    assert [one.listed_key for one in found] == ["123", "123"]
    releases = [cast(PressRelease, one.document) for one in found]
    assert [one.title for one in releases] == ["On bees", "On seeds"]
    assert [one.published_on for one in releases] == [date(2024, 3, 8), date(2024, 3, 7)]
    assert "vault" not in releases[0].body
    assert "Maintenance" not in releases[1].body
    names = [build_bundle(one, "A ministry", False).document.document_id for one in found]
    assert names == ["mfa_ge:123", "mfa_ge:123~2"]


def test_one_statement_is_the_page_and_the_listing_s_date_counts() -> None:
    (only,) = read(BEES(day="8 March 2024"))
    release = cast(PressRelease, only.document)
    assert (only.key, release.published_on) == ("123", date(2024, 3, 9))


def test_a_statement_without_a_day_has_the_listing_s() -> None:
    found = read(BEES(day=""), SEEDS(day="7 March 2024"))
    assert cast(PressRelease, found[0].document).published_on == date(2024, 3, 9)


@pytest.mark.parametrize("selector", [None, "div.nowhere"])
def test_without_the_declaration_a_page_is_one(selector: str | None) -> None:
    source = declare(statement=selector)
    found = read(BEES(day="8 March 2024"), SEEDS(day="7 March 2024"), source=source)
    assert len(found) == 1
    assert "vault" in cast(PressRelease, found[0].document).body


def test_a_page_of_endless_statements_is_read_as_one() -> None:
    assert len(read(*[BEES(day="8 March 2024")] * 51)) == 1


def test_an_empty_statement_costs_itself_alone() -> None:
    found = read(BEES(day=""), "<div class='full-story row'></div>", SEEDS(day=""))
    assert [one.document is not None for one in found] == [True, False, True]
    assert found[1].reason is not None
