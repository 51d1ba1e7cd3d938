"""Marks of pages that answer in another page's place: bot challenges and decoys.

They are looked for only where a page does not hold what it must: an ordinary page may well
contain one of these words.
"""

from __future__ import annotations

from warehouse.vocabulary import Reason

CHALLENGES = (
    b"bobcmn",
    b"tspd_101",
    b"data processing... please, wait",
    b"enable javascript",
    b"enable cookies",
    b"checking your browser",
    b"verify you are human",
    b"just a moment...",
    b"cf_chl_",
    b"challenge-platform",
    b"_incapsula_resource",
    b"awswaf",
    b"g-recaptcha",
    b"ddos protection",
)
DECOYS = (
    b"technical difficulties",
    b"sorry for the inconvenience",
    b"under maintenance",
    b"temporarily unavailable",
)


def find_mark(body: bytes) -> Reason | None:
    """Name what stands in the page's place, or None where no mark is known."""
    lowered = body.lower()
    if any(mark in lowered for mark in CHALLENGES):
        return Reason.CHALLENGE_PAGE
    if any(mark in lowered for mark in DECOYS):
        return Reason.DECOY_PAGE
    return None
