"""Answers of APIs in trouble: every field is checked, and a page in their place is named."""

from __future__ import annotations

import json

import pytest

from tests.sources.recorded import parse, read_page, reason_of
from warehouse.vocabulary import Reason

APIS = pytest.mark.parametrize("source_id", ["mfa_gb", "mfa_us", "unispal"])


def post(**changes: object) -> bytes:
    """Two posts, the second changed."""
    good = {"id": 7, "date": "2024-03-12T09:00:00", "link": "/post", "title": {"rendered": "Post"}}
    return json.dumps([good, {**good, "id": 8, "link": "/fish", **changes}]).encode()


@APIS
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", Reason.UNEXPECTED_CONTENT),
        (b"[{", Reason.UNEXPECTED_CONTENT),
        (b"\xff\xfe\x00", Reason.UNEXPECTED_CONTENT),
        (b"[" * 100_000, Reason.UNEXPECTED_CONTENT),
        (b"<html>Seed vault</html>", Reason.UNEXPECTED_CONTENT),
        (b"null", Reason.LAYOUT_CHANGED),
        (b'"seed vault"', Reason.LAYOUT_CHANGED),
        (b'{"results": "none"}', Reason.LAYOUT_CHANGED),
        (b"[1, 2]", Reason.LAYOUT_CHANGED),
        (b'{"code": "rest_no_route", "message": "No route"}', Reason.LAYOUT_CHANGED),
    ],
)
def test_what_is_no_list_of_items_has_a_name(source_id: str, body: bytes, reason: Reason) -> None:
    assert reason_of(source_id, body) is reason


def test_a_post_without_a_number_is_left_out_and_the_others_are_kept() -> None:
    assert [item.key for item in parse("mfa_us", post(id=None))] == ["7"]


@pytest.mark.parametrize("link", [None, 12, "https://ads.example/1", "mailto:a@b"])
def test_a_post_that_leads_elsewhere_is_noted_at_its_neighbour(link: object) -> None:
    (only,) = parse("mfa_us", post(link=link, title={"rendered": "Fish"}))
    assert [found.code for found in only.findings] == ["item_without_link"]
    assert "Fish" in only.findings[0].message


def test_a_post_without_a_readable_date_is_listed_with_a_finding() -> None:
    first, second = parse("mfa_us", post(date="soon"))
    assert (first.listed_date is None, second.listed_date) == (False, None)
    assert [found.code for found in second.findings] == ["date_unreadable"]


def test_without_the_local_time_the_day_is_that_of_utc() -> None:
    _, second = parse("mfa_us", post(date=None, date_gmt="2024-03-13T00:15:00"))
    assert str(second.listed_date) == "2024-03-13"


def test_a_letter_whose_title_names_no_symbol_is_noted_at_its_neighbour() -> None:
    answer = json.loads(read_page("unispal", "good"))
    answer[1]["title"]["rendered"] = "Letter on fisheries (second of three)"
    (only,) = parse("unispal", json.dumps(answer).encode())
    assert only.key == "A/ES-10/723"
    assert [found.code for found in only.findings] == ["item_without_symbol"]
