"""How everything stands as OpenMetrics text, for Prometheus and whatever reads its format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tasks.health.stand import Stand

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

Values = Iterable[tuple[Sequence[str], float]]
"""The values of one metric: those of its labels, and the number."""


def render_metrics(stand: Stand) -> str:
    """Write the metrics as OpenMetrics text, ending with `# EOF`; times are Unix seconds."""
    from prometheus_client import CollectorRegistry
    from prometheus_client.openmetrics.exposition import generate_latest

    registry = CollectorRegistry()
    _add_sums(registry, stand)
    _add_last_run(registry, stand)
    _add_sources(registry, stand)
    text: bytes = generate_latest(registry)  # type: ignore[no-untyped-call]
    return text.decode()


def _add_sums(registry: CollectorRegistry, stand: Stand) -> None:
    _add(registry, "problems", "Things that need a person.", [((), len(stand.problems))])
    _add(registry, "documents", "Documents in the warehouse.", [((), stand.documents)])
    _add(registry, "letters", "Letters among them.", [((), stand.letters)])
    messages = [((one.state,), one.messages) for one in stand.outbox]
    _add(registry, "outbox_messages", "Messages by state.", messages, ["state"])
    held = [((one.source_id,), one.documents) for one in stand.quarantine]
    _add(registry, "quarantine_documents", "Documents in quarantine.", held, ["source"])
    missing = [((one.series,), one.numbers) for one in stand.gaps]
    _add(registry, "gap_numbers", "Numbers of a series that are missing.", missing, ["series"])


def _add_last_run(registry: CollectorRegistry, stand: Stand) -> None:
    last = stand.runs[:1]
    ended = [((), (one.ended_at_utc or one.started_at_utc).timestamp()) for one in last]
    outcome = [((one.outcome,), 1) for one in last]
    _add(registry, "last_run_outcome", "How the last run came out.", outcome, ["outcome"])
    if ended:
        _add(registry, "last_run_timestamp_seconds", "When the last run ended.", ended)


def _add_sources(registry: CollectorRegistry, stand: Stand) -> None:
    asked = [one.stand for one in stand.sources if one.stand is not None]
    success = _list_times((one.source_id, one.last_success_at_utc) for one in asked)
    news = _list_times((one.source_id, one.last_new_at_utc) for one in asked)
    failing = [((one.source_id,), float(one.last_outcome == "failed")) for one in asked]
    pending = [((one.source_id,), one.pending) for one in asked]
    label = ["source"]
    _add(registry, "source_last_success_timestamp_seconds", "Last good answer.", success, label)
    _add(registry, "source_last_new_timestamp_seconds", "Last new item.", news, label)
    _add(registry, "source_is_failing", "1 when its last run failed.", failing, label)
    _add(registry, "source_pending_items", "Items named, not got yet.", pending, label)


def _list_times(moments: Iterable[tuple[str, datetime | None]]) -> Values:
    return [((key,), moment.timestamp()) for key, moment in moments if moment is not None]


def _add(
    registry: CollectorRegistry,
    name: str,
    words: str,
    values: Values,
    labels: Sequence[str] = (),
) -> None:
    from prometheus_client import Gauge

    gauge = Gauge(f"herewith_{name}", words, labels, registry=registry)
    for key, value in values:
        (gauge.labels(*key) if labels else gauge).set(value)
