"""Stored bytes read again, with today's parser and today's corrections, through the same gate.

What passes is loaded, and alerted on if it never was and is no history. What a source has served
anew since then is left alone: an old reading never replaces a later one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from expectations.sources import BatchCounts
from tasks.alert.rules import Watch
from tasks.correcting import find_due
from tasks.corrections import load_corrections
from tasks.fetch.archive import read_payload
from tasks.intake import sift_bundles
from tasks.load.operations import quarantine_rows, run_row
from tasks.reading import read_documents
from tasks.records import ArchiveRef, Discovery, FetchedItem, ParsedItem
from tasks.run_context import RunContext
from tasks.settings import Settings
from tasks.sources.declaration import Source
from tasks.sources.registry import find_source
from tasks.validate.gate import check_bundles
from warehouse.connection import connect_writer
from warehouse.errors import NotFoundError, UnreadableDocumentError
from warehouse.known import read_known_source
from warehouse.loading import SourceBatch, load_batch
from warehouse.places import Place, Stored, read_places, read_stored
from warehouse.rows import DocumentBundle, QuarantineRow
from warehouse.vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class Reread:
    """What came of reading again: what is held, what could not be read at all, what was loaded.

    `lost` says by place why there are no bytes, or nobody to read them for; `events` are new
    letters to be alerted on.
    """

    held: tuple[QuarantineRow, ...] = ()
    lost: tuple[tuple[Place, str], ...] = ()
    inserted: int = 0
    updated: int = 0
    events: int = 0

    def __add__(self, other: Reread) -> Reread:
        """Put two readings together."""
        return Reread(
            self.held + other.held,
            self.lost + other.lost,
            self.inserted + other.inserted,
            self.updated + other.updated,
            self.events + other.events,
        )


def reread_places(context: RunContext, places: Sequence[Place], watches: Sequence[Watch]) -> Reread:
    """Read again what lies at these places of the archive, a batch a source."""
    with connect_writer(context.home) as con:
        archived = read_stored(con, places)
    known = {one.place for one in archived}
    total = Reread(
        lost=tuple((place, "nobody remembers it") for place in places if place not in known)
    )
    for source_id in sorted({one.source_id for one in archived}):
        mine = [one for one in archived if one.source_id == source_id]
        try:
            source = find_source(source_id)
        except NotFoundError as error:
            total += Reread(lost=tuple((one.place, str(error)) for one in mine))
            continue
        total += _reread_source(context, source, mine, watches)
    return total


def apply_corrections(context: RunContext, settings: Settings) -> Reread:
    """Read again the documents whose corrections are new, changed or taken out.

    Nothing is due in nearly every run, and then nothing is read. Nobody is alerted: what we put
    right is no news of the source.
    """
    with connect_writer(context.home) as con:
        due = find_due(con, load_corrections(settings.corrections))
    return reread_places(context, due, ()) if due else Reread()


def _reread_source(
    context: RunContext,
    source: Source,
    archived: Sequence[Stored],
    watches: Sequence[Watch],
) -> Reread:
    there, lost = [], []
    for one in archived:
        try:
            read_payload(context.home.archive, _refer(one))
        except (NotFoundError, UnreadableDocumentError) as error:
            lost.append((one.place, str(error)))
        else:
            there.append(_recall_item(one))
    get_bytes = partial(read_payload, context.home.archive)
    items = read_documents(there, source, get_bytes)
    return Reread(lost=tuple(lost)) + _take_in(context, source, items, watches)


def _take_in(
    context: RunContext,
    source: Source,
    items: Sequence[ParsedItem],
    watches: Sequence[Watch],
) -> Reread:
    from tasks.alerting import make_composer
    from tasks.building import build_bundles

    with connect_writer(context.home) as con:
        known = read_known_source(con, source.id)
    items, built = build_bundles(items, source, known)
    news = _drop_outdated(context, sift_bundles(context, built).news)
    checked = check_bundles(
        news, None, BatchCounts(), context.run_id, context.now, context.home.quality
    )
    held = (*quarantine_rows(items, context.run_id, context.now), *checked.quarantine)
    batch = SourceBatch(
        run_id=context.run_id,
        source_id=source.id,
        bundles=checked.clean,
        quarantine=held,
        results=checked.results,
        run=run_row(context.run_id, context.now, context.trigger, Outcome.UNCHANGED),
    )
    with connect_writer(context.home) as con:
        result = load_batch(con, batch, make_composer(con, watches, context.now), context.now)
    events = {alert.event_id for alert in result.alerts}
    return Reread(held, (), result.counts.insert, result.counts.update, len(events))


def _drop_outdated(
    context: RunContext, bundles: Sequence[DocumentBundle]
) -> tuple[DocumentBundle, ...]:
    """Leave out what was fetched before that which is loaded; files are named by their time."""
    with connect_writer(context.home) as con:
        loaded = read_places(con, [one.document.document_id for one in bundles])
    return tuple(one for one in bundles if not _is_outdated(one, loaded))


def _is_outdated(bundle: DocumentBundle, loaded: dict[str, Place]) -> bool:
    row = bundle.document
    if row.archive_file is None or row.archive_offset is None:
        return False
    later = loaded.get(row.document_id)
    return later is not None and later > (row.archive_file, row.archive_offset)


def _refer(one: Stored) -> ArchiveRef:
    return ArchiveRef(
        file=one.archive_file, offset=one.archive_offset, payload_sha256=one.payload_sha256
    )


def _recall_item(one: Stored) -> FetchedItem:
    discovery = Discovery(
        source_id=one.source_id,
        key=one.key or one.url,
        url=one.url,
        title=one.title,
        listed_date=one.listed_date,
        language=one.language,
        fingerprint=one.fingerprint or "",
    )
    return FetchedItem(
        discovery=discovery,
        archive=_refer(one),
        url=one.url,
        content_type=one.content_type,
        fetched_at_utc=one.fetched_at_utc,
    )
