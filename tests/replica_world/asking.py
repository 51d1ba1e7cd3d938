"""A plain HTTP client for asking the replica, without redirects or retries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection

from tests.replica.server import Replica

ACCESS = "/documents.un.org/api/symbol/access"


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, headers (lower-case names) and body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def ask(
    replica: Replica, path: str, headers: Mapping[str, str] | None = None, method: str = "GET"
) -> Reply:
    """Send one request to `/HOST/PATH?QUERY`."""
    connection = HTTPConnection("127.0.0.1", replica.port, timeout=20)
    try:
        connection.request(method, path, headers=dict(headers or {}))
        response = connection.getresponse()
        names = {name.lower(): value for name, value in response.getheaders()}
        return Reply(response.status, names, response.read())
    finally:
        connection.close()


def follow(replica: Replica, path: str) -> Reply:
    """Follow redirects, taking `https://HOST/PATH` for `/HOST/PATH`."""
    reply = ask(replica, path)
    while reply.status in (301, 302):
        path = "/" + reply.headers["location"].removeprefix("https://")
        reply = ask(replica, path)
    return reply
