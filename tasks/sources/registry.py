"""All declared sources, and the parser that goes with each."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from tasks.records import Discovery
from tasks.sources.declaration import Source, load_source, name_file
from tasks.sources.readings import UrlReader
from tasks.sources.selectors import check_selectors
from tasks.sources.series import SeriesParser
from warehouse.errors import DeclarationError, NotFoundError

ListingParser = Callable[[bytes, str, Source], tuple[Discovery, ...]]
"""Body, address and source to discoveries; raises ListingError with the reason."""

FOLDER = Path(__file__).parent


@lru_cache(maxsize=1)
def load_sources() -> tuple[Source, ...]:
    """Every enabled source, by id.

    Raises:
        DeclarationError: a declaration does not hold, or two have the same id.
    """
    return tuple(source for source in load_all_sources() if source.enabled)


@lru_cache(maxsize=1)
def load_all_sources() -> tuple[Source, ...]:
    """Every declared source, enabled or not, by id.

    Raises:
        DeclarationError: a declaration does not hold, or two have the same id.
    """
    return load_declarations(FOLDER)


def load_declarations(folder: Path) -> tuple[Source, ...]:
    """Every declaration one folder below `folder`, enabled or not, by id.

    Raises:
        DeclarationError: a declaration does not hold, or two have the same id.
    """
    found: dict[str, Path] = {}
    sources = []
    for path in sorted(folder.glob("*/*.yml")):
        source = load_source(path)
        if source.id in found:
            both = f"{name_file(found[source.id])} and {name_file(path)}"
            raise DeclarationError(f"two sources are called {source.id}: {both}")
        found[source.id] = path
        sources.append(source)
    return tuple(sorted(sources, key=lambda source: source.id))


def find_source(source_id: str) -> Source:
    """The source of that id; one that is off by default is found when it is asked for by name.

    Raises:
        NotFoundError: there is none; the message names those there are.
    """
    declared = load_all_sources()
    for source in declared:
        if source.id == source_id:
            return source
    known = ", ".join(source.id for source in declared)
    raise NotFoundError(f"no source {source_id!r}; there are {known}")


def listing_parser(source: Source) -> ListingParser:
    """The `parse_listing` of the module that the source names.

    Raises:
        DeclarationError: there is no such module or it has no such function, or a selector of
            the source is none.
    """
    check_selectors(source)
    parser: ListingParser | None = getattr(_module(source), "parse_listing", None)
    if parser is None:
        raise DeclarationError(f"{source.id}: parser: {source.parser} has no parse_listing")
    return parser


def url_reader(source: Source) -> UrlReader | None:
    """The `read_url` of the module that the source names, if it has one."""
    reader: UrlReader | None = getattr(_module(source), "read_url", None)
    return reader


def series_parser(source: Source) -> SeriesParser:
    """How the module that a probe names reads and writes numbers.

    Raises:
        DeclarationError: there is no such module or it has no such functions.
    """
    module = _module(source)
    read, write = getattr(module, "read_serial", None), getattr(module, "write_key", None)
    if read is None or write is None:
        raise DeclarationError(f"{source.id}: parser: {source.parser} reads no numbers")
    return SeriesParser(read, write)


def _module(source: Source) -> ModuleType:
    try:
        return import_module(f"tasks.sources.{source.parser}")
    except ModuleNotFoundError as error:
        raise DeclarationError(f"{source.id}: parser: no module {source.parser}") from error
