"""Declarations are found, validated and matched with their parsers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from tasks.sources.declaration import Source, SourceKind, Standing
from tasks.sources.registry import (
    FOLDER,
    find_source,
    listing_parser,
    load_all_sources,
    load_declarations,
    load_sources,
    url_reader,
)
from warehouse.errors import DeclarationError, NotFoundError


def _declare(folder: Path, name: str, **changes: object) -> None:
    declared = yaml.safe_load((FOLDER / "am" / "ministry.yml").read_text(encoding="utf-8"))
    target = folder / name / "ministry.yml"
    target.parent.mkdir()
    target.write_text(yaml.safe_dump(declared | changes), encoding="utf-8")


# Off: guessed, a second way to items that another source names, or read from files only.
OFF = {
    "mfa_am_un",
    "mfa_cn",
    "mfa_gb_feed",
    "mfa_ge",
    "mfa_us_listing",
    "mfa_us_sitemap",
    "un_digital_library",
}


def test_every_source_is_on_but_what_is_guessed_a_second_way_or_a_file() -> None:
    assert {one.id for one in load_all_sources()} - {one.id for one in load_sources()} == OFF
    assert {one.id for one in load_all_sources() if one.standing is Standing.GUESSED} <= OFF


def test_a_source_that_is_off_is_found_by_its_name() -> None:
    assert not find_source("mfa_am_un").enabled


def test_both_ministries_declare_the_same_things() -> None:
    declared = [
        set(yaml.safe_load((FOLDER / name / "ministry.yml").read_text(encoding="utf-8")))
        for name in ("az", "am")
    ]
    assert declared[0] == declared[1]


def test_every_source_names_a_parser_and_ministries_read_addresses() -> None:
    for source in load_all_sources():
        if source.kind not in (SourceKind.PROBE, SourceKind.FILE):
            assert callable(listing_parser(source))
        assert (url_reader(source) is None) == source.is_un


def test_an_unknown_source_names_those_there_are() -> None:
    with pytest.raises(NotFoundError, match=r"mfa_am, mfa_am_un, mfa_az, .*un_sc, unispal"):
        find_source("mfa_atlantis")


def test_doubled_ids_are_refused(tmp_path: Path) -> None:
    _declare(tmp_path, "one")
    _declare(tmp_path, "two")
    both = "two sources are called mfa_am: one/ministry.yml and two/ministry.yml"
    with pytest.raises(DeclarationError, match=both):
        load_declarations(tmp_path)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"kind": "carrier_pigeon"}, "kind"),
        ({"colour": "blue"}, "colour"),
        ({"items": None}, "items"),
        ({"parser": "../../etc"}, "parser"),
        ({"urls": []}, "urls"),
        ({"page": None}, "page"),
        ({"kind": "json_api"}, "json_fields"),
        ({"kind": "probe"}, "probe"),
        ({"standing": "guessed"}, "guessed is not enabled"),
        ({"standing": "blocked"}, "ask_every_hours"),
    ],
)
def test_a_bad_declaration_says_which_key(
    tmp_path: Path, changes: dict[str, object], named: str
) -> None:
    _declare(tmp_path, "one", **changes)
    with pytest.raises(DeclarationError, match=named):
        load_declarations(tmp_path)


@pytest.mark.parametrize("key", ["items", "page"])
def test_a_selector_that_is_none_is_named(tmp_path: Path, key: str) -> None:
    part = {"frame": "ul", "item": "li..x"} if key == "items" else {"body": "p", "drop": ["li..x"]}
    _declare(tmp_path, "one", **{key: part})
    (source,) = load_declarations(tmp_path)
    with pytest.raises(DeclarationError, match=rf"^mfa_am: {key}\.\w+: 'li\.\.x': Malformed"):
        listing_parser(source)


@pytest.mark.parametrize("parser", ["am.nowhere", "identity"])
def test_a_parser_that_is_not_there_is_a_declaration_error(tmp_path: Path, parser: str) -> None:
    _declare(tmp_path, "one", parser=parser)
    (source,) = load_declarations(tmp_path)
    with pytest.raises(DeclarationError, match="parser"):
        listing_parser(source)


def test_a_site_that_refuses_programs_is_asked_once_a_week() -> None:
    shut = [
        one for one in load_all_sources() if one.standing in (Standing.BLOCKED, Standing.SOFT_404)
    ]
    assert [one.id for one in shut] == ["mfa_in", "mfa_ru", "mfa_ua"]
    asked = datetime(2026, 3, 1, 12, tzinfo=UTC)
    for source in shut:
        assert source.is_due(None, asked)
        assert not source.is_due(asked, asked + timedelta(days=6))
        assert source.is_due(asked, asked + timedelta(days=7))


def test_pages_are_numbered_as_the_site_numbers_them() -> None:
    france, office = find_source("mfa_fr"), find_source("mfa_gb")
    assert [url[-1] for url in france.list_pages(france.urls[0])] == list("01234")
    starts = [url.split("start=")[1].split("&")[0] for url in office.list_pages(office.urls[0])]
    assert starts == ["0", "100", "200", "300", "400"]


@pytest.mark.parametrize("source", load_all_sources(), ids=lambda source: source.id)
def test_every_declaration_says_on_what_it_rests(source: Source) -> None:
    assert len(source.evidence.note) > 60
    assert source.evidence.terms
    if source.standing is not Standing.REPORTED:
        assert source.evidence.note.split(".")[0] in ("Guessed", "Blocked") or "Answers" in (
            source.evidence.note
        )


def test_every_folder_of_declarations_is_a_package_so_that_it_is_installed() -> None:
    bare = {
        one.parent for one in FOLDER.glob("*/*.yml") if not (one.parent / "__init__.py").exists()
    }
    assert not bare, "without an __init__.py of one sentence a declaration is left out of wheels"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.py")), ids=lambda path: path.parent.name)
def test_a_parser_is_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 70


def test_every_key_of_a_declaration_and_every_kind_is_explained() -> None:
    page = (FOLDER.parents[1] / "docs" / "sources.md").read_text(encoding="utf-8")
    for word in (*Source.model_fields, *SourceKind, *Standing):
        assert f"`{word}`" in page, word


def test_every_source_stands_in_the_list_of_what_is_watched() -> None:
    page = (FOLDER.parents[1] / "docs" / "sources.md").read_text(encoding="utf-8")
    rows = [row.split("|") for row in page.splitlines() if row.startswith("| `")]
    for source in load_all_sources():
        states = [row[3].strip() for row in rows if f"`{source.id}`" in row[1]]
        assert len(states) == 1, f"docs/sources.md, What is watched: one row for `{source.id}`"
        assert states[0].startswith("on") == source.enabled, source.id
