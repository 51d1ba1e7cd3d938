"""Great Expectations, driven: verdicts, values, and rules that cannot be evaluated."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from expectations.checkpoint import run_checkpoint
from expectations.checks import is_between, is_known, matches
from expectations.frames import DocumentCells, frame_bundles
from expectations.rules import Rule, require
from expectations.sources import BatchCounts, Bounds, assert_source, count_source
from tests.expectations.sample import NOW, make_letter
from warehouse.cells import Cells
from warehouse.errors import ExpectationError


@dataclass(frozen=True, slots=True)
class Measured(Cells):
    """A row with one number and one word."""

    number: float | None
    word: str | None


def ask(rule: Rule, *rows: Measured) -> list[tuple[int, str | None]]:
    (result,) = run_checkpoint(
        {"measured": [rule]}, {"measured": rows}, today=NOW.date(), run_id="r"
    ).results
    return [(failure.bundle, failure.value) for failure in result.failures]


def test_a_failure_names_the_bundle_and_the_value() -> None:
    rule = require("measured", "few", "number", "There are few.", is_between(0, 5))
    rows = [Measured(0, "a", 3, None), Measured(1, "b", 7, None), Measured(2, "c", None, None)]
    assert ask(rule, *rows) == [(1, "7")]


def test_an_empty_cell_has_no_value() -> None:
    rule = require("measured", "said", "word", "There is a word.", is_known())
    assert ask(rule, Measured(0, "a", 1, "x"), Measured(1, "b", 1, None)) == [(1, None)]


def test_a_rule_that_cannot_be_evaluated_is_an_error_and_not_a_pass() -> None:
    rule = require("measured", "broken", "number", "A broken rule.", matches("^["))
    with pytest.raises(ExpectationError, match=r"measured\.broken"):
        ask(rule, Measured(0, "a", 1, "x"))


def test_tables_without_rows_are_not_asked() -> None:
    rule = require("measured", "said", "word", "There is a word.", is_known())
    (result,) = run_checkpoint(
        {"measured": [rule]}, {"measured": ()}, today=NOW.date(), run_id="r"
    ).results
    assert (result.element_count, result.failures) == (0, ())


@pytest.mark.parametrize(("listed", "failed"), [(4, 0), (5, 0), (50, 0), (51, 0), (5, 3), (5, 4)])
def test_assertions_say_the_same_plainly_and_to_great_expectations(
    listed: int, failed: int
) -> None:
    cells = count_source("un_ga", BatchCounts(listed, 3, failed))
    assertions = assert_source(Bounds(5, 50, 0.5), cells)
    results = run_checkpoint(
        {"source": [each.rule for each in assertions]},
        {"source": [cells]},
        today=NOW.date(),
        run_id="r",
    ).results
    assert {result.rule.name: not result.failures for result in results} == {
        each.rule.name: each.holds for each in assertions
    }


def test_a_value_that_is_not_there_is_not_judged() -> None:
    cells = count_source("un_ga", BatchCounts())
    assert all(each.holds for each in assert_source(Bounds(5, 50, 0.5), cells))


def test_the_frame_of_a_catalogue_row_without_text_measures_nothing() -> None:
    letter = make_letter()
    bare = replace(letter, document=replace(letter.document, body=None, has_text=False))
    (cells,) = frame_bundles([bare], NOW.date())["documents"]
    assert isinstance(cells, DocumentCells)
    assert cells.body_characters is None
