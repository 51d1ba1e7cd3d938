"""Full-text search: the same shape with the index and without, and nothing that comes to harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.warehouse.builders import NOW, build_letter, build_mention, build_release
from warehouse import search_index
from warehouse.connection import connect_writer
from warehouse.errors import QueryError
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot
from warehouse.rows import DocumentBundle
from warehouse.search import Found, Scope, search_documents
from warehouse.snippets import cut_snippet

TEXTS = {
    1: "The counting of seed vaults. " + "Nothing else is said of it. " * 30,
    2: "Seed vaults, seed vaults and once more seed vaults are counted in Reykjavík.",
    3: "Семенные хранилища открыты.",
    4: "Weather stations only.",
}
HAS_INDEX = search_index.find_extension() is not None


def write(number: int, text: str) -> DocumentBundle:
    bundle = build_letter(number, letter_date=date(2026, 4, number), title=f"Letter {number}")
    document = replace(bundle.document, body=text, content_sha256=f"{number} {text}")
    if number == 2:
        assert bundle.letter is not None
        sender = {"office": "Minister", "party": "Norway", "iso3": "NOR"}
        return replace(bundle, document=document, letter=replace(bundle.letter, senders=(sender,)))
    return replace(bundle, document=document)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("corpus"))
    release = build_release("r1", mentions=(build_mention(party="Fiji"),))
    publish(home, *(write(number, text) for number, text in TEXTS.items()), release)
    return home


@pytest.fixture(params=["index", "reading"])
def home(request: pytest.FixtureRequest, corpus: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """Give the corpus twice: once as it is, once as if the extension were not installed."""
    if request.param == "reading":
        monkeypatch.setattr(search_index, "find_extension", lambda: None)
    elif not HAS_INDEX:
        pytest.skip("the fts extension is not installed")
    return corpus


def publish(home: Home, *bundles: DocumentBundle) -> None:
    with connect_writer(home) as con:
        load_batch(con, SourceBatch("run", "un_ga", bundles), lambda news: (), NOW)
    publish_snapshot(home, "run", kept=1)


def names(found: Found) -> list[str]:
    return [hit.document_id for hit in found.hits]


def test_all_words_must_occur_and_the_best_come_first(home: Home) -> None:
    found = search_documents(home, "SEED, vaults!", Scope())
    assert names(found) == ["un:A/80/2:en", "un:A/80/1:en"]
    assert found.hits[0].score > found.hits[1].score > 0
    assert found.hits[0].snippet.startswith("**Seed** **vaults**, **seed** **vaults** and")
    assert (found.hits[0].symbols, found.hits[0].dated) == (
        ("A/80/2", "S/2026/2"),
        date(2026, 4, 2),
    )
    assert search_documents(home, "seed weather", Scope()).hits == ()


def test_case_accents_and_scripts(home: Home) -> None:
    assert names(search_documents(home, "reykjavik", Scope())) == ["un:A/80/2:en"]
    (hit,) = search_documents(home, "ХРАНИЛИЩА", Scope()).hits
    assert hit.snippet == "Семенные **хранилища** открыты."
    assert search_documents(home, "хранилище", Scope()).hits == ()


def test_a_part_of_a_word_is_no_word(home: Home) -> None:
    assert search_documents(home, "eed", Scope()).hits == ()


@pytest.mark.parametrize(
    ("words", "scope", "count"),
    [
        ("seed", Scope(state="nor"), 1),
        ("seed", Scope(state="Norway"), 1),
        ("minister", Scope(state="Fiji"), 1),
        ("seed", Scope(since=date(2026, 4, 2)), 1),
        ("seed", Scope(until=date(2026, 4, 1)), 1),
        ("seed", Scope(source_id="un_ga"), 2),
        ("seed", Scope(source_id="mfa_xx"), 0),
        ("seed", Scope(language="fr"), 0),
        ("seed", Scope(limit=1), 1),
    ],
)
def test_where_to_look(home: Home, words: str, scope: Scope, count: int) -> None:
    assert len(search_documents(home, words, scope).hits) == count


def test_what_is_new_is_found_at_once(home: Home, tmp_path: Path) -> None:
    mine = Home(tmp_path)
    publish(mine, write(4, "A buoy."))
    assert names(search_documents(mine, "lighthouse", Scope())) == []
    publish(mine, write(4, "A lighthouse."))
    assert names(search_documents(mine, "lighthouse", Scope())) == ["un:A/80/4:en"]


@pytest.mark.parametrize("words", ["x'; drop table documents; --", "(?:.*)x", "a{999999}", "$99"])
def test_hostile_words_are_words(home: Home, words: str) -> None:
    assert search_documents(home, words, Scope()).hits == ()


@pytest.mark.parametrize("words", ["", "%_[", "«»"])
def test_without_a_word_there_is_nothing_to_search_for(home: Home, words: str) -> None:
    with pytest.raises(QueryError, match="no word"):
        search_documents(home, words, Scope())


def test_a_title_alone_is_shown_where_the_text_has_none_of_it(home: Home) -> None:
    (hit,) = search_documents(home, "letter 4", Scope()).hits
    assert hit.snippet == "**Letter** **4**"


@pytest.mark.skipif(not HAS_INDEX, reason="the fts extension is not installed")
def test_words_match_by_their_stems_over_an_index(home: Home) -> None:
    found = search_documents(home, "vault", Scope())
    expected = [] if found.why_not_indexed else ["un:A/80/2:en", "un:A/80/1:en"]
    assert names(found) == expected
    assert all("**vaults**" in hit.snippet for hit in found.hits)


def test_a_large_corpus_is_indexed_only_when_that_is_asked_for(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "AUTOMATIC", 2)
    home.search_index.unlink(missing_ok=True)
    before = search_documents(home, "seed", Scope())
    assert before.why_not_indexed is not None
    assert len(before.hits) == 2
    asked = search_documents(home, "seed", Scope(), is_asked=True)
    assert names(asked) == names(before)


def test_a_snippet_shows_where_most_words_stand() -> None:
    text = "Herring. " + "Nothing here. " * 40 + "Herring and cod. " + "And nothing there. " * 40
    snippet = cut_snippet(text, {"herring", "cod"})
    assert "**Herring** and **cod**." in snippet
    assert snippet.startswith("…")
    assert snippet.endswith("…")
    assert len(snippet) < 300
    assert cut_snippet("x" * 1000, {"y"}) == ""
