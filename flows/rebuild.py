"""A warehouse made again from the archive; nothing but order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flows.progress import Report
from tasks.link.refresh import refresh_links
from tasks.normalise.seeds import build_seed_bundles
from tasks.past_runs import list_runs
from tasks.rebuild import Rebuild
from tasks.run_context import begin_run
from tasks.sources.registry import FOLDER, load_declarations
from warehouse.connection import connect_writer
from warehouse.lock import hold_writer_lock
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot
from warehouse.seeds.catalogue import load_catalogue
from warehouse.swapping import (
    carry_over,
    compare_contents,
    count_documents,
    count_lost,
    open_scratch,
    recall_runs,
    replace_warehouse,
)

COMPLAINTS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How a rebuild went.

    `differing` names the tables that came out otherwise than in the old file, but for times of
    runs; null where there was none. `left_out` answers belong to runs that were never loaded.
    `lost` documents of the old file are not in the new one. `complaints` are lines for people
    about records that could not be used.
    """

    runs: int
    answers: int
    documents: int
    left_out: int
    lost: int
    complaints: tuple[str, ...]
    differing: tuple[str, ...] | None
    is_in_place: bool

    @property
    def is_same(self) -> bool:
        """Whether there was an old file and the new one holds the same."""
        return self.differing == ()

    def describe(self) -> tuple[str, ...]:
        """Say what was read, what came of it, and how it compares; a line each."""
        lines = [
            f"{self.documents} documents out of {self.runs} runs and {self.answers} answers.",
            self._describe_difference(),
        ]
        if self.lost:
            lines.append(f"{self.lost} documents of the old one are missing: is the archive whole?")
        if self.left_out:
            lines.append(f"{self.left_out} answers left out: their runs never came to a load.")
        lines += self.complaints[:COMPLAINTS_SHOWN]
        if len(self.complaints) > COMPLAINTS_SHOWN:
            lines.append(f"… and {len(self.complaints) - COMPLAINTS_SHOWN} more such lines")
        lines.append(
            "It is in place and published." if self.is_in_place else "Nothing was changed."
        )
        return tuple(lines)

    def _describe_difference(self) -> str:
        if self.differing is None:
            return "There was no warehouse to compare with."
        if self.is_same:
            return "It holds the same as the old one."
        return f"It differs from the old one in: {', '.join(self.differing)}."


def rebuild_warehouse(
    home: Home,
    texts: Path | None,
    kept: int,
    *,
    is_check: bool,
    report: Report,
    may_lose: bool = False,
) -> Rebuilt:
    """Make the warehouse again from the archive, with no network, and put it in place.

    With `is_check` it is only compared with the present one, and thrown away. One in which
    documents are missing is thrown away too, unless `may_lose`: part of the archive is not there.

    Raises:
        WarehouseBusyError: a run is at work.
        PublishError: it is in place but could not be published.
    """
    with hold_writer_lock(home), open_scratch(home) as scratch:
        memory = recall_runs(home)
        seeds = build_seed_bundles(load_catalogue(), texts)
        sources = load_declarations(FOLDER)
        rebuild = Rebuild(scratch, home.archive, sources, seeds, memory)
        tally = rebuild.repeat_runs(list_runs(home.archive, memory), report)
        with connect_writer(scratch) as con:
            refresh_links(con)
            documents = count_documents(con)
        differing, lost = None, 0
        if memory is not None:
            differing = compare_contents(home, scratch)
            lost = count_lost(home, scratch)
            carry_over(home, scratch)
        is_in_place = not is_check and (may_lose or lost == 0)
        if is_in_place:
            replace_warehouse(home, scratch)
            publish_snapshot(home, begin_run(home, "rebuild").run_id, kept)
    return Rebuilt(
        runs=tally.runs,
        answers=tally.answers,
        documents=documents,
        left_out=tally.left_out,
        lost=lost,
        complaints=tuple(tally.complaints),
        differing=differing,
        is_in_place=is_in_place,
    )
