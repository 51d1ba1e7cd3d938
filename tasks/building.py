"""Parsed items made ready for the warehouse: put right where a correction says so, then as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.corrections import Corrected, Corrections, correct_item, load_corrections
from tasks.normalise.bundles import build_bundle, list_names
from tasks.records import ParsedItem
from tasks.settings import load_settings
from tasks.sources.declaration import Source
from warehouse.answers import KnownSource
from warehouse.rows import DocumentBundle


def build_bundles(
    items: Sequence[ParsedItem], source: Source, known: KnownSource
) -> tuple[tuple[ParsedItem, ...], tuple[DocumentBundle, ...]]:
    """Put items right where a correction says so, and make the rows of those with a document."""
    corrections = load_corrections(load_settings().corrections)
    corrected = [_correct(item, corrections) for item in items]
    return tuple(one.item for one in corrected), tuple(
        _build(one, source, known) for one in corrected if one.item.document is not None
    )


def _correct(item: ParsedItem, corrections: Corrections) -> Corrected:
    if item.document is None:
        return Corrected(item)
    return correct_item(item, list_names(item, item.document), corrections)


def _build(one: Corrected, source: Source, known: KnownSource) -> DocumentBundle:
    bundle = build_bundle(one.item, source.publisher, _is_history(one.item, known))
    rows = tuple(each.make_row(bundle.document.document_id) for each in one.applied)
    return replace(bundle, corrections=rows)


def _is_history(item: ParsedItem, known: KnownSource) -> bool:
    """Whether an item was already named at its source's first load."""
    before = known.discoveries.get(item.listed_key)
    return before.is_history if before else known.names_history
