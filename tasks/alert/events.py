"""What has happened, out of what a load has written: new letters, announced ones, new versions.

An event's id holds no time and no recipient, so the same thing met again is the same event.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from tasks.alert.letters import (
    describe_announcement as say_announcement,
)
from tasks.alert.letters import (
    describe_corrigendum,
    describe_letter,
    describe_other,
    describe_version,
)
from tasks.alert.message import Message
from tasks.alert.subjects import Lexicon, Subject, describe_announcement, describe_document
from warehouse.background import Reference
from warehouse.loading import News
from warehouse.rows import DocumentBundle, LetterRow, LinkRow, Struct
from warehouse.versions import Step
from warehouse.vocabulary import DocumentType, EventType, MentionStage

ANNOUNCED_WITHIN = timedelta(days=45)
"""A release that speaks of a letter older than this tells of the past, it announces nothing."""

_SILENT_FIELDS = frozenset({"findings", "job_number"})
"""Fields whose change alone is no new version to anybody but us."""


@dataclass(frozen=True, slots=True)
class Background:
    """What the warehouse knows beside the news: links of it, documents it speaks of, threads.

    `announced` are releases, by what their languages share, that were alerted on as announcing.
    `bearers` are documents by symbol; `earlier_payloads` are hashes of bytes, by changed document;
    `corrected` are the letters that corrigenda among the news correct, by corrigendum.
    """

    links: tuple[LinkRow, ...] = ()
    references: Mapping[str, Reference] = field(default_factory=dict)
    bearers: Mapping[str, str] = field(default_factory=dict)
    threads: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    earlier_payloads: Mapping[str, str] = field(default_factory=dict)
    announced: frozenset[str] = frozenset()
    corrected: Mapping[str, DocumentBundle] = field(default_factory=dict)

    def find_releases(self, document_id: str) -> tuple[Reference, ...]:
        """Find the press releases that report a document."""
        ids = (
            link.from_document_id
            for link in self.links
            if link.link_type == "reports" and link.to_document_id == document_id
        )
        return tuple(self.references[one] for one in sorted(ids) if one in self.references)

    def find_answered(self, letter: LetterRow | None) -> list[tuple[str, Reference | None]]:
        """Find the letters that a letter answers, by the symbols it names."""
        symbols = letter.in_reply_to if letter else ()
        return [(one, self.references.get(self.bearers.get(one, ""))) for one in symbols]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that has happened, and what is said of it but for the reasons."""

    event_type: EventType
    event_id: str
    thread_id: str
    document_id: str | None
    subject: Subject
    message: Message


def list_events(news: News, background: Background, lexicon: Lexicon) -> tuple[Event, ...]:
    """List what has happened, in the order of the news; history gives nothing."""
    events: list[Event] = []
    announced = set(background.announced)
    for bundle in news.inserted:
        if not bundle.document.is_history:
            letter = background.corrected.get(bundle.document.document_id)
            events.append(
                _note_document(bundle, background)
                if letter is None
                else _note_corrigendum(bundle, letter, background)
            )
            events += _note_once(bundle, background, lexicon, announced)
    steps = {step.version.document_id: step for step in news.steps}
    for bundle in news.updated:
        step = steps[bundle.document.document_id]
        if _is_news(bundle, step, background):
            events.append(_note_version(bundle, step, background))
    return tuple({event.event_id: event for event in reversed(events)}.values())[::-1]


def make_event_id(event_type: str, *parts: str) -> str:
    """Name an event: the same in every run, for every recipient and on the wire."""
    return hashlib.sha256("\x1f".join((event_type, *parts)).encode()).hexdigest()


def _is_letter(bundle: DocumentBundle) -> bool:
    kind = bundle.document.document_type
    return kind in set(DocumentType) and DocumentType(kind).is_letter


def _note_document(bundle: DocumentBundle, background: Background) -> Event:
    document_id = bundle.document.document_id
    kind = EventType.NEW_LETTER if _is_letter(bundle) else EventType.NEW_DOCUMENT
    event_id = make_event_id(kind, document_id)
    releases = background.find_releases(document_id)
    message = (
        describe_letter(bundle, background.find_answered(bundle.letter), releases)
        if _is_letter(bundle)
        else describe_other(bundle)
    )
    return Event(
        event_type=kind,
        event_id=event_id,
        thread_id=_find_announcement(bundle, releases, background) or event_id,
        document_id=document_id,
        subject=describe_document(bundle, "new"),
        message=message,
    )


def _find_announcement(
    bundle: DocumentBundle, releases: tuple[Reference, ...], background: Background
) -> str | None:
    """Find the thread in which a release announced this letter, best one that names its dates."""
    told = [
        thread
        for release in releases
        for kind, thread in background.threads.get(release.document_id, ())
        if kind == EventType.ANNOUNCEMENT
    ]
    own = _list_threads(bundle)
    return next((one for one in told if one in own), next(iter(told), None))


