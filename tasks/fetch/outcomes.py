"""What an answer means: every status, body and breakdown has one typed outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import httpcore
import httpx

from tasks.fetch.magic import Accept, Form, is_acceptable, sniff_form
from tasks.fetch.marks import find_challenge, find_obstacle
from tasks.fetch.transport import ForbiddenPeerError
from tasks.fetch.trust import explain_refusal
from warehouse.errors import FetchError
from warehouse.vocabulary import Outcome, Reason

_BLOCKED = frozenset({401, 403, 407, 451})
_ABSENT = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one answer; a failure has a reason and one line for people."""

    outcome: Outcome
    reason: Reason | None = None
    message: str | None = None

    @property
    def is_ok(self) -> bool:
        """Whether there are bytes to work with."""
        return self.outcome is Outcome.NEW


def failed(reason: Reason, message: str) -> Verdict:
    """Make a failure."""
    return Verdict(Outcome.FAILED, reason, message)


def not_yet(reason: Reason, message: str) -> Verdict:
    """Make a “not there yet”: asked for again in the next run."""
    return Verdict(Outcome.NOT_YET_AVAILABLE, reason, message)


def judge_answer(
    status: int, headers: Mapping[str, str], body: bytes, accept: Accept, path: str
) -> Verdict:
    """Judge a complete answer other than 304; `path` is that of the address which gave it."""
    if status in (200, 203):
        return _judge_body(headers, body, accept, path)
    return _judge_status(status, headers, body, accept)


def judge_not_modified(*, is_conditional: bool) -> Verdict:
    """Judge a 304."""
    if is_conditional:
        return Verdict(Outcome.UNCHANGED)
    return failed(Reason.UNEXPECTED_CONTENT, "304 to a request that was not conditional")


def judge_error(error: Exception, status: int | None = None) -> Verdict:
    """Judge what broke before an answer was complete; `status` if it had begun."""
    if isinstance(error, FetchError):
        return failed(error.reason, str(error))
    if isinstance(error, ForbiddenPeerError | httpx.HTTPError | httpx.InvalidURL | UnicodeError):
        return failed(Reason.REDIRECT_REFUSED, _one_line(error))
    if refusal := explain_refusal(error):
        return failed(Reason.UNTRUSTED_CERTIFICATE, refusal)
    if isinstance(error, httpcore.ConnectTimeout):
        return failed(Reason.UNREACHABLE, _one_line(error) or "no connection in time")
    if isinstance(error, TimeoutError | httpcore.TimeoutException):
        return failed(Reason.TIMED_OUT, "no complete answer in time")
    reason = Reason.UNREACHABLE if status is None else Reason.SERVER_ERROR
    return failed(reason, _one_line(error) or "the connection broke")


def _judge_status(status: int, headers: Mapping[str, str], body: bytes, accept: Accept) -> Verdict:
    if challenge := _find_challenge(status, headers, body):
        return failed(Reason.CHALLENGE_PAGE, f"HTTP {status}: {challenge}")
    if status == 429:
        return failed(Reason.RATE_LIMITED, "HTTP 429: too many requests")
    if status in _BLOCKED or status == 202:
        return failed(Reason.BLOCKED, f"HTTP {status}")
    if status in _ABSENT and accept.is_document:
        return not_yet(Reason.NOT_PUBLISHED_YET, f"HTTP {status}")
    if status in _ABSENT:
        return failed(Reason.NOT_FOUND, f"HTTP {status}")
    if status == 408:
        return failed(Reason.TIMED_OUT, "HTTP 408")
    if status >= 500:
        return failed(Reason.SERVER_ERROR, f"HTTP {status}")
    return failed(Reason.UNEXPECTED_CONTENT, f"HTTP {status}")


def _find_challenge(status: int, headers: Mapping[str, str], body: bytes) -> str | None:
    """The mark of a challenge on a page that does not say 200.

    A decoy pretends to be a page: words of regret on one that says what it is only explain it. A
    page for what is not there is often an empty frame that asks for JavaScript.
    """
    find = find_challenge if status in _ABSENT else find_obstacle
    found = find(headers, body)
    return found[1] if found is not None and found[0] is Reason.CHALLENGE_PAGE else None


def _judge_body(headers: Mapping[str, str], body: bytes, accept: Accept, path: str) -> Verdict:
    if accept.is_document:
        return _judge_document(headers, body, path)
    if not body.strip():
        return failed(Reason.EMPTY_BODY, "an empty body")
    form = sniff_form(body)
    if form is Form.HTML and (obstacle := find_obstacle(headers, body)):
        return failed(*obstacle)
    if is_acceptable(form, accept):
        return Verdict(Outcome.NEW)
    return failed(Reason.UNEXPECTED_CONTENT, f"{form} where a {accept} was promised")


def _judge_document(headers: Mapping[str, str], body: bytes, path: str) -> Verdict:
    """The UN's store says “not there” with a page or with nothing, and status 200.

    That page may well be an empty frame that asks for JavaScript; only the certain marks of a
    challenge make it one.
    """
    form = sniff_form(body)
    if form is Form.DOCUMENT:
        return Verdict(Outcome.NEW)
    if not body.strip():
        return not_yet(Reason.NOT_PUBLISHED_YET, "an empty body where a document was promised")
    if obstacle := find_challenge(headers, body):
        return failed(*obstacle)
    if path.rstrip("/").endswith("/error"):
        return failed(Reason.NOT_FOUND, "the store does not know such a symbol")
    if form in (Form.HTML, Form.XML):
        return not_yet(Reason.NOT_PUBLISHED_YET, "a page where a document was promised")
    return failed(Reason.UNEXPECTED_CONTENT, f"{form} where a document was promised")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
