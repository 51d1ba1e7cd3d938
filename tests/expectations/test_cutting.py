"""Words that are looked for before an expression is asked: nothing that it matches is missed."""

from __future__ import annotations

import re

import pytest

from expectations import grammar
from expectations.cutting import Phrase, find_control

PHRASES = {
    "challenge": Phrase(re.compile(grammar.CHALLENGE_TEXT), grammar.CHALLENGE_WORDS),
    "interface": Phrase(re.compile(grammar.INTERFACE_TEXT), grammar.INTERFACE_WORDS),
    "annex": Phrase(re.compile(grammar.MENTIONED_ANNEX), grammar.ANNEX_WORDS),
}

MATCHED = [
    ("challenge", "Checking your browser"),
    ("challenge", "Just a moment..."),
    ("challenge", "verify you are human"),
    ("challenge", "Verifying you are a human"),
    ("challenge", "Enable JavaScript and cookies"),
    ("challenge", "ACCESS DENIED"),
    ("challenge", "Attention Required! | Cloudflare"),
    ("challenge", "DDoS protection by"),
    ("challenge", "Please complete the CAPTCHA"),
    ("interface", "Skip to content"),
    ("interface", "Skip to main content"),
    ("interface", "Accept cookies"),
    ("interface", "Accept all cookies"),
    ("interface", "Share on herring"),
    ("interface", "Share via mail, or not"),
    ("interface", "READ MORE"),
    ("interface", "Print this page"),
    ("interface", "Subscribe to our newsletter"),
    ("interface", "Back to top"),
    ("interface", "This site uses cookies to count herring"),
    ("interface", "This website uses cookies"),
    ("interface", "Toggle navigation"),
    ("interface", "All rights reserved."),
    ("interface", "© 2026 A Ministry. All rights reserved"),
    ("annex", "the present letter and its annex"),
    ("annex", "this letter, together with its annexes"),
    ("annex", "the present note verbale and its ENCLOSURES"),
    ("annex", "present letter and its appendix"),
    ("annex", "present note and its appendices"),
    ("annex", "present letter and its attachment"),
]


@pytest.mark.parametrize(("name", "text"), MATCHED)
def test_the_words_let_through_what_the_expression_matches(name: str, text: str) -> None:
    phrase = PHRASES[name]
    assert phrase.pattern.search(text)
    assert phrase.find(None, "A list of herring.", f"One line.\n{text}") is not None


def test_every_alternative_of_an_expression_is_tried_here() -> None:
    for name, phrase in PHRASES.items():
        tried = [text.casefold() for one, text in MATCHED if one == name]
        assert all(any(word in text for text in tried) for word in phrase.words)


def test_control_characters_are_those_of_the_expression() -> None:
    pattern = re.compile(grammar.CONTROL_CHARACTER)
    for code in (*range(0x300), 0x2028, 0xD800, 0xFFFD, 0xFFFE, 0xFFFF, 0x1F41F):
        found = find_control("A list", f"of {chr(code)} herring")
        assert found == (f"U+{code:04X}" if pattern.search(chr(code)) else None)
    assert find_control(None, "") is None
