"""What a source declares about itself: one YAML file, validated when it is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import yaml
from pydantic import Field, ValidationError, model_validator

from tasks.sources.rules import PARSER

# The parts of a declaration are handed on beside it.
from tasks.sources.rules import Assertions as Assertions
from tasks.sources.rules import Cadence as Cadence
from tasks.sources.rules import DateRule as DateRule
from tasks.sources.rules import Declared as Declared
from tasks.sources.rules import Evidence as Evidence
from tasks.sources.rules import ItemSelectors as ItemSelectors
from tasks.sources.rules import JsonFields as JsonFields
from tasks.sources.rules import Layout as Layout
from tasks.sources.rules import PageSelectors as PageSelectors
from tasks.sources.rules import Politeness as Politeness
from tasks.sources.rules import ProbeRule as ProbeRule
from tasks.sources.rules import SitemapRule as SitemapRule
from tasks.sources.rules import SourceKind as SourceKind
from tasks.sources.rules import Standing as Standing
from tasks.sources.rules import VariantRule as VariantRule
from warehouse.errors import DeclarationError

RARELY_HOURS = 168
"""A site that blocks programs is asked no more often than once in so many hours."""

# The safe loader in C reads twenty declarations in the time the other takes for two.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NEEDS = {
    SourceKind.LISTING: ("items",),
    SourceKind.JSON_API: ("json_fields",),
    SourceKind.PROBE: ("probe", "document_url"),
    SourceKind.SITEMAP: ("sitemap",),
    SourceKind.FILE: ("document_url",),
}


class Source(Declared):
    """One source: everything that can be said of it without running code.

    `urls` is in order of preference: of a feed the same feed at its successive homes (the
    first that answers with items is used), of a listing or an API the pages to walk, until the
    look-back window is covered or `max_pages` are read; `{page}` is replaced by `first_page`,
    then by numbers that grow by `page_step`. A probe has no page to read: its address only says
    where it asks. `document_url` is the address template of a UN document (`{symbol}`,
    `{language}`).
    `parser` names the module below tasks.sources with `parse_listing` (and, for ministries,
    `read_url`): see tasks/sources/registry.py. `ask_every_hours` above 0 leaves the source alone
    for so long after each run that asked it. `earlier_layouts` are kept when a site changes:
    what was fetched before a change is read as it looked then.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str
    publisher: str
    state: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    official: bool
    enabled: bool = True
    standing: Standing = Standing.REPORTED
    languages: tuple[str, ...] = Field(min_length=1)
    kind: SourceKind
    parser: str = Field(pattern=PARSER)
    urls: tuple[str, ...] = Field(min_length=1)
    document_url: str | None = None
    max_pages: int = Field(default=1, ge=1, le=50)
    first_page: int = Field(default=1, ge=0)
    page_step: int = Field(default=1, ge=1)
    ask_every_hours: int = Field(default=0, ge=0)
    look_back_days: int = Field(default=30, ge=1)
    recheck_hours: int = Field(default=24, ge=1)
    recheck_days: int = Field(default=3, ge=0)
    items: ItemSelectors | None = None
    json_fields: JsonFields | None = None
    probe: ProbeRule | None = None
    sitemap: SitemapRule | None = None
    page: PageSelectors | None = None
    variants: VariantRule = VariantRule.LINKS
    dates: DateRule = DateRule()
    earlier_layouts: tuple[Layout, ...] = ()
    politeness: Politeness = Politeness()
    cadence: Cadence
    assertions: Assertions
    evidence: Evidence

    @model_validator(mode="after")
    def _holds_together(self) -> Source:
        for name in self._list_needs():
            if getattr(self, name) is None:
                raise ValueError(f"a {self.kind} needs `{name}`")
        if self.kind is SourceKind.FILE and self.enabled:
            raise ValueError("a source that is imported from files is not enabled")
        if self.standing is Standing.GUESSED and self.enabled:
            raise ValueError("a source that is only guessed is not enabled")
        if self.is_shut and self.ask_every_hours < RARELY_HOURS:
            raise ValueError(f"a {self.standing} source needs ask_every_hours: {RARELY_HOURS}")
        self._check_layouts()
        return self

    def _check_layouts(self) -> None:
        """Every day has one layout: they follow one another, and each differs from the present."""
        days = [one.until for one in self.earlier_layouts]
        if days != sorted(set(days)):
            raise ValueError("earlier_layouts: each must end after the one before")
        for one in self.earlier_layouts:
            if not _list_changes(one):
                raise ValueError(f"earlier_layouts: the one until {one.until} changes nothing")

    def as_of(self, day: date) -> Source:
        """The declaration that holds for what was fetched on a day."""
        layout = next((one for one in self.earlier_layouts if day < one.until), None)
        return self if layout is None else self.model_copy(update=_list_changes(layout))

    def _list_needs(self) -> Iterator[str]:
        yield from _NEEDS.get(self.kind, ())
        if not self.is_un:
            yield "page"

    @property
    def is_un(self) -> bool:
        """Whether its items are United Nations documents."""
        return self.document_url is not None

    @property
    def is_shut(self) -> bool:
        """Whether the evidence says that it turns programs away or shows them nothing."""
        return self.standing in (Standing.BLOCKED, Standing.SOFT_404)

    def is_due(self, last_run_at_utc: datetime | None, now: datetime) -> bool:
        """Whether a run at `now` asks it, given when it was last asked."""
        wait = timedelta(hours=self.ask_every_hours)
        return last_run_at_utc is None or now - last_run_at_utc >= wait

    def list_pages(self, template: str) -> list[str]:
        """The addresses of a listing's pages, in the order in which they are walked."""
        if "{page}" not in template:
            return [template]
        numbers = range(self.first_page, self.first_page + self.max_pages * self.page_step)
        return [template.replace("{page}", str(n)) for n in numbers[:: self.page_step]]

    def find_page(self, template: str, number: int) -> str:
        """The address of one page of a listing, the first of which is number 1."""
        place = self.first_page + (number - 1) * self.page_step
        return template.replace("{page}", str(place))

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
        said = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - safe
        return Source.model_validate(said)
    except (ValidationError, yaml.YAMLError) as error:
        raise DeclarationError(f"{name_file(path)}: {_first_line(error)}") from error


def name_file(path: Path) -> str:
    """A declaration's file as people tell it from others: many are called ministry.yml."""
    return f"{path.parent.name}/{path.name}"


def _list_changes(layout: Layout) -> dict[str, object]:
    return {
        name: value
        for name in Layout.model_fields
        if name != "until" and (value := getattr(layout, name)) is not None
    }


def _first_line(error: ValidationError | yaml.YAMLError) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return (
            f"{'.'.join(str(part) for part in first['loc'])}: {_say(first['type'], first['msg'])}"
        )
    return " ".join(str(error).split())


def _say(kind: str, message: str) -> str:
    """What is wrong with a key, in the words of who wrote it."""
    said = {"tuple_type": "a list is wanted, such as [en]", "extra_forbidden": "no such key"}
    return said.get(kind, message)
