"""The runs of the past, run again with the archive as their network.

Every run goes the same way as it went then: seeds, what each source answered, checks, load. The
clock of each is the start of the run it repeats, so that what depends on the day depends on
that day. Nobody is alerted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from pebble import ProcessPool

from tasks.fetch.archive import read_payload
from tasks.fetch.labels import Label
from tasks.fetch.replay import Answer, ArchiveReader, Replay
from tasks.intake import take_in_harvest, take_in_seeds
from tasks.load.operations import run_row
from tasks.past_runs import PastRun
from tasks.probing import is_probe, read_known_probe
from tasks.reading import open_readers, read_documents
from tasks.records import Discovery
from tasks.run_context import RunContext
from tasks.sources.declaration import Source
from warehouse.connection import connect_writer, transaction
from warehouse.known import read_known_source
from warehouse.loading import record_run
from warehouse.paths import Home
from warehouse.recall import Asked, Memory
from warehouse.rows import DocumentBundle
from warehouse.vocabulary import BACKFILL, SEEDS, Outcome

Report = Callable[[str, int, int], None]
TRIGGER = "rebuild"


@dataclass(slots=True)
class Tally:
    """What a rebuild went through.

    `left_out` counts answers of runs whose load never came about, as the older file tells.
    """

    runs: int = 0
    answers: int = 0
    left_out: int = 0
    complaints: list[str] = field(default_factory=list)


class Rebuild:
    """Repeats runs into the warehouse of `home`, which should be empty at the start."""

    def __init__(
        self,
        home: Home,
        archive: Path,
        sources: Sequence[Source],
        seeds: Sequence[DocumentBundle],
        memory: Memory | None,
    ) -> None:
        self.tally = Tally()
        self._home = home
        self._archive = archive
        self._sources = {source.id: source for source in sources}
        self._seeds = seeds
        self._memory = memory
        self._are_seeds_due = True

    def repeat_runs(self, runs: Sequence[PastRun], report: Report) -> Tally:
        """Repeat runs in their order; readers of documents work side by side."""
        with open_readers() as readers:
            for done, run in enumerate(runs, start=1):
                self._repeat(run, readers)
                report("rebuild", done, len(runs))
        return self.tally

    def _repeat(self, run: PastRun, readers: ProcessPool) -> None:
        context = RunContext(run.run_id, run.start, TRIGGER, self._home)
        if self._are_seeds_due and self._was_loaded(run.run_id, SEEDS):
            take_in_seeds(context, self._seeds, None)
            self._are_seeds_due = False
        replays = self._take_answers(run)
        if any(one.known.is_backfill for one in replays.values()):
            context = replace(context, trigger=BACKFILL)
        for source_id in sorted(replays):
            self._load(context, replays[source_id], readers)
        ended = (Outcome.UNCHANGED, run.start)
        with connect_writer(self._home) as con, transaction(con):
            record_run(con, run_row(run.run_id, run.start, context.trigger, *ended))
        self.tally.runs += 1

    def _take_answers(self, run: PastRun) -> dict[str, Replay]:
        replays: dict[str, Replay] = {}
        for answer in self._read_answers(run):
            self.tally.answers += 1
            source_id = answer.label.source_id
            if source_id not in self._sources:
                self.tally.complaints.append(f"{answer.archive.file}: no source {source_id}")
            elif not self._was_loaded(run.run_id, source_id):
                self.tally.left_out += 1
            else:
                if source_id not in replays:
                    replays[source_id] = self._begin(answer.label, run.start)
                replays[source_id].take(answer)
        return replays

    def _read_answers(self, run: PastRun) -> Iterator[Answer]:
        for file in run.files:
            reader = ArchiveReader(self._archive, file, partial(recall_label, self._memory))
            yield from reader
            self.tally.complaints += reader.complaints

    def _begin(self, first: Label, start: datetime) -> Replay:
        source = self._sources[first.source_id]
        with connect_writer(self._home) as con:
            if is_probe(source):
                known = read_known_probe(con, source, start)
            else:
                known = read_known_source(con, source.id)
        return Replay(source, replace(known, is_backfill=first.is_backfill))

    def _load(self, context: RunContext, replay: Replay, readers: ProcessPool) -> None:
        source, harvest = replay.source, replay.conclude()
        get_bytes = partial(read_payload, self._archive)
        items = read_documents(harvest.items, source, get_bytes, readers)
        row = take_in_harvest(context, source, replay.known, harvest, items, ()).source_run
        self._are_seeds_due |= bool(row.inserted or row.updated)

    def _was_loaded(self, run_id: str, source_id: str) -> bool:
        return self._memory is None or (run_id, source_id) in self._memory.loaded


def recall_label(memory: Memory | None, file: str, offset: int) -> Label | None:
    """Remember for whom an answer was asked, where its own record does not say."""
    asked = memory.asked.get((file, offset)) if memory is not None else None
    if asked is None:
        return None
    return Label(source_id=asked.source_id, url=asked.url, item=_recall_item(asked))


def _recall_item(asked: Asked) -> Discovery | None:
    if asked.key is None or asked.fingerprint is None:
        return None
    return Discovery(
        source_id=asked.source_id,
        key=asked.key,
        url=asked.url,
        title=asked.title,
        listed_date=asked.listed_date,
        language=asked.language,
        fingerprint=asked.fingerprint,
    )
