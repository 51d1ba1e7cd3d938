"""A known item as it was named last, for whoever asks for it again or notes that it was asked."""

from __future__ import annotations

from tasks.records import Discovery
from warehouse.answers import KnownSource


def recall_discovery(key: str, known: KnownSource) -> Discovery:
    """Make the discovery of a known item again, as it was named last."""
    old = known.discoveries[key]
    return Discovery(
        source_id=known.source_id,
        key=key,
        url=old.url,
        title=old.title,
        listed_date=old.listed_date,
        language=old.language,
        fingerprint=old.fingerprint,
    )
