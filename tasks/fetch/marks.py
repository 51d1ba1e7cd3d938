"""The marks of pages that stand in the way: challenges, and decoys that answer 200."""

from __future__ import annotations

import re
from collections.abc import Mapping

from warehouse.vocabulary import Reason

_STRONG_CHALLENGE = (
    b"bobcmn",
    b"tspd_101",
    b"_cf_chl_opt",
    b"cf-browser-verification",
    b"/cdn-cgi/challenge-platform/h/",
    b"awswafintegration",
    b"_incapsula_resource",
    b"data processing... please, wait.",
)
_WEAK_CHALLENGE = (
    b"enable javascript",
    b"just a moment...",
    b"checking your browser",
    b"verify you are human",
    b"verifying you are human",
    b"are you a robot",
    b"captcha",
)
_DECOY = (b"technical difficulties", b"sorry for the inconvenience")
_CHALLENGE_HEADERS = {"x-amzn-waf-action": "challenge", "cf-mitigated": "challenge"}
_STUB_BYTES = 20_000
_STUB_TEXT_BYTES = 400


def find_obstacle(headers: Mapping[str, str], body: bytes) -> tuple[Reason, str] | None:
    """Recognise a challenge or decoy page; gives the reason and the mark that was seen.

    Marks that may also stand in an ordinary text count only on a page with hardly any text: a
    release about technical difficulties is not a decoy.
    """
    if certain := find_challenge(headers, body):
        return certain
    return _find_weak_mark(body.lower()) if len(body) <= _STUB_BYTES else None


def find_challenge(headers: Mapping[str, str], body: bytes) -> tuple[Reason, str] | None:
    """Recognise a challenge by marks that stand nowhere else."""
    for name, value in _CHALLENGE_HEADERS.items():
        if value in headers.get(name, "").lower():
            return Reason.CHALLENGE_PAGE, f"header {name}: {value}"
    if mark := _first_mark(body[:65_536].lower(), _STRONG_CHALLENGE):
        return Reason.CHALLENGE_PAGE, f"challenge page (“{mark}”)"
    return None


def _find_weak_mark(page: bytes) -> tuple[Reason, str] | None:
    if len(_visible_text(page)) > _STUB_TEXT_BYTES:
        return None
    if mark := _first_mark(page, _WEAK_CHALLENGE):
        return Reason.CHALLENGE_PAGE, f"challenge page (“{mark}”)"
    if mark := _first_mark(page, _DECOY):
        return Reason.DECOY_PAGE, f"decoy page (“{mark}”)"
    return None


def _first_mark(page: bytes, marks: tuple[bytes, ...]) -> str | None:
    return next((mark.decode("ascii") for mark in marks if mark in page), None)


def _visible_text(page: bytes) -> bytes:
    without_code = re.sub(rb"<(script|style)\b.*?</\1\s*>", b" ", page, flags=re.DOTALL)
    return b" ".join(re.sub(rb"<[^<>]*>", b" ", without_code).split())
