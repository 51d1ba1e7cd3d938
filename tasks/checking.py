"""A look at one source as it stands: a few items fetched and read, nothing stored."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from pebble import ProcessPool
from pydantic import computed_field

from tasks.fetch.archive import read_payload
from tasks.fetch.client import Fetcher
from tasks.fetch.harvest import harvest_source
from tasks.probing import is_probe
from tasks.reading import read_documents
from tasks.records import (
    Discovery,
    FetchedItem,
    Harvest,
    ParsedItem,
    PressRelease,
    Record,
    UnDocument,
)
from tasks.sources.declaration import Source
from tasks.sources.registry import listing_parser
from warehouse.answers import KnownSource
from warehouse.vocabulary import Outcome, Reason


class SourceCheck(Record):
    """What a source gave when it was looked at, and what is wrong with that.

    `listed` counts what its first page named; `items` are those that were fetched. `notes` are
    faults of single items; `complaints` are what the declaration promises and the source does
    not keep, too many such faults among them.
    """

    source_id: str
    outcome: Outcome
    reason: Reason | None = None
    message: str | None = None
    listed: int = 0
    requests: int = 0
    items: tuple[ParsedItem, ...] = ()
    notes: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no property below a decorator
    @property
    def passes(self) -> bool:
        """Whether the source keeps what its declaration promises."""
        return not self.complaints


class Sampler:
    """A listing parser that counts what is named and hands only the first few items on."""

    def __init__(self, source: Source, most: int) -> None:
        self._parse = listing_parser(source)
        self._left = most
        self.listed: set[str] = set()

    def __call__(self, body: bytes, url: str, source: Source) -> tuple[Discovery, ...]:
        """Read a page as the source's own parser does."""
        found = self._parse(body, url, source)
        self.listed.update(one.key for one in found)
        handed = found[: self._left]
        self._left -= len(handed)
        return handed


@dataclass(frozen=True, slots=True)
class Check:
    """What looking at sources takes; at most `most` items of each are fetched.

    `archive` is the folder into which `fetcher` writes; `named` is what a probe must know.
    """

    fetcher: Fetcher
    archive: Path
    readers: ProcessPool
    now: datetime
    most: int
    named: frozenset[str] = frozenset()

    async def look_at(self, source: Source) -> SourceCheck:
        """Fetch the first page of a source and a few of its items, and read them."""
        sampler = None if is_probe(source) else Sampler(source, self.most)
        harvest = await harvest_source(
            source.model_copy(update={"max_pages": 1}),
            KnownSource(source.id),
            self.fetcher,
            self.now,
            parse=sampler,
            named=self.named,
        )
        items = await asyncio.to_thread(self._read, harvest.items[: self.most], source)
        return _conclude(source, harvest, items, len(sampler.listed) if sampler else 0)

    def _read(self, items: Sequence[FetchedItem], source: Source) -> tuple[ParsedItem, ...]:
        return read_documents(items, source, partial(read_payload, self.archive), self.readers)


def _conclude(
    source: Source, harvest: Harvest, items: tuple[ParsedItem, ...], listed: int
) -> SourceCheck:
    faults = {item.key: tuple(_list_lacks(item, source)) for item in items}
    faults |= {
        one.discovery.key: (f"not fetched: {one.message}",)
        for one in harvest.failures
        if one.outcome is Outcome.FAILED
    }
    return SourceCheck(
        source_id=source.id,
        outcome=harvest.outcome,
        reason=harvest.reason,
        message=harvest.message,
        listed=listed,
        requests=len(harvest.fetches),
        items=items,
        notes=tuple(f"{key}: {fault}" for key, found in faults.items() for fault in found),
        complaints=tuple(_complain(source, harvest, listed, list(faults.values()))),
    )


def _complain(
    source: Source, harvest: Harvest, listed: int, faults: Sequence[Sequence[str]]
) -> Iterator[str]:
    """Say what the declaration promises and the source does not keep; an absent item is none."""
    if harvest.outcome is Outcome.FAILED:
        reason = str(harvest.reason).replace("_", " ")
        yield f"{reason}: {harvest.message or 'no reason was given'}"
        return
    if not is_probe(source) and listed < source.assertions.min_listed:
        yield f"it lists {listed} items, fewer than {source.assertions.min_listed}"
    sound = sum(not found for found in faults)
    if sound < source.assertions.min_parsed_share * len(faults):
        yield f"{sound} of {len(faults)} items are as they should be"


def _list_lacks(item: ParsedItem, source: Source) -> Iterator[str]:
    document = item.document
    if document is None:
        yield f"not read: {item.message}"
    elif isinstance(document, UnDocument):
        if not document.symbols:
            yield "no symbol was read"
    else:
        yield from _list_press_lacks(document, source)


def _list_press_lacks(release: PressRelease, source: Source) -> Iterator[str]:
    if not release.title:
        yield "no title was read"
    if release.published_on is None:
        yield "no date was read"
    if release.language is not None and release.language not in source.languages:
        yield f"is in {release.language}, not in {' or '.join(source.languages)}"
