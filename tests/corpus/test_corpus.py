"""The corpus holds every form, says only what its texts say, and reaches the recorded floors."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from bench.eval_corpus import evaluate_corpus, render
from bench.eval_floors import find_broken, read_floors
from bench.eval_score import count
from tests.corpus.case import RENDERINGS, Case
from tests.corpus.catalogue import CASES, FAMILIES
from tests.corpus.form_tags import FORMS
from tests.replica.un.expected import covering_paragraphs, expected
from tests.replica.un.flat import render_text

LONE = [case for case in CASES if case.damage is None and "table" not in case.tags]


def squeeze(text: str) -> str:
    return "".join(text.split())


def test_every_form_is_there_and_no_other() -> None:
    carried = {tag for case in CASES for tag in case.tags}
    assert sorted(FORMS - carried) == []
    assert sorted(carried - FORMS) == []


def test_there_are_more_than_sixty_documents_without_the_tables() -> None:
    assert len(LONE) > 120
    assert len(FAMILIES) >= 12
    assert max(Counter(case.name for case in CASES).values()) == 1
    assert max(Counter(case.spec.masthead.symbols for case in LONE).values()) == 1


def test_most_documents_are_rendered_three_times() -> None:
    thrice = [case for case in LONE if case.renderings == RENDERINGS]
    missing = {case.name: case.spec.masthead.tongue for case in LONE if case not in thrice}
    assert len(thrice) > 110
    assert set(missing.values()) <= {"ar"}


@pytest.mark.parametrize("case", LONE, ids=lambda case: str(case.name))
def test_what_must_be_read_stands_in_the_text(case: Case) -> None:
    spec = case.spec
    text = squeeze(render_text(spec))
    signed = [*spec.signatures, *(one for annex in spec.annexes for one in annex.signatures)]
    for words in (
        *covering_paragraphs(spec),
        *(one.name for one in signed if spec.masthead.tongue != "zh"),
        *(line for one in signed for line in one.title_lines),
        *spec.masthead.symbols,
        spec.title,
        spec.job_number,
    ):
        assert squeeze(words) in text, words
    for symbol in spec.facts.cited_symbols:
        assert squeeze(symbol.removeprefix("S/RES/").removeprefix("A/RES/")) in text, symbol


@pytest.mark.parametrize("case", LONE, ids=lambda case: str(case.name))
def test_answers_are_json_and_dates_follow_one_another(case: Case) -> None:
    answer, spec = expected(case.spec), case.spec
    assert json.loads(json.dumps(answer)) == answer
    assert not set(spec.masthead.symbols) & set(spec.facts.cited_symbols)
    assert set(spec.facts.in_reply_to) <= set(spec.facts.cited_symbols)
    assert spec.released > spec.masthead.distributed
    if spec.letter_date and "contradiction:date" not in case.tags:
        assert spec.letter_date <= spec.masthead.distributed


def test_a_rendering_is_the_same_bytes_every_time() -> None:
    for rendering in RENDERINGS:
        assert render(LONE[0], rendering) == render(LONE[0], rendering)


@pytest.mark.slow
def test_no_field_is_below_its_recorded_floor() -> None:
    floors = read_floors()
    assert set(floors.sets) == {"samples", "corpus"}
    assert find_broken(floors, {"corpus": count(evaluate_corpus())}) == []
