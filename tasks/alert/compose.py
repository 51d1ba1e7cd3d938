"""Outbox rows for new letters: one a letter and recipient, the text frozen as it is now."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from tasks.alert.message import Message, make_message, render_html, render_text
from tasks.alert.recipients import Recipient
from warehouse.rows import AlertRow, DocumentBundle
from warehouse.vocabulary import DocumentType

NEW_LETTER: Final = "new_letter"
"""The type of the event: a letter seen for the first time, whatever its own date."""

ANY_NEW_LETTER: Final = "any new letter"
"""The first rule, as it stands in the reasons of an alert."""


def compose_alerts(
    bundles: Sequence[DocumentBundle], recipients: Sequence[Recipient], now: datetime
) -> tuple[AlertRow, ...]:
    """Make the rows that tell every recipient of every letter among new documents.

    `bundles` are documents the warehouse has not seen before. History and what is no letter give
    no row. Nothing but the document and the recipient enters the ids, so the same letter met
    again gives the same rows; `now` is only stored.
    """
    return tuple(
        alert
        for bundle in bundles
        if _is_news(bundle)
        for alert in _compose_letter(bundle, recipients, now)
    )


def make_event_id(event_type: str, document_id: str) -> str:
    """Name an event: the same in every run, for every recipient and on the wire."""
    return _hash(event_type, document_id)


def _is_news(bundle: DocumentBundle) -> bool:
    document = bundle.document
    known = document.document_type in set(DocumentType)
    return known and DocumentType(document.document_type).is_letter and not document.is_history


def _compose_letter(
    bundle: DocumentBundle, recipients: Sequence[Recipient], now: datetime
) -> list[AlertRow]:
    document_id = bundle.document.document_id
    message = make_message(bundle, [ANY_NEW_LETTER])
    text, html = render_text(message), render_html(message)
    event_id = make_event_id(NEW_LETTER, document_id)
    return [
        _make_row(message, text, html, event_id, document_id, recipient, now)
        for recipient in recipients
    ]


def _make_row(
    message: Message,
    text: str,
    html: str,
    event_id: str,
    document_id: str,
    recipient: Recipient,
    now: datetime,
) -> AlertRow:
    return AlertRow(
        alert_id=_hash(event_id, recipient.name),
        event_id=event_id,
        event_type=NEW_LETTER,
        document_id=document_id,
        recipient=recipient.name,
        channel=recipient.channel.value,
        title=message.title,
        body_text=text,
        body_html=html,
        created_at_utc=now,
        reasons=message.reasons,
    )


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