def _list_threads(bundle: DocumentBundle) -> set[str]:
    """List under which names a letter, or one annexed to it, may have been announced."""
    letter = bundle.letter or LetterRow(bundle.document.document_id)
    days = {letter.letter_date}
    days |= {one.letter_date or one.date_from_cover for one in bundle.annexes}
    parties = {one["party"] for one in letter.senders if one["party"]}
    return {
        _name_announcement(party, str(day), to)
        for party in parties
        for day in days
        if day is not None
        for to in (*letter.addressees, "")
    }


def _note_once(
    bundle: DocumentBundle, background: Background, lexicon: Lexicon, announced: set[str]
) -> list[Event]:
    """Note what a release announces, unless another language of it has announced it before."""
    shared = bundle.press_release.announcement_id if bundle.press_release else None
    if shared in announced:
        return []
    events = list(_note_announcements(bundle, background, lexicon))
    if events and shared:
        announced.add(shared)
    return events


def _note_announcements(
    bundle: DocumentBundle, background: Background, lexicon: Lexicon
) -> Iterator[Event]:
    release = bundle.press_release
    if release is None or _reports_something(bundle, background):
        return
    for place, mention in enumerate(release.mentions_letters):
        if _is_announced(bundle, mention):
            yield _note_announcement(bundle, mention, place, lexicon)


def _reports_something(bundle: DocumentBundle, background: Background) -> bool:
    """Whether a letter that the release reports is here."""
    mine = bundle.document.document_id
    return any(
        link.link_type == "reports" and link.from_document_id == mine for link in background.links
    )


def _is_announced(bundle: DocumentBundle, mention: Struct) -> bool:
    """Whether a letter was sent of late and is not said to be circulated."""
    if mention["stage"] == MentionStage.CIRCULATED or mention["symbols"]:
        return False
    published, day = bundle.document.published_date, mention["letter_date"]
    if mention["party"] is None and mention["author"] is None:
        return False
    return day is None or published is None or published - day <= ANNOUNCED_WITHIN


def _note_announcement(
    bundle: DocumentBundle, mention: Struct, place: int, lexicon: Lexicon
) -> Event:
    document_id, day = bundle.document.document_id, mention["letter_date"]
    thread = (
        _name_announcement(mention["party"], day.isoformat(), mention["addressee"] or "")
        if mention["party"] and day
        else make_event_id(EventType.ANNOUNCEMENT, document_id, str(place))
    )
    return Event(
        event_type=EventType.ANNOUNCEMENT,
        event_id=thread,
        thread_id=thread,
        document_id=document_id,
        subject=describe_announcement(bundle, mention, lexicon),
        message=say_announcement(bundle, mention),
    )


def _name_announcement(party: str, day: str, addressee: str) -> str:
    return make_event_id(EventType.ANNOUNCEMENT, party.casefold(), day, addressee.casefold())


def _note_corrigendum(
    bundle: DocumentBundle, letter: DocumentBundle, background: Background
) -> Event:
    """Note that a letter which is here was corrected: those who watch for it are told."""
    document_id = bundle.document.document_id
    subject = describe_document(letter, "version")
    said = f"{subject.text}\n{bundle.document.body or ''}"
    return Event(
        event_type=EventType.NEW_VERSION,
        event_id=make_event_id(EventType.NEW_VERSION, document_id),
        thread_id=_find_thread(letter.document.document_id, background),
        document_id=document_id,
        subject=replace(subject, text=said, symbols=(*subject.symbols, *bundle.document.symbols)),
        message=describe_corrigendum(bundle, letter),
    )


def _find_thread(letter_id: str, background: Background) -> str:
    """Find the thread in which a letter was alerted on, or would have been."""
    threads = background.threads.get(letter_id, ())
    return next((one for _, one in threads), make_event_id(EventType.NEW_LETTER, letter_id))


def _is_news(bundle: DocumentBundle, step: Step, background: Background) -> bool:
    """Whether the publisher changed a letter; the same bytes read otherwise are no news."""
    before = background.earlier_payloads.get(bundle.document.document_id)
    is_changed = before is not None and before != bundle.document.payload_sha256
    fields = {change.field for change in step.changes}
    return _is_letter(bundle) and is_changed and bool(fields - _SILENT_FIELDS)


def _note_version(bundle: DocumentBundle, step: Step, background: Background) -> Event:
    document_id = bundle.document.document_id
    changes = [change for change in step.changes if change.field not in _SILENT_FIELDS]
    number = step.version.version_number
    releases = background.find_releases(document_id)
    return Event(
        event_type=EventType.NEW_VERSION,
        event_id=make_event_id(EventType.NEW_VERSION, document_id, str(number)),
        thread_id=_find_thread(document_id, background),
        document_id=document_id,
        subject=describe_document(bundle, "version"),
        message=describe_version(bundle, number, changes, releases),
    )
