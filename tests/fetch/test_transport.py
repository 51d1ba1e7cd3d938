"""No name, literal or redirect leads to an address that is not public."""

from __future__ import annotations

import asyncio
import ipaddress
from pathlib import Path

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.fetch.addresses import is_public, is_public_host, is_same_house, registrable_name
from tasks.fetch.archive import ArchiveWriter
from tasks.fetch.client import Fetcher
from tasks.fetch.magic import Accept
from tasks.fetch.transport import ForbiddenPeerError, GuardedBackend, resolve_name
from tasks.settings import Settings
from tasks.sources.declaration import Politeness
from tests.fetch.trouble_server import TroubleServer
from warehouse.vocabulary import Reason

_PRIVATE = (
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "192.0.2.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
)


def private_addresses() -> st.SearchStrategy[ipaddress.IPv4Address]:
    networks = [ipaddress.IPv4Network(one) for one in _PRIVATE]
    whole = st.sampled_from(networks)
    return st.builds(
        lambda network, part: network[part % network.num_addresses], whole, st.integers(0, 2**32)
    )


@given(private_addresses())
def test_a_private_address_is_known_in_every_disguise(address: ipaddress.IPv4Address) -> None:
    assert not is_public(address)
    assert not is_public_host(str(address))
    packed = int(address)
    for prefix in ("::ffff:0:0", "64:ff9b::"):
        assert not is_public(ipaddress.IPv6Address(int(ipaddress.IPv6Address(prefix)) + packed))
    assert not is_public(ipaddress.IPv6Address((0x2002 << 112) + (packed << 80)))


@pytest.mark.parametrize("text", ["::1", "fe80::1", "fc00::1", "ff02::1", "::"])
def test_private_addresses_of_the_newer_protocol(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses_are_public(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.mfa.gov.az", "mfa.gov.az"),
        ("un.mfa.gov.az", "mfa.gov.az"),
        ("www.mfa.am", "mfa.am"),
        ("www.gov.uk", "www.gov.uk"),
        ("onu.delegfrance.org", "delegfrance.org"),
        ("www.diplomatie.gouv.fr", "diplomatie.gouv.fr"),
        ("MOFA.go.kr.", "mofa.go.kr"),
        ("10.0.0.1", "10.0.0.1"),
    ],
)
def test_the_name_its_owner_registered(host: str, name: str) -> None:
    assert registrable_name(host) == name


def test_only_the_houses_of_the_un_have_two_names() -> None:
    assert is_same_house("documents.un.org", "undocs.org")
    assert is_same_house("docs.un.org", "documents.un.org")
    assert not is_same_house("documents.un.org", "un.org.example.com")
    assert not is_same_house("mfa.gov.az", "mfa.gov.ge")
    assert not is_same_house("mfa.gov.az", "economy.gov.az")


@pytest.mark.parametrize(
    "addresses", [["127.0.0.1"], ["10.0.0.1"], ["8.8.8.8", "169.254.169.254"], ["fe80::1%eth0"]]
)
def test_a_name_that_leads_inside_is_never_connected_to(
    server: TroubleServer, tmp_path: Path, addresses: list[str]
) -> None:
    port = server.url.rsplit(":", 1)[1]
    asked: list[str] = []

    async def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return addresses

    async def act() -> list[Reason | None]:
        with ArchiveWriter(tmp_path, "run-1") as archive:
            async with Fetcher(Settings(), archive, resolver=resolver) as fetcher:
                urls = [f"http://rebind.example.org:{port}/{n}" for n in range(3)]
                results = [
                    await fetcher.get(url, source_id="x", accept=Accept.PAGE, pace=Politeness())
                    for url in urls
                ]
        return [one.record.reason for one in results]

    assert asyncio.run(act()) == [Reason.REDIRECT_REFUSED] * 3
    assert asked == ["rebind.example.org"], "one look-up, and the host is not asked again"
    assert server.seen == []


def test_with_a_replica_nothing_else_is_ever_contacted(server: TroubleServer) -> None:
    port = int(server.url.rsplit(":", 1)[1])

    async def act() -> None:
        backend = GuardedBackend(only_peer=("127.0.0.1", port))
        stream = await backend.connect_tcp("127.0.0.1", port, timeout=2)
        await stream.aclose()
        for host, other in (("127.0.0.1", port + 1), ("8.8.8.8", port), ("localhost", 80)):
            with pytest.raises(ForbiddenPeerError):
                await backend.connect_tcp(host, other, timeout=2)
        with pytest.raises(ForbiddenPeerError):
            await backend.connect_unix_socket("/tmp/x")  # noqa: S108 - never opened

    asyncio.run(act())


def test_a_name_server_that_says_nothing_is_a_connection_that_took_too_long() -> None:
    async def silent(host: str, port: int) -> list[str]:
        await asyncio.sleep(60)
        return []

    async def act() -> None:
        backend = GuardedBackend(resolver=silent)
        with pytest.raises(httpcore.ConnectTimeout, match="not resolved in time"):
            await backend.connect_tcp("slow.example.org", 443, timeout=0.05)

    asyncio.run(act())


@pytest.mark.parametrize("host", ["absent.invalid", "-.invalid", "a" * 70 + ".invalid"])
def test_a_name_that_does_not_resolve_is_a_connection_that_failed(host: str) -> None:
    async def act() -> None:
        with pytest.raises(httpcore.ConnectError):
            await GuardedBackend().connect_tcp(host, 443, timeout=20)

    asyncio.run(act())


def test_the_resolver_finds_this_machine() -> None:
    found = asyncio.run(resolve_name("localhost", 80))
    assert set(found) & {"127.0.0.1", "::1"}
