"""HEREWITH_REPLICA: where the world's addresses are answered by a stand-in on loopback."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from tasks.fetch.addresses import read_host


@dataclass(frozen=True, slots=True)
class Mapping:
    """`https://HOST/PATH?QUERY` ↔ `http://127.0.0.1:PORT/HOST/PATH?QUERY`.

    Without a replica nothing is mapped.
    """

    replica: str | None

    def outward(self, url: httpx.URL) -> httpx.URL:
        """Give the address that is really asked for an original address."""
        if self.replica is None:
            return url
        host = url.netloc.decode("ascii")
        return httpx.URL(f"{self.replica}/{host}{url.raw_path.decode('ascii')}")

    def inward(self, url: httpx.URL) -> httpx.URL:
        """Give the original address for one that names the replica itself."""
        if self.replica is None or not str(url).startswith(f"{self.replica}/"):
            return url
        return httpx.URL("https://" + str(url).removeprefix(f"{self.replica}/"))

    @property
    def peer(self) -> tuple[str, int] | None:
        """The replica's host and port: with a replica the only peer that is ever contacted."""
        if self.replica is None:
            return None
        url = httpx.URL(self.replica)
        return read_host(url), url.port or 80
