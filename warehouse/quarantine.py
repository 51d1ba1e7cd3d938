"""The identity of a quarantine row, the same wherever the failure was found."""

from __future__ import annotations

import hashlib
import json


def build_quarantine_id(
    source_id: str,
    row_key: str,
    payload_sha256: str | None,
    expectation: str,
    column_name: str | None = None,
) -> str:
    """Hash what makes a failure the same failure; no run and no time is in it."""
    parts = [source_id, row_key, payload_sha256, expectation, column_name]
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
