"""Press releases and press reports: the two doors of the press side of normalising."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from tasks.normalise.html_page import HtmlPage, find_canonical, read_page
from tasks.normalise.language import detect_language
from tasks.normalise.mentions import find_mentions
from tasks.normalise.press.dateline import Dateline, read_dateline
from tasks.normalise.press.variants import name_announcement
from tasks.normalise.press_dates import (
    Candidate,
    PublishedOn,
    choose_date,
    read_opening_date,
    read_title_date,
)
from tasks.records import Discovery, Finding, PressRelease
from tasks.sources.dates import is_month, read_date
from tasks.sources.declaration import DateRule, Source
from tasks.sources.identity import Identity
from tasks.sources.registry import load_sources, url_reader
from warehouse.errors import UnreadableDocumentError
from warehouse.vocabulary import DatePrecision, DateSource

_NUMBER = re.compile(r"^\s*(?:No|№)\s*[:.]?\s*(\d+(?:/\d+)?)(?=\s*[,.:;–-]|\s*$)", re.IGNORECASE)
_LONGEST_TITLE = 250
_READ_LANGUAGES = ("en", "az", "ru")


def parse_press_page(
    html: bytes,
    url: str | None,
    source: Source | None,
    listed: Discovery | None,
    *,
    fetched_on: date | None = None,
) -> PressRelease:
    """Read a press page.

    Without `source`, the page's own address may name one. `listed` is what the listing said of
    it; `fetched_on` is the day its bytes came, the latest plausible date.

    Raises:
        UnreadableDocumentError: a challenge or decoy page, or a page without text.
    """
    address = url or find_canonical(html)
    known = source or _source_of(address)
    page = read_page(html, known.page if known else None, listed.title if listed else None, address)
    return _make_release(page, address, known, listed, fetched_on)


def parse_press_text(text: str) -> PressRelease:
    """Read a press release or press report that is only text.

    A first line that is a date is the date; a first line that is no sentence is the title.

    Raises:
        UnreadableDocumentError: there is no text.
    """
    lines = [line.rstrip() for line in text.strip().splitlines()]
    if not any(lines):
        raise UnreadableDocumentError("an empty text")
    dateline = read_dateline(lines[0].strip(), _READ_LANGUAGES)
    rest = "\n".join(lines[1:] if dateline else lines).strip()
    title, body = _split_title(rest)
    language = detect_language(body or rest)
    published, findings = _published_by(dateline)
    return PressRelease(
        title=_without_number(title),
        published_on=published,
        date_source=DateSource.TEXT if published else None,
        date_precision=DatePrecision.DAY if published else None,
        language=language,
        number=_read_number(title),
        body=body,
        mentions_letters=find_mentions(title, body, language),
        findings=findings,
    )


def _make_release(
    page: HtmlPage,
    url: str | None,
    source: Source | None,
    listed: Discovery | None,
    fetched_on: date | None,
) -> PressRelease:
    language = detect_language(page.body)
    identity = _read_identity(url, source)
    published = _choose(page, identity, source, listed, language, fetched_on)
    number = _read_number(page.title) or _read_number(page.heading)
    number = number or (identity.number if identity else None)
    mentions = find_mentions(page.title, page.body, language)
    late = [letter for letter in mentions if _is_later(letter.letter_date, published.value)]
    findings = (
        *(finding for finding in (listed.findings if listed else ()) if finding.field),
        *page.findings,
        *published.findings,
        *_number_findings(number, identity),
        *(_late_letter(letter.letter_date) for letter in late),
    )
    return PressRelease(
        title=_without_number(page.title),
        published_on=published.value,
        date_source=published.source,
        date_precision=_find_precision(page, source, published),
        language=language,
        number=number,
        canonical_url=page.canonical,
        alternates=page.alternates,
        announcement_id=name_announcement(source, identity, url, page.canonical, page.alternates),
        body=page.body,
        mentions_letters=mentions,
        findings=tuple(dict.fromkeys(findings)),
    )


def _find_precision(
    page: HtmlPage, source: Source | None, published: PublishedOn
) -> DatePrecision | None:
    if published.value is not None:
        return DatePrecision.DAY
    languages = source.dates.languages if source else ("en",)
    printed = page.printed_date
    return DatePrecision.MONTH if printed and is_month(printed, languages) else None


def _choose(
    page: HtmlPage,
    identity: Identity | None,
    source: Source | None,
    listed: Discovery | None,
    language: str | None,
    fetched_on: date | None,
) -> PublishedOn:
    rule = source.dates if source else DateRule(languages=(language or "en",))
    candidates = list(_candidates(page, identity, rule, listed, language))
    if not candidates and (guess := _guess(page.markup)) is not None:
        candidates = [Candidate(guess, DateSource.GUESSED)]
    return choose_date(candidates, rule.earliest, fetched_on)


def _candidates(
    page: HtmlPage,
    identity: Identity | None,
    rule: DateRule,
    listed: Discovery | None,
    language: str | None,
) -> Iterator[Candidate]:
    """Every date that the page, its address and its listing print of its publication."""
    opening = read_opening_date(page.body, language) if rule.in_first_sentence else None
    first_line = read_dateline(page.body.split("\n", 1)[0], (language or "en",))
    said = [
        (listed.listed_date if listed else None, DateSource.LISTING),
        (read_title_date(page.title, rule.languages), DateSource.SITE_RULE),
        (identity.published_on if identity else None, DateSource.SITE_RULE),
        (read_date(page.printed_date, rule) if page.printed_date else None, DateSource.SITE_RULE),
        (opening, DateSource.SITE_RULE),
        *((day, DateSource.META) for day in page.meta_dates),
        (first_line.value if first_line else None, DateSource.TEXT),
    ]
    for value, where in said:
        if value is not None:
            yield Candidate(value, where)


def _guess(markup: str) -> date | None:
    """A last resort, always flagged: the fast mode only, as the extensive one invents dates."""
    from htmldate import find_date

    found: str | None = find_date(markup, extensive_search=False, original_date=True)
    return date.fromisoformat(found) if found else None


def _read_identity(url: str | None, source: Source | None) -> Identity | None:
    reader = url_reader(source) if source else None
    return reader(url) if reader and url else None


def _source_of(url: str | None) -> Source | None:
    """The ministry that a page's address belongs to."""
    host = _host(url)
    for source in load_sources():
        if not source.is_un and host and host in {_host(known) for known in source.urls}:
            return source
    return None


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:  # a page may print anything as its address
        return ""


