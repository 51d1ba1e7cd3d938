"""What every parser makes of what it read: discoveries, and findings on what gave none."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin, urlsplit

from tasks.records import Discovery, Finding
from tasks.sources.declaration import Source
from tasks.sources.identity import Identity, tidy_address
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason

UrlReader = Callable[[str], Identity]

UNDATED = "date_unreadable"


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed of one item; `stamp` is its date as printed, `day` as read."""

    link: str | None
    title: str | None
    stamp: str | None
    day: date | None


def read_item(
    printed: Printed, page_url: str, source: Source, read_url: UrlReader
) -> Discovery | Finding:
    """Make the discovery of one item, or the finding that its link leads nowhere of this site."""
    url = join_address(printed.link, page_url)
    if url is None:
        named = (printed.title or printed.link or "")[:120]
        return Finding(code="item_without_link", message=f"{page_url}: item {named!r}")
    return Discovery(
        source_id=source.id,
        key=_name_key(read_url(url).key, url, source),
        url=url,
        title=printed.title,
        listed_date=printed.day,
        fingerprint=hash_item(url, printed.title, printed.day),
        findings=() if printed.day else (undated(printed.stamp),),
    )


def _name_key(key: str, url: str, source: Source) -> str:
    """A number that languages may share gets the language beside it, but for the source's first.

    A path tells its language by itself.
    """
    if key.startswith("/"):
        return key
    language = urlsplit(url).path.strip("/").partition("/")[0]
    return f"{key}:{language}" if language in source.languages[1:] else key


def collect_readings(
    readings: Iterable[Discovery | Finding], url: str, *, has_dates: bool = True
) -> tuple[Discovery, ...]:
    """Keep the first discovery of each key, findings beside them; `has_dates` if any is due.

    Raises:
        ListingError: LAYOUT_CHANGED when nothing has a link, or no item has a date.
    """
    known = tuple(readings)
    discoveries = [item for item in known if isinstance(item, Discovery)]
    if not discoveries:
        raise ListingError(Reason.LAYOUT_CHANGED, f"{url}: no item has a readable link")
    if has_dates and all(item.listed_date is None for item in discoveries):
        told = next((found.message for item in discoveries for found in item.findings), "")
        raise ListingError(
            Reason.LAYOUT_CHANGED, f"{url}: no item has a readable date; {told}".rstrip("; ")
        )
    strays = [item for item in known if isinstance(item, Finding)]
    return drop_repeats(add_strays(discoveries, strays))


def add_strays(
    discoveries: Sequence[Discovery], strays: Iterable[Finding]
) -> tuple[Discovery, ...]:
    """Put what could not become a discovery on record at the first that could."""
    noted = tuple(strays)
    first, *rest = discoveries
    return (first.model_copy(update={"findings": (*first.findings, *noted)}), *rest)


def drop_repeats(discoveries: Iterable[Discovery]) -> tuple[Discovery, ...]:
    """Keep one discovery of each key, at the place of the first."""
    unique: dict[str, Discovery] = {}
    for one in discoveries:
        unique[one.key] = choose_described(unique[one.key], one) if one.key in unique else one
    return tuple(unique.values())


def choose_described(one: Discovery, other: Discovery) -> Discovery:
    """Of an item that is described in two ways keep the later one, in whatever order they stand.

    A listing without order would else describe it otherwise in every run.
    """
    if one.fingerprint == other.fingerprint:
        return one
    left, kept = sorted((one, other), key=lambda it: (it.listed_date or date.min, it.fingerprint))
    strays = [found for found in left.findings if found.code != UNDATED]
    return kept.model_copy(update={"findings": (*kept.findings, *strays)})


def hash_item(*said: str | date | None) -> str:
    """A hash of what a listing says of an item."""
    printed = json.dumps([None if part is None else str(part) for part in said])
    return hashlib.sha256(printed.encode()).hexdigest()


def undated(printed: str | None) -> Finding:
    """The finding that an item's date could not be read."""
    message = "the listing prints no date" if printed is None else f"the listing prints {printed!r}"
    return Finding(code=UNDATED, message=message[:160], field="listed_date")


def join_address(href: str | None, page_url: str) -> str | None:
    """The full address, if it is another page of the same site."""
    if href is None or href.startswith("#"):
        return None
    try:
        url = tidy_address(urljoin(page_url, href))
        parts, page = urlsplit(url), urlsplit(page_url)
    except ValueError:  # such as "http://[": no address at all
        return None
    if parts.scheme not in ("http", "https") or _site(parts.hostname) != _site(page.hostname):
        return None
    return url


def _site(host: str | None) -> str:
    return (host or "").lower().removeprefix("www.")
