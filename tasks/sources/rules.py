"""The parts of a source's declaration: selectors, dates, politeness, assertions, evidence."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

PARSER = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"
"""The form of a parser's name: a module below tasks.sources."""


class SourceKind(StrEnum):
    """How a source names its items."""

    FEED = "feed"
    LISTING = "listing"
    JSON_API = "json_api"
    WORDPRESS = "wordpress"
    SITEMAP = "sitemap"
    FILE = "file"
    PROBE = "probe"


class Standing(StrEnum):
    """What the evidence says of the site: it can be read, or why it probably cannot.

    `reported`: programs of others read it so. `guessed`: nobody is known to have read it so.
    `blocked`: it refuses programs. `soft_404`: it answers 200 with a page that says nothing.
    """

    REPORTED = "reported"
    GUESSED = "guessed"
    BLOCKED = "blocked"
    SOFT_404 = "soft_404"


class VariantRule(StrEnum):
    """What joins the languages of one release: links in the page's head, or a shared number."""

    LINKS = "links"
    NUMBER = "number"


class Declared(BaseModel):
    """The base of all declarations: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ItemSelectors(Declared):
    """CSS selectors of a listing: its frame, the item, and within it link, title and date.

    `frame` stands on the page even when nothing is listed: its absence means that the layout
    changed. `link` is null where the item is the link itself, `title` where its text is the
    title, `date` where the listing prints no dates.
    """

    frame: str
    item: str
    link: str | None = None
    title: str | None = None
    date: str | None = None


class JsonFields(Declared):
    """Names of the fields of a JSON answer: the list, and in each item title, link and date."""

    items: str
    title: str
    link: str
    date: str


class SitemapRule(Declared):
    """What of a sitemap is wanted: regular expressions that paths must match.

    `is_index` says that the first address lists sitemaps; of these the ones whose path matches
    `children` are read. `items` are the pages that are items.
    """

    items: str
    is_index: bool = False
    children: str = ""

    @field_validator("items", "children")
    @classmethod
    def _compiles(cls, value: str) -> str:
        re.compile(value)
        return value


class ProbeRule(Declared):
    """How many numbers a run asks for: past the highest known, and of the holes below it."""

    ahead: int = Field(default=3, ge=1, le=5)
    holes: int = Field(default=2, ge=0, le=5)


class PageSelectors(Declared):
    """CSS selectors of a detail page; `drop` removes interface text before reading.

    Where a page may hold several statements, `statement` is the element that holds each: with
    more than one of them, each is a release of its own.
    """

    statement: str | None = None
    title: str | None = None
    date: str | None = None
    body: str
    drop: tuple[str, ...] = ()


class DateRule(Declared):
    """How dates are read: always with formats or a language and an order, never guessed.

    `formats` are strptime's, with English month names; the month names of `languages` are
    put into English first. `in_first_sentence` says that a release begins with its date
    ("On 10 March 2022, …"); a date before `earliest` is implausible.
    """

    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)
    order: Literal["DMY", "MDY", "YMD"] = "DMY"
    in_first_sentence: bool = False
    earliest: date = date(1991, 1, 1)


class Layout(Declared):
    """How a source looked before the day `until`, which is the first of the next layout.

    What is null here was as it is now. Layouts stand in their order, so that every day has one.
    """

    until: date
    parser: str | None = Field(default=None, pattern=PARSER)
    items: ItemSelectors | None = None
    json_fields: JsonFields | None = None
    page: PageSelectors | None = None
    dates: DateRule | None = None


class Politeness(Declared):
    """How gently the source is asked; robots.txt may only make it gentler."""

    seconds_between_requests: float = Field(default=3.0, ge=0)
    requests_per_run: int = Field(default=200, gt=0)


class Cadence(Declared):
    """How often news is to be expected, and after how long silence is an alarm."""

    items_per_week: float = Field(gt=0)
    silent_after_hours: int = Field(gt=0)


class Assertions(Declared):
    """Bounds with asymmetric force: a failed min stops the load, a failed max warns.

    `min_listed` counts what a feed or listing names when it answers in full;
    `min_parsed_share` is the share (0 to 1) of fetched items that could be read.
    """

    min_listed: int = Field(default=1, ge=1)
    max_listed: int = Field(default=1000, ge=1)
    min_parsed_share: float = Field(default=0.5, ge=0, le=1)


class Evidence(Declared):
    """On what the declaration rests: when it was seen, by whom, and under which terms."""

    seen: date
    note: str
    terms: str
