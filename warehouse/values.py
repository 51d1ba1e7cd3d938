"""Values as DuckDB gives them, and as rows hold them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any


def restore_value(value: Any) -> Any:  # noqa: ANN401 - only the database knows a cell's type
    """Turn a value as DuckDB gives it into the one that rows hold."""
    if isinstance(value, list):
        return tuple(restore_value(item) for item in value)
    if isinstance(value, dict):
        return {key: restore_value(item) for key, item in value.items()}
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC)
    return value
