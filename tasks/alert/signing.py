"""The headers of a webhook: Standard Webhooks' id, time and signature, and an idempotency key.

Source of the scheme: the Standard Webhooks specification, 1.0 (symmetric signatures, `v1`).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable, Sequence
from datetime import datetime

Post = Callable[[str, bytes, dict[str, str], float], int]
"""Posts bytes with headers to an address within so many seconds and gives the status.

It follows no redirect, and raises DeliveryError when there was no whole answer.
"""


def sign(event_id: str, body: bytes, secrets: Sequence[str], now: datetime) -> dict[str, str]:
    """Make the headers of one try; `now` is the time of the try, which the receiver checks."""
    stamp = str(int(now.timestamp()))
    signed = b".".join((event_id.encode(), stamp.encode(), body))
    signatures = (_sign_once(signed, secret) for secret in secrets)
    return {
        "content-type": "application/json",
        "user-agent": "herewith",
        "idempotency-key": event_id,
        "webhook-id": event_id,
        "webhook-timestamp": stamp,
        "webhook-signature": " ".join(signatures),
    }


def _sign_once(signed: bytes, secret: str) -> str:
    key = base64.b64decode(secret.removeprefix("whsec_"))
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(digest).decode()}"
