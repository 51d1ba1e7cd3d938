"""The last recorded result, document by document, and what was gained and lost since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.eval_score import Score

RECORD = Path(__file__).with_name("eval_record.json")

Record = dict[str, dict[str, list[str]]]
"""By set and document, the fields that were missed; a document without misses has none."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Fields that came right or went wrong since the record, as `file field`; new documents."""

    gains: tuple[str, ...]
    losses: tuple[str, ...]
    new: tuple[str, ...]


def read_record(path: Path = RECORD) -> Record:
    """The recorded result; empty where none was recorded."""
    if not path.exists():
        return {}
    record: Record = json.loads(path.read_text(encoding="utf-8"))
    return record


def write_record(scores: Mapping[str, Score], path: Path = RECORD) -> None:
    """Record a result; a set that was not read keeps what was recorded of it."""
    record = read_record(path) | {name: list_missed(score) for name, score in scores.items()}
    path.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def list_missed(score: Score) -> dict[str, list[str]]:
    """The missed fields of each document."""
    missed: dict[str, list[str]] = {file: [] for file in score.files}
    for miss in score.misses:
        missed[miss.file].append(miss.field)
    return missed


def compare_record(recorded: Mapping[str, list[str]], score: Score) -> Changes:
    """What changed in one set; documents that were not recorded are told apart."""
    gains: list[str] = []
    losses: list[str] = []
    now = list_missed(score)
    for file in (file for file in now if file in recorded):
        gains.extend(f"{file} {field}" for field in recorded[file] if field not in now[file])
        losses.extend(f"{file} {field}" for field in now[file] if field not in recorded[file])
    return Changes(tuple(gains), tuple(losses), tuple(file for file in now if file not in recorded))


def print_changes(name: str, changes: Changes) -> None:
    """Print gains, losses and how many documents are new since the record."""
    print(f"\n{name} since the record: {len(changes.gains)} gained, {len(changes.losses)} lost, "
          f"{len(changes.new)} new readings")  # fmt: skip
    for sign, lines in (("+", changes.gains), ("-", changes.losses)):
        for line in lines:
            print(f"  {sign} {line}")
