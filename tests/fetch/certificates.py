"""Certificates made for a test: one signed by itself, and a chain of three."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.x509 import Certificate


@dataclass(frozen=True)
class Signer:
    """A certificate with its key."""

    certificate: Certificate
    key: EllipticCurvePrivateKey


@dataclass(frozen=True)
class Chain:
    """Files of a chain: `alone` is what a careless server sends, `whole` what it should send."""

    root: Path
    intermediate: Path
    alone: Path
    whole: Path


def make_certificate(folder: Path, name: str) -> Path:
    """A certificate for `name` signed by itself, with its key, in one file."""
    own = sign(name, None, is_authority=False)
    path = folder / f"{name}.pem"
    path.write_bytes(_write_key(own) + _write(own))
    return path


def make_chain(folder: Path, name: str) -> Chain:
    """A root, an intermediate signed by it, and a server's certificate signed by that."""
    root = sign("Invented Root", None, is_authority=True)
    middle = sign("Invented Intermediate", root, is_authority=True)
    server = sign(name, middle, is_authority=False)
    chain = Chain(*(folder / f"{one}.pem" for one in ("root", "middle", "alone", "whole")))
    chain.root.write_bytes(_write(root))
    chain.intermediate.write_bytes(_write(middle))
    chain.alone.write_bytes(_write_key(server) + _write(server))
    chain.whole.write_bytes(_write_key(server) + _write(server) + _write(middle))
    return chain


def sign(name: str, by: Signer | None, *, is_authority: bool) -> Signer:
    """A certificate for `name`, signed by another or by itself."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    issuer, signer = (by.certificate.subject, by.key) if by else (subject, key)
    now = dt.datetime.now(dt.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
    )
    if is_authority:
        limits = x509.BasicConstraints(ca=True, path_length=None)
        builder = builder.add_extension(limits, critical=True)
    else:
        names = x509.SubjectAlternativeName([x509.DNSName(name)])
        builder = builder.add_extension(names, critical=False)
    return Signer(builder.sign(signer, hashes.SHA256()), key)


def _write(one: Signer) -> bytes:
    from cryptography.hazmat.primitives import serialization

    return one.certificate.public_bytes(serialization.Encoding.PEM)


def _write_key(one: Signer) -> bytes:
    from cryptography.hazmat.primitives import serialization

    return one.key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
