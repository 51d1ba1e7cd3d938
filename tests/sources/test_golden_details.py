"""Every ministry's detail page, recorded in its layout: what the page says, and by what rule."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tasks.normalise.press_release import parse_press_page
from tasks.records import PressRelease
from tasks.sources.declaration import SourceKind
from tasks.sources.registry import find_source, load_all_sources
from tests.sources.recorded import FOLDER, parse, read_page, read_shared
from warehouse.errors import UnreadableDocumentError

MINISTRIES = tuple(
    one.id for one in load_all_sources() if not one.is_un and one.kind is not SourceKind.FILE
)
EVERY = pytest.mark.parametrize("source_id", MINISTRIES)
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


def read_release(source_id: str, *, is_listed: bool = True) -> PressRelease:
    """The recorded detail page, as that of the first item of the recorded listing."""
    first = parse(source_id, read_page(source_id, "good"))[0]
    body = read_page(source_id, "detail")
    listed = first if is_listed else None
    return parse_press_page(body, first.url, find_source(source_id), listed, fetched_on=FETCHED)


def describe(source_id: str) -> dict[str, object]:
    """What is promised of a page, and what of its date where no listing tells it."""
    told = read_release(source_id).model_dump(mode="json", include=TOLD)
    alone = read_release(source_id, is_listed=False)
    return told | {
        "alone": alone.model_dump(mode="json", include={"published_on", "date_source", "number"})
    }


@EVERY
def test_a_detail_page_gives_its_golden_release(source_id: str) -> None:
    found, path = describe(source_id), FOLDER / source_id / "golden_detail.json"
    if not path.exists():
        text = json.dumps(found, ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8")
        pytest.fail(f"{path.name} of {source_id} was not there; it is written: review it")
    assert found == json.loads(path.read_text(encoding="utf-8"))
    release = read_release(source_id)
    assert not [words for words in INTERFACE if words in release.body]
    assert release.language == find_source(source_id).languages[0]


@EVERY
def test_what_stands_in_a_page_s_place_is_no_release(source_id: str) -> None:
    for name in ("challenge.html", "decoy.html"):
        with pytest.raises(UnreadableDocumentError):
            parse_press_page(read_shared(name), None, find_source(source_id), None)
