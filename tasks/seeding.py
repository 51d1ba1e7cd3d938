"""The seed corpus taken in, and passed over while neither it nor what reads it has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tasks.intake import Intake, load_unchanged, take_in_seeds
from tasks.run_context import RunContext
from warehouse.connection import connect_writer
from warehouse.overview import read_last_source_run
from warehouse.rows import SourceRunRow
from warehouse.seeds.catalogue import PATH, load_catalogue
from warehouse.seeds.texts import hash_texts
from warehouse.vocabulary import SEEDS, Outcome

_PROGRAM = Path(__file__).resolve().parents[1]
_READING = ("tasks/normalise", "tasks/validate", "expectations", "warehouse/seeds")
"""The rooms whose code decides what is made of the corpus."""


def take_in_corpus(context: RunContext, texts: Path | None) -> Intake:
    """Read the seed corpus, with its texts where they are at hand, and load it.

    What was read before, by the same program, is not read again: to do so takes longer than to
    ask twenty quiet sources.

    Raises:
        SeedError: the catalogue or the folder cannot be read, or they contradict one another.
    """
    found = hash_corpus(texts)
    with connect_writer(context.home) as con:
        last = read_last_source_run(con, SEEDS)
    if last is not None and last.input_sha256 == found:
        return load_unchanged(context, _note_unchanged(last, context))
    return _read_corpus(context, texts, found)


def hash_corpus(texts: Path | None) -> str:
    """Hash the catalogue, the texts and the code that reads them; names count, times do not.

    Raises:
        SeedError: the folder is not there or cannot be read.
    """
    parts = [f"{path.name} {sha256}" for sha256, path in hash_texts(texts).items()]
    parts += [f"{path.name} {_hash(path)}" for path in (PATH, *list_readers())]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _read_corpus(context: RunContext, texts: Path | None, input_sha256: str) -> Intake:
    from tasks.normalise.seeds import build_seed_bundles, find_unknown_texts

    catalogue = load_catalogue()
    unknown = "; ".join(find_unknown_texts(catalogue, texts)) or None
    bundles = build_seed_bundles(catalogue, texts)
    return take_in_seeds(context, bundles, unknown, input_sha256)


def _note_unchanged(last: SourceRunRow, context: RunContext) -> SourceRunRow:
    return replace(
        last,
        run_id=context.run_id,
        outcome=Outcome.UNCHANGED.value,
        inserted=0,
        updated=0,
        noop=last.inserted + last.updated + last.noop,
        started_at_utc=context.now,
        ended_at_utc=datetime.now(UTC),
    )


def list_readers() -> Iterator[Path]:
    """List the code and the tables of names that decide what is made of the corpus."""
    for room in _READING:
        found = (_PROGRAM / room).rglob("*")
        yield from sorted(path for path in found if path.suffix in (".py", ".yml"))


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
