"""One walk of all sources: each on its recorded pages, each case with its named outcome.

What a source owes stands in `cases`, the pages in `recorded/<id>/`. A case is read by the parser
alone and over HTTP, where the server counts; of an item's page it is told what must be read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest

from tasks.normalise.press_release import parse_press_page
from tasks.records import PressRelease
from tasks.settings import Settings
from tasks.sources.declaration import SourceKind
from tasks.sources.registry import load_all_sources
from tests.fetch.harvesting import World, keys
from tests.fetch.trouble_server import TroubleServer, reply
from tests.live import IS_LIVE
from tests.sources.cases import WITHOUT, Case, explain_absence, list_owed
from tests.sources.recorded import (
    FOLDER,
    NAMES,
    SHOWN,
    compare_golden,
    find_layout,
    parse,
    read_good,
    read_page,
    read_shared,
    reason_of,
    require_pages,
)
from tests.sources.showing import ABSENT, NOW, Absence, Shown, read_document, read_serial
from warehouse.errors import UnreadableDocumentError
from warehouse.vocabulary import Outcome, Reason

FETCHED = date(2024, 3, 20)
TOLD = {
    "title",
    "published_on",
    "date_source",
    "date_precision",
    "language",
    "number",
    "canonical_url",
    "body",
    "findings",
}
INTERFACE = ("Search in archive", "Print the page", "Share", "newsletter", "maintained tonight")
DOCUMENT = {"document_type", "symbols", "title", "letter_date", "senders", "addressees"}

Walk = Callable[[Shown], None]


def see_items(one: Shown) -> None:
    """What the page names is found in its order and fetched, each once."""
    found = parse(one.name, read_good(one.name))
    if IS_LIVE:
        assert len(found) >= one.source.assertions.min_listed
        return
    told = [
        {"key": item.key, "url": item.url, "date": _iso(item.listed_date), "title": item.title}
        for item in found
    ]
    assert len(found) >= 2, "one item shows no order"
    for item in found:
        assert (item.source_id, item.findings) == (one.source.id, ())
        assert "://" not in item.key, "a key holds no host"
        assert item.url.startswith(("https://", "http://"))
    harvest = one.listing(read_page(one.name, Case.GOOD)).run(NOW)
    assert (harvest.outcome, harvest.failures) == (Outcome.NEW, ())
    assert keys(harvest.items) == [item.key for item in found]
    assert one.asked() == 1
    compare_golden(one.name, Case.GOOD, told)


def see_failure(page: Callable[[str], bytes], reason: Reason) -> Walk:
    """The page is no listing: the parser says why, and so does the run, which fetches nothing."""

    def walk(one: Shown) -> None:
        body = page(one.name)
        assert reason_of(one.name, body) is reason
        harvest = one.listing(body).run(NOW)
        assert (harvest.outcome, harvest.reason, harvest.items) == (Outcome.FAILED, reason, ())
        assert harvest.message
        if not one.source.is_un and reason in (Reason.CHALLENGE_PAGE, Reason.DECOY_PAGE):
            with pytest.raises(UnreadableDocumentError):
                parse_press_page(body, None, one.source, None)

    return walk


def see_repetition(one: Shown) -> None:
    """The same page gives the same; as a second page it is noticed, and later it is no news."""
    good = read_page(one.name, Case.GOOD)
    first, again = parse(one.name, good), parse(one.name, good)
    assert [(i.key, i.fingerprint) for i in first] == [(i.key, i.fingerprint) for i in again]
    world = one.listing(good, good, good)
    harvest = world.run(NOW)
    assert keys(harvest.items) == [item.key for item in first]
    if len(one.pages) > 1:
        assert (harvest.outcome, harvest.reason) == (Outcome.FAILED, Reason.REPEATED_PAGE)
        return
    later = world.run(NOW)
    assert (later.outcome, later.items, one.asked()) == (Outcome.UNCHANGED, (), 2)


def see_release(one: Shown) -> None:
    """The page of the first item, as listed and by itself: what it says, and by what rule."""
    release = _read_release(one, is_listed=True)
    assert not [words for words in INTERFACE if words in release.body]
    assert release.language == one.source.languages[0]
    alone = _read_release(one, is_listed=False)
    told = release.model_dump(mode="json", include=TOLD) | {
        "alone": alone.model_dump(mode="json", include={"published_on", "date_source", "number"})
    }
    compare_golden(one.name, Case.DETAIL, told)


def see_document(one: Shown) -> None:
    """The number past the highest known is there: found, fetched once, read."""
    key, data = _read_number(one)
    world = _probe(one, read_page(one.name, Case.EMPTY))
    one.document(key, data)
    harvest = world.run(NOW)
    assert (harvest.outcome, keys(harvest.items)) == (Outcome.NEW, [key])
    assert {item.reason for item in harvest.failures} == {Reason.NOT_PUBLISHED_YET}
    document = read_document(data).model_dump(mode="json", include=DOCUMENT)
    compare_golden(one.name, Case.GOOD, {"key": key, "url": harvest.items[0].url} | document)


def see_nothing(page: Callable[[str], bytes], answers: Sequence[Absence]) -> Walk:
    """Nobody had named the numbers: that they are not there is no failure, in whatever words."""

    def walk(one: Shown) -> None:
        for answer in answers:
            world = _probe(one, page(one.name))
            for path in one.server.routes:
                one.server.routes[path] = [answer(page(one.name))]
            harvest = world.run(NOW)
            assert (harvest.outcome, harvest.reason) == (Outcome.UNCHANGED, None)
            assert {item.reason for item in harvest.failures} == {Reason.NOT_PUBLISHED_YET}

    return walk


def see_no_document(page: Callable[[str], bytes], reason: Reason) -> Walk:
    """Something else than a document, and than the store's page for what is not there."""

    def walk(one: Shown) -> None:
        harvest = _probe(one, page(one.name)).run(NOW)
        assert (harvest.outcome, harvest.reason, harvest.items) == (Outcome.FAILED, reason, ())
        assert harvest.message

    return walk


