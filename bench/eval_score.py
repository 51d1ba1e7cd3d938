"""Right, wrong and missing, counted by field and printed as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bench.eval_fields import Compared, Miss


@dataclass(frozen=True, slots=True)
class Score:
    """What came out of one set of documents: right answers by field, every miss, the files."""

    right: Counter[str]
    misses: tuple[Miss, ...]
    files: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields that were compared, in the order in which they first came."""
        return tuple(dict.fromkeys([*self.right, *(miss.field for miss in self.misses)]))

    @property
    def total(self) -> int:
        """How many fields of documents were compared."""
        return self.right.total() + len(self.misses)

    def missed(self, field: str) -> list[Miss]:
        """The misses of a field."""
        return [miss for miss in self.misses if miss.field == field]

    def share(self, field: str) -> float:
        """Per cent of right answers of a field."""
        return percent(self.right[field], self.right[field] + len(self.missed(field)))


def percent(part: int, whole: int) -> float:
    """A share in per cent with two decimals, rounded down so that only all is 100."""
    return part * 10_000 // whole / 100 if whole else 0.0


def count(compared: Iterable[Compared]) -> Score:
    """Count what was compared."""
    right: Counter[str] = Counter()
    misses: list[Miss] = []
    files: dict[str, None] = {}
    for one in compared:
        files[one.file] = None
        right[one.field] += one.miss is None
        if one.miss is not None:
            misses.append(one.miss)
    return Score(right, tuple(misses), tuple(files))


def print_table(name: str, score: Score) -> None:
    """Print a set's table: a line for each field, then the total."""
    print(f"\n{name}: {len(score.files)} readings")
    print(f"{'field':24}{'right':>7}{'wrong':>7}{'missing':>9}{'share':>9}")
    for field in score.fields:
        missed = score.missed(field)
        missing = sum(miss.is_missing for miss in missed)
        wrong, right = len(missed) - missing, score.right[field]
        print(f"{field:24}{right:>7}{wrong:>7}{missing:>9}{score.share(field):>8.2f}%")
    right, share = score.right.total(), percent(score.right.total(), score.total)
    print(f"{'total':24}{right:>7} of {score.total} = {share:.2f} %")


def print_misses(score: Score) -> None:
    """Print each miss with what was expected and what was read."""
    for miss in score.misses:
        print(f"  {miss.file} {miss.field}\n    expected {miss.expected}\n    got      {miss.got}")
