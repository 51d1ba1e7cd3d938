"""Library records out of files, put into the archive as if they had been fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path

from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.labels import Label
from tasks.fetch.library import LibraryRecord, split_records
from tasks.records import Discovery, FetchedItem, FetchRecord, Harvest
from tasks.sources.declaration import Source
from tasks.sources.readings import hash_item
from warehouse.archived import Archived
from warehouse.vocabulary import Outcome

BATCH = 500
"""Records between two loads."""


def read_batches(paths: Iterable[Path]) -> Iterator[Sequence[LibraryRecord]]:
    """Read files record by record, so many at a time; of one number the last counts.

    Raises:
        UsageError: a file cannot be read, or is none of library records.
    """
    records = (record for path in paths for record in split_records(path))
    while batch := list(islice(records, BATCH)):
        yield tuple({record.key: record for record in batch}.values())


def select_changed(
    records: Sequence[LibraryRecord], source: Source, archived: Mapping[str, Archived]
) -> tuple[LibraryRecord, ...]:
    """Select the records whose bytes are not the ones archived last."""
    return tuple(one for one in records if not _is_archived(one, source, archived))


def archive_records(
    records: Sequence[LibraryRecord], source: Source, archive: ArchiveWriter
) -> Harvest:
    """Archive records, and make the harvest of them: history, and asked of nobody."""
    started = datetime.now(UTC)
    found = [_archive(record, source, archive) for record in records]
    archive.sync()
    return Harvest(
        source_id=source.id,
        outcome=Outcome.NEW if found else Outcome.UNCHANGED,
        items=tuple(item for item, _ in found),
        fetches=tuple(fetch for _, fetch in found),
        started_at_utc=started,
        ended_at_utc=datetime.now(UTC),
    )


def _is_archived(record: LibraryRecord, source: Source, archived: Mapping[str, Archived]) -> bool:
    found = archived.get(_write_address(record, source))
    return found is not None and found.payload_sha256 == sha256(record.data).hexdigest()


def _archive(
    record: LibraryRecord, source: Source, archive: ArchiveWriter
) -> tuple[FetchedItem, FetchRecord]:
    url, now = _write_address(record, source), datetime.now(UTC)
    listed = Discovery(source_id=source.id, key=record.key, url=url, fingerprint=hash_item(url))
    label = Label(source_id=source.id, url=url, item=listed, is_backfill=True)
    headers = [("Content-Type", record.content_type)]
    place = archive.write(url, 200, headers, record.data, now, label)
    item = FetchedItem(
        discovery=listed,
        archive=place,
        url=url,
        content_type=record.content_type,
        fetched_at_utc=now,
    )
    fetch = FetchRecord(
        source_id=source.id,
        url=url,
        status=200,
        outcome=Outcome.NEW,
        message="imported from a file",
        content_type=record.content_type,
        size_bytes=len(record.data),
        archive=place,
        fetched_at_utc=now,
    )
    return item, fetch


def _write_address(record: LibraryRecord, source: Source) -> str:
    return source.urls[0].replace("{record}", record.key)
