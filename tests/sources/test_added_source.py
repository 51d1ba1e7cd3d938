"""The example of a source in the README, and its twin in docs/sources.md, do what they say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from tasks.settings import Settings
from tasks.sources.declaration import Source
from tasks.sources.registry import listing_parser, load_declarations
from tests.fetch.harvesting import World, keys
from tests.fetch.trouble_server import TroubleServer, reply
from tests.sources.recorded import first_page, list_missing
from tests.sources.showing import NOW, PAGE
from warehouse.vocabulary import Outcome

ROOT = Path(__file__).parents[2]
PAGES = ["good.html", "empty.html", "changed.html", "detail.html"]


def read_block(page: str, heading: str, language: str) -> str:
    """The first block of that language below a heading of a page."""
    text = (ROOT / page).read_text(encoding="utf-8")
    section = text[text.index(f"## {heading}\n") :]
    found = re.search(rf"^( *)```{language}\n(.*?)^\1```$", section, re.DOTALL | re.MULTILINE)
    assert found is not None, f"{page}, {heading}: no block of {language}"
    return dedent(found[2])


README = {kind: read_block("README.md", "Add a source", kind) for kind in ("html", "yaml", "json")}
TWIN = {
    kind: read_block("docs/sources.md", "Add a source in an hour", kind)
    for kind in ("yaml", "json")
}


def declare(folder: Path, text: str) -> Source:
    """Load a declaration as a stranger lays it down."""
    place = folder / "xx" / "ministry.yml"
    place.parent.mkdir(parents=True)
    place.write_text(text, encoding="utf-8")
    [source] = load_declarations(folder)
    return source


def twin(folder: Path) -> Source:
    """The README's source with the keys that docs/sources.md puts in their place."""
    declared = yaml.safe_load(README["yaml"]) | yaml.safe_load(TWIN["yaml"])
    return declare(folder, yaml.safe_dump({k: v for k, v in declared.items() if k != "items"}))


def test_the_readme_s_page_gives_what_the_readme_says(tmp_path: Path) -> None:
    source = declare(tmp_path, README["yaml"])
    found = listing_parser(source)(README["html"].encode(), first_page(source), source)
    told = [
        {"key": one.key, "url": one.url, "date": str(one.listed_date), "title": one.title}
        for one in found
    ]
    assert told == json.loads(README["json"])


def test_the_twin_names_the_same_news_by_the_posts_numbers(tmp_path: Path) -> None:
    source = twin(tmp_path)
    found = listing_parser(source)(TWIN["json"].encode(), first_page(source), source)
    said = json.loads(README["json"])
    assert [(one.key, one.title, str(one.listed_date)) for one in found] == [
        (one["key"], one["title"], one["date"]) for one in said
    ]


@pytest.mark.parametrize("is_twin", [False, True])
def test_a_run_fetches_what_they_list_and_a_second_one_nothing(
    is_twin: bool, tmp_path: Path, server: TroubleServer, settings: Settings
) -> None:
    source = twin(tmp_path / "a") if is_twin else declare(tmp_path / "a", README["yaml"])
    body = (TWIN["json"] if is_twin else README["html"]).encode()
    calm = source.politeness.model_copy(update={"seconds_between_requests": 0})
    source = source.model_copy(update={"politeness": calm})
    server.on(first_page(source), reply(200, body))
    for item in listing_parser(source)(body, first_page(source), source):
        server.on(item.url, reply(200, PAGE))
    world = World(settings, source, parse=None)
    first, second = world.run(NOW), world.run(NOW)
    assert (first.outcome, keys(first.items)) == (Outcome.NEW, ["12345", "12344"])
    assert (second.outcome, second.items) == (Outcome.UNCHANGED, ())


def test_the_walk_names_the_pages_that_the_readme_names(tmp_path: Path) -> None:
    source, folder = declare(tmp_path, README["yaml"]), tmp_path / "recorded"
    assert list(list_missing(source, folder)) == PAGES
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"`{page}`" in text for page in PAGES)
    folder.mkdir()
    (folder / "good.html").write_text(README["html"], encoding="utf-8")
    assert list(list_missing(source, folder)) == PAGES[1:]
