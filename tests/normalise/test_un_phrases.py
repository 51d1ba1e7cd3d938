"""Set phrases: whatever a pattern matches is found, although most text is passed over unread."""

from __future__ import annotations

import re

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tasks.normalise.un import citations, cover_dates, requests
from tasks.normalise.un.phrases import Phrases, list_words

_PHRASES = [
    (f"{module.__name__}.{name}", value)
    for module in (citations, cover_dates, requests)
    for name, value in vars(module).items()
    if isinstance(value, Phrases)
]


def test_the_rules_use_set_phrases() -> None:
    assert len(_PHRASES) >= 10


@pytest.mark.parametrize(("name", "phrases"), _PHRASES)
def test_whatever_the_pattern_matches_is_found(name: str, phrases: Phrases) -> None:
    """Text that matches is made from the pattern itself, in its own case and in capitals."""
    pattern = phrases.pattern

    @settings(max_examples=6, phases=(Phase.generate,), deadline=None)
    @given(st.from_regex(re.compile(pattern.pattern, re.DOTALL)))
    def holds_a_word(text: str) -> None:
        for written in (text, text.upper()):
            expected = pattern.search(written)
            found = phrases.search(written)
            assert (found and found.span()) == (expected and expected.span())

    holds_a_word()


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bas\s+(?:an?\s+)?documents?\b", ("document",)),
        (r"(?:will|shall)\s+be\s+(?:issued|published)", ("issued", "published")),
        (r"attention|the\s+attention", ("attention",)),
        (r"(?:letter|note)s?.{0,20}?(?=dated)", ("dated",)),
        (r"Прошу|[аб]в", ("прошу", "в")),
    ],
)
def test_words_are_read_off_the_pattern(pattern: str, words: tuple[str, ...]) -> None:
    assert list_words(pattern) == words


@pytest.mark.parametrize("pattern", [r"\d+", r"letter|\w+", r"(?:letter)?", ""])
def test_a_pattern_without_a_certain_word_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="no word"):
        list_words(pattern)
