"""robots.txt, read once a host and run, as RFC 9309 says and a little stricter.

2xx is parsed. 404 and the other 4xx mean that everything is allowed, but 401 and 403 are taken
as a refusal and 429 as a wish for rest. With 5xx, or when nothing answers, nothing of the host
is asked in this run; the reason is then what really happened, not “refused”. A challenge page
in place of robots.txt shuts the host for this run too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from protego import Protego

from tasks.fetch.magic import Form, sniff_form
from tasks.fetch.marks import find_obstacle
from tasks.fetch.outcomes import Verdict, failed
from warehouse.vocabulary import Outcome, Reason

TOKEN = "herewith"  # noqa: S105 - the product token of RFC 9309
SIZE_LIMIT_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """What one host allows; `parser` null means everything, `refusal` means nothing."""

    parser: Protego | None = None
    refusal: Verdict | None = None

    def check(self, url: str) -> Verdict | None:
        """Why an address may not be asked, or null."""
        if self.refusal is not None:
            return self.refusal
        if self.parser is None or self.parser.can_fetch(url, TOKEN):
            return None
        return failed(Reason.ROBOTS_REFUSED, "robots.txt disallows this address")

    @property
    def seconds_between_requests(self) -> float:
        """The larger of Crawl-delay and Request-rate, in seconds."""
        if self.parser is None:
            return 0.0
        rate = self.parser.request_rate(TOKEN)
        by_rate = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(self.parser.crawl_delay(TOKEN) or 0.0, by_rate)


def judge_robots(status: int, headers: Mapping[str, str], body: bytes) -> Verdict:
    """Judge the answer to a request for robots.txt."""
    if 200 <= status < 300:
        if sniff_form(body) is Form.HTML and (obstacle := find_obstacle(headers, body)):
            return failed(*obstacle)
        return Verdict(Outcome.NEW)
    if status in (401, 403):
        return failed(Reason.ROBOTS_REFUSED, f"HTTP {status}, taken as a refusal")
    if status == 429:
        return failed(Reason.RATE_LIMITED, "HTTP 429: too many requests")
    if 400 <= status < 500:
        return Verdict(Outcome.UNCHANGED, None, f"HTTP {status}: everything is allowed")
    return failed(Reason.SERVER_ERROR, f"HTTP {status}")


def read_rules(verdict: Verdict, body: bytes) -> RobotsRules:
    """Make the rules of a host from what came of asking for its robots.txt."""
    if verdict.outcome is Outcome.NEW:
        return RobotsRules(parser=Protego.parse(body.decode("utf-8-sig", errors="replace")))
    if verdict.outcome is Outcome.UNCHANGED:
        return RobotsRules()
    if verdict.reason in (Reason.UNREACHABLE, Reason.UNTRUSTED_CERTIFICATE):
        return RobotsRules(refusal=verdict)
    message = f"robots.txt: {verdict.message}; nothing of this host is asked in this run"
    return RobotsRules(refusal=Verdict(verdict.outcome, verdict.reason, message))
