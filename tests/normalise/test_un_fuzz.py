"""No input of any kind makes the parser raise anything but its own named errors."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.normalise.flat import split_flat
from tasks.normalise.parse import extract_text, looks_like_un_document
from tasks.normalise.un_document import parse_un_document
from tasks.records import UnDocument
from warehouse.errors import NormaliseError

_PIECES = st.sampled_from(
    [
        "S/2021/100", "A/75/1–S/2021/100*", "United Nations", "General Assembly",
        "Security Council",
        "Distr.: General", "Distr.", "GENERAL", "3 March 2021", "32 March 2021",
        "Original: English",
        "ORIGINAL:", "Seventy-fifth session", "Agenda items 34, 35 and 86", "Items 3 of the",
        "provisional agenda*", "Letter dated 2 March 2021 from the Permanent Representative of",
        "Azerbaijan to the United Nations addressed to the", "Secretary-General", "Letter dated",
        "I have the honour to transmit herewith (S/2020/", "1104, annex).", "(Signed)", "Annex",
        "(Signed) A. B.", "Annex to the letter dated 2 March 2021 from the",
        "[Original:", "Arabic]",
        "____________", "* Reissued.", "21-01265 (E) 020221", "*2101265*", "2/2", "3", "\f", "",
        "Письмо Председателя от", "رسالة مؤرخة", "2021年5月4日智利常驻联合国代表给秘书长的信",
        "Enclosure", "Appendix II", "as a document of the Security Council, under agenda item 5.",
        "would be grateful if you would have the present letter circulated", "**", "-", "1.",
    ]
)  # fmt: skip


def _parse(text: str) -> UnDocument | None:
    try:
        return parse_un_document(split_flat(text))
    except NormaliseError:
        return None


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=60))
def test_any_order_of_known_lines_is_read(pieces: list[str]) -> None:
    record = _parse("\n".join(pieces))
    if record is not None and not record.document_type.is_letter:
        assert record.addressees == () or record.document_type.value == "corrigendum"


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    _parse(text)


@settings(max_examples=200, deadline=None)
@given(st.binary(), st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"\xd0\xcf"]))
def test_any_bytes_are_read_or_refused_by_name(data: bytes, magic: bytes) -> None:
    try:
        text = extract_text(magic + data)
        looks_like_un_document(text)
        parse_un_document(text)
    except NormaliseError:
        return


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=25))
def test_reading_is_deterministic(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    assert _parse(text) == _parse(text)


@pytest.mark.parametrize(
    "piece",
    ["a ", "Annex I\n", "(", "the Permanent Representative of ", "1 ", "A/",
     ", and the President of ",
     "(Signed) ", "Letter dated 2 March 2021 from ", "“", "as a document of the ",
     "[Original: ", "-",
     "Letter dated 2 March 2021 from the A of the B to the ", "4 May, ", "Agenda items 1, "],
)  # fmt: skip
def test_long_repetition_is_read_in_linear_time(piece: str) -> None:
    """A regular expression that backtracks badly would not come back from these."""
    for lead in ("", "S/2021/1\nDistr.: General\n", "Letter dated 2 March 2021 from "):
        _parse(lead + piece * 4000)
        _parse(lead + piece.replace("\n", " ") * 400 + "\n" + piece * 400)


_HEAD = "S/2021/1\nDistr.: General\n3 March 2021\n"
_PLACES = {
    "alone": "",
    "sender": f"{_HEAD}Letter dated 2 March 2021 from ",
    "French sender": f"{_HEAD}Lettre datée du 4 mai 2021, adressée au Secrétaire général par "
    "le Représentant permanent du Chili",
    "request": f"{_HEAD}Letter dated 2 March 2021 from the Secretary-General addressed to the "
    "President of the Security Council\n\nI ask you to circulate it as a document of the Council ",
    "annex": f"{_HEAD}We ask.\n(Signed) Ana Ejemplo\nAnnex to the letter dated ",
}
_RUNS = [
    ",", ", ", " ,", "; ", "a ", "A, ", "1, ", "1 ", "1 to ", "(", "“", "- ", "-", "*", "/", "A/1 ",
    "S/2021/1-", "и ", "y ", "و ", "من ", "大会 ", "年", "ой ", "республики ", "ab-ab ", "l'",
    "of the ", "and the ", ", and the President of ", "the Minister of ", "4 May, ", "4 May 2021 ",
    "Security Council Committee ", "pursuant to resolution ", "Republic of ", "Special ",
    "session ", "english, ", "Annex II ", "(Signed) ", "[Original: ", "as a document of the ",
    "members ", "Add.1, ",
]  # fmt: skip


@pytest.mark.parametrize("place", _PLACES)
def test_no_run_of_signs_takes_a_second_a_page(place: str) -> None:
    """A page of six thousand signs, as one line or in rows, and a title's length of them.

    What follows a run makes an expression try all its parts again. Only what is slow three
    times is slow.
    """
    slow = []
    for number, run in enumerate(_RUNS):
        text = (run * 6000)[:6000]
        if number % 2:
            text = "\n".join(text[at : at + 75] for at in range(0, 6000, 75))
        texts = [f"{_PLACES[place]}{part} x" for part in (text, (run * 300)[:300])]
        slow += [one[-20:] for one in texts if not _is_quick(one)]
    assert slow == []


def _is_quick(text: str) -> bool:
    return any(_take(text) < 1 for _ in range(3))


def _take(text: str) -> float:
    start = time.process_time()
    _parse(text)
    return time.process_time() - start
