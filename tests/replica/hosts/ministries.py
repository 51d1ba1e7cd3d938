"""The two ministries: listings in pages, release pages, robots.txt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from tests.replica.answers import Answer, Asked, make_conditional, not_found
from tests.replica.hosts.robots import answer_robots
from tests.replica.press import armenia_pages, azerbaijan_pages
from tests.replica.press.spec import ARMENIA, AZERBAIJAN, Language, Release
from tests.replica.world import World

PAGE_LENGTH = 7
_LANGUAGES: dict[str, Language] = {"en": "en", "az": "az", "ru": "ru", "hy": "hy"}


def answer_azerbaijan(asked: Asked, world: World) -> Answer:
    """Answer www.mfa.gov.az: validators on every page; after the last page it comes again."""
    if asked.path == "/robots.txt":
        return answer_robots(asked.host)
    releases = _of_source(world, AZERBAIJAN)
    if (language := _listing_language(asked.path, "news")) is not None:
        listed = _listed(releases, language)
        pages = max(1, -(-len(listed) // PAGE_LENGTH))
        number = min(_page_number(asked), pages)
        write: Callable[..., str] = azerbaijan_pages.write_listing
        return _page(asked, write(_slice(listed, number), language, number, pages), world.today)
    if (language := _listing_language(asked.path, "category/statements")) is not None:
        statements = [one for one in _listed(releases, language) if one.category == "Statements"]
        return _page(asked, azerbaijan_pages.write_statements(statements, language), world.today)
    found = _find(releases, asked.path)
    return _page(asked, azerbaijan_pages.write_page(found), found.day) if found else not_found()


def answer_armenia(asked: Asked, world: World) -> Answer:
    """Answer www.mfa.am: no validators on listings; after the last page an empty list."""
    if asked.path == "/robots.txt":
        return answer_robots(asked.host)
    releases = _of_source(world, ARMENIA)
    language = _listing_language(asked.path, "news") or _listing_language(
        asked.path, "press-releases"
    )
    if language is not None:
        listed = _listed(releases, language)
        pages = max(1, -(-len(listed) // PAGE_LENGTH))
        number = _page_number(asked)
        page = armenia_pages.write_listing(_slice(listed, number), language, number, pages)
        return Answer(200, page.encode())
    found = _find(releases, asked.path)
    return _page(asked, armenia_pages.write_page(found), found.day) if found else not_found()


def _of_source(world: World, source_id: str) -> list[Release]:
    return [release for release in world.releases if release.source_id == source_id]


def _listed(releases: Sequence[Release], language: Language) -> list[Release]:
    """Newest first; of one day the later number first."""
    shown = [release for release in releases if language in release.listed_in]
    return sorted(shown, key=lambda release: (release.day, release.number), reverse=True)


def _slice(listed: Sequence[Release], number: int) -> Sequence[Release]:
    return listed[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH]


def _find(releases: Sequence[Release], path: str) -> Release | None:
    """Find a page; the language in the path may be any that lists it, where none is its own."""
    own = next((one for one in releases if one.path == path), None)
    if own is not None:
        return own
    tail = path.strip("/").partition("/")[2]
    for release in releases:
        if release.path.strip("/").partition("/")[2] == tail:
            return release
    return None


def _listing_language(path: str, section: str) -> Language | None:
    language, _, rest = path.strip("/").partition("/")
    return _LANGUAGES.get(language) if rest == section else None


def _page_number(asked: Asked) -> int:
    text = asked.query.get("page", "1")
    return max(1, int(text)) if text.isdigit() else 1


def _page(asked: Asked, html: str, changed_on: date) -> Answer:
    return make_conditional(asked, Answer(200, html.encode(), changed_on=changed_on))
