"""The real letters of `../shared`, read in place: every field as the hand-made gold says."""

from __future__ import annotations

from typing import Any

import pytest

from bench.eval import GOLD, compare, find_text, read_gold
from tasks.normalise.parse import parse_bytes

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="no shared samples beside the checkout")


def _answers() -> list[dict[str, Any]]:
    return read_gold() if GOLD.exists() else []


@pytest.mark.parametrize("gold", _answers(), ids=lambda gold: str(gold["file"]))
def test_sample_matches_gold(gold: dict[str, Any]) -> None:
    path = find_text(gold)
    record = parse_bytes(path.read_bytes(), name=path.name).model_dump(mode="json")
    assert [miss for _, miss in compare(gold, record) if miss is not None] == []


def test_gold_is_complete() -> None:
    assert len(read_gold()) == 38
