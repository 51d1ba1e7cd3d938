"""Trouble on demand: what goes wrong out there, scripted by host and path."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from tests.replica.answers import HTML, Answer, Asked


class TroubleKind(StrEnum):
    """What can go wrong; SLOW answers as usual after a while, the others never do."""

    UNAVAILABLE = "unavailable"
    BAD_GATEWAY = "bad_gateway"
    FORBIDDEN = "forbidden"
    TOO_MANY = "too_many"
    EMPTY = "empty"
    HTML = "html"
    CHALLENGE = "challenge"
    DECOY = "decoy"
    SLOW = "slow"
    DROP = "drop"
    TRUNCATE = "truncate"


@dataclass(slots=True)
class Trouble:
    """One script: for addresses of `host` that begin with `prefix`, the next `times` requests.

    `times` null means for ever; `seconds` is the wait of SLOW and the Retry-After of TOO_MANY
    and UNAVAILABLE (null: no such header).
    """

    host: str
    prefix: str
    kind: TroubleKind
    times: int | None = 1
    seconds: float | None = None

    def concerns(self, asked: Asked) -> bool:
        """Whether it is about this request; robots.txt only when the prefix names it."""
        address = unquote(f"{asked.path}?{asked.raw_query}")
        if asked.path == "/robots.txt" and not self.prefix.startswith("/robots"):
            return False
        return self.host == asked.host and address.startswith(unquote(self.prefix))


class Troubles:
    """All scripts that are running; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: list[Trouble] = []

    def add(self, trouble: Trouble) -> None:
        """Start one; later ones go first."""
        with self._lock:
            self._running.insert(0, trouble)

    def clear(self) -> None:
        """End all."""
        with self._lock:
            self._running.clear()

    def take(self, asked: Asked) -> Trouble | None:
        """Return the trouble this request meets, counting it down."""
        with self._lock:
            for trouble in self._running:
                if trouble.concerns(asked):
                    return self._use(trouble)
        return None

    def _use(self, trouble: Trouble) -> Trouble:
        if trouble.times is not None:
            trouble.times -= 1
            if trouble.times <= 0:
                self._running.remove(trouble)
        return trouble


def answer_trouble(trouble: Trouble) -> Answer:
    """Return what the client gets; SLOW, DROP and TRUNCATE are the server's to play."""
    status, page = _PAGES[trouble.kind]
    wait = trouble.seconds
    headers = (("Retry-After", f"{wait:.0f}"),) if wait is not None and status in (429, 503) else ()
    return Answer(status, page.encode(), HTML, headers)


_PAGES = {
    TroubleKind.UNAVAILABLE: (503, "<html><body>503 Service Unavailable</body></html>"),
    TroubleKind.BAD_GATEWAY: (502, "<html><body>" + "502 Bad Gateway " * 33 + "</body></html>"),
    TroubleKind.FORBIDDEN: (403, "<html><body>403 Forbidden</body></html>"),
    TroubleKind.TOO_MANY: (429, "<html><body>429 Too Many Requests</body></html>"),
    TroubleKind.EMPTY: (200, ""),
    TroubleKind.HTML: (
        200,
        "<html><body>" + "<p>Please come back later.</p>" * 40 + "</body></html>",
    ),
    TroubleKind.CHALLENGE: (
        200,
        "<html><head><title>One moment</title></head><body>"
        "<p>Data processing... Please, wait.</p><script>window['bobcmn'] = '1';</script>"
        "<noscript>Please enable JavaScript to view the page content.</noscript></body></html>",
    ),
    TroubleKind.DECOY: (
        200,
        "<html><head><title>Technical Difficulties</title></head><body>"
        "<h1>Technical Difficulties</h1><p>Sorry for the inconvenience.</p></body></html>",
    ),
    TroubleKind.SLOW: (200, ""),
    TroubleKind.DROP: (200, ""),
    TroubleKind.TRUNCATE: (200, "<html><body>half of a p"),
}
