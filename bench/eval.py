"""Reads the real letters of `../shared/samples` and says, field by field, what came out right.

`python -m bench.eval` prints right, wrong and missing per field and lists the misses.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasks.normalise.parse import parse_bytes

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "samples/letters/gold.jsonl"

FIELDS = [
    "document_type",
    "symbols",
    "reissued",
    "distribution",
    "distribution_date",
    "original_language",
    "ga_session",
    "ga_session_type",
    "sc_year",
    "agenda_items",
    "agenda_provisional",
    "agenda_source",
    "letter_date",
    "senders",
    "addressees",
    "signatories",
    "annexes",
    "cited_symbols",
    "requests_circulation",
    "requests_attention",
    "announces_circulation",
    "in_reply_to",
    "job_number",
]
_ANNEX_FIELDS = ("label", "title", "letter_date", "original_language", "signatories", "parent")


@dataclass(frozen=True, slots=True)
class Miss:
    """One field that did not come out as in the gold."""

    file: str
    field: str
    expected: Any
    got: Any

    @property
    def is_missing(self) -> bool:
        """Whether nothing was read where something stands: less bad than a wrong value."""
        return self.got in (None, [], "")


@dataclass(frozen=True, slots=True)
class Score:
    """Right answers per field, and every miss."""

    right: Counter[str]
    misses: tuple[Miss, ...]

    @property
    def total(self) -> int:
        """How many fields were compared."""
        return self.right.total() + len(self.misses)


def read_gold(path: Path = GOLD) -> list[dict[str, Any]]:
    """The hand-made answers, one a document."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def find_text(gold: dict[str, Any]) -> Path:
    """Where the text of an answer stands: among the samples, or the N-th seed."""
    name = str(gold["file"])
    if name.startswith("seed_"):
        return sorted((SHARED / "seeds").glob("*.txt"))[int(name[5:8])]
    return SHARED / "samples/letters/texts" / name


def compare(gold: dict[str, Any], record: dict[str, Any]) -> Iterator[tuple[str, Miss | None]]:
    """Compare a record with its answer, field by field: None where it is right."""
    for field in FIELDS:
        expected, got = _plain(field, gold.get(field)), _plain(field, record.get(field))
        if expected == got:
            yield field, None
        else:
            yield field, Miss(str(gold["file"]), field, expected, got)


def score(answers: Iterable[dict[str, Any]]) -> Score:
    """Read every document that has an answer and count."""
    right: Counter[str] = Counter()
    misses: list[Miss] = []
    for gold in answers:
        path = find_text(gold)
        record = parse_bytes(path.read_bytes(), name=path.name).model_dump(mode="json")
        for field, miss in compare(gold, record):
            if miss is None:
                right[field] += 1
            else:
                misses.append(miss)
    return Score(right, tuple(misses))


def print_score(result: Score) -> None:
    """Print the table per field, the total, and the misses."""
    print(f"{'field':24}{'right':>7}{'wrong':>7}{'missing':>9}")
    for field in FIELDS:
        missed = [miss for miss in result.misses if miss.field == field]
        missing = sum(miss.is_missing for miss in missed)
        print(f"{field:24}{result.right[field]:>7}{len(missed) - missing:>7}{missing:>9}")
    share = 100 * result.right.total() / result.total if result.total else 0.0
    print(f"{'total':24}{result.right.total():>7} of {result.total} = {share:.2f} %")
    for miss in result.misses:
        print(f"  {miss.file} {miss.field}\n    expected {miss.expected}\n    got      {miss.got}")


def _plain(field: str, value: Any) -> object:  # noqa: ANN401
    """One form for what the gold may leave out: null and empty, annex fields not asked for."""
    if field == "annexes":
        return [_plain_annex(annex) for annex in value or []]
    if field == "agenda_provisional":
        return bool(value)
    return value or None


def _plain_annex(annex: dict[str, Any]) -> dict[str, Any]:
    return {name: annex.get(name) or None for name in _ANNEX_FIELDS}


def main() -> int:
    """Evaluate; exit 1 if a field is wrong or missing, 2 if the samples are not there."""
    if not GOLD.exists():
        print(f"no samples at {GOLD}", file=sys.stderr)
        return 2
    result = score(read_gold())
    print_score(result)
    return 1 if result.misses else 0


if __name__ == "__main__":
    sys.exit(main())
