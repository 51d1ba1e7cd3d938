"""Alerts for letters as a load writes them, without a warehouse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tasks.alert.compose import compose_alerts
from tasks.alert.events import Background, list_events
from tasks.alert.recipients import TERMINAL, Recipient
from tasks.alert.rules import Judge, Rule, Watch
from tasks.lexicon import PartyLexicon
from tests.expectations.sample import NOW
from warehouse.loading import News
from warehouse.rows import AlertRow, DocumentBundle

LEXICON = PartyLexicon()


def watch_all(*recipients: Recipient) -> Watch:
    """Make the rule of every letter."""
    return Watch("any new letter", Rule(), recipients)


def compose_for(
    bundles: Sequence[DocumentBundle],
    recipients: Sequence[Recipient] = (TERMINAL,),
    now: datetime = NOW,
    background: Background | None = None,
) -> tuple[AlertRow, ...]:
    """Compose what these recipients are told of new documents."""
    events = list_events(News(tuple(bundles)), background or Background(), LEXICON)
    return compose_alerts(events, [watch_all(*recipients)], Judge(LEXICON), (), now)
