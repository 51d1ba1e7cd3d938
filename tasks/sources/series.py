"""Series of numbers that a publisher gives without gaps, and the gaps in what is known of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Serial:
    """A number of a year's series; not whole is a part of it, such as a corrigendum."""

    year: int
    number: int
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class SeriesParser:
    """How one series is read from keys (null for a key outside it) and written as keys."""

    read: Callable[[str], Serial | None]
    write: Callable[[int, int], str]


@dataclass(frozen=True, slots=True)
class Gap:
    """A run of numbers that ought to exist and are not known, both ends included."""

    first: int
    last: int

    @property
    def missing(self) -> int:
        """How many numbers that are."""
        return self.last - self.first + 1


def find_gaps(here: Iterable[int], lowest: int, highest: int) -> tuple[Gap, ...]:
    """The runs of numbers from `lowest` to `highest` (both included) that are not `here`."""
    inside = sorted({number for number in here if lowest <= number <= highest})
    fences = [lowest - 1, *inside, highest + 1]
    return tuple(
        Gap(before + 1, after - 1) for before, after in pairwise(fences) if after - before > 1
    )
