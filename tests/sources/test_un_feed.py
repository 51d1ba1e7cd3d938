"""The forms of the United Nations feeds that are unknown, each read or refused with a name."""

from __future__ import annotations

import pytest

from tasks.sources.un.symbols import split_symbols
from tests.sources.pages import rss, rss_item
from tests.sources.recorded import parse, reason_of
from warehouse.vocabulary import Reason


@pytest.mark.parametrize(
    ("printed", "symbols"),
    [
        ("A/76/667–S/2022/64", ("A/76/667", "S/2022/64")),
        ("A/76/328-S/2021/759", ("A/76/328", "S/2021/759")),
        ("A/70/900S/2016/474*", ("A/70/900", "S/2016/474")),
        ("A/52/788 E/1998/6", ("A/52/788", "E/1998/6")),
        ("A/ES-10/769", ("A/ES-10/769",)),
        ("A/HRC/S-30/1", ("A/HRC/S-30/1",)),
        ("S/RES/2728 (2024)", ("S/RES/2728 (2024)",)),
        ("S/2024/10/Rev.1/Add.36", ("S/2024/10/Rev.1/Add.36",)),
        ("Latest documents", ()),
        ("S/2024/5: a letter", ()),
        ("N/A", ()),
    ],
)
def test_joint_titles_are_split_in_every_form(printed: str, symbols: tuple[str, ...]) -> None:
    assert split_symbols(printed) == symbols


def test_a_first_item_that_is_no_document_is_noted_and_not_listed() -> None:
    (only,) = parse("un_sc", rss(rss_item("Daily list", "ALL"), rss_item("S/2024/5", "LETTER")))
    assert only.key == "S/2024/5"
    assert [finding.code for finding in only.findings] == ["item_without_symbol"]


def test_the_symbol_is_read_from_the_link_where_the_title_has_none() -> None:
    item = rss_item("S/2024/5", "LETTER").replace("<title>S/2024/5<", "<title>Letter on seeds<")
    assert parse("un_sc", rss(item))[0].key == "S/2024/5"


def test_an_unreadable_date_is_a_finding_not_a_missing_item() -> None:
    (only,) = parse("un_sc", rss(rss_item("S/2024/5", "LETTER", "yesterday or so")))
    assert only.listed_date is None
    assert [finding.code for finding in only.findings] == ["date_unreadable"]


def test_the_time_of_day_is_not_in_the_fingerprint_but_a_reissue_is() -> None:
    early, late, reissued = (
        parse("un_sc", rss(rss_item(title, "LETTER", f"Tue, 12 Mar 2024 {hour}:00:00 GMT")))[0]
        for title, hour in (("S/2024/5", "09"), ("S/2024/5", "17"), ("S/2024/5*", "09"))
    )
    assert early.fingerprint == late.fingerprint != reissued.fingerprint
    assert early.key == reissued.key


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>',
        '<!doctype rss SYSTEM "file:///etc/hostname">',
        '<!ENTITY x "y">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_before_parsing(declaration: str, encoding: str) -> None:
    text = rss(rss_item("S/2024/5", "LETTER")).decode()
    body = text.replace("?><rss", f"?>{declaration}<rss").encode(encoding)
    assert reason_of("un_sc", body) is Reason.UNEXPECTED_CONTENT


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body>A page of documents</body></html>",
        b"%PDF-1.7",
        b"/etc/hostname",
        b"https://example.org/feed.xml",
        rss(rss_item("S/2024/5", "LETTER"), rss_item("S/2024/6", "LETTER"))[:-160],
    ],
)
def test_what_is_no_complete_feed_is_unexpected_content(body: bytes) -> None:
    assert reason_of("un_sc", body) is Reason.UNEXPECTED_CONTENT


def test_the_declared_encoding_of_the_feed_is_obeyed() -> None:
    text = rss(rss_item("S/2024/5", "CÔTE D’IVOIRE")).decode()
    body = text.replace("utf-8", "windows-1252").encode("windows-1252")
    assert parse("un_sc", body)[0].title == "CÔTE D’IVOIRE"
