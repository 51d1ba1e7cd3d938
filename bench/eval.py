"""Reads samples and corpus and says, field by field, what came out right; fails below a floor.

`python -m bench.eval` prints right, wrong and missing, the misses, and what was gained and lost
since the last `--record`. Without the samples beside the checkout only the corpus is read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.eval_corpus import evaluate_corpus
from bench.eval_fields import compare
from bench.eval_floors import (
    FLOORS,
    FloorLoweredError,
    find_broken,
    move_floors,
    read_floors,
    write_floors,
)
from bench.eval_record import RECORD, compare_record, print_changes, read_record, write_record
from bench.eval_samples import GOLD, evaluate_samples, find_text, read_gold
from bench.eval_score import Score, count, print_misses, print_table

__all__ = ["GOLD", "compare", "find_text", "main", "read_gold", "run"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Evaluate; 1 when a field is below its floor or recording would lower one."""
    options = _parse(arguments)
    scores = {"corpus": count(evaluate_corpus())}
    if GOLD.exists():
        scores = {"samples": count(evaluate_samples())} | scores
    else:
        print("samples: skipped, they are not beside this checkout")
    return run(scores, record=options.record, reason=options.allow_regression)


def run(
    scores: Mapping[str, Score],
    *,
    record: bool,
    reason: str | None,
    floors_path: Path = FLOORS,
    record_path: Path = RECORD,
) -> int:
    """Print the scores, compare them with record and floors, and record them if asked."""
    recorded = read_record(record_path)
    for name, score in scores.items():
        print_table(name, score)
        print_misses(score)
        print_changes(name, compare_record(recorded.get(name, {}), score))
    if not record:
        return _judge(scores, floors_path)
    try:
        floors = move_floors(read_floors(floors_path), scores, reason)
    except FloorLoweredError as error:
        print(f"\nnot recorded, a floor would be lowered without a reason: {error}")
        return 1
    write_floors(floors, floors_path)
    write_record(scores, record_path)
    print("\nrecorded")
    return 0


def _judge(scores: Mapping[str, Score], path: Path) -> int:
    broken = find_broken(read_floors(path), scores)
    print(f"\n{len(broken)} fields below their floors")
    for line in broken:
        print(f"  {line}")
    return 1 if broken else 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.eval", description=__doc__)
    parser.add_argument("--record", action="store_true", help="record result and floors")
    parser.add_argument("--allow-regression", metavar="REASON", help="let --record lower floors")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
