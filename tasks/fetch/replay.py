"""The archive read back as if it were the network: what was answered, and what a run made of it."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from tasks.fetch.items import choose_accept
from tasks.fetch.labels import Label, read_label
from tasks.fetch.outcomes import Verdict, judge_answer
from tasks.fetch.pages import Page, choose_listing_accept, read_listing
from tasks.fetch.sitemaps import select_recent
from tasks.records import (
    ArchiveRef,
    Discovery,
    FetchedItem,
    FetchRecord,
    Harvest,
    ItemFailure,
)
from tasks.sources.declaration import Source, SourceKind
from tasks.sources.readings import choose_described
from tasks.sources.registry import listing_parser
from warehouse.answers import KnownSource
from warehouse.vocabulary import DiscoveryState, Outcome, Reason

Recall = Callable[[str, int], Label | None]
"""Gives the label of a record that has none of its own, by file and offset."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One archived response; `at` is the address that gave it, `body` its decoded payload."""

    label: Label
    at: str
    status: int
    headers: httpx.Headers
    body: bytes
    archive: ArchiveRef
    fetched_at_utc: datetime


class ArchiveReader:
    """The answers of one WARC file, in the order in which they came.

    A run that was killed may leave its last record torn: reading ends there. That, and each
    record that holds other bytes than were written or was asked for nobody knows whom, is one
    line of `complaints`.
    """

    def __init__(self, folder: Path, name: str, recall: Recall) -> None:
        self._path = folder / name
        self._recall = recall
        self.complaints: list[str] = []

    def __iter__(self) -> Iterator[Answer]:
        with self._path.open("rb") as file:
            try:
                yield from self._read(ArchiveIterator(file))
            except (ArchiveLoadFailed, EOFError, zlib.error) as error:
                self.complaints.append(f"{self._path.name}: ends amid a record ({error})")

    def _read(self, records: ArchiveIterator) -> Iterator[Answer]:
        for record in records:
            if record.rec_type != "response":
                continue
            body = bytes(record.raw_stream.read())
            answer = self._build(record, body, records.get_record_offset())
            if answer is not None:
                yield answer

    def _build(self, record: ArcWarcRecord, body: bytes, offset: int) -> Answer | None:
        fields = dict(record.rec_headers.headers)
        place = f"{self._path.name} at {offset}"
        digest = hashlib.sha256(body).hexdigest()
        if fields["WARC-Payload-Digest"] != f"sha256:{digest}":
            self.complaints.append(f"{place}: other bytes than written")
            return None
        label = read_label(fields) or self._recall(self._path.name, offset)
        if label is None:
            self.complaints.append(f"{place}: nothing tells for which source it was asked")
            return None
        return Answer(
            label=label,
            at=fields["WARC-Target-URI"],
            status=int(record.http_headers.get_statuscode()),
            headers=httpx.Headers(record.http_headers.headers),
            body=body,
            archive=ArchiveRef(file=self._path.name, offset=offset, payload_sha256=digest),
            fetched_at_utc=_read_time(fields["WARC-Date"]),
        )


class Replay:
    """One source in one run, made again of its archived answers, as far as bytes can tell.

    Answers without a body (304, time-outs) are not in an archive: nothing is said of them. Of the
    pages that a backfill read, only those items count that it went on to ask for.
    """

    def __init__(self, source: Source, known: KnownSource) -> None:
        self.source = source
        self.known = known
        self._discoveries: dict[str, Discovery] = {}
        self._items: dict[str, FetchedItem] = {}
        self._failures: list[ItemFailure] = []
        self._fetches: list[FetchRecord] = []

    def take(self, answer: Answer) -> None:
        """Take the next answer in; its bytes are not kept."""
        verdict, item = _judge(answer, self.source), answer.label.item
        if verdict.is_ok and item is None:
            verdict = self._take_page(answer) or verdict
        elif verdict.is_ok and item is not None:
            if _is_as_known(answer, item, self.known):
                verdict = Verdict(Outcome.UNCHANGED)
            else:
                self._items[item.key] = _build_item(answer, item)
        elif item is not None:
            self._failures.append(_build_failure(item, verdict, self.source))
        self._fetches.append(_build_record(answer, verdict))

    def conclude(self) -> Harvest:
        """Make the harvest of all answers; there must be at least one."""
        failures = {one.discovery.key: one for one in self._failures}
        return Harvest(
            source_id=self.source.id,
            outcome=Outcome.NEW if self._items else Outcome.UNCHANGED,
            discoveries=tuple(self._discoveries.values()),
            items=tuple(self._items.values()),
            failures=tuple(one for key, one in failures.items() if key not in self._items),
            fetches=tuple(self._fetches),
            started_at_utc=self._fetches[0].fetched_at_utc,
            ended_at_utc=self._fetches[-1].fetched_at_utc,
        )

    def _take_page(self, answer: Answer) -> Verdict | None:
        source = self.source.as_of(answer.fetched_at_utc.date())
        page = read_listing(answer.body, answer.at, source, listing_parser(source))
        for discovery in () if self.known.is_backfill else self._select(page, answer):
            before = self._discoveries.get(discovery.key, discovery)
            self._discoveries[discovery.key] = choose_described(before, discovery)
        return page.failure

    def _select(self, page: Page, answer: Answer) -> tuple[Discovery, ...]:
        """Select what the run took of a page: of a sitemap, the look-back window."""
        if self.source.kind is SourceKind.SITEMAP:
            return select_recent(page.discoveries, self.source, answer.fetched_at_utc)
        return page.discoveries


def _judge(answer: Answer, source: Source) -> Verdict:
    if source.kind is SourceKind.FILE:
        return Verdict(Outcome.NEW)
    accept = choose_accept(source)
    if answer.label.item is None:
        accept = choose_listing_accept(source)
    path = httpx.URL(answer.at).path
    return judge_answer(answer.status, answer.headers, answer.body, accept, path)


def _is_as_known(answer: Answer, discovery: Discovery, known: KnownSource) -> bool:
    """Whether this was a second look that found the bytes as they were."""
    before = known.discoveries.get(discovery.key)
    return (
        before is not None
        and before.state == DiscoveryState.FETCHED
        and before.fingerprint == discovery.fingerprint
        and known.payload_hashes.get(answer.label.url) == answer.archive.payload_sha256
    )


def _build_item(answer: Answer, discovery: Discovery) -> FetchedItem:
    return FetchedItem(
        discovery=discovery,
        archive=answer.archive,
        url=answer.label.url,
        content_type=answer.headers.get("content-type"),
        fetched_at_utc=answer.fetched_at_utc,
    )


def _build_failure(discovery: Discovery, verdict: Verdict, source: Source) -> ItemFailure:
    return ItemFailure(
        discovery=discovery,
        outcome=verdict.outcome,
        reason=verdict.reason or Reason.UNEXPECTED_CONTENT,
        message=verdict.message or "no reason was given",
        is_guess=source.kind is SourceKind.PROBE,
    )


def _build_record(answer: Answer, verdict: Verdict) -> FetchRecord:
    return FetchRecord(
        source_id=answer.label.source_id,
        url=answer.label.url,
        final_url=answer.at,
        status=answer.status,
        outcome=verdict.outcome,
        reason=verdict.reason,
        message=verdict.message,
        content_type=answer.headers.get("content-type"),
        size_bytes=len(answer.body),
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        archive=answer.archive,
        fetched_at_utc=answer.fetched_at_utc,
    )


def _read_time(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
