"""Files of library records, archived, read and loaded like everything else; nothing but order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.progress import Report
from tasks.fetch.archive import ArchiveWriter
from tasks.history import PATIENCE_SECONDS, HistoryLoader, Tally, publish_history
from tasks.importing import archive_records, read_batches, select_changed
from tasks.reading import open_readers
from tasks.run_context import begin_run
from tasks.settings import Settings
from tasks.sources.declaration import Source, SourceKind
from tasks.sources.registry import find_source, load_all_sources
from warehouse.archived import read_archived
from warehouse.connection import connect_writer
from warehouse.errors import UsageError
from warehouse.lock import hold_source_lock, wait_for_writer_lock
from warehouse.vocabulary import IMPORT


@dataclass(frozen=True, slots=True)
class Imported:
    """How an import went: records met, of which so many were as archived, and what came of them."""

    records: int
    unchanged: int
    tally: Tally
    documents: int
    published: str


def import_files(
    settings: Settings, source_id: str, paths: Sequence[Path], report: Report
) -> Imported:
    """Import files of library records; nobody is alerted, and the second time nothing changes.

    Raises:
        UsageError: the source is not imported from files, or a file cannot be read.
        WarehouseBusyError: another import is at work, or a run does not end.
    """
    home, source = settings.paths, find_importable(source_id)
    with hold_source_lock(home, source.id), open_readers() as readers:
        loader = HistoryLoader(home, source, readers, IMPORT)
        met, same = _import_all(loader, paths, report)
        documents = publish_history(home, IMPORT, settings.snapshots_kept)
    return Imported(met, same, loader.tally, documents, str(home.published))


def find_importable(source_id: str) -> Source:
    """Find a source that is imported from files.

    Raises:
        UsageError: it is another kind of source; the message names those that are.
        NotFoundError: there is no such source.
    """
    source = find_source(source_id)
    if source.kind is not SourceKind.FILE:
        names = ", ".join(one.id for one in load_all_sources() if one.kind is SourceKind.FILE)
        raise UsageError(f"{source.id} is not imported from files; those are: {names}")
    return source


def _import_all(loader: HistoryLoader, paths: Sequence[Path], report: Report) -> tuple[int, int]:
    home, source, met, same = loader.home, loader.source, 0, 0
    with wait_for_writer_lock(home, PATIENCE_SECONDS), connect_writer(home) as con:
        archived = read_archived(con, source.id)
    with ArchiveWriter(home.archive, begin_run(home, IMPORT).run_id) as archive:
        for records in read_batches(paths):
            context = begin_run(home, IMPORT)
            archive.turn_to(context.run_id)
            changed = select_changed(records, source, archived)
            if changed:
                loader.load(context, archive_records(changed, source, archive), is_update=True)
            met, same = met + len(records), same + len(records) - len(changed)
            report(source.id, met, met)
    return met, same
