"""What a source declares about itself: one YAML file, validated when it is loaded."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from warehouse.errors import DeclarationError


class SourceKind(StrEnum):
    """How a source names its items."""

    FEED = "feed"
    LISTING = "listing"


class Declared(BaseModel):
    """The base of all declarations: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ItemSelectors(Declared):
    """CSS selectors of a listing: its frame, the item, and within it link, title and date.

    `frame` stands on the page even when nothing is listed: its absence means that the layout
    changed. `link` is null where the item is the link itself.
    """

    frame: str
    item: str
    link: str | None = None
    title: str | None = None
    date: str | None = None


class PageSelectors(Declared):
    """CSS selectors of a detail page; `drop` removes interface text before reading."""

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


class Source(Declared):
    """One source: everything that can be said of it without running code.

    `urls` is in order of preference: of a feed the same feed at its successive homes (the
    first that answers with items is used), of a listing the pages to walk (`{page}` is
    replaced by 1, 2, …, up to `max_pages`, until the look-back window is covered).
    `document_url` is the address template of a UN document (`{symbol}`, `{language}`).
    `parser` names the module below tasks.sources with `parse_listing` (and, for ministries,
    `read_url`): see tasks/sources/registry.py.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str
    publisher: str
    state: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    official: bool
    enabled: bool = True
    languages: tuple[str, ...] = Field(min_length=1)
    kind: SourceKind
    parser: str = Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$")
    urls: tuple[str, ...] = Field(min_length=1)
    document_url: str | None = None
    max_pages: int = Field(default=1, ge=1, le=50)
    look_back_days: int = Field(default=30, ge=1)
    recheck_hours: int = Field(default=24, ge=1)
    recheck_days: int = Field(default=3, ge=0)
    items: ItemSelectors | None = None
    page: PageSelectors | None = None
    dates: DateRule = DateRule()
    politeness: Politeness = Politeness()
    cadence: Cadence
    assertions: Assertions
    evidence: Evidence

    @model_validator(mode="after")
    def _listing_has_selectors(self) -> Source:
        if self.kind is SourceKind.LISTING and (self.items is None or self.page is None):
            raise ValueError("a listing needs `items` and `page` selectors")
        return self

    @property
    def is_un(self) -> bool:
        """Whether its items are United Nations documents."""
        return self.document_url is not None

    def fill_document_url(self, symbol: str, language: str) -> str:
        """The address of one United Nations document; slashes stay as they are.

        Raises:
            DeclarationError: the source declares no `document_url`.
        """
        if self.document_url is None:
            raise DeclarationError(f"{self.id}: document_url: none is declared")
        return self.document_url.format(symbol=quote(symbol, safe="/"), language=language)


def load_source(path: Path) -> Source:
    """Read one declaration.

    Raises:
        DeclarationError: one line naming the file, the key and what is wrong with it.
    """
    try:
        return Source.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (ValidationError, yaml.YAMLError) as error:
        raise DeclarationError(f"{path.name}: {_first_line(error)}") from error


def _first_line(error: ValidationError | yaml.YAMLError) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
    return str(error).splitlines()[0]
