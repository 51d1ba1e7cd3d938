"""Noise and rare forms that once gave a wrong value; each is read right or left null."""

from __future__ import annotations

import pytest

from tasks.normalise.flat import split_flat
from tasks.normalise.un.titles import parse_title
from tasks.normalise.un_document import parse_un_document
from tasks.records import UnDocument

TITLE = (
    "Letter dated 4 May 2022 from the Permanent Representative of Chile to the\n"
    "United Nations addressed to the President of the General Assembly\n"
)


def _head(symbols: str, organ: str, date: str, below: str = "") -> str:
    return (
        f"{symbols}\n\nUnited Nations\n\n{organ}\n\nDistr.: General\n{date}\n\n"
        f"Original: English\n\n{below}"
    )


def _read(text: str) -> UnDocument:
    return parse_un_document(split_flat(text + "I write of bees.\n(Signed) Ana Ejemplo\n"))


def test_item_named_after_a_letter_is_not_the_title() -> None:
    item = (
        "Eleventh emergency special session\nAgenda item 5\nLetter dated 28 February 2014 from the "
        "Permanent\nRepresentative of Peru to the United Nations\naddressed to the President of "
        "the Security Council\n(S/2014/99)\n\n"
    )
    record = _read(_head("A/ES-11/99", "General Assembly", "5 May 2022", item) + TITLE)
    assert str(record.letter_date) == "2022-05-04"
    assert record.addressees == ("President of the General Assembly",)


@pytest.mark.parametrize("printed", ["2 8 April 2021", "28 April 20 21", "April 28, 2021"])
def test_torn_date_of_a_title(printed: str) -> None:
    title = parse_title(
        f"Letter dated {printed} from the Secretary-General addressed to the President of the "
        "Security Council"
    )
    assert title is not None
    assert str(title.letter_date) == "2021-04-28"


@pytest.mark.parametrize("printed", ["1 6 May 2022", "16 M ay 2022", "16 May 202 2"])
def test_torn_date_of_a_masthead(printed: str) -> None:
    record = _read(_head("A/76/99", "General Assembly", printed) + TITLE)
    assert str(record.distribution_date) == "2022-05-16"


def test_date_that_no_calendar_has_is_null() -> None:
    record = _read(
        _head("A/76/99", "General Assembly", "6 May 2022") + TITLE.replace("4 May", "31 April")
    )
    assert record.letter_date is None
    assert record.senders[0].party == "Chile"


def test_session_of_another_council_is_not_the_assembly_s() -> None:
    below = (
        "Human Rights Council\nForty-ninth session\n28 February–1 April 2022\nAgenda item 4\n"
        "Care of bees\n\n"
    )
    record = _read(_head("A/HRC/49/G/99", "General Assembly", "6 May 2022", below) + TITLE)
    assert record.ga_session is None
    assert record.agenda_items == ("4",)


def test_symbol_lost_from_the_masthead_is_read_from_running_heads() -> None:
    head = _head("", "General Assembly", "6 May 2022")
    tail = "\n22-06000 (E) 070522\n\nA/76/99\n\fA/76/99\n\nAnnex\nList of bees\n"
    record = parse_un_document(split_flat(f"{head}{TITLE}I write.\n(Signed) A. B.\n{tail}"))
    assert record.symbols == ("A/76/99",)


def test_state_has_its_name_of_the_day_in_any_language() -> None:
    title = parse_title(
        "Письмо Постоянного представителя Турции при Организации Объединенных Наций от 3 ноября "
        "2019 года на имя Генерального секретаря"
    )
    assert title is not None
    assert title.senders[0].party == "Turkey"
