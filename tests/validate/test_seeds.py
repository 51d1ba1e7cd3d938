"""The seed corpus passes the gate whole, with its texts and without them."""

from __future__ import annotations

from pathlib import Path

import pytest

from expectations.sources import BatchCounts
from tasks.normalise.seeds import build_seed_bundles
from tasks.validate.gate import check_bundles
from tests.expectations.sample import NOW
from warehouse.seeds.catalogue import load_catalogue

_SEEDS = Path(__file__).resolve().parents[2] / "../shared/seeds"


@pytest.mark.parametrize("texts", [None, _SEEDS], ids=["without texts", "with texts"])
def test_no_seed_is_quarantined(texts: Path | None, tmp_path: Path) -> None:
    if texts and not texts.is_dir():
        pytest.skip("the seed texts are not here")
    bundles = build_seed_bundles(load_catalogue(), texts)
    checked = check_bundles(bundles, None, BatchCounts(), "run", NOW, tmp_path)
    assert checked.quarantine == ()
    assert len(checked.clean) == len(bundles)
    assert (tmp_path / "seeds" / "documents.html").is_file()