def _read_number(title: str | None) -> str | None:
    match = _NUMBER.match(title or "")
    return match[1] if match else None


def _without_number(title: str | None) -> str | None:
    match = _NUMBER.match(title or "")
    rest = (title or "")[match.end() :].lstrip(" ,.:;–-") if match else title
    return rest or title


def _number_findings(number: str | None, identity: Identity | None) -> Iterator[Finding]:
    if identity is not None and identity.number not in (None, number):
        said = f"the title says {number}, the address {identity.number}"
        yield Finding(code="number_disagrees", message=said, field="number")


def _is_later(letter_date: date | None, published_on: date | None) -> bool:
    return letter_date is not None and published_on is not None and letter_date > published_on


def _late_letter(letter_date: date | None) -> Finding:
    said = f"a letter of {letter_date} is spoken of, later than the release"
    return Finding(code="letter_after_release", message=said, field="published_on")


def _split_title(text: str) -> tuple[str | None, str]:
    """A first line apart from the rest that does not end as a sentence is the title."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    if len(first) > _LONGEST_TITLE or first.endswith((".", "!", ":", ";", ",")) or not rest.strip():
        return None, text
    return first, rest.strip()


def _published_by(dateline: Dateline | None) -> tuple[date | None, tuple[Finding, ...]]:
    if dateline is None or dateline.problem is None:
        return (dateline.value if dateline else None), ()
    said = "the first line is a date that cannot be used"
    return None, (Finding(code=dateline.problem, message=said, field="published_on"),)
