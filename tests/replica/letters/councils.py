"""Letters of the Economic and Social Council and of the Human Rights Council."""

from __future__ import annotations

from datetime import date

from tests.replica.calendar import days_before
from tests.replica.letters.forms import AMBASSADOR, PR, letter_title, party, representative
from tests.replica.un.spec import AssemblyBlock, Facts, Masthead, Paragraph, Signature, UnSpec
from warehouse.vocabulary import DocumentType

ECOSOC, HRC = "Economic and Social Council", "Human Rights Council"
_ECOSOC_TABLE = (
    (23, 9061, "Botswana", "BWA", Signature("Tebogo", "Maruping", AMBASSADOR), "young gardeners"),
    (10, 9062, "Finland", "FIN", Signature("Aino", "Laaksovirta", AMBASSADOR), "lake steamers"),
    (2, 9063, "Jamaica", "JAM", Signature("Delroy", "Whitelocke", AMBASSADOR), "school choirs"),
)
_HRC_TABLE = (
    (19, 112, "Luxembourg", "LUX", Signature("Marie", "Thillmany", AMBASSADOR), "reading aloud"),
    (6, 113, "Ghana", "GHA", Signature("Kwabena", "Adomakoh", AMBASSADOR), "talking books"),
)


def make_social(today: date) -> tuple[UnSpec, ...]:
    """Letters to the President of the Economic and Social Council."""
    return tuple(_social(today, *row) for row in _ECOSOC_TABLE)


def make_rights(today: date) -> tuple[UnSpec, ...]:
    """Letters to the President of the Human Rights Council, sent from Geneva."""
    return tuple(_rights(today, *row) for row in _HRC_TABLE)


def _social(
    today: date, ago: int, number: int, state: str, iso3: str, signed: Signature, matter: str
) -> UnSpec:
    day = days_before(today, ago)
    block = AssemblyBlock(
        session=0,
        items=("18 (a)",),
        titles=("Economic and environmental questions: sustainable development",),
        organ="other",
        session_text=f"{day.year} session",
        rows=(f"23 July {day.year - 1}–22 July {day.year}",),
    )
    head = Masthead((f"E/{day.year}/{number}",), (ECOSOC,), day, assembly=block)
    return _letter(
        f"ecosoc_{number}", head, representative(state), ECOSOC, iso3, state, signed, matter
    )


def _rights(
    today: date, ago: int, number: int, state: str, iso3: str, signed: Signature, matter: str
) -> UnSpec:
    day = days_before(today, ago)
    block = AssemblyBlock(
        session=0,
        items=("3",),
        titles=("Promotion and protection of all human rights",),
        organ="other",
        session_text=HRC,
        rows=("Ninety-first session", f"1 March–1 April {day.year}"),
    )
    head = Masthead((f"A/HRC/91/G/{number}",), ("General Assembly",), day, assembly=block)
    sender = f"the Permanent Representative of {state} to the United Nations Office at Geneva"
    return _letter(f"hrc_{number}", head, sender, HRC, iso3, state, signed, matter)


def _letter(
    name: str,
    head: Masthead,
    sender: str,
    organ: str,
    iso3: str,
    state: str,
    signed: Signature,
    matter: str,
) -> UnSpec:
    day, item = days_before(head.distributed, 2), head.assembly.items[0] if head.assembly else ""
    return UnSpec(
        name=name,
        document_type=DocumentType.LETTER,
        masthead=head,
        title=letter_title(day, sender, f"the President of the {organ}"),
        blocks=(
            Paragraph(f"I have the honour to transmit a paper on the teaching of {matter}."),
            Paragraph(
                "I should be grateful if you would have the present letter circulated as a "
                f"document of the {organ}, under agenda item {item}."
            ),
        ),
        job_number=f"{head.distributed:%y}-{88000 + int(name.rsplit('_', 1)[1]) % 1000:05d}",
        released=days_before(head.distributed, -1),
        letter_date=day,
        signatures=(signed,),
        facts=Facts(
            senders=(party(PR, state, iso3),),
            addressees=(f"President of the {organ}",),
            requests_circulation=(organ,),
        ),
    )
