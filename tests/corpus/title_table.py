"""The title table: every sender beside every addressee, the kinds in turn; PDF and text only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.corpus.case import SIGNER, Case, letter
from tests.corpus.phrases import (
    ALL_THREE,
    COUNCIL_PRESIDENT,
    PGA,
    PSC,
    SECRETARY_GENERAL,
    SG,
    SG_MEMBERS,
    SG_PGA,
    SG_PSC,
    SG_TO_PSC,
    Addressees,
    Senders,
    body,
    charge,
    join,
    mission,
    office,
    representative,
    representatives,
    state,
    to,
)

COMMITTEE = "Security Council Committee established pursuant to resolution 9718 (2006)"
SENDERS: tuple[Senders, ...] = (
    representative("Antigua and Barbuda", "ATG"),
    representative("the Republic of Moldova", "MDA"),
    representative("the Islamic Republic of Iran", "IRN", "Iran (Islamic Republic of)"),
    representative("the Bolivarian Republic of Venezuela", "VEN",
                   "Venezuela (Bolivarian Republic of)"),
    representatives(("Saint Kitts and Nevis", "KNA"), ("Sao Tome and Principe", "STP")),
    representatives(("Armenia", "ARM"), ("Azerbaijan", "AZE"), ("Georgia", "GEO")),
    charge("North Macedonia", "MKD"),
    charge("the Republic of Korea", "KOR", "´"),
    mission("Papua New Guinea", "PNG"),
    mission("the Libyan Arab Jamahiriya", "LBY", "Libya"),
    state("Permanent Observer", "the State of Palestine", "State of Palestine", "PSE"),
    state("Deputy Permanent Representative", "South Sudan", "South Sudan", "SSD"),
    state("Acting Permanent Representative", "Eswatini", "Eswatini", "SWZ"),
    state("Minister Counsellor", "the United States Mission", "United States of America", "USA"),
    office("Minister for Foreign Affairs", "Cabo Verde", "CPV"),
    office("Prime Minister", "Timor-Leste", "TLS"),
    office("President", "the Republic of Cyprus", "CYP", "Cyprus"),
    SECRETARY_GENERAL,
    COUNCIL_PRESIDENT,
    body(f"Chair of the {COMMITTEE}", COMMITTEE),
    join(representative("Brunei Darussalam", "BRN"), charge("Guinea-Bissau", "GNB")),
)  # fmt: skip
ADDRESSEES: tuple[Addressees, ...] = (
    SG,
    PGA,
    PSC,
    SG_PSC,
    SG_TO_PSC,
    SG_PGA,
    ALL_THREE,
    SG_MEMBERS,
    to("Chair of the Committee"),
    to("President of the Economic and Social Council"),
)
KINDS = ("Letter", "Identical letters", "Note verbale")


def _make() -> Iterator[Case]:
    """The date is in 2024, so that states have the names of that year."""
    for row, sender in enumerate(SENDERS):
        for column, addressee in enumerate(ADDRESSEES):
            kind = KINDS[(row + column) % len(KINDS)]
            case = letter(
                f"title_{row + 1}_{column + 1}",
                f"S/2024/8{row:02}{column}",
                f"2024-{1 + row % 12:02}-{1 + column * 3:02}",
                sender,
                addressee,
                "I have the honour to send the list of the libraries that lend books by post.",
                tags="title_table table",
                kind=kind,
                signed=() if kind == "Note verbale" else (SIGNER,),
            )
            yield replace(case, renderings=("pdf", "flat"))


CASES: tuple[Case, ...] = tuple(_make())
