"""A walk over all rules: each fails on a row made to break it and passes on its repair."""

from __future__ import annotations

import pytest

from expectations.checkpoint import Failure, run_checkpoint
from expectations.frames import frame_bundles
from expectations.suites import ALL_RULES, SUITES
from tests.expectations.examples import make_examples
from tests.expectations.sample import NOW
from warehouse.rows import DocumentBundle

EXAMPLES = make_examples()
NAMES = [rule.name for rule in ALL_RULES]


def find_failures(bundles: list[DocumentBundle]) -> list[Failure]:
    results = run_checkpoint(
        SUITES, frame_bundles(bundles, NOW.date()), today=NOW.date(), run_id="walk"
    ).results
    assert {result.rule.name for result in results} == set(NAMES)
    return [failure for result in results for failure in result.failures]


@pytest.fixture(scope="module")
def broken_rules() -> dict[str, set[str]]:
    """What fails of each broken row; all are asked at once, as a batch is."""
    names = list(EXAMPLES)
    failures = find_failures([EXAMPLES[name].broken for name in names])
    return {
        name: {failure.rule.name for failure in failures if failure.bundle == place}
        for place, name in enumerate(names)
    }


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    assert sorted(EXAMPLES) == sorted(NAMES)


def test_rules_have_names_of_their_own() -> None:
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_fails_on_the_row_made_to_break_it(
    name: str, broken_rules: dict[str, set[str]]
) -> None:
    assert name in broken_rules[name]


def test_every_rule_passes_on_the_repair() -> None:
    repaired = {
        example.repaired.document.document_id: example.repaired for example in EXAMPLES.values()
    }
    assert find_failures(list(repaired.values())) == []
