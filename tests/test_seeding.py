"""The seed corpus is read when it or its readers are new, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.run_context import RunContext, begin_run
from tasks.seeding import hash_corpus, list_readers, take_in_corpus
from warehouse.connection import connect_writer
from warehouse.errors import SeedError
from warehouse.overview import read_runs
from warehouse.paths import Home
from warehouse.rows import SourceRunRow
from warehouse.seeds.catalogue import load_catalogue


def run(home: Home, texts: Path | None = None) -> tuple[RunContext, SourceRunRow]:
    context = begin_run(home, "manual")
    return context, take_in_corpus(context, texts).source_run


def test_what_was_read_before_is_noted_and_not_read_again(tmp_path: Path) -> None:
    home, number = Home(tmp_path / "home"), len(load_catalogue().documents)
    _, first = run(home)
    context, second = run(home)
    assert (first.outcome, first.inserted, first.noop) == ("new", number, 0)
    assert (second.outcome, second.inserted, second.noop) == ("unchanged", 0, number)
    assert first.input_sha256 == second.input_sha256 == hash_corpus(None)
    with connect_writer(home) as con:
        runs = {one.run_id: one for one in read_runs(con, 5)}
    assert runs[context.run_id].noop == number


def test_another_text_or_name_is_another_corpus_and_is_read(tmp_path: Path) -> None:
    home, texts = Home(tmp_path / "home"), tmp_path / "texts"
    run(home)
    texts.mkdir()
    (texts / "ferries.txt").write_text("On ferries.", encoding="utf-8")
    _, row = run(home, texts)
    assert row.message is not None
    assert "ferries.txt is not in the seed catalogue" in row.message
    _, again = run(home, texts)
    assert again.message == row.message, "what there is to say is said in every run"
    before = hash_corpus(texts)
    (texts / "ferries.txt").rename(texts / "boats.txt")
    assert hash_corpus(texts) != before
    with pytest.raises(SeedError, match="is not there"):
        run(home, tmp_path / "nowhere")


def test_the_tables_of_names_are_readers_too() -> None:
    assert {"parties.yml", "committees.yml", "titles.py"} <= {path.name for path in list_readers()}
