"""Asking on behalf of one source, with everything that was sent written down."""

from __future__ import annotations

from tasks.fetch.client import Fetcher
from tasks.fetch.fetched import Fetched
from tasks.fetch.magic import Accept
from tasks.fetch.outcomes import Verdict
from tasks.records import Discovery, FetchRecord
from tasks.sources.declaration import Source
from warehouse.answers import KnownSource, Validators


class Desk:
    """One source in one run: its declaration, what is known of it, and its requests so far."""

    def __init__(self, source: Source, known: KnownSource, fetcher: Fetcher) -> None:
        self.source = source
        self.known = known
        self.records: list[FetchRecord] = []
        self._fetcher = fetcher

    async def ask(
        self,
        url: str,
        accept: Accept,
        validators: Validators | None = None,
        item: Discovery | None = None,
    ) -> Fetched:
        """Fetch one address for this source: that of an item, else a feed or listing page."""
        fetched = await self._fetcher.get(
            url,
            source_id=self.source.id,
            accept=accept,
            validators=validators,
            pace=self.source.politeness,
            item=item,
            is_backfill=self.known.is_backfill,
        )
        self.records.extend(fetched.records)
        return fetched

    def revise(self, record: FetchRecord, verdict: Verdict) -> None:
        """Replace what was noted of a request: a closer look at its bytes told more."""
        changes = {
            "outcome": verdict.outcome,
            "reason": verdict.reason,
            "message": verdict.message or record.message,
        }
        revised = record.model_copy(update=changes)
        self.records = [revised if one is record else one for one in self.records]
