"""The second writing of the forms: what they take and what they refuse."""

from __future__ import annotations

import re

import pytest

from expectations import grammar


@pytest.mark.parametrize(
    "symbol",
    [
        "A/75/1234",
        "S/2021/198",
        "A/520/Rev.15",
        "S/2023/10/Add.24",
        "A/C.3/80/L.20/Rev.1",
        "A/ES-10/769",
        "A/S-32/1",
        "A/CONF.243/2025/1",
        "S/AC.51/2021/1",
        "S/PRST/2017/21",
        "S/RES/2334 (2016)",
        "A/RES/194 (III)",
        "A/75/PV.51",
        "A/HRC/46/G/12",
        "A/58/PV.1 (Resumption 1)",
        "CCPR/C/21/Rev.1/Add.13",
        "A/75/1234 | S/2021/198",
    ],
)
def test_symbols_are_taken(symbol: str) -> None:
    assert re.match(grammar.SYMBOLS, symbol)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "S/",
        "s/2021/198",
        "S/2021/198*",
        "S/2021/198 ",
        "S/20211234567",
        "S 2021/198",
        "A/75/1234–S/2021/198",
        "A/75/1234 | ",
        "Security Council",
        "A/RES",
    ],
)
def test_other_texts_are_no_symbols(text: str) -> None:
    assert not re.match(grammar.SYMBOLS, text)


@pytest.mark.parametrize("items", ["34", "79 (a)", "79 (a) | 133", "79 (a) (i)", "7"])
def test_agenda_items_are_taken(items: str) -> None:
    assert re.match(grammar.AGENDA_ITEMS, items)


@pytest.mark.parametrize("items", ["034", "item 34", "34a", "34,35", "2021", ""])
def test_other_texts_are_no_agenda_items(items: str) -> None:
    assert not re.match(grammar.AGENDA_ITEMS, items)


@pytest.mark.parametrize("code", ["en", "ru", "az", "hy", "zh"])
def test_languages_are_taken(code: str) -> None:
    assert re.match(grammar.LANGUAGE, code)


@pytest.mark.parametrize("code", ["EN", "eng", "xx", "english", ""])
def test_other_texts_are_no_languages(code: str) -> None:
    assert not re.match(grammar.LANGUAGE, code)
