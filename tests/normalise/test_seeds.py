"""The seed corpus: facts without texts, the same facts with them, nothing taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.link.refresh import refresh_links
from tasks.normalise.seeds import build_seed_bundles, find_unknown_texts
from warehouse.answers import Counts
from warehouse.connection import Connection, connect_writer
from warehouse.errors import SeedError
from warehouse.loading import LoadResult, SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.rows import FigureRow, LinkRow
from warehouse.seeds.catalogue import Catalogue, load_catalogue
from warehouse.selecting import select_rows

TEXTS = Path(__file__).resolve().parents[2] / "../shared/seeds"

needs_texts = pytest.mark.skipif(not TEXTS.is_dir(), reason="the seed texts are not here")


@pytest.fixture
def con(tmp_path: Path) -> Iterator[Connection]:
    with connect_writer(Home(tmp_path / "home")) as connection:
        yield connection


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def load(con: Connection, texts: Path | None) -> LoadResult:
    from datetime import UTC, datetime

    batch = SourceBatch("run", "seeds", build_seed_bundles(load_catalogue(), texts))
    return load_batch(con, batch, lambda news: (), datetime(2026, 5, 4, tzinfo=UTC))


def test_without_texts_the_facts_load_and_say_so(con: Connection) -> None:
    assert load(con, None).counts == Counts(insert=5)
    rows = con.execute(
        "select document_id, document_type, has_text, is_history, body, symbols from documents"
        " order by document_id"
    ).fetchall()
    assert [row[0] for row in rows] == [f"seed:00{number}" for number in range(5)]
    assert {row[2:] for row in [(*r[:5], tuple(r[5])) for r in rows]} == {(False, True, None, ())}
    assert con.execute("select count(*) from letters").fetchall() == [(2,)]
    assert con.execute("select count(*) from press_releases").fetchall() == [(3,)]
    annexes = con.execute("select document_id, letter_date::varchar from annexes order by 1")
    assert annexes.fetchall() == [("seed:001", "2021-03-01"), ("seed:002", "2021-02-22")]


def test_figures_are_the_documents_own(con: Connection) -> None:
    load(con, None)
    figures = select_rows(con, FigureRow, "order by document_id, position")
    values = {
        name: [figure.value for figure in figures if figure.document_id == f"seed:{name}"]
        for name in ("001", "002", "003", "004")
    }
    assert values == {
        "001": [62],
        "002": [15, 9, 65, 8],
        "003": [25, 30],
        "004": [350, 1119, 1609, 2728, 268, 45, 3, 35],
    }
    mines = [figure for figure in figures if "minutes" in figure.as_printed]
    assert [figure.as_printed for figure in mines] == ["1,119 minutes", "1,609 minutes"]
    assert all(figure.unit == "mine" and "mines" in str(figure.note) for figure in mines)


def test_the_report_is_joined_to_the_letter_in_the_annex(con: Connection) -> None:
    load(con, None)
    refresh_links(con)
    rows = select_rows(con, LinkRow)
    assert [(row.from_document_id, row.to_document_id, row.link_type) for row in rows] == [
        ("seed:000", "seed:001", "reports")
    ]
    assert refresh_links(con) == Counts(noop=1)


def test_the_catalogue_holds_no_text_of_the_documents(catalogue: Catalogue) -> None:
    for entry in catalogue.documents:
        assert all(len(figure.as_printed.split()) <= 5 for figure in entry.figures)
        assert entry.release is None or "title" not in entry.release.model_dump()


@needs_texts
def test_texts_say_what_the_catalogue_says(catalogue: Catalogue) -> None:
    for bundle in build_seed_bundles(catalogue, TEXTS):
        assert bundle.document.has_text
        assert "catalogue_differs" not in [f["code"] for f in bundle.document.findings]
    assert find_unknown_texts(catalogue, TEXTS) == ()


@needs_texts
def test_a_text_that_comes_later_is_a_new_version_and_is_not_taken_back(con: Connection) -> None:
    assert load(con, None).counts == Counts(insert=5)
    assert load(con, TEXTS).counts == Counts(update=5)
    assert load(con, TEXTS).counts == Counts(noop=5)
    assert load(con, None).counts == Counts(noop=5)
    found = con.execute("select distinct has_text, version_number from documents").fetchall()
    assert found == [(True, 2)]
    refresh_links(con)
    assert [row.to_document_id for row in select_rows(con, LinkRow)] == ["seed:001"]


@needs_texts
def test_texts_are_known_by_hash_not_by_name(catalogue: Catalogue, tmp_path: Path) -> None:
    first = min(TEXTS.iterdir())
    shutil.copyfile(first, tmp_path / "another-name.txt")
    (tmp_path / "strange.txt").write_text("a note on herring")
    bundles = build_seed_bundles(catalogue, tmp_path)
    assert [bundle.document.has_text for bundle in bundles] == [True] + [False] * 4
    (warning,) = find_unknown_texts(catalogue, tmp_path)
    assert "strange.txt" in warning


@needs_texts
def test_a_figure_that_does_not_stand_in_its_text_is_an_error(catalogue: Catalogue) -> None:
    entry = catalogue.documents[1]
    figure = entry.figures[0].model_copy(update={"as_printed": "63 herring"})
    wrong = Catalogue(documents=(entry.model_copy(update={"figures": (figure,)}),))
    with pytest.raises(SeedError, match="63 herring"):
        build_seed_bundles(wrong, TEXTS)


def test_a_folder_that_is_not_there_is_said(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="not there"):
        build_seed_bundles(catalogue, tmp_path / "nowhere")


def test_a_catalogue_that_contradicts_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.yml"
    path.write_text("documents:\n  - key: '1'\n")
    with pytest.raises(SeedError, match=r"documents\.0"):
        load_catalogue(path)