def see_number_again(one: Shown) -> None:
    """What was found is not asked for again, and from now on it is the highest known."""
    key, data = _read_number(one)
    world = _probe(one, read_page(one.name, Case.EMPTY))
    one.document(key, data)
    world.run(NOW)
    later = world.run(NOW)
    assert (later.outcome, later.items) == (Outcome.UNCHANGED, ())
    assert one.server.count(one.document_url(key)) == 1


def _recorded(case: Case) -> Callable[[str], bytes]:
    return lambda name: read_page(name, case)


def _shared(case: Case) -> Callable[[str], bytes]:
    return lambda _: read_shared(case)


WALKS: Mapping[Case, Walk] = {
    Case.GOOD: see_items,
    Case.EMPTY: see_failure(_recorded(Case.EMPTY), Reason.EMPTY_LISTING),
    Case.CHANGED: see_failure(_recorded(Case.CHANGED), Reason.LAYOUT_CHANGED),
    Case.DETAIL: see_release,
    Case.CHALLENGE: see_failure(_shared(Case.CHALLENGE), Reason.CHALLENGE_PAGE),
    Case.DECOY: see_failure(_shared(Case.DECOY), Reason.DECOY_PAGE),
    Case.REPEATED: see_repetition,
}
NUMBER_WALKS: Mapping[Case, Walk] = {
    Case.GOOD: see_document,
    Case.EMPTY: see_nothing(_recorded(Case.EMPTY), ABSENT),
    Case.CHANGED: see_no_document(_recorded(Case.CHANGED), Reason.UNEXPECTED_CONTENT),
    Case.CHALLENGE: see_no_document(_shared(Case.CHALLENGE), Reason.CHALLENGE_PAGE),
    # The store has no words of its own for “not there”: a decoy is asked for again as well.
    Case.DECOY: see_nothing(_shared(Case.DECOY), ABSENT[:1]),
    Case.REPEATED: see_number_again,
}
OWED = [(name, case) for name in NAMES for case in list_owed(find_layout(name))]
WALKED = [(name, case) for name, case in OWED if case is not Case.GOOD or name in SHOWN]


@pytest.mark.parametrize(("name", "case"), WALKED)
def test_every_source_gives_its_named_outcome(
    name: str, case: Case, server: TroubleServer, settings: Settings
) -> None:
    require_pages(name)
    is_probe = find_layout(name).kind is SourceKind.PROBE
    (NUMBER_WALKS if is_probe else WALKS)[case](Shown(name, server, settings))


def test_where_there_is_no_such_case_it_is_said_why() -> None:
    owed = {(name.partition("@")[0], case) for name, case in OWED}
    for source in load_all_sources():
        for case in Case:
            is_owed = (source.id, case) in owed
            assert is_owed != bool(explain_absence(source, case)), (source.id, case)
    used = {source.kind for source in load_all_sources()}
    assert set(WITHOUT) <= used, "a reason for a kind of which there is no source"


def test_no_recorded_page_is_left_without_its_source() -> None:
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir()}
    assert folders == set(NAMES)


def test_there_are_sources_of_every_kind() -> None:
    assert len(load_all_sources()) >= 16
    assert {source.kind for source in load_all_sources()} == set(SourceKind)


def _read_release(one: Shown, *, is_listed: bool) -> PressRelease:
    first = parse(one.name, read_page(one.name, Case.GOOD))[0]
    body, listed = read_page(one.name, Case.DETAIL), first if is_listed else None
    return parse_press_page(body, first.url, one.source, listed, fetched_on=FETCHED)


def _read_number(one: Shown) -> tuple[str, bytes]:
    """The recorded document, and the number that it bears."""
    data = read_page(one.name, Case.GOOD)
    return read_document(data).symbols[0], data


def _probe(one: Shown, page: bytes) -> World:
    """A probe to which the number before the recorded document was named."""
    serial = read_serial(one.source, _read_number(one)[0])
    before = one.write_key(serial.year, serial.number - 1)
    return one.numbers(reply(200, page, content_type="text/html"), before)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
