"""When messages may go: digests and quiet hours by the wall clock, daylight saving included."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tasks.alert.slots import find_slot
from tasks.alert_settings import Timing

NEW_YORK = "America/New_York"
DAILY = Timing(cadence="daily", at=time(8), zone=NEW_YORK)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def test_at_once_is_at_once_but_for_quiet_hours() -> None:
    assert find_slot(Timing(), at("2026-03-01T03:00Z")) is None
    quiet = Timing(quiet="22:00-07:00", zone=NEW_YORK)
    assert find_slot(quiet, at("2026-01-10T15:00Z")) is None
    assert find_slot(quiet, at("2026-01-10T03:00Z")) == at("2026-01-10T12:00Z")
    assert find_slot(quiet, at("2026-01-10T12:00Z")) is None


@pytest.mark.parametrize(
    ("now", "slot"),
    [
        ("2026-03-07T14:00Z", "2026-03-08T12:00Z"),  # clocks went forward at 2 that day
        ("2026-03-06T14:00Z", "2026-03-07T13:00Z"),
        ("2026-10-31T13:00Z", "2026-11-01T13:00Z"),  # and back
        ("2026-10-31T11:59Z", "2026-10-31T12:00Z"),
        ("2026-10-31T12:00Z", "2026-11-01T13:00Z"),
    ],
)
def test_a_daily_digest_keeps_its_hour_when_the_clocks_change(now: str, slot: str) -> None:
    assert find_slot(DAILY, at(now)) == at(slot)


def test_an_hour_that_is_skipped_or_comes_twice_gives_one_digest() -> None:
    skipped = Timing(cadence="daily", at=time(2, 30), zone=NEW_YORK)
    assert find_slot(skipped, at("2026-03-08T05:00Z")) == at("2026-03-08T07:30Z")
    twice = Timing(cadence="daily", at=time(1, 30), zone=NEW_YORK)
    first = find_slot(twice, at("2026-11-01T04:00Z"))
    assert first == at("2026-11-01T05:30Z")
    assert find_slot(twice, first) == at("2026-11-02T06:30Z")


def test_a_year_of_daily_digests_has_one_a_day_at_the_same_local_time() -> None:
    now, slots = at("2026-01-01T00:00Z"), []
    while (slot := find_slot(DAILY, now) or now) < at("2027-01-01T00:00Z"):
        slots.append(slot)
        now = slot
    local = [slot.astimezone(ZoneInfo(NEW_YORK)) for slot in slots]
    assert len({one.date() for one in local}) == len(slots) == 365
    assert {one.time() for one in local} == {time(8)}


def test_hourly_digests_skip_the_quiet_hours_all_year() -> None:
    timing = Timing(cadence="hourly", quiet="22:00-07:00", zone=NEW_YORK)
    now, end = at("2026-01-01T00:10Z"), at("2027-01-01T00:00Z")
    while now < end:
        slot = find_slot(timing, now)
        assert slot is not None
        assert now < slot <= now + timedelta(hours=11)
        assert not timing.is_quiet(slot.astimezone(timing.zone_info).time())
        assert slot.minute == 0
        now = slot


def test_hours_begin_with_the_local_hour_in_zones_between_the_hours() -> None:
    timing = Timing(cadence="hourly", zone="Asia/Kathmandu")
    assert find_slot(timing, at("2026-06-01T10:20Z")) == at("2026-06-01T11:15Z")
