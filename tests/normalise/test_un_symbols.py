"""Symbols: read in any text, written back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.normalise.un.symbols import Symbol, close_symbols, find_symbols, parse_symbol_line

_NUMBERS = st.integers(min_value=1, max_value=9999)
_SUFFIXES = st.lists(
    st.builds("{}.{}".format, st.sampled_from(["Add", "Corr", "Rev", "Amend"]), _NUMBERS),
    max_size=3,
)
_STEMS = st.one_of(
    st.builds("A/{}/{}".format, st.integers(31, 90), _NUMBERS),
    st.builds("S/{}/{}".format, st.integers(1994, 2040), _NUMBERS),
    st.builds("A/ES-{}/{}".format, st.integers(1, 12), _NUMBERS),
    st.builds("A/C.{}/{}/L.{}".format, st.integers(1, 6), st.integers(31, 90), _NUMBERS),
    st.builds("A/HRC/{}/G/{}".format, st.integers(1, 70), _NUMBERS),
    st.builds("S/AC.{}/{}/{}".format, st.integers(1, 60), st.integers(1994, 2040), _NUMBERS),
    st.builds("E/{}/{}".format, st.integers(1994, 2040), _NUMBERS),
)
SYMBOLS = st.builds(lambda stem, suffixes: "/".join([stem, *suffixes]), _STEMS, _SUFFIXES)


@given(SYMBOLS)
def test_symbol_is_written_back(text: str) -> None:
    assert str(Symbol.parse(text)) == text


@given(st.integers(1, 9999), st.integers(1994, 2040), st.integers(1, 9))
def test_year_and_resumption_are_written_back(number: int, year: int, resumed: int) -> None:
    for text in (f"S/RES/{number} ({year})", f"S/PV.{number} (Resumption {resumed})"):
        assert str(Symbol.parse(text)) == text


@given(SYMBOLS, SYMBOLS, st.sampled_from(["–", "-", " ", " – ", "*–"]))
def test_joint_symbols_are_split(first: str, second: str, joint: str) -> None:
    line = parse_symbol_line(f"{first}{joint}{second}")
    assert line is not None
    assert [str(symbol) for symbol in line.symbols] == [first, second]
    assert line.is_reissued == ("*" in joint)


@given(SYMBOLS)
def test_symbol_is_found_in_a_sentence(text: str) -> None:
    found = find_symbols(f"his letter ({text}, annex), and the reply.")
    assert [str(symbol) for _, _, symbol in found] == [text]


@given(st.text())
def test_any_text_is_searched_without_error(text: str) -> None:
    for start, end, symbol in find_symbols(text):
        assert str(symbol).replace(" ", "") in text[start:end].replace(" ", "")


@pytest.mark.parametrize(
    "text", ["", "S", "A/B", "S/1", "see S/2021/100", "http://x/S/2021/1", "/"]
)
def test_what_is_no_symbol_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a document symbol"):
        Symbol.parse(text)


def test_a_lost_dash_still_gives_two_symbols() -> None:
    line = parse_symbol_line("A/70/900S/2016/474*")
    assert line is not None
    assert [str(symbol) for symbol in line.symbols] == ["A/70/900", "S/2016/474"]
    assert line.is_reissued


def test_a_symbol_broken_at_a_slash_is_closed() -> None:
    assert close_symbols("(S/2020/ 1104) and/or he / she") == "(S/2020/1104) and/or he / she"


def test_base_drops_suffixes() -> None:
    assert str(Symbol.parse("S/2024/10/Rev.1/Add.36").base) == "S/2024/10"
    assert Symbol.parse("A/75/1/Corr.2").is_corrigendum
