"""TLS is verified against the name although the connection goes to a checked address."""

from __future__ import annotations

import asyncio
import datetime as dt
import ssl
from collections.abc import Iterator
from pathlib import Path

import httpcore
import httpx
import pytest

from tasks.fetch.outcomes import judge_error
from tasks.fetch.transport import GuardedBackend, GuardedTransport
from tests.fetch.trouble_server import TroubleServer, reply
from warehouse.vocabulary import Reason

pytest.importorskip("cryptography", reason="makes the certificates of this test")

NAME = "documents.example.org"


def make_certificate(folder: Path, name: str) -> Path:
    """A certificate for `name` signed by itself, with its key, in one file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return make_certificate(tmp_path, NAME)


@pytest.fixture
def secure(certificate: Path) -> Iterator[TroubleServer]:
    with TroubleServer(certificate=certificate) as server:
        server.routes["/x"] = [reply(200, b"hello")]
        yield server


async def ask(server: TroubleServer, name: str, trusted: Path | None) -> bytes:
    port = server.port
    tls = ssl.create_default_context(cafile=str(trusted) if trusted else None)
    transport = GuardedTransport(GuardedBackend(only_peer=(name, port)), tls, http2=False)
    async with httpx.AsyncClient(transport=transport, trust_env=False) as client:
        answer = await client.get(f"https://{name}:{port}/x")
    return answer.content


def test_the_certificate_is_that_of_the_name(secure: TroubleServer, certificate: Path) -> None:
    assert asyncio.run(ask(secure, NAME, certificate)) == b"hello"


@pytest.mark.parametrize(("name", "is_trusted"), [(NAME, False), ("other.example.org", True)])
def test_another_certificate_ends_the_connection_with_its_reason(
    secure: TroubleServer, certificate: Path, name: str, is_trusted: bool
) -> None:
    with pytest.raises(httpcore.ConnectError) as caught:
        asyncio.run(ask(secure, name, certificate if is_trusted else None))
    verdict = judge_error(caught.value)
    assert verdict.reason is Reason.UNREACHABLE
    assert verdict.message is not None
    assert "certificate verify failed" in verdict.message
