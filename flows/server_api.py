"""The few questions we ask a Prefect server without importing Prefect (which takes two seconds)."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

TIMEOUT_SECONDS = 10.0

# So a server answers whose database is locked for a moment; Prefect's own client asks again too.
BUSY = frozenset((429, 502, 503))
PAUSES = (0.2, 0.5, 1.0, 2.0, 4.0)
"""Seconds between two tries to ask a server that is busy."""


def is_answering(api_url: str) -> bool:
    """Whether anything answers at an API URL; a refusal is an answer too."""
    try:
        with urlopen(f"{api_url}/health", timeout=TIMEOUT_SECONDS):  # noqa: S310
            return True
    except HTTPError:
        return True
    except (URLError, OSError):
        return False


def is_healthy(api_url: str) -> bool:
    """Whether a Prefect server is up and says so."""
    try:
        with urlopen(f"{api_url}/health", timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
            return bool(answer.status == 200 and json.load(answer) is True)
    except (URLError, OSError, ValueError):
        return False


def wait_until_healthy(api_url: str, seconds: float, keep_waiting: Callable[[], bool]) -> bool:
    """Wait for a server to be healthy; stop early when `keep_waiting` says no."""
    deadline = time.monotonic() + seconds
    while keep_waiting() and time.monotonic() < deadline:
        if is_healthy(api_url):
            return True
        time.sleep(0.1)
    return False


def ask(api_url: str, path: str, body: object | None = None, method: str = "POST") -> Any:  # noqa: ANN401
    """Send JSON, return JSON (None for an empty answer); a busy server is asked again.

    Raises:
        OSError: the server does not answer, answers with an error, or stays busy.
    """
    for pause in PAUSES:
        try:
            return _send(api_url, path, body, method)
        except HTTPError as error:
            if error.code not in BUSY:
                raise
            time.sleep(pause)
    return _send(api_url, path, body, method)


def _send(api_url: str, path: str, body: object | None, method: str) -> Any:  # noqa: ANN401
    data = None if body is None else json.dumps(body).encode()
    request = Request(  # noqa: S310 - the URL is the server we started or were given
        f"{api_url}{path}",
        data=data,
        method=method,
        headers={"Content-Type": "application/json"},
    )
    with urlopen(request, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
        text = answer.read()
    return json.loads(text) if text else None


def find_free_port() -> int:
    """Return a port of 127.0.0.1 on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_port_free(port: int) -> bool:
    """Whether a server could listen on a port of 127.0.0.1."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
