"""The same documents make the same warehouse, whatever their order and however often they come."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse.builders import NOW, build_letter, build_release
from warehouse.answers import Counts
from warehouse.connection import connect_writer
from warehouse.digest import digest_content
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.rows import DocumentBundle

JOINT = (
    build_letter(1, symbols=("A/80/1", "S/2026/1")),
    build_letter(1, symbols=("S/2026/1",)),
    build_letter(1, symbols=("A/80/1",)),
)
OTHERS = (build_letter(2), build_letter(2, language="fr"), build_letter(3), build_release())


def load_into(folder: Path, *batches: list[DocumentBundle]) -> tuple[str, Counts]:
    counts = Counts()
    with connect_writer(Home(folder)) as con:
        for number, bundles in enumerate(batches):
            batch = SourceBatch(f"run-{number}", "un_ga", bundles)
            counts += load_batch(con, batch, lambda news: (), NOW).counts
        return digest_content(con), counts


@lru_cache(maxsize=1)
def load_plain() -> tuple[str, Counts]:
    with tempfile.TemporaryDirectory() as folder:
        return load_into(Path(folder), [*JOINT, *OTHERS])


@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_order_and_doubling_change_nothing(data: st.DataObject) -> None:
    bundles = [*JOINT, *OTHERS]
    doubled = bundles + data.draw(st.lists(st.sampled_from(bundles), max_size=5))
    shuffled = data.draw(st.permutations(doubled))
    with tempfile.TemporaryDirectory() as folder:
        mixed = load_into(Path(folder), shuffled)
    assert mixed == load_plain()
    assert mixed[1] == Counts(insert=5)


@settings(max_examples=5, deadline=None)
@given(cut=st.integers(min_value=0, max_value=len(OTHERS)))
def test_batches_may_be_cut_anywhere_and_overlap(cut: int) -> None:
    bundles = list(OTHERS)
    with tempfile.TemporaryDirectory() as folder:
        whole, _ = load_into(Path(folder, "whole"), bundles)
        parts, counts = load_into(Path(folder, "parts"), bundles[:cut], bundles)
    assert parts == whole
    assert counts.insert == len(bundles)
    assert counts.update == 0
