"""Set phrases: whatever a pattern matches is found, although most text is passed over unread."""

from __future__ import annotations

import re

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tasks.normalise.un import citations, cover_dates, requests, salutations, senders
from tasks.normalise.un.phrases import Phrases, list_clues

_PHRASES = [
    (f"{module.__name__}.{name}", value)
    for module in (citations, cover_dates, requests, salutations, senders)
    for name, value in vars(module).items()
    if isinstance(value, Phrases)
]


def test_the_rules_use_set_phrases() -> None:
    assert len(_PHRASES) >= 10


@pytest.mark.parametrize(("name", "phrases"), _PHRASES)
def test_whatever_the_pattern_matches_is_found(name: str, phrases: Phrases) -> None:
    """Text that matches is made from the pattern itself, in its own case and in capitals."""
    whole = "|".join(phrases.patterns)
    pattern = re.compile(whole, re.IGNORECASE | re.DOTALL)

    @settings(max_examples=6, phases=(Phase.generate,), deadline=None)
    @given(st.from_regex(re.compile(whole, re.DOTALL)))
    def holds_a_word(text: str) -> None:
        for written in (text, text.upper(), f"İ {text}", f"{text} {text}"):
            expected = pattern.search(written)
            found = phrases.search(written)
            assert (found and found.span()) == (expected and expected.span())
            assert phrases.is_in(written) == (expected is not None)

    holds_a_word()


@pytest.mark.parametrize(
    ("pattern", "clues"),
    [
        (r"\bas\s+documents?\b", [("document", 3, None)]),
        (r"(?:will|shall) be (?:issued|published)", [("issued", 8, 9), ("published", 8, 9)]),
        (r"attention|the attention", [("attention", 0, 0), ("the attention", 0, 0)]),
        (r"(?:letter|note)s?.{0,20}?(?=dated)", [("dated", 4, 27)]),
        (r"(?<=the letters), (?:its )?date", [("the letters", -11, -11)]),
        (r"Прошу|[аб]в", [("прошу", 0, 0), ("в", 1, 1)]),
    ],
)
def test_words_and_their_places_are_read_off_the_pattern(
    pattern: str, clues: list[tuple[str, int, int | None]]
) -> None:
    found = [
        (word, least, most if most < 1000 else None) for word, least, most in list_clues(pattern)
    ]
    assert found == clues


@pytest.mark.parametrize("pattern", [r"\d+", r"letter|\w+", r"(?:letter)?", ""])
def test_a_pattern_without_a_certain_word_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="no word"):
        list_clues(pattern)
