"""What every row that is checked has, whatever its table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cells:
    """What every frame has: the bundle's place in the batch, and the identity of the row."""

    bundle: int
    row_key: str
