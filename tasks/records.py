"""The typed records that pass between the stages; frozen, picklable, JSON both ways."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from pydantic import BaseModel, ConfigDict, with_config

from warehouse.vocabulary import (
    DatePrecision,
    DateSource,
    DocumentType,
    MentionStage,
    Outcome,
    Reason,
)


class Record(BaseModel):
    """The base of all records: frozen, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


_small = with_config(ConfigDict(extra="forbid"))
"""A dataclass that a record holds many of: made in a third of the time, stored and read alike."""


class Finding(Record):
    """Something noticed while reading: a contradiction, a form never seen, a doubtful value.

    `page` is 1-based; `start` and `end` are offsets into the extracted text, where known.
    """

    code: str
    message: str
    field: str | None = None
    page: int | None = None
    start: int | None = None
    end: int | None = None


# --- discover and fetch -------------------------------------------------------------------


class Discovery(Record):
    """One item that a feed or listing names, before anything of it is fetched.

    `key` is the source's own identity of the item: a UN symbol, a release number, a page id;
    it never holds a time. `modified_date` is the day a sitemap names, which is not the day of
    publication. `fingerprint` is a hash of what the listing says of the item, so
    that a changed title or date is a reason to fetch it again. `findings` says what could not
    be read of it (`date_unreadable`) or beside it (`item_without_link`, `item_without_symbol`:
    something of the listing that could not become a discovery).
    """

    source_id: str
    key: str
    url: str
    title: str | None = None
    listed_date: date | None = None
    modified_date: date | None = None
    language: str | None = None
    fingerprint: str
    findings: tuple[Finding, ...] = ()


class ArchiveRef(Record):
    """Where bytes stand in the archive: WARC file (relative to the archive), record offset."""

    file: str
    offset: int
    payload_sha256: str


class FetchRecord(Record):
    """One request and what came of it; stored as a row of `ops.fetches`.

    `url` is the original address even when a replica answered; `status` is null when nothing
    answered. `outcome` is NEW for a 200 with bytes, UNCHANGED for a 304 or known bytes.
    `retry_at_utc` is when the host may be asked again, if it wished to be left alone.
    """

    source_id: str
    url: str
    final_url: str | None = None
    status: int | None = None
    outcome: Outcome
    reason: Reason | None = None
    message: str | None = None
    content_type: str | None = None
    size_bytes: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    archive: ArchiveRef | None = None
    fetched_at_utc: datetime
    retry_at_utc: datetime | None = None


class FetchedItem(Record):
    """A discovery together with the bytes that were archived for it."""

    discovery: Discovery
    archive: ArchiveRef
    url: str
    content_type: str | None
    fetched_at_utc: datetime


class ItemFailure(Record):
    """A discovery of which nothing could be fetched in this run; it stays pending.

    `is_guess` says that nobody had named it: it was only asked for by its number.
    """

    discovery: Discovery
    outcome: Outcome
    reason: Reason
    message: str
    is_guess: bool = False


class ListedSpan(Record):
    """The days from the oldest to the newest item of a listing that was read whole and in order."""

    oldest: date
    newest: date


class Harvest(Record):
    """All that one source gave in one run, before anything was parsed.

    `discoveries` is everything the feed or listing named (known or not); `outcome` is FAILED
    only when the source itself failed (its listing, or the host of its items, which served none
    of those wanted), not when single items did. `spans` is empty unless every listing of the
    source was read whole: only then does it mean something that an item is not among them.
    """

    source_id: str
    outcome: Outcome
    reason: Reason | None = None
    message: str | None = None
    discoveries: tuple[Discovery, ...] = ()
    spans: tuple[ListedSpan, ...] = ()
    items: tuple[FetchedItem, ...] = ()
    failures: tuple[ItemFailure, ...] = ()
    fetches: tuple[FetchRecord, ...] = ()
    started_at_utc: datetime
    ended_at_utc: datetime


# --- normalise: the contract of `herewith parse` --------------------------------------------


@_small
@dataclass(frozen=True, slots=True)
class Sender:
    """Who signs for whom: office as normalised, party as written (short form), ISO 3166-1."""

    office: str | None = None
    party: str | None = None
    iso3: str | None = None


@_small
@dataclass(frozen=True, slots=True)
class Signatory:
    """A name under `(Signed)` and the title lines printed below it."""

    name: str
    title_lines: tuple[str, ...] = ()


class Annex(Record):
    """An annex, enclosure, appendix or attachment; `parent` is the label it stands under."""

    label: str
    title: str | None = None
    letter_date: date | None = None
    date_from_cover: date | None = None
    original_language: str | None = None
    signatories: tuple[Signatory, ...] = ()
    parent: str | None = None


