"""Diffs of texts: readable, true to both texts, and never slower than they are long."""

from __future__ import annotations

import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warehouse.text_diff import BUDGET, align, diff_texts

LETTER = "\n".join(
    ["Excellency,", "I have the honour to transmit herewith a list of seed vaults.", *"abcdefgh"]
)


def test_changed_words_are_marked_where_they_stand() -> None:
    after = LETTER.replace("seed vaults", "weather stations")
    assert diff_texts(LETTER, after) == (
        "@@ -1,4 +1,4 @@\nExcellency,\nI have the honour to transmit herewith a list of"
        " [-seed vaults.-]{+weather stations.+}\na\nb"
    )


def test_nothing_changed_is_nothing() -> None:
    assert diff_texts(LETTER, LETTER) == ""


def test_far_changes_have_hunks_of_their_own() -> None:
    after = LETTER.replace("Excellency", "Madam").replace("h", "h i").replace("\nh i", "\nz")
    assert diff_texts("Excellency,\n" + LETTER, "Madam,\n" + LETTER + "\nend").count("@@ -") == 2
    assert diff_texts(LETTER, after).startswith("@@ -1,")


@settings(max_examples=200, deadline=None)
@given(
    before=st.lists(st.sampled_from(["a", "b", "c"]), max_size=12),
    after=st.lists(st.sampled_from(["a", "b", "c"]), max_size=12),
)
def test_an_alignment_leaves_nothing_out_and_equals_are_equal(
    before: list[str], after: list[str]
) -> None:
    left: list[str] = []
    right: list[str] = []
    for one in align(before, after):
        a, b = before[one.a_start : one.a_end], after[one.b_start : one.b_end]
        assert (a == b) is one.is_equal
        left, right = left + a, right + b
    assert (left, right) == (before, after)


@settings(max_examples=100, deadline=None)
@given(
    before=st.lists(st.text("ab \n", max_size=8), max_size=8).map(" ".join),
    after=st.lists(st.text("ab \n", max_size=8), max_size=8).map(" ".join),
)
def test_the_words_put_in_and_those_kept_are_the_new_text(before: str, after: str) -> None:
    shown = diff_texts(before, after)
    if shown.startswith("@@ -1,"):
        head = int(re.findall(r"\+1,(\d+) @@", shown)[0])
        body = shown.split("@@\n", 1)[1].split("\n@@ ")[0]
        kept = re.sub(r"\[-.*?-\]", " ", body, flags=re.S)
        words = re.sub(r"\{\+(.*?)\+\}", r" \1 ", kept, flags=re.S).split()
        assert words == " ".join(after.split("\n")[:head]).split()


@pytest.mark.parametrize("kind", ["repeats", "reversed", "random", "one line"])
def test_hostile_texts_cost_no_more_than_the_budget(kind: str) -> None:
    dice = random.Random(1)  # noqa: S311
    before, after = {
        "repeats": ("a\n" * 20_000, "b\na\n" * 10_000),
        "reversed": (
            "\n".join(map(str, range(20_000))),
            "\n".join(map(str, reversed(range(20_000)))),
        ),
        "random": (
            "\n".join(dice.choices("abcd", k=9_000)),
            "\n".join(dice.choices("abcd", k=9_000)),
        ),
        "one line": ("ab " * 100_000, "ba " + "ab " * 99_000 + "ba"),
    }[kind]
    start = time.process_time()
    assert diff_texts(before, after)
    # Without the budget these take minutes; each alignment may cost BUDGET steps.
    assert time.process_time() - start < 30
    assert BUDGET <= 5_000_000
