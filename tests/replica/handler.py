"""One request at a time: reads it, lets trouble or the world answer, writes the answer."""

from __future__ import annotations

import socket
import time
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from tests.replica.answers import Answer, Asked
from tests.replica.control import CONTROL, answer_control
from tests.replica.trouble import TroubleKind, answer_trouble

if TYPE_CHECKING:
    from tests.replica.server import Replica


class ReplicaHandler(BaseHTTPRequestHandler):
    """Speaks HTTP/1.1 with kept-alive connections; logs to the replica, not to the terminal."""

    protocol_version = "HTTP/1.1"
    server_version = "Replica"
    timeout = 30
    # Answers of two writes (head, body) would else wait for the client's delayed acknowledgement.
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer a GET."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer a HEAD as a GET without its body."""
        self._answer()

    def do_POST(self) -> None:
        """Answer a POST: the control path only."""
        self._answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
        """Say nothing: the replica keeps its own log."""

    @property
    def replica(self) -> Replica:
        """The replica this request belongs to."""
        found: Replica = self.server.replica  # type: ignore[attr-defined]  # set by Replica
        return found

    def _answer(self) -> None:
        asked = self._read()
        if asked.host == CONTROL:
            self._send(asked, answer_control(asked, self.replica))
        elif asked.method == "POST":
            self._finish(asked, Answer(405, b"", headers=(("Allow", "GET, HEAD"),)))
        else:
            self._answer_world(asked)

    def _answer_world(self, asked: Asked) -> None:
        trouble = self.replica.world.troubles.take(asked)
        if trouble is None:
            self._finish(asked, self.replica.answer(asked))
        elif trouble.kind is TroubleKind.SLOW:
            time.sleep(trouble.seconds or 1.0)
            self._finish(asked, self.replica.answer(asked))
        elif trouble.kind is TroubleKind.DROP:
            self._hang_up(asked)
        elif trouble.kind is TroubleKind.TRUNCATE:
            self._finish(asked, answer_trouble(trouble), missing=1000)
            self._hang_up(None)
        else:
            self._finish(asked, answer_trouble(trouble))

    def _read(self) -> Asked:
        """Drain the body (none is ever used) and split host and path."""
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = urlsplit(self.path)
        host, _, path = parts.path.lstrip("/").partition("/")
        query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        return Asked(host, "/" + unquote(path), query, parts.query, headers, self.command)

    def _finish(self, asked: Asked, answer: Answer, missing: int = 0) -> None:
        # Logged before it is sent: who has the answer can rely on finding it in the log.
        self.replica.note(asked, answer.status)
        self._send(asked, answer, missing)

    def _send(self, asked: Asked, answer: Answer, missing: int = 0) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.status != 304:
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body) + missing))
        self.end_headers()
        if asked.method != "HEAD":
            self.wfile.write(answer.body)

    def _hang_up(self, asked: Asked | None) -> None:
        """Close the connection in the middle; status 0 in the log means no answer."""
        if asked is not None:
            self.replica.note(asked, 0)
        self.close_connection = True
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_RDWR)
