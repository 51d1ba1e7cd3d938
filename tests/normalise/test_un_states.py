"""Every member and observer state in a title of each official language, and who is no actor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from tasks.normalise.un import parties
from tasks.normalise.un.parties import find_arabic, find_party
from tasks.normalise.un.titles import parse_title

FOLDER = Path(parties.__file__).parent
TODAY = date(2025, 5, 4)
VOWELS = "AEIOUÉÈÎÔY"


def _load(name: str) -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return loaded


CURRENT = yaml.safe_load((FOLDER / "parties.yml").read_text(encoding="utf-8"))["current"]
FOREIGN, SCRIPTS = _load("parties_foreign.yml"), _load("parties_scripts.yml")


def _english(name: str) -> list[str]:
    return [
        f"Letter dated 4 May 2025 from the Permanent Representative of {article}{name} to the "
        "United Nations addressed to the Secretary-General"
        for article in ("", "the ")
    ]


def _french(name: str) -> list[str]:
    forms = ["d’", "de l’"] if name[0] in VOWELS else ["de ", "du ", "de la ", "des "]
    return [
        "Lettre datée du 4 mai 2025, adressée au Secrétaire général par la Représentante "
        f"permanente {of}{name} auprès de l’Organisation des Nations Unies"
        for of in forms
    ]


def _spanish(name: str) -> list[str]:
    return [
        "Carta de fecha 4 de mayo de 2025 dirigida al Secretario General por la Representante "
        f"Permanente {of} {name} ante las Naciones Unidas"
        for of in ("de", "del", "de la", "de los", "de las")
    ]


def _russian(name: str) -> list[str]:
    return [
        f"Письмо Постоянного представителя {name} при Организации Объединенных Наций от 4 мая "
        "2025 года на имя Генерального секретаря"
    ]


def _arabic(name: str) -> list[str]:
    of = f"لل{name[2:]}" if name.startswith("ال") else f"ل{name}"
    return [
        f"رسالة مؤرخة 4 أيار/مايو 2025 موجهة إلى الأمين العام من الممثل الدائم {of} لدى الأمم "
        "المتحدة"
    ]


def _chinese(name: str) -> list[str]:
    return [f"2025年5月4日{name}常驻联合国代表给秘书长的信"]


def _read(title: str) -> list[tuple[str | None, str | None]]:
    found = parse_title(title)
    assert found is not None, title
    assert (found.letter_date, found.addressees) == (TODAY, ("Secretary-General",)), title
    return [(one.party, one.iso3) for one in found.senders]


def test_all_states_are_in_all_tables() -> None:
    assert len(CURRENT) == 195
    assert set(CURRENT) == set(FOREIGN) == set(SCRIPTS)


@pytest.mark.parametrize(
    ("table", "column", "write"),
    [
        (CURRENT, None, _english),
        (FOREIGN, 0, _french),
        (FOREIGN, 1, _spanish),
        (FOREIGN, 2, _russian),
        (SCRIPTS, 0, _arabic),
        (SCRIPTS, 1, _chinese),
    ],
    ids=["en", "fr", "es", "ru", "ar", "zh"],
)
def test_every_state_under_every_name_in_a_title(
    table: dict[str, list[str]], column: int | None, write: Callable[[str], list[str]]
) -> None:
    for iso3, cells in table.items():
        names = cells if column is None else cells[column].split(" | ")
        for title in (title for name in names for title in write(name)):
            assert _read(title) == [(CURRENT[iso3][0], iso3)], title


@pytest.mark.parametrize(
    "name",
    [
        "Kosovo", "the Republic of Kosovo", "Taiwan", "the Republic of China", "Abkhazia",
        "the Republic of South Ossetia", "the Turkish Republic of Northern Cyprus", "Somaliland",
        "Nagorno-Karabakh", "the Sahrawi Arab Democratic Republic", "Western Sahara",
        "the Donetsk People’s Republic", "Transnistria", "the Islamic State of Iraq", "Crimea",
        "République de Chine", "Республики Абхазия", "Республики Косово", "科索沃", "كوسوفو",
    ],
)  # fmt: skip
def test_a_contested_place_never_becomes_an_actor(name: str) -> None:
    assert find_party(name) is None
    assert find_arabic(name) is None
    title = parse_title(
        f"Letter dated 4 May 2025 from the Minister for Foreign Affairs of {name} addressed to the "
        "Secretary-General"
    )
    assert title is not None
    assert [(one.party, one.iso3) for one in title.senders] in ([], [(None, None)])
    assert title.unknown_parties != ()


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("République du Kenya", "KEN"), ("Royaume du Maroc", "MAR"), ("República de Cuba", "CUB"),
        ("Reino de España", "ESP"), ("Республики Узбекистан", "UZB"), ("Республики Сербия", "SRB"),
        ("Федеративной Республики Германия", "DEU"), ("Государства Кувейт", "KWT"),
        ("République populaire de Chine", "CHN"), ("Republic of Latvia", "LVA"),
        ("République du Congo", "COG"), ("République démocratique du Congo", "COD"),
    ],
)  # fmt: skip
def test_long_names_of_states(name: str, iso3: str) -> None:
    found = find_party(name)
    assert found is not None
    assert found.iso3 == iso3


FORMER = yaml.safe_load((FOLDER / "parties.yml").read_text(encoding="utf-8"))["former"]


@pytest.mark.parametrize(
    ("name", "until", "expected"),
    [(name, row["until"], row["names"][0]) for row in FORMER for name in row["names"]],
)
def test_a_former_name_stands_for_itself_while_it_was_used(
    name: str, until: date, expected: str
) -> None:
    """Two states, or two names of one, that share a line of the table would be one another's."""
    title = (
        f"Letter dated 1 {until:%B} {until.year} from the Minister for Foreign Affairs of the "
        f"{name.removeprefix('The ')} addressed to the Secretary-General"
    )
    found = parse_title(title)
    assert found is not None
    [sender] = found.senders
    assert (sender.office, sender.party) == ("Minister for Foreign Affairs", expected)


@pytest.mark.parametrize(
    ("year", "name", "expected"),
    [
        (1970, "the Republic of Viet-Nam", "Republic of Viet-Nam"),
        (1970, "the Democratic Republic of Viet-Nam", "Democratic Republic of Viet-Nam"),
        (1985, "the Palestine Liberation Organization", "Palestine Liberation Organization"),
        (1995, "the Palestine Liberation Organization", "Palestine"),
        (1960, "the Union of South Africa", "Union of South Africa"),
        (1990, "the Union of Soviet Socialist Republics", "Union of Soviet Socialist Republics"),
        (2023, "Turkey", "Türkiye"),
    ],
)
def test_a_state_has_the_name_of_the_letters_day(year: int, name: str, expected: str) -> None:
    found = parse_title(
        f"Letter dated 4 May {year} from the Permanent Observer of {name} to the United Nations "
        "addressed to the Secretary-General"
    )
    assert found is not None
    assert [sender.party for sender in found.senders] == [expected]


def test_no_state_is_read_out_of_the_name_of_an_unknown_union() -> None:
    found = parse_title(
        "Letter dated 4 May 1985 from the Minister for Foreign Affairs of the Union of Ruritania "
        "addressed to the Secretary-General"
    )
    assert found is not None
    assert found.unknown_parties == ("the Union of Ruritania",)
