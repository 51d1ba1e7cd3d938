"""The real letters of `../shared/samples`, read in place, with their hand-made answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.eval_fields import Compared, compare
from tasks.normalise.parse import parse_bytes

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "samples/letters/gold.jsonl"


def read_gold(path: Path = GOLD) -> list[dict[str, object]]:
    """The hand-made answers, one a document."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def find_text(gold: Mapping[str, object]) -> Path:
    """Where the text of an answer stands: among the samples, or the N-th seed."""
    name = str(gold["file"])
    if name.startswith("seed_"):
        return sorted((SHARED / "seeds").glob("*.txt"))[int(name[5:8])]
    return SHARED / "samples/letters/texts" / name


def evaluate_samples() -> Iterator[Compared]:
    """Read every sample and compare it; nothing where the samples are not at hand."""
    for gold in read_gold() if GOLD.exists() else []:
        path = find_text(gold)
        record = parse_bytes(path.read_bytes(), name=path.name).model_dump(mode="json")
        for field, miss in compare(gold, record):
            yield Compared(str(gold["file"]), field, miss)
