"""Marks of pages that answer in another page's place: bot challenges, and decoys that say 200.

The one list of them; `tasks/fetch/marks.py` looks for them in every answer, with care, and the
parsers where a page does not hold what it must.
"""

from __future__ import annotations

from warehouse.vocabulary import Reason

CHALLENGE_HEADERS = {"x-amzn-waf-action": "challenge", "cf-mitigated": "challenge"}
"""Response headers that say so themselves: name, and what stands in the value."""

CERTAIN_CHALLENGES = (
    b"bobcmn",
    b"tspd_101",
    b"cf_chl_",
    b"cf-browser-verification",
    b"/cdn-cgi/challenge-platform/h/",
    b"awswafintegration",
    b"data processing... please, wait",
)
"""Marks that stand on no other page."""

LIKELY_CHALLENGES = (
    b"enable javascript",
    b"enable cookies",
    b"checking your browser",
    b"verify you are human",
    b"verifying you are human",
    b"are you a robot",
    b"just a moment...",
    b"captcha",
    b"challenge-platform",
    b"_incapsula_resource",
    b"awswaf",
    b"ddos protection",
)
"""Marks that an ordinary page may hold as well, in its words or its scripts."""

DECOYS = (
    b"technical difficulties",
    b"sorry for the inconvenience",
    b"under maintenance",
    b"temporarily unavailable",
)
"""Words of a page that only pretends to be the one asked for; an ordinary text may say them."""


def find_mark(body: bytes) -> Reason | None:
    """Name what stands in the page's place, or None where no mark is known.

    Only for a page that does not hold what it must: an ordinary one may contain such words.
    """
    lowered = body.lower()
    if any(mark in lowered for mark in (*CERTAIN_CHALLENGES, *LIKELY_CHALLENGES)):
        return Reason.CHALLENGE_PAGE
    if any(mark in lowered for mark in DECOYS):
        return Reason.DECOY_PAGE
    return None
