"""Receivers that misbehave in every way a receiver can, and note what they have taken.

A receiver has taken a message when it has answered for it; what it heard before it hung, broke
off or refused does not count, as it does not for the people behind it.
"""

from __future__ import annotations

import asyncio
import socket
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

HOOK_MODES = ("well", "500", "429", "redirect", "hang", "reset", "cut", "slow", "ack_and_die")
MAIL_MODES = ("well", "554", "451", "no_recipient", "hang", "die_in_data", "ack_and_die")
NOT_TAKEN = ("500", "429", "redirect", "hang", "reset", "cut", "slow")


@dataclass
class Taken:
    """What a receiver has taken: how often each id, in which mode it is, and what it heard."""

    mode: str = "well"
    taken: Counter[str] = field(default_factory=Counter)
    heard: int = 0
    bodies: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)
    port: int = 0


@contextmanager
def run_hook() -> Iterator[Taken]:
    """Run a webhook in a thread."""
    sink = Taken()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            sink.heard += 1
            sink.headers.append({name.lower(): value for name, value in self.headers.items()})
            sink.bodies.append(body)
            _answer(self, sink)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    sink.port = int(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield sink
    finally:
        sink.release.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _answer(handler: BaseHTTPRequestHandler, sink: Taken) -> None:
    handler.close_connection = True
    key = str(handler.headers["webhook-id"])
    match sink.mode:
        case "hang":
            sink.release.wait(20)
        case "reset":
            _reset(handler.connection)
        case "cut":
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\nhalf")
        case "slow":
            _dribble(handler, sink)
        case "redirect":
            handler.wfile.write(
                b"HTTP/1.1 307 Go\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
            )
        case "500" | "429":
            handler.wfile.write(f"HTTP/1.1 {sink.mode} No\r\nContent-Length: 0\r\n\r\n".encode())
        case _:
            sink.taken[key] += 1
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            if sink.mode == "ack_and_die":
                handler.wfile.flush()
                handler.connection.shutdown(socket.SHUT_RDWR)


def _dribble(handler: BaseHTTPRequestHandler, sink: Taken) -> None:
    """Send a byte of the head now and then, never all of it."""
    for byte in b"HTTP/1.1 200 OK\r\nX: " + b"a" * 400:
        try:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
        except OSError:
            return
        if sink.release.wait(0.1):
            return


def _reset(connection: socket.socket) -> None:
    """Close as a crash does: the peer gets a reset, not an end."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


class MailHandler:
    """Takes mails, or not, by the mode of its sink."""

    def __init__(self, sink: Taken) -> None:
        self.sink = sink

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Refuse the second recipient, where that is the mode."""
        if self.sink.mode == "no_recipient" and envelope.rcpt_tos:
            return "550 Nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a message, or refuse it, or fall silent, or fall over."""
        sink, content = self.sink, envelope.content
        sink.heard += 1
        if sink.mode == "hang":
            while not sink.release.is_set():
                await asyncio.sleep(0.05)
            return "451 Too late"
        if sink.mode == "die_in_data":
            _abort(server)
            return "451 Gone"
        if sink.mode in ("554", "451"):
            return f"{sink.mode} No"
        assert isinstance(content, bytes)
        sink.bodies.append(content)
        sink.taken[str(message_from_bytes(content)["Message-ID"])] += 1
        if sink.mode == "ack_and_die":
            asyncio.get_running_loop().call_later(0.02, _abort, server)
        return "250 Taken"


def _abort(server: SMTP) -> None:
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()


@contextmanager
def run_mail() -> Iterator[Taken]:
    """Run a mail server in a thread."""
    sink = Taken()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        sink.port = int(free.getsockname()[1])
    controller = Controller(MailHandler(sink), hostname="127.0.0.1", port=sink.port)
    controller.start()
    try:
        yield sink
    finally:
        sink.release.set()
        controller.stop()
