"""Time stamps as feeds print them: what no clock can show is no date, and no error."""

from __future__ import annotations

import pytest

from tasks.sources.entries import read_stamp


@pytest.mark.parametrize(
    "printed",
    [
        "Mon, 20 Apr 2026 10:00:00 +9900",
        "Mon, 20 Apr 2026 10:00:00 +99999999999999",
        "Mon, 20 Apr 2026 10:00:00 -999999999999999999999999",
        "2026-04-20T10:00:00+24:00",
        "Mon, 20 Apr 99999 10:00:00 GMT",
    ],
)
def test_a_stamp_with_an_impossible_zone_or_year_is_no_date(printed: str) -> None:
    assert read_stamp(printed) is None
