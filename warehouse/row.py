"""The base of the typed rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

Struct = dict[str, Any]
"""One value of a STRUCT column, its keys those of the column's type."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of one table; `identity` names the columns that identify it."""

    table: ClassVar[str]
    identity: ClassVar[tuple[str, ...]]
