"""A source declaration for tests; no host of it exists."""

from __future__ import annotations

from datetime import date

from tasks.sources.declaration import Assertions, Cadence, Evidence, Source, SourceKind


def declare_source(
    min_listed: int = 1, max_listed: int = 1000, min_parsed_share: float = 0.5
) -> Source:
    """Declare a feed with the given assertions."""
    return Source(
        id="un_ga",
        title="Feed of letters",
        publisher="United Nations",
        official=True,
        languages=("en",),
        kind=SourceKind.FEED,
        parser="un.feed",
        urls=("https://feed.example/rss",),
        document_url="https://documents.example/{symbol}/{language}",
        cadence=Cadence(items_per_week=5, silent_after_hours=48),
        assertions=Assertions(
            min_listed=min_listed, max_listed=max_listed, min_parsed_share=min_parsed_share
        ),
        evidence=Evidence(seen=date(2026, 11, 1), note="made up", terms="none"),
    )
