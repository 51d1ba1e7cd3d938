"""The way to the network: names are resolved once, checked, and only then connected to.

httpx resolves names deep inside the connection, after any check that a caller could make; a
name that answers with a public address first and a private one a moment later (DNS rebinding)
would slip through. Here the resolution happens in the network backend, the one public seam of
httpcore, and the connection goes to the very address that was checked. TLS still verifies the
certificate against the name.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

import httpcore
import httpx

from tasks.fetch.addresses import is_public, parse_ip

Resolver = Callable[[str, int], Awaitable[list[str]]]
Peer = tuple[str, int]


class ForbiddenPeerError(httpcore.ConnectError):
    """A name that leads to an address which is never contacted; it is not asked again."""


async def resolve_name(host: str, port: int) -> list[str]:
    """Resolve a name in a thread that cannot hold up the end of the program.

    Raises:
        OSError: the name does not resolve.
    """
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[str]] = loop.create_future()

    def look_up() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            outcome: list[str] | OSError = [str(row[4][0]) for row in rows]
        except (OSError, UnicodeError) as error:
            outcome = error if isinstance(error, OSError) else OSError(str(error))
        # When the loop is gone by now, nobody waits for the answer any more.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(_settle, found, outcome)

    threading.Thread(target=look_up, daemon=True, name=f"resolve {host}").start()
    return await found


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Connects to public addresses only, or to one given peer (the replica) and nothing else."""

    def __init__(self, only_peer: Peer | None = None, resolver: Resolver = resolve_name) -> None:
        self._only_peer = only_peer
        self._resolver = resolver
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Resolve, check every address, and connect to the first that answers.

        Raises:
            ForbiddenPeerError: an address of the name is private, loopback or link-local.
            httpcore.ConnectError, httpcore.ConnectTimeout: nothing answered.
        """
        deadline = None if timeout is None else time.monotonic() + timeout
        addresses = await self._find_addresses(host, port, timeout)
        failure: Exception = httpcore.ConnectError(f"{host}: no address")
        for position, address in enumerate(addresses):
            share = _share(deadline, len(addresses) - position)
            try:
                return await self._inner.connect_tcp(
                    address, port, share, local_address, socket_options
                )
            except httpcore.ConnectTimeout:
                failure = httpcore.ConnectTimeout(f"{host}: no connection in time")
            except httpcore.ConnectError as error:
                failure = httpcore.ConnectError(f"{host}: {error}")
        raise failure

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: nothing that is fetched is on a local socket."""
        raise ForbiddenPeerError(f"a local socket is never asked: {path}")

    async def sleep(self, seconds: float) -> None:
        """Wait, as httpcore asks for between its own tries."""
        await asyncio.sleep(seconds)

    async def _find_addresses(self, host: str, port: int, limit: float | None) -> list[str]:
        if self._only_peer is not None:
            if (host, port) != self._only_peer:
                raise ForbiddenPeerError(f"with a replica {host}:{port} is never asked")
            return [host] if parse_ip(host) else ["127.0.0.1"]
        addresses = await self._resolve(host, port, limit)
        for address in addresses:
            if not is_public(ipaddress.ip_address(address.split("%")[0])):
                raise ForbiddenPeerError(f"{host} leads to the private address {address}")
        return _interleave(addresses)

    async def _resolve(self, host: str, port: int, limit: float | None) -> list[str]:
        try:
            async with asyncio.timeout(limit):
                return list(dict.fromkeys(await self._resolver(host, port)))
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(f"{host}: the name was not resolved in time") from error
        except OSError as error:
            raise httpcore.ConnectError(f"{host}: {error.strerror or error}") from error


class GuardedTransport(httpx.AsyncBaseTransport):
    """An httpx transport over an httpcore pool with the guarded backend.

    What goes wrong below is raised as httpcore's own exceptions.
    """

    def __init__(self, backend: GuardedBackend, tls: ssl.SSLContext | None, *, http2: bool) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=tls, http2=http2, network_backend=backend, keepalive_expiry=15
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request and give the response with its body still unread."""
        url = request.url
        answer = await self._pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Stream(answer),
            extensions=answer.extensions,
        )

    async def aclose(self) -> None:
        """Close all connections."""
        await self._pool.aclose()


class _Stream(httpx.AsyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._answer.aiter_stream():
            yield part

    async def aclose(self) -> None:
        await self._answer.aclose()


def _settle(found: asyncio.Future[list[str]], outcome: list[str] | OSError) -> None:
    if found.done():
        return
    if isinstance(outcome, OSError):
        found.set_exception(outcome)
    else:
        found.set_result(outcome)


def _interleave(addresses: list[str]) -> list[str]:
    """Take the first of each family in turn, four at most: a broken family costs one try."""
    first = [address for address in addresses if ":" in address]
    second = [address for address in addresses if ":" not in address]
    if addresses and ":" not in addresses[0]:
        first, second = second, first
    mixed = [a for pair in zip(first, second, strict=False) for a in pair]
    return list(dict.fromkeys([*mixed, *first, *second]))[:4]


def _share(deadline: float | None, tries_left: int) -> float | None:
    if deadline is None:
        return None
    return max((deadline - time.monotonic()) / tries_left, 0.05)
