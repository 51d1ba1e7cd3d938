"""Every declared source, enabled or not, harvested over HTTP from its recorded page."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.fetch.harvest import harvest_source
from tasks.records import Harvest
from tasks.settings import Settings
from tasks.sources.declaration import Source, SourceKind
from tasks.sources.registry import find_source, load_all_sources
from tests.fetch.harvesting import PDF, keys
from tests.fetch.trouble_server import TroubleServer, reply
from tests.sources.recorded import PARSED, first_page, parse, read_page, read_shared
from warehouse.answers import KnownSource
from warehouse.vocabulary import Outcome, Reason

NOW = datetime(2024, 3, 15, 12, tzinfo=UTC)
EVERY = pytest.mark.parametrize("source_id", PARSED)
PAGED = [
    source.id
    for source in load_all_sources()
    if source.id in PARSED and len(source.list_pages(source.urls[0])) > 1
]
PAGE = b"<!doctype html><html><p>On seed vaults</p></html>"


def script(server: TroubleServer, source: Source, *pages: bytes) -> None:
    """Serve these pages in order and all items; the last page is followed by nothing."""
    for url, body in zip(source.list_pages(source.urls[0]), pages, strict=False):
        server.on(url, reply(200, body))
    for item in parse(source.id, read_page(source.id, "good")):
        secure = item.url.replace("http://", "https://")
        server.on(secure, reply(200, PDF if source.is_un else PAGE))


def harvest(source: Source, settings: Settings) -> Harvest:
    async def act() -> Harvest:
        with ArchiveWriter(settings.paths.archive, "run-1") as archive:
            async with Fetcher(settings, archive) as fetcher:
                return await harvest_source(source, KnownSource(source.id), fetcher, NOW)

    return asyncio.run(act())


def only_first_listing(source: Source) -> Source:
    return source.model_copy(update={"urls": source.urls[:1]})


@EVERY
def test_what_the_page_names_is_fetched(
    source_id: str, server: TroubleServer, settings: Settings
) -> None:
    source = only_first_listing(find_source(source_id))
    good = read_page(source_id, "good")
    script(server, source, good)
    found = harvest(source, settings)
    assert (found.outcome, found.failures) == (Outcome.NEW, ())
    assert keys(found.items) == [item.key for item in parse(source_id, good)]
    assert server.count(first_page(source)) == 1


@EVERY
@pytest.mark.parametrize(
    ("page", "reason"),
    [("challenge.html", Reason.CHALLENGE_PAGE), ("decoy.html", Reason.DECOY_PAGE)],
)
def test_a_page_in_the_listing_s_place_is_named(
    source_id: str, page: str, reason: Reason, server: TroubleServer, settings: Settings
) -> None:
    source = only_first_listing(find_source(source_id))
    script(server, source, read_shared(page))
    found = harvest(source, settings)
    assert (found.outcome, found.reason, found.items) == (Outcome.FAILED, reason, ())


@pytest.mark.parametrize("source_id", PAGED)
def test_a_second_page_like_the_first_is_noticed(
    source_id: str, server: TroubleServer, settings: Settings
) -> None:
    source = only_first_listing(find_source(source_id))
    good = read_page(source_id, "good")
    script(server, source, good, good, good)
    found = harvest(source, settings)
    assert (found.outcome, found.reason) == (Outcome.FAILED, Reason.REPEATED_PAGE)
    assert len(found.items) == len(parse(source_id, good))


@pytest.mark.parametrize("source_id", ["mfa_us", "unispal"])
def test_wordpress_ends_its_list_with_400(
    source_id: str, server: TroubleServer, settings: Settings
) -> None:
    source = find_source(source_id)
    script(server, source, read_page(source_id, "good"))
    code = b'{"code": "rest_post_invalid_page_number", "data": {"status": 400}}'
    server.on(source.list_pages(source.urls[0])[1], reply(400, code))
    assert harvest(source, settings).outcome is Outcome.NEW
    server.on(first_page(source), reply(400, code))
    refused = harvest(source, settings)
    assert (refused.outcome, refused.reason) == (Outcome.FAILED, Reason.NOT_FOUND)


def test_an_api_is_asked_for_json_and_a_page_is_no_answer(
    server: TroubleServer, settings: Settings
) -> None:
    source = find_source("mfa_gb")
    script(server, source, PAGE)
    found = harvest(source, settings)
    assert (found.outcome, found.reason) == (Outcome.FAILED, Reason.UNEXPECTED_CONTENT)
    assert server.last().headers["Accept"].startswith("application/json")


def test_json_that_quotes_a_page_is_still_json(server: TroubleServer, settings: Settings) -> None:
    source = find_source("mfa_us")
    body = read_page("mfa_us", "good").replace(b"Postal Services Day", b"<html>Postal Day</html>")
    script(server, source, body)
    assert harvest(source, settings).outcome is Outcome.NEW


def test_every_kind_of_listing_is_among_them() -> None:
    kinds = {find_source(source_id).kind for source_id in PARSED}
    assert kinds == set(SourceKind) - {SourceKind.PROBE, SourceKind.FILE}
