"""Real receivers on loopback: a webhook and a mail server that can be told to misbehave."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Webhook:
    """A webhook: what it received, and how it answers (`status`, or not until `release` is set)."""

    port: int
    status: int = 200
    hangs: bool = False
    received: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        """The Apprise URL of this webhook, with a secret in it."""
        return f"json://watcher:hunter2secret@127.0.0.1:{self.port}/hook-token-4711"


@contextmanager
def run_webhook() -> Iterator[Webhook]:
    """Run a webhook in a thread."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if sink.hangs:
                sink.release.wait(30)
                return
            sink.received.append(json.loads(body))
            sink.keys.append(self.headers["Idempotency-Key"])
            self.send_response(sink.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    sink = Webhook(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield sink
    finally:
        sink.release.set()
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Mailbox:
    """A mail server: what it received, and the answer it gives to a message."""

    port: int = 0
    answer: str = "250 Taken"
    received: list[bytes] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The Apprise URL of this mail server."""
        return (
            f"mailto://127.0.0.1:{self.port}/?mode=insecure"
            "&from=herewith@example.org&to=desk@example.org"
        )

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a message, or refuse it."""
        if self.answer.startswith("250") and isinstance(envelope.content, bytes):
            self.received.append(envelope.content)
        return self.answer


@contextmanager
def run_mailbox() -> Iterator[Mailbox]:
    """Run a mail server in a thread."""
    mailbox = Mailbox(port=_find_port())
    controller = Controller(mailbox, hostname="127.0.0.1", port=mailbox.port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()


def _find_port() -> int:
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        return int(server.server_address[1])
