"""From which day to which a listing was read whole: what is absent in between is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from tasks.fetch.pages import Listed
from tasks.records import ListedSpan


def measure_spans(listings: Sequence[Listed]) -> tuple[ListedSpan, ...]:
    """Measure what each listing covers; empty where one of them does not let itself be judged.

    One with a page that failed or was not sent anew, or that does not keep its order, newest
    first, names items of which nobody can say where they ought to stand.
    """
    spans = [_measure(one) for one in listings]
    return tuple(span for span in spans if span is not None) if all(spans) else ()


def is_newest_first(dates: Iterable[date | None]) -> bool:
    """Whether those items that have a date stand in the order of their dates, newest first."""
    known = [one for one in dates if one is not None]
    return all(first >= second for first, second in pairwise(known))


def _measure(listed: Listed) -> ListedSpan | None:
    dates = [one.listed_date for one in listed.discoveries]
    known = [one for one in dates if one is not None]
    if listed.failure is not None or not listed.is_whole or not known:
        return None
    return ListedSpan(oldest=min(known), newest=max(known)) if is_newest_first(dates) else None
