"""Reading what was fetched in processes of their own: hostile bytes may hang or crash a reader.

PDF is read by a C++ library that one file can crash and that two threads must not share. A
reader that dies or takes too long costs its document, which goes to the quarantine, and nothing
else. Each document is a pure function of its bytes and its source's declaration.
"""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as ReaderTimeoutError
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from tasks.records import ArchiveRef, FetchedItem, ParsedItem
from tasks.sources.declaration import Source
from warehouse.errors import ReadersError
from warehouse.faults import reach
from warehouse.vocabulary import Reason

READERS = 2
PATIENCE = 120
"""Seconds that one document may take; a page takes milliseconds."""

PULSE = 1.0
"""Seconds after which it is seen whether the readers still live."""

MEMORY_BYTES = 4 * 1024**3

_NO_READER = (
    "no process that reads documents could start or stay alive: see what it wrote above, the"
    " memory that is free and the limits set for this program; what was fetched is kept"
)

ReadPayload = Callable[[ArchiveRef], bytes]
"""Gives the archived bytes of an item."""


@contextmanager
def open_readers(count: int = READERS) -> Iterator[ProcessPool]:
    """Start readers that serve more than one batch; they end with the block."""
    context = multiprocessing.get_context("spawn")
    with ProcessPool(count, initializer=_limit_memory, context=context) as pool:
        yield pool


def read_documents(
    items: Sequence[FetchedItem],
    source: Source,
    read_payload: ReadPayload,
    readers: ProcessPool | None = None,
) -> tuple[ParsedItem, ...]:
    """Read items of one source, in their order; a page of several statements gives several.

    Readers are started if there is anything to read, unless some are given.

    Raises:
        ReadersError: no reader could start: too little memory, or a broken installation.
    """
    if not items:
        return ()
    if readers is not None:
        return _read_all(items, source, read_payload, readers)
    with open_readers(min(READERS, len(items))) as own:
        return _read_all(items, source, read_payload, own)


def _read_all(
    items: Sequence[FetchedItem], source: Source, read_payload: ReadPayload, readers: ProcessPool
) -> tuple[ParsedItem, ...]:
    futures = [_schedule(item, source, read_payload(item.archive), readers) for item in items]
    reach("mid-parse")
    read = (
        _await_reader(future, item, source, readers)
        for future, item in zip(futures, items, strict=True)
    )
    return tuple(part for one in read for part in (one, *one.further))


def _schedule(
    item: FetchedItem, source: Source, payload: bytes, readers: ProcessPool
) -> ProcessFuture[ParsedItem]:
    try:
        return readers.schedule(read_one, args=[item, source, payload], timeout=PATIENCE)
    except RuntimeError as error:  # What the pool says once all its readers are dead.
        raise ReadersError(_NO_READER) from error


def read_one(item: FetchedItem, source: Source, payload: bytes) -> ParsedItem:
    """Read one item, in a reader's process."""
    from tasks.normalise.parse import parse_item

    reach("in-reader")
    return parse_item(item, source, payload)


def _await_reader(
    future: ProcessFuture[ParsedItem], item: FetchedItem, source: Source, readers: ProcessPool
) -> ParsedItem:
    # What was handed to the pool just when it broke is never done, and never given up.
    while not wait([future], timeout=PULSE).done:
        if not readers.active:
            raise ReadersError(_NO_READER)
    try:
        return future.result()
    except ReaderTimeoutError:
        return _give_up(item, source, f"not read within {PATIENCE} seconds")
    except BrokenProcessPool as error:
        raise ReadersError(_NO_READER) from error
    except (ProcessExpired, MemoryError) as error:
        return _give_up(item, source, f"its reader died: {error}")


def _give_up(item: FetchedItem, source: Source, message: str) -> ParsedItem:
    return ParsedItem(
        source_id=source.id,
        key=item.discovery.key,
        url=item.url,
        archive=item.archive,
        fetched_at_utc=item.fetched_at_utc,
        reason=Reason.UNREADABLE,
        message=message,
    )


def _limit_memory() -> None:
    """Limit a reader's memory; a stricter limit that stands already cannot be raised."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_BYTES if most == resource.RLIM_INFINITY else min(most, MEMORY_BYTES)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
