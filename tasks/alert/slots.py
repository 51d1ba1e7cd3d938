"""When a message may go: now, at the end of quiet hours, or with the next digest.

Wall-clock times are those of the watch's zone. A time that daylight saving skips is taken as far
after the gap as it lies within; one that comes twice is taken the first time.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from tasks.alert_settings import Timing


def find_slot(timing: Timing, now: datetime) -> datetime | None:
    """Find the instant at which a message written now goes; None is at once."""
    match timing.cadence:
        case "at_once":
            slot = _leave_quiet(timing, now)
            return None if slot == now else slot
        case "hourly":
            return _leave_quiet(timing, _next_hour(timing, now))
        case "daily":
            return _next_day(timing, now)


def is_digest(timing: Timing) -> bool:
    """Whether messages of this timing go out together."""
    return timing.cadence != "at_once"


def _next_hour(timing: Timing, now: datetime) -> datetime:
    local = now.astimezone(timing.zone_info)
    since = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    return now - since + timedelta(hours=1)


def _next_day(timing: Timing, now: datetime) -> datetime:
    day = now.astimezone(timing.zone_info).date()
    slots = (_to_utc(timing, day + timedelta(days=ahead), timing.at) for ahead in (0, 1, 2))
    return next(slot for slot in slots if slot > now)


def _leave_quiet(timing: Timing, moment: datetime) -> datetime:
    span = timing.quiet_span
    local = moment.astimezone(timing.zone_info)
    if span is None or not timing.is_quiet(local.time()):
        return moment
    ends = (_to_utc(timing, local.date() + timedelta(days=ahead), span[1]) for ahead in (0, 1))
    return next(end for end in ends if end > moment)


def _to_utc(timing: Timing, day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=timing.zone_info).astimezone(UTC)
