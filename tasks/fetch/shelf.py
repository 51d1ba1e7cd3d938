"""What the archive holds already of one source: a backfill looks here before it asks a host."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from tasks.fetch.archive import read_payload
from tasks.records import ArchiveRef, Discovery, FetchedItem
from warehouse.archived import Archived

PAGE_AGE = timedelta(days=1)
"""So long a listing page that a backfill has read is as good as the listing itself.

New items push old ones to later pages, where they are met again; a listing that lost items since
would hide some, so an interrupted walk of the day before begins anew.
"""


class Shelf:
    """The archived answers of one source, and the addresses where nothing was a short time ago."""

    def __init__(
        self,
        archive: Path,
        answers: Mapping[str, Archived],
        absent: frozenset[str],
        now: datetime,
    ) -> None:
        self._archive = archive
        self._answers = answers
        self._absent = absent
        self._now = now

    def find_page(self, url: str) -> bytes | None:
        """Give the bytes of a listing page that a backfill has read within a day."""
        found = self._answers.get(url)
        if found is None or not found.is_backfill or self._now - found.fetched_at_utc > PAGE_AGE:
            return None
        return read_payload(self._archive, _refer(found))

    def find_item(self, discovery: Discovery) -> FetchedItem | None:
        """Give an item whose bytes are here, whoever has fetched them and when."""
        found = self._answers.get(discovery.url)
        if found is None:
            return None
        return FetchedItem(
            discovery=discovery,
            archive=_refer(found),
            url=discovery.url,
            content_type=found.content_type,
            fetched_at_utc=found.fetched_at_utc,
        )

    def is_absent(self, url: str) -> bool:
        """Whether a backfill was told within a day that nothing is there."""
        return url in self._absent


def _refer(found: Archived) -> ArchiveRef:
    return ArchiveRef(file=found.file, offset=found.offset, payload_sha256=found.payload_sha256)