@_small
@dataclass(frozen=True, slots=True)
class FieldSource:
    """Where a field was read: `page` is 1-based, `start` and `end` are offsets into the text.

    The text is all lines as extracted, one below the other. A field of several values has one
    source each, in their order, where each stands by itself.
    """

    field: str
    page: int | None = None
    start: int | None = None
    end: int | None = None


class UnDocument(Record):
    """A United Nations document as `herewith parse` prints it.

    What the document does not say is null or empty, never a guess. `agenda_items` are strings
    as printed (`"34"`, `"79 (a)"`). The three kinds of request name organs in full.
    Source of the rules: the Editorial Manual's forms and observed documents (docs/letters.md).
    """

    document_type: DocumentType
    symbols: tuple[str, ...] = ()
    reissued: bool = False
    distribution: str | None = None
    distribution_date: date | None = None
    original_language: str | None = None
    ga_session: int | None = None
    ga_session_type: str | None = None
    sc_year: int | None = None
    agenda_items: tuple[str, ...] = ()
    agenda_provisional: bool | None = None
    agenda_source: str | None = None
    letter_date: date | None = None
    senders: tuple[Sender, ...] = ()
    addressees: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    annexes: tuple[Annex, ...] = ()
    cited_symbols: tuple[str, ...] = ()
    requests_circulation: tuple[str, ...] = ()
    requests_attention: tuple[str, ...] = ()
    announces_circulation: tuple[str, ...] = ()
    in_reply_to: tuple[str, ...] = ()
    job_number: str | None = None
    title: str | None = None
    language: str | None = None
    body: str = ""
    findings: tuple[Finding, ...] = ()
    sources: tuple[FieldSource, ...] = ()


class MentionedLetter(Record):
    """A letter that a press release speaks of; what the text does not say is null."""

    letter_date: date | None = None
    author: str | None = None
    party: str | None = None
    addressee: str | None = None
    symbols: tuple[str, ...] = ()
    stage: MentionStage


class Alternate(Record):
    """The same page in another language, as the page itself says; `language` is ISO 639."""

    language: str
    url: str


class PressRelease(Record):
    """A press release as `herewith parse` prints it; `language` is ISO 639-1.

    `date_precision` is `day` where the day is known, `month` where only the month is printed
    (then there is no `published_on`). `announcement_id` is the same for all languages of it.
    """

    document_type: DocumentType = DocumentType.PRESS_RELEASE
    title: str | None = None
    published_on: date | None = None
    date_source: DateSource | None = None
    date_precision: DatePrecision | None = None
    language: str | None = None
    number: str | None = None
    canonical_url: str | None = None
    alternates: tuple[Alternate, ...] = ()
    announcement_id: str | None = None
    body: str = ""
    mentions_letters: tuple[MentionedLetter, ...] = ()
    findings: tuple[Finding, ...] = ()


class CatalogueAgenda(Record):
    """An agenda item as a library names it: agenda document, item as printed, titles."""

    agenda: str | None = None
    item: str | None = None
    title: str | None = None
    subject: str | None = None


class CatalogueAuthor(Record):
    """A person or body as a library names it; `is_state` marks a member state."""

    name: str
    is_state: bool = False


class CatalogueFile(Record):
    """Where a library says that a text is; `language` is ISO 639-1."""

    url: str
    language: str | None = None


class CatalogueEntry(Record):
    """What a library's record says of a document beyond what the document's own record holds.

    `record_types` are the library's codes, `categories` its words;
    `changed` is the record's own stamp.
    """

    record_id: str
    changed: str | None = None
    record_types: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    authors: tuple[CatalogueAuthor, ...] = ()
    agenda: tuple[CatalogueAgenda, ...] = ()
    files: tuple[CatalogueFile, ...] = ()
    languages: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    batches: tuple[str, ...] = ()


Parsed = UnDocument | PressRelease


class ParsedItem(Record):
    """One item after parsing: a record, or the reason why there is none.

    Items that could not be read carry `document=None`, a `reason` and a `message`, and become
    quarantine rows that point at their bytes. With a `catalogue` entry the document is only what
    a library says of it, without its text. A page of several statements gives one item each:
    the others are `further`, with the number of the part after the key, `~2`, `~3`, ….
    """

    source_id: str
    key: str
    url: str | None = None
    archive: ArchiveRef | None = None
    fetched_at_utc: datetime | None = None
    document: Parsed | None = None
    catalogue: CatalogueEntry | None = None
    reason: Reason | None = None
    message: str | None = None
    part: int = 1
    further: tuple[ParsedItem, ...] = ()

    @property
    def listed_key(self) -> str:
        """The key under which the listing named the page that this is a part of."""
        return self.key.removesuffix(f"~{self.part}") if self.part > 1 else self.key
