"""What a load has written, put to the watches within its own transaction."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from tasks.alert.compose import compose_alerts
from tasks.alert.events import Background, Event, list_events
from tasks.alert.rules import Judge, Watch
from tasks.lexicon import PartyLexicon
from warehouse.background import (
    find_bearers,
    read_announced,
    read_payloads,
    read_references,
    read_threads,
)
from warehouse.bundles import read_bundles
from warehouse.connection import Connection
from warehouse.letter_conditions import select_letters
from warehouse.links import mark_changed, read_link_material
from warehouse.loading import Compose, News
from warehouse.mutes import read_mutes
from warehouse.rows import AlertRow, DocumentBundle
from warehouse.vocabulary import DocumentType

_CORRIGENDUM = re.compile(r"/Corr\.\d+\*?$")


def make_composer(con: Connection, watches: Sequence[Watch], now: datetime) -> Compose:
    """Make what writes the alerts of a load; without watches nobody is alerted of anything.

    That is how first loads by hand, backfills, rebuilds and imports go: history is no news.
    """

    def compose(news: News) -> Sequence[AlertRow]:
        if not watches:
            return ()
        lexicon = PartyLexicon()
        events = list_events(news, gather_background(con, news), lexicon)
        judge = Judge(lexicon, try_conditions(con, watches, events))
        return compose_alerts(events, watches, judge, read_mutes(con, now), now)

    return compose


def gather_background(con: Connection, news: News) -> Background:
    """Read what messages and threads need beside the news itself.

    The links are those that the link stage will write after the load.
    """
    from tasks.link.matching import match_links

    mark_changed(con)
    links = match_links(read_link_material(con))
    bundles = (*news.inserted, *news.updated)
    replies = {one for b in bundles if b.letter for one in b.letter.in_reply_to}
    bearers = find_bearers(con, replies)
    told = {link.from_document_id for link in links if link.link_type == "reports"}
    corrected = find_corrected(con, news)
    ids = {bundle.document.document_id for bundle in (*bundles, *corrected.values())}
    shared = {one.press_release.announcement_id for one in bundles if one.press_release}
    return Background(
        announced=read_announced(con, {one for one in shared if one}),
        links=links,
        references=read_references(con, told | set(bearers.values())),
        bearers=bearers,
        threads=read_threads(con, told | ids),
        earlier_payloads=read_payloads(
            con,
            [
                (step.version.document_id, step.changes[0].previous_version)
                for step in news.steps
                if step.changes
            ],
        ),
        corrected=corrected,
    )


def find_corrected(con: Connection, news: News) -> dict[str, DocumentBundle]:
    """Find the letters that are here and that corrigenda among the news correct, by corrigendum."""
    bases = {
        bundle.document.document_id: [_CORRIGENDUM.sub("", one) for one in bundle.document.symbols]
        for bundle in news.inserted
        if bundle.document.document_type == DocumentType.CORRIGENDUM
    }
    if not bases:
        return {}
    bearers = find_bearers(con, {symbol for symbols in bases.values() for symbol in symbols})
    letters = {
        one.document.document_id: one
        for one in read_bundles(con, sorted(bearers.values()))
        if one.letter is not None
    }
    found = {
        corrigendum: next((bearers[one] for one in symbols if one in bearers), "")
        for corrigendum, symbols in bases.items()
    }
    return {one: letters[letter] for one, letter in found.items() if letter in letters}


def try_conditions(
    con: Connection, watches: Sequence[Watch], events: Sequence[Event]
) -> Mapping[str, Mapping[str, str | None]]:
    """Try each SQL condition once on the letters among the events."""
    ids = {one.subject.letter_id for one in events if one.subject.letter_id is not None}
    conditions = {watch.rule.sql for watch in watches if watch.rule.sql is not None}
    return {sql: select_letters(con, ids, sql) for sql in conditions} if ids else {}
