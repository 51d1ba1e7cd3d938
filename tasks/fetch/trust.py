"""Whose certificates are believed, and what is said of one that is not.

Verification is never off. A server that leaves an intermediate certificate out of its chain is
named as such; who has that certificate from the authority itself may lay it into the file that
`HEREWITH_CERTIFICATES` names. It only helps to find the way to a known authority: what it does
not lead to stays refused.
"""

from __future__ import annotations

import ssl
from pathlib import Path

import httpx

from warehouse.errors import SettingsError

# OpenSSL's names of what can be wrong with a chain (X509_V_ERR_…).
_INCOMPLETE = frozenset({2, 20, 21})
_SAID = {
    9: "its time has not begun",
    10: "it has expired",
    18: "it is signed by itself",
    19: "its chain ends in an authority that is not known here",
    23: "it has been revoked",
    62: "it is for another name",
    64: "it is for another address",
}


def build_trust(certificates: Path | None) -> ssl.SSLContext:
    """Build what certificates are verified with: the known authorities, and helpers of our own.

    Raises:
        SettingsError: the file of helpers holds no certificate, or cannot be read.
    """
    trust = httpx.create_ssl_context()
    # An intermediate certificate by itself is no authority, whatever Python's default is.
    trust.verify_flags &= ~ssl.VERIFY_X509_PARTIAL_CHAIN
    if certificates is not None:
        try:
            trust.load_verify_locations(cafile=certificates)
        except (OSError, ssl.SSLError) as error:
            raise SettingsError(f"certificates: {certificates}: {error}") from error
    return trust


def explain_refusal(error: BaseException) -> str | None:
    """Say in one line what was wrong with a certificate, where that ended a connection."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLCertVerificationError):
        cause = cause.__cause__ or cause.__context__
    if cause is None:
        return None
    if cause.verify_code in _INCOMPLETE:
        return (
            "its certificate chain is incomplete: the server leaves an intermediate certificate"
            f" out, or its authority is not known here ({cause.verify_message})"
        )
    return f"its certificate is refused: {_SAID.get(cause.verify_code, cause.verify_message)}"
