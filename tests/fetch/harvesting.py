"""Helpers of the harvest tests: invented sources, their listings, and runs that remember."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.fetch.harvest import Progress, harvest_source
from tasks.load.discoveries import discovery_rows
from tasks.records import Discovery, Harvest
from tasks.settings import Settings
from tasks.sources.declaration import Source
from tasks.sources.registry import ListingParser
from tests.fetch.trouble_server import Answer, reply
from warehouse.answers import KnownDiscovery, KnownSource, Validators
from warehouse.errors import ListingError
from warehouse.vocabulary import Outcome, Reason

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
PDF = b"%PDF-1.4 on seed vaults"
MINISTRY = "https://www.mfa.am/en/news?page="
FEEDS = ("https://esubscription.un.org/rss/scdocs.xml", "https://docs.un.org/rss/scdocs.xml")
ACCESS = "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf"


def declare(**changes: Any) -> Source:  # noqa: ANN401 - the fields of a declaration
    """A ministry's listing unless told otherwise."""
    fields: dict[str, Any] = {
        "id": "mfa_am",
        "title": "Invented ministry",
        "publisher": "Invented ministry",
        "official": True,
        "languages": ["en"],
        "kind": "listing",
        "parser": "unused",
        "urls": [MINISTRY + "{page}"],
        "max_pages": 4,
        "items": {"frame": "ul", "item": "li", "link": "a"},
        "page": {"body": "div"},
        "cadence": {"items_per_week": 5, "silent_after_hours": 100},
        "assertions": {},
        "evidence": {"seen": date(2026, 3, 1), "note": "invented", "terms": "none"},
    }
    return Source.model_validate(fields | changes)


def declare_feed(**changes: Any) -> Source:  # noqa: ANN401 - the fields of a declaration
    """A United Nations feed with two homes."""
    return declare(id="un_sc", kind="feed", urls=FEEDS, document_url=ACCESS, **changes)


def listing(*items: tuple[str, int], hrefs: str = "https://www.mfa.am/en/item/{key}") -> bytes:
    """A listing: the key of each item and how many days old it is."""
    rows = [
        {"key": key, "url": hrefs.format(key=key), "date": str((NOW - timedelta(days=age)).date())}
        for key, age in items
    ]
    return f"<html>\n{json.dumps(rows)}".encode()


def feed(*symbols: str) -> bytes:
    """A feed of documents of today."""
    url = ACCESS.replace("{language}", "en").replace("{symbol}", "{key}")
    return listing(*((symbol, 0) for symbol in symbols), hrefs=url).replace(b"<html>", b"<rss>")


def document_url(symbol: str) -> str:
    return ACCESS.format(symbol=symbol, language="en")


def item_url(key: str) -> str:
    return f"https://www.mfa.am/en/item/{key}"


def release(key: str) -> Answer:
    return reply(200, f"<html><p>On postal service number {key}</p></html>".encode())


def parse_rows(body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
    """Read the listings above."""
    try:
        rows = json.loads(body.split(b"\n", 1)[1])
    except (IndexError, json.JSONDecodeError) as error:
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: other layout") from error
    if not rows:
        raise ListingError(Reason.EMPTY_LISTING, f"{url}: nothing listed")
    return tuple(
        Discovery(
            source_id=source.id,
            key=row["key"],
            url=row["url"],
            listed_date=date.fromisoformat(row["date"]) if row["date"] else None,
            fingerprint=row.get("fingerprint", row["date"]),
        )
        for row in rows
    )


@dataclass
class World:
    """Runs one source again and again, remembering between runs as the warehouse does.

    `parse` reads its listings: those written here, or with null whatever the source declares.
    """

    settings: Settings
    source: Source
    known: KnownSource = field(default_factory=lambda: KnownSource("unused"))
    runs: int = 0
    named: frozenset[str] = frozenset()
    parse: ListingParser | None = field(default=parse_rows)

    def run(self, now: datetime = NOW, progress: Progress | None = None) -> Harvest:
        """Harvest once and remember it."""
        known = self.known if self.runs else KnownSource(self.source.id)
        self.runs += 1
        harvest = asyncio.run(self._harvest(known, now, progress))
        self.known = remember(known, harvest, now)
        return harvest

    async def _harvest(
        self, known: KnownSource, now: datetime, progress: Progress | None
    ) -> Harvest:
        with ArchiveWriter(self.settings.paths.archive, f"run-{self.runs}") as archive:
            async with Fetcher(self.settings, archive) as fetcher:
                return await harvest_source(
                    self.source, known, fetcher, now, progress, self.parse, self.named
                )


def remember(known: KnownSource, harvest: Harvest, now: datetime) -> KnownSource:
    """What the next run knows; nothing of addresses is kept from a failed run."""
    rows = discovery_rows(harvest, known, now)
    discoveries = dict(known.discoveries) | {
        row.key: KnownDiscovery(
            row.fingerprint,
            row.state,
            row.attempts,
            row.is_history,
            row.first_seen_at_utc,
            row.last_checked_at_utc,
            row.url,
            row.title,
            row.listed_date,
            row.language,
        )
        for row in rows
    }
    if harvest.outcome is Outcome.FAILED:
        return KnownSource(
            known.source_id,
            known.has_baseline,
            discoveries,
            known.validators,
            known.payload_hashes,
        )
    good = [one for one in harvest.fetches if one.status == 200 and one.outcome != Outcome.FAILED]
    validators = dict(known.validators)
    for one in good:
        validators[one.url] = Validators(one.etag, one.last_modified)
    hashes = {one.url: one.archive.payload_sha256 for one in good if one.archive is not None}
    return KnownSource(
        known.source_id, True, discoveries, validators, dict(known.payload_hashes) | hashes
    )


def keys(found: Sequence[Any]) -> list[str]:
    """The keys of items or failures, in order."""
    return [one.discovery.key for one in found]
