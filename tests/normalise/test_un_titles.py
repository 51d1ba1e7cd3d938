"""Titles of letters: every form of the table, senders, addressees, names of the day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.normalise.text import Line
from tasks.normalise.un.joining import Vocabulary
from tasks.normalise.un.parties import find_party, split_parties
from tasks.normalise.un.senders import parse_senders
from tasks.normalise.un.title_forms import LETTER_FORMS, LetterForm
from tasks.normalise.un.titles import parse_title, read_title
from warehouse.vocabulary import DocumentType

UN = "to the United Nations"
TO = "addressed to the Secretary-General"
REPRESENTATIVE = "Permanent Representative"
CHARGE = "Chargé d'affaires a.i."


@pytest.mark.parametrize(
    "form", LETTER_FORMS, ids=lambda form: f"{form.language}-{form.document_type}"
)
def test_every_form_reads_its_example(form: LetterForm) -> None:
    title = parse_title(form.example)
    assert title is not None
    assert title.language == form.language
    assert title.document_type is form.document_type
    assert title.letter_date == date(2021, 5, 4)
    assert [(one.party, one.iso3) for one in title.senders] == [("Chile", "CHL")]
    assert title.addressees[0] == "Secretary-General"
    assert title.unknown_parties == ()


@pytest.mark.parametrize(
    ("slot", "office", "party", "iso3"),
    [
        (f"the Permanent Representative of the Niger {UN}", REPRESENTATIVE, "Niger", "NER"),
        ("the Chargé d’affaires a.i. of the Permanent Mission of the Islamic Republic of Iran to "
         "the United Nations",
         CHARGE, "Iran (Islamic Republic of)", "IRN"),
        (f"the Chargé d´affaires a.i. of the Mission of Cuba {UN}", CHARGE, "Cuba", "CUB"),
        (f"the Permanent Observer of the State of Palestine {UN}", "Permanent Observer",
         "State of Palestine", "PSE"),
        (f"the Permanent Mission of Viet Nam {UN}", "Permanent Mission", "Viet Nam", "VNM"),
        (f"the Minister Counsellor of the United States Mission {UN}", "Minister Counsellor",
         "United States of America", "USA"),
        ("the Minister for Foreign Affairs of the Republic of Iceland",
         "Minister for Foreign Affairs", "Iceland", "ISL"),
        ("the Deputy Prime Minister and Minister for Foreign Affairs of Nepal",
         "Deputy Prime Minister and Minister for Foreign Affairs", "Nepal", "NPL"),
        ("the President of the Republic of Colombia", "President", "Colombia", "COL"),
        ("THE PERMANENT REPRESENTATIVE OF ICELAND TO THE UNITED NATIONS", REPRESENTATIVE,
         "Iceland", "ISL"),
        ("the Secretary-General", "Secretary-General", "United Nations", None),
        ("the President of the Security Council", "President of the Security Council",
         "Security Council", None),
        ("the Chair of the Committee on Fisheries", "Chair of the Committee on Fisheries",
         "Committee on Fisheries", None),
        ("the Chair of the Security Council Committee concerning the Democratic Republic of the "
         "Congo",
         "Chair of the Security Council Committee concerning the Democratic Republic of the Congo",
         "Security Council Committee concerning the Democratic Republic of the Congo", None),
        ("the Minister of Foreign Affairs of the Democratic Republic of the Congo",
         "Minister of Foreign Affairs", "Democratic Republic of the Congo", "COD"),
        (f"the Head of the Delegation of the European Union {UN}", "Head of the Delegation",
         "European Union", None),
        ("the Panel of Experts established pursuant to resolution 1 (1946)", None,
         "Panel of Experts established pursuant to resolution 1 (1946)", None),
    ],
)  # fmt: skip
def test_one_sender(slot: str, office: str | None, party: str, iso3: str | None) -> None:
    reading = parse_senders(slot, date(2021, 5, 4))
    assert [(one.office, one.party, one.iso3) for one in reading.senders] == [(office, party, iso3)]
    assert reading.unknown == ()


def test_several_senders_of_several_offices() -> None:
    reading = parse_senders(
        "the Permanent Representatives of Bosnia and Herzegovina, Trinidad and Tobago and the "
        f"Sudan {UN} and the Chargé d’affaires a.i. of the Permanent Mission of Peru {UN}",
        None,
    )
    assert [(one.office, one.iso3) for one in reading.senders] == [
        (REPRESENTATIVE, "BIH"),
        (REPRESENTATIVE, "TTO"),
        (REPRESENTATIVE, "SDN"),
        (CHARGE, "PER"),
    ]


def test_unknown_state_becomes_no_party_and_is_told() -> None:
    reading = parse_senders(
        f"the Permanent Representatives of Chile, Ruritania and Peru {UN}", None
    )
    assert [one.iso3 for one in reading.senders] == ["CHL", None, "PER"]
    assert [one.party for one in reading.senders] == ["Chile", None, "Peru"]
    assert reading.unknown == ("Ruritania",)


@pytest.mark.parametrize(
    ("printed", "on", "name"),
    [
        ("Turkey", date(2021, 1, 1), "Turkey"),
        ("Türkiye", date(2023, 1, 1), "Türkiye"),
        ("Turkey", date(2024, 1, 1), "Türkiye"),
        ("the Czech Republic", date(2010, 1, 1), "Czech Republic"),
        ("the Libyan Arab Jamahiriya", date(2009, 1, 1), "Libyan Arab Jamahiriya"),
        ("the Kingdom of the Netherlands", date(2010, 1, 1), "Netherlands"),
        ("the Netherlands", date(2025, 1, 1), "Netherlands (Kingdom of the)"),
        ("the Union of Soviet Socialist Republics", date(1988, 1, 1),
         "Union of Soviet Socialist Republics"),
    ],
)  # fmt: skip
def test_state_has_the_name_of_the_day(printed: str, on: date, name: str) -> None:
    reading = parse_senders(f"the Permanent Representative of {printed} {UN}", on)
    assert reading.senders[0].party == name


@pytest.mark.parametrize("name", ["Republic of Atlantis", "Northern Waters", "", "the", "Bosnia"])
def test_what_is_no_state_is_no_party(name: str) -> None:
    assert find_party(name) is None


@given(
    st.lists(
        st.sampled_from(
            ["Antigua and Barbuda", "Chile", "Saint Vincent and the Grenadines", "the Niger",
             "the United Kingdom of Great Britain and Northern Ireland", "Fiji", "Türkiye"]
        ),
        min_size=1,
        max_size=5,
        unique=True,
    )
)  # fmt: skip
def test_lists_of_states_are_split_and_joined_back(names: list[str]) -> None:
    text = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    assert [name for name, party in split_parties(text) if party] == names


@pytest.mark.parametrize(
    ("slot", "names"),
    [
        ("the Secretary-General and to the President of the Security Council",
         ("Secretary-General", "President of the Security Council")),
        ("the Secretary-General, the President of the General Assembly and the President of the "
         "Security Council", ("Secretary-General", "President of the General Assembly",
                              "President of the Security Council")),
        ("the Secretary-General and the Permanent Representatives of the members of the Security "
         "Council", ("Secretary-General",
                     "Permanent Representatives of the members of the Security Council")),
        ("the Chair of the Committee", ("Chair of the Committee",)),
    ],
)  # fmt: skip
def test_addressees_in_printed_order(slot: str, names: tuple[str, ...]) -> None:
    title = parse_title(f"Letter dated 4 May 2021 from the Secretary-General addressed to {slot}")
    assert title is not None
    assert title.addressees == names


def test_letters_of_two_days_have_no_one_date() -> None:
    title = parse_title(f"Letters dated 3 and 5 May 2021 from the Secretary-General {TO}")
    assert title is not None
    assert title.letter_date is None


def test_sender_in_a_capacity_is_the_sender() -> None:
    title = parse_title(
        f"Letter dated 4 May 2021 from the Permanent Representative of Fiji {UN}, in her capacity "
        f"as Chair of the Group of Friends of Postal Services, {TO}"
    )
    assert title is not None
    assert [one.iso3 for one in title.senders] == ["FJI"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Letter dated 4 May 2021 from the Permanent", "Representative of Chile to the United",
         "Nations addressed to the Secretary-", "General"],
        ["Letter dated 4 May 2021 from the Permanent Representative of",
         "Chile to the United Nations addressed to the Secretary-General"],
        [f"Letter dated 4 May 2021 from the Permanent Representative of Chile {UN} {TO}"],
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "body",
    ["I have the honour to write about bees.", "Chile counts its bees in spring and autumn."],
)
def test_title_ends_where_the_body_begins(lines: list[str], body: str) -> None:
    printed = [Line(text, 1) for text in [*lines, body]]
    title, _, after = read_title(printed, 0, Vocabulary([line.text for line in printed]))
    assert title is not None
    assert title.document_type is DocumentType.LETTER
    assert title.addressees == ("Secretary-General",)
    assert after == len(lines)


def test_split_words_are_mended_in_titles() -> None:
    title, text, _ = read_title(
        [Line("Letter dated 4 May 2021 from the Permanent M ission of Chile to the Unit ed", 1),
         Line("Nat ions addressed to the Secretary-General", 1)], 0, Vocabulary(),
    )  # fmt: skip
    assert title is not None
    assert "Permanent Mission of Chile to the United Nations" in text
