"""Series of numbers, and the gaps in what is known of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.sources.series import Gap, Serial, find_gaps
from tasks.sources.un.serials import read_serial, write_key


@pytest.mark.parametrize(
    ("here", "lowest", "highest", "gaps"),
    [
        ((3, 5, 9), 3, 9, (Gap(4, 4), Gap(6, 8))),
        ((3, 5), 1, 6, (Gap(1, 2), Gap(4, 4), Gap(6, 6))),
        ((), 2, 4, (Gap(2, 4),)),
        ((1, 2, 3), 1, 3, ()),
        ((0, 7, 7, 2), 1, 3, (Gap(1, 1), Gap(3, 3))),
        ((), 5, 4, ()),
    ],
)
def test_gaps_are_runs_of_missing_numbers(
    here: tuple[int, ...], lowest: int, highest: int, gaps: tuple[Gap, ...]
) -> None:
    assert find_gaps(here, lowest, highest) == gaps


@given(st.sets(st.integers(-3, 40)), st.integers(0, 20), st.integers(0, 40))
def test_what_is_here_and_what_is_missing_make_the_whole(
    here: set[int], lowest: int, highest: int
) -> None:
    missing = [
        n for gap in find_gaps(here, lowest, highest) for n in range(gap.first, gap.last + 1)
    ]
    whole = set(range(lowest, highest + 1))
    assert set(missing) == whole - here
    assert (
        len(missing)
        == len(set(missing))
        == sum(g.missing for g in find_gaps(here, lowest, highest))
    )


@pytest.mark.parametrize(
    ("symbol", "serial"),
    [
        ("S/2024/200", Serial(2024, 200)),
        ("S/2024/10/Rev.1/Add.36", Serial(2024, 10, is_whole=False)),
        ("S/2024/200/Corr.1", Serial(2024, 200, is_whole=False)),
        ("S/PV.9344", None),
        ("S/RES/2728 (2024)", None),
        ("S/Agenda/9725", None),
        ("S/AC.49/2024/6", None),
        ("A/78/900", None),
        ("S/20240", None),
        ("S/2024/L.3", None),
    ],
)
def test_the_council_s_numbers_are_read_from_symbols(symbol: str, serial: Serial | None) -> None:
    assert read_serial(symbol) == serial


def test_a_written_symbol_is_read_again() -> None:
    assert read_serial(write_key(2026, 1)) == Serial(2026, 1)
