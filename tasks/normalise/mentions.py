"""Letters that a press text speaks of."""

from __future__ import annotations

from tasks.records import MentionedLetter


def find_mentions(
    title: str | None, body: str, language: str | None
) -> tuple[MentionedLetter, ...]:
    """Every letter that the text gives evidence of."""
    return ()
