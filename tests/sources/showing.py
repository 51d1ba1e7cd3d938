"""A source before a server that shows its recorded pages, harvested over HTTP run after run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tasks.normalise.parse import parse_bytes
from tasks.records import Harvest, UnDocument
from tasks.settings import Settings
from tasks.sources.declaration import Source
from tasks.sources.registry import series_parser
from tasks.sources.series import Serial
from tests.fetch.harvesting import PDF, World
from tests.fetch.trouble_server import Answer, TroubleServer, redirect, reply
from tests.sources.cases import Case
from tests.sources.recorded import find_layout, first_page, parse, read_page

NOW = datetime(2024, 3, 15, 12, tzinfo=UTC)
"""Shortly after the days on the recorded pages."""

PAGE = b"<!doctype html><html><p>On seed vaults</p></html>"
Absence = Callable[[bytes], Answer]
ABSENT: tuple[Absence, ...] = (
    lambda page: reply(200, page, content_type="text/html"),
    lambda _: reply(200, b"", content_type="application/pdf"),
    lambda page: reply(404, page, content_type="text/html"),
)
"""How the store says “not there”: mostly with the status of success."""


@dataclass
class Shown:
    """One source, or one past layout of it, with the first of its addresses alone."""

    name: str
    server: TroubleServer
    settings: Settings
    source: Source = field(init=False)

    def __post_init__(self) -> None:
        source = find_layout(self.name)
        self.source = source.model_copy(update={"urls": source.urls[:1]})
        self.server.routes.clear()
        self.server.seen.clear()

    @property
    def pages(self) -> list[str]:
        """The addresses of its listing's pages."""
        return self.source.list_pages(self.source.urls[0])

    def listing(self, *pages: bytes) -> World:
        """Show these pages in their order, and all items of the good one; nothing follows."""
        for url, body in zip(self.pages, pages, strict=False):
            self.server.on(url, reply(200, body))
        for item in parse(self.name, read_page(self.name, Case.GOOD)):
            secure = item.url.replace("http://", "https://")
            self.server.on(secure, reply(200, PDF if self.source.is_un else PAGE))
        return self.world()

    def world(self, named: frozenset[str] = frozenset()) -> World:
        """Runs of the source with its own parser, in which nothing is known at first."""
        return World(self.settings, self.source, named=named, parse=None)

    def asked(self) -> int:
        """How often the first page of the listing was asked for."""
        return self.server.count(first_page(self.source))

    def numbers(self, answer: Answer, after: str) -> World:
        """Answer so to every number that a probe asks for after `after`, the last one named."""
        last = read_serial(self.source, after)
        for number in range(last.number + 1, last.number + 9):
            self.server.on(self.document_url(self.write_key(last.year, number)), answer)
        return self.world(frozenset({after}))

    def document(self, key: str, data: bytes) -> None:
        """Have a document in the store, a redirect away from the address of its symbol."""
        file = "https://documents.un.org/doc/undoc/gen/n24/912/78/pdf/n2491278.pdf"
        self.server.on(self.document_url(key), redirect(file))
        self.server.on(file, reply(200, data, content_type="application/pdf"))

    def write_key(self, year: int, number: int) -> str:
        """The key of a number."""
        return series_parser(self.source).write(year, number)

    def document_url(self, key: str) -> str:
        """Where a probe asks for a number."""
        return self.source.fill_document_url(key, "en")


def read_document(data: bytes) -> UnDocument:
    """The recorded document of a store."""
    document = parse_bytes(data)
    assert isinstance(document, UnDocument)
    return document


def read_serial(source: Source, key: str) -> Serial:
    """The number of a key that has one."""
    serial = series_parser(source).read(key)
    assert serial is not None, f"{key} is no number of the series"
    return serial


def harvest(source: Source, settings: Settings) -> Harvest:
    """Harvest a declared source once, with its own parser."""
    return World(settings, source, parse=None).run(NOW)


def only_first_listing(source: Source) -> Source:
    """A source without its second homes or listings."""
    return source.model_copy(update={"urls": source.urls[:1]})
