"""Declarations are found, validated and matched with their parsers."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tasks.sources.registry import (
    FOLDER,
    find_source,
    listing_parser,
    load_declarations,
    load_sources,
    url_reader,
)
from warehouse.errors import DeclarationError, NotFoundError


def _declare(folder: Path, name: str, **changes: object) -> None:
    declared = yaml.safe_load((FOLDER / "mfa_am" / "ministry.yml").read_text(encoding="utf-8"))
    target = folder / name / "ministry.yml"
    target.parent.mkdir()
    target.write_text(yaml.safe_dump(declared | changes), encoding="utf-8")


def test_the_four_sources_are_there_by_id() -> None:
    assert [source.id for source in load_sources()] == ["mfa_am", "mfa_az", "un_ga", "un_sc"]


def test_both_ministries_declare_the_same_things() -> None:
    declared = [
        set(yaml.safe_load((FOLDER / name / "ministry.yml").read_text(encoding="utf-8")))
        for name in ("mfa_az", "mfa_am")
    ]
    assert declared[0] == declared[1]


def test_every_source_names_a_parser_and_ministries_read_addresses() -> None:
    for source in load_sources():
        assert callable(listing_parser(source))
        assert (url_reader(source) is None) == source.is_un


def test_an_unknown_source_names_those_there_are() -> None:
    with pytest.raises(NotFoundError, match="mfa_am, mfa_az, un_ga, un_sc"):
        find_source("mfa_atlantis")


def test_doubled_ids_are_refused(tmp_path: Path) -> None:
    _declare(tmp_path, "one")
    _declare(tmp_path, "two")
    with pytest.raises(DeclarationError, match="two sources are called mfa_am"):
        load_declarations(tmp_path)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"kind": "carrier_pigeon"}, "kind"),
        ({"colour": "blue"}, "colour"),
        ({"items": None}, "items"),
        ({"parser": "../../etc"}, "parser"),
        ({"urls": []}, "urls"),
    ],
)
def test_a_bad_declaration_says_which_key(
    tmp_path: Path, changes: dict[str, object], named: str
) -> None:
    _declare(tmp_path, "one", **changes)
    with pytest.raises(DeclarationError, match=named):
        load_declarations(tmp_path)


@pytest.mark.parametrize("parser", ["mfa_am.nowhere", "identity"])
def test_a_parser_that_is_not_there_is_a_declaration_error(tmp_path: Path, parser: str) -> None:
    _declare(tmp_path, "one", parser=parser)
    (source,) = load_declarations(tmp_path)
    with pytest.raises(DeclarationError, match="parser"):
        listing_parser(source)
