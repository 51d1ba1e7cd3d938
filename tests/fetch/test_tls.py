"""TLS is verified against the name although the connection goes to a checked address."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from pathlib import Path

import httpcore
import httpx
import pytest

from tasks.fetch.outcomes import judge_error
from tasks.fetch.transport import GuardedBackend, GuardedTransport
from tasks.fetch.trust import build_trust
from tests.fetch.certificates import Chain, make_certificate, make_chain
from tests.fetch.trouble_server import TroubleServer, reply
from warehouse.errors import SettingsError
from warehouse.vocabulary import Reason

pytest.importorskip("cryptography", reason="makes the certificates of this test")

NAME = "documents.example.org"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return make_certificate(tmp_path, NAME)


@pytest.fixture
def secure(certificate: Path) -> Iterator[TroubleServer]:
    with TroubleServer(certificate=certificate) as server:
        server.routes["/x"] = [reply(200, b"hello")]
        yield server


async def ask(
    server: TroubleServer, name: str, trusted: Path | None, tls: ssl.SSLContext | None = None
) -> bytes:
    port = server.port
    tls = tls or ssl.create_default_context(cafile=str(trusted) if trusted else None)
    transport = GuardedTransport(GuardedBackend(only_peer=(name, port)), tls, http2=False)
    async with httpx.AsyncClient(transport=transport, trust_env=False) as client:
        answer = await client.get(f"https://{name}:{port}/x")
    return answer.content


def test_the_certificate_is_that_of_the_name(secure: TroubleServer, certificate: Path) -> None:
    assert asyncio.run(ask(secure, NAME, certificate)) == b"hello"


@pytest.mark.parametrize(
    ("name", "is_trusted", "said"),
    [(NAME, False, "signed by itself"), ("other.example.org", True, "for another name")],
)
def test_another_certificate_ends_the_connection_with_its_reason(
    secure: TroubleServer, certificate: Path, name: str, is_trusted: bool, said: str
) -> None:
    with pytest.raises(httpcore.ConnectError) as caught:
        asyncio.run(ask(secure, name, certificate if is_trusted else None))
    verdict = judge_error(caught.value)
    assert verdict.reason is Reason.UNTRUSTED_CERTIFICATE
    assert said in str(verdict.message)


@pytest.fixture
def chain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Chain:
    """An authority that is known here, and what it signed by way of an intermediate."""
    made = make_chain(tmp_path, NAME)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.root))
    return made


def test_a_chain_that_lacks_its_intermediate_is_named_and_never_believed(chain: Chain) -> None:
    with TroubleServer(certificate=chain.alone) as server:
        server.routes["/x"] = [reply(200, b"hello")]
        with pytest.raises(httpcore.ConnectError) as caught:
            asyncio.run(ask(server, NAME, None, build_trust(None)))
        verdict = judge_error(caught.value)
        assert verdict.reason is Reason.UNTRUSTED_CERTIFICATE
        assert "leaves an intermediate certificate out" in str(verdict.message)
        assert server.seen == []
        helped = build_trust(chain.intermediate)
        assert asyncio.run(ask(server, NAME, None, helped)) == b"hello"


def test_a_whole_chain_needs_no_help(chain: Chain) -> None:
    with TroubleServer(certificate=chain.whole) as server:
        server.routes["/x"] = [reply(200, b"hello")]
        assert asyncio.run(ask(server, NAME, None, build_trust(None))) == b"hello"


def test_an_intermediate_by_itself_is_no_authority(
    chain: Chain, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with TroubleServer(certificate=chain.whole) as server:
        with pytest.raises(httpcore.ConnectError):
            asyncio.run(ask(server, NAME, None, build_trust(chain.intermediate)))
        assert server.seen == []


def test_a_file_without_certificates_is_a_setting_that_is_wrong(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_text("nothing", encoding="utf-8")
    for path in (empty, tmp_path / "absent.pem"):
        with pytest.raises(SettingsError, match=path.name):
            build_trust(path)
