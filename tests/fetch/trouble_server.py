"""A small local server that answers as each test scripts it, and keeps count."""

from __future__ import annotations

import contextlib
import math
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Seen:
    """One request as the server saw it; `path` begins with the host it was meant for.

    `ended` is when the answer began to go out, so that it always lies before the next request
    of a client that waits for its answers.
    """

    path: str
    headers: Mapping[str, str]
    started: float
    ended: float = math.inf

    @property
    def host(self) -> str:
        return self.path.split("/")[1]


@dataclass
class TroubleServer:
    """Answers `/HOST/PATH?QUERY` on loopback; a context manager.

    `routes` maps such a path to its answers: one a request, the last one for ever after.
    What is not scripted is a 404, robots.txt included. With a `certificate` it speaks TLS.
    """

    routes: dict[str, list[Answer]] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    certificate: Path | None = None

    def __enter__(self) -> Self:
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _make_handler(self))
        self._http.daemon_threads = True
        if self.certificate is not None:
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(self.certificate)
            # The handshake is left to the thread of each connection.
            self._http.socket = tls.wrap_socket(
                self._http.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        return int(self._http.server_address[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def on(self, address: str, *answers: Answer) -> None:
        """Script the answers for an original https address."""
        self.routes["/" + address.removeprefix("https://")] = list(answers)

    def paths(self, *, with_robots: bool = False) -> list[str]:
        """The paths asked for so far, in order."""
        found = [one.path for one in self.seen]
        return [path for path in found if with_robots or not path.endswith("/robots.txt")]

    def count(self, address: str) -> int:
        """How often an original https address was asked for."""
        return self.paths(with_robots=True).count("/" + address.removeprefix("https://"))

    def last(self) -> Seen:
        return self.seen[-1]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request by the script and write it down."""
        seen = Seen(handler.path, dict(handler.headers.items()), time.monotonic())
        with self._lock:
            self.seen.append(seen)
            script = self.routes.get(handler.path, [reply(404, b"nothing here")])
            act = script.pop(0) if len(script) > 1 else script[0]
        try:
            act(handler)
        except (BrokenPipeError, ConnectionResetError):
            handler.close_connection = True

    def note_end(self, path: str) -> None:
        """Note that the newest request for `path` is being answered now."""
        with self._lock:
            newest = next(one for one in reversed(self.seen) if one.path == path)
            newest.ended = time.monotonic()


def reply(status: int, body: bytes = b"", **headers: str) -> Answer:
    """A whole answer; `content_type=…` becomes `content-type`."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if status != 304:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return act


def redirect(location: str, status: int = 302) -> Answer:
    return reply(status, b"", location=location)


def conditional(body: bytes, etag: str, last_modified: str | None = None) -> Answer:
    """200 with validators, and 304 to whoever sends them back."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        headers = {"etag": etag, **({"last_modified": last_modified} if last_modified else {})}
        is_known = handler.headers.get("If-None-Match") == etag
        reply(304 if is_known else 200, b"" if is_known else body, **headers)(handler)

    return act


def pause(seconds: float, then: Answer) -> Answer:
    def act(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(seconds)
        then(handler)

    return act


def drip(piece: bytes, times: int, seconds: float) -> Answer:
    """A body that comes a piece at a time, without a length."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.close_connection = True
        for _ in range(times):
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(seconds)

    return act


def endless(piece: bytes, **headers: str) -> Answer:
    """A body that never ends."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        while True:
            handler.wfile.write(piece)

    return act


def drop(body: bytes, promised: int) -> Answer:
    """An answer that breaks off after `body`, short of the length it promised."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(promised))
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return act


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    """Close the connection without a word."""
    handler.close_connection = True


def _make_handler(server: TroubleServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def send_response(self, code: int, message: str | None = None) -> None:
            server.note_end(self.path)
            super().send_response(code, message)

        def handle(self) -> None:
            # A client that does not like the certificate hangs up in the handshake.
            with contextlib.suppress(ssl.SSLError, ConnectionResetError):
                super().handle()

        def do_GET(self) -> None:
            server.answer(self)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Stay silent."""

    return Handler
