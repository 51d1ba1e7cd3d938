"""Every source on its recorded pages: a good one, an empty, a changed, a challenge, a decoy."""

from __future__ import annotations

import pytest

from tasks.records import Discovery
from tasks.sources.registry import find_source, load_all_sources
from tests.live import IS_LIVE
from tests.sources.recorded import (
    FOLDER,
    PARSED,
    SHOWN,
    describe,
    parse,
    read_golden,
    read_good,
    read_page,
    read_shared,
)
from warehouse.errors import ListingError
from warehouse.vocabulary import Reason

EVERY = pytest.mark.parametrize("source_id", PARSED)
SHOWING = pytest.mark.parametrize("source_id", SHOWN)


def reason_of(source_id: str, body: bytes) -> Reason:
    with pytest.raises(ListingError) as caught:
        parse(source_id, body)
    return caught.value.reason


@EVERY
def test_every_source_has_its_recorded_pages(source_id: str) -> None:
    names = {path.stem for path in (FOLDER / source_id).glob("*")}
    assert names >= {"good", "empty", "changed"}, f"recorded/{source_id}/ lacks a page"


def test_no_recorded_page_is_left_without_its_source() -> None:
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir()}
    assert folders == set(PARSED)


@SHOWING
def test_a_good_page_gives_its_items_in_page_order(source_id: str) -> None:
    found = parse(source_id, read_good(source_id))
    if IS_LIVE:
        assert len(found) >= find_source(source_id).assertions.min_listed
        return
    assert describe(found) == read_golden(source_id, found)
    assert len(found) >= 2, "one item shows no order"
    assert all(
        item.source_id == source_id.partition("@")[0] and not item.findings for item in found
    )


@EVERY
def test_an_empty_listing_is_a_failure(source_id: str) -> None:
    assert reason_of(source_id, read_page(source_id, "empty")) is Reason.EMPTY_LISTING


@EVERY
def test_a_changed_layout_is_a_failure(source_id: str) -> None:
    assert reason_of(source_id, read_page(source_id, "changed")) is Reason.LAYOUT_CHANGED


@EVERY
def test_a_challenge_and_a_decoy_are_told_apart(source_id: str) -> None:
    assert reason_of(source_id, read_shared("challenge.html")) is Reason.CHALLENGE_PAGE
    assert reason_of(source_id, read_shared("decoy.html")) is Reason.DECOY_PAGE


@SHOWING
def test_a_repeated_page_gives_the_same_keys_and_fingerprints(source_id: str) -> None:
    first, again = (parse(source_id, read_good(source_id)) for _ in range(2))
    assert _prints(first) == _prints(again)


@SHOWING
def test_no_key_holds_a_host_and_every_address_is_at_home(source_id: str) -> None:
    for item in parse(source_id, read_good(source_id)):
        assert "://" not in item.key
        assert item.url.startswith(("https://", "http://"))


def test_there_are_sources_of_every_kind() -> None:
    assert len(load_all_sources()) >= 16
    assert {source.kind for source in load_all_sources()} == set(type(find_source("un_sc").kind))


def _prints(found: tuple[Discovery, ...]) -> list[tuple[str, str]]:
    return [(item.key, item.fingerprint) for item in found]
