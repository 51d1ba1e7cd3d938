"""Questions to a Prefect server: one that is busy for a moment is asked again, and no other."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError

import pytest

from flows.server_api import ask


@contextmanager
def answer_with(statuses: list[int]) -> Iterator[str]:
    """Serve these statuses in turn on loopback, each with an empty list."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # the name is http.server's
            self.send_response(statuses.pop(0))
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"[]")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/api"
        server.shutdown()
        thread.join()


def test_a_server_that_is_busy_is_asked_again() -> None:
    statuses = [503, 429, 200]
    with answer_with(statuses) as api_url:
        assert ask(api_url, "/flow_runs/filter", {}) == []
    assert statuses == []


def test_another_refusal_is_said_at_once() -> None:
    statuses = [404, 200]
    with (
        answer_with(statuses) as api_url,
        pytest.raises(HTTPError, match="404") as caught,
    ):
        ask(api_url, "/flow_runs/filter", {})
    caught.value.close()
    assert statuses == [200]
