"""Letters that only a collection names: the store has them, the feeds no longer list them."""

from __future__ import annotations

from datetime import date

from tests.replica.calendar import days_before
from tests.replica.letters.forms import (
    AMBASSADOR,
    PR,
    PSC,
    SC,
    letter_title,
    party,
    representative,
)
from tests.replica.un.spec import Facts, Masthead, Paragraph, Signature, UnSpec
from warehouse.vocabulary import DocumentType

_SIGNED = {
    "Jordan": ("JOR", Signature("Rania", "Haddadin", AMBASSADOR)),
    "Malta": ("MLT", Signature("Karm", "Buttigieg", AMBASSADOR)),
    "Cyprus": ("CYP", Signature("Eleni", "Kyriakidou", AMBASSADOR)),
}
_TABLE = (
    (72, 1889, "Jordan", "olive groves"),
    (67, 1890, "Malta", "sea charts"),
    (63, 1891, "Cyprus", "herb gardens"),
    (58, 1892, "Jordan", "stone terraces"),
    (52, 1893, "Malta", "salt pans"),
    (47, 1894, "Cyprus", "almond trees"),
    (44, 1895, "Jordan", "desert gardens"),
    (40, 1896, "Malta", "fishing boats"),
    (37, 1897, "Cyprus", "carob mills"),
    (35, 1898, "Jordan", "mosaic floors"),
    (33, 1899, "Malta", "lace making"),
    (31, 1900, "Cyprus", "mountain churches"),
)


def make_collected(today: date) -> tuple[UnSpec, ...]:
    """Letters to the President of the Security Council, a month old and older."""
    return tuple(_letter(today, *row) for row in _TABLE)


def _letter(today: date, ago: int, number: int, state: str, matter: str) -> UnSpec:
    day = days_before(today, ago)
    written, (iso3, signed) = days_before(day, 1), _SIGNED[state]
    return UnSpec(
        name=f"collected_{number}",
        document_type=DocumentType.LETTER,
        masthead=Masthead((f"S/{day.year}/{number}",), (SC,), day),
        title=letter_title(written, representative(state), "the President of the Security Council"),
        blocks=(
            Paragraph(f"I wish to inform you of a travelling exhibition on {matter}."),
            Paragraph(
                "I should be grateful if you would have the present letter circulated as a "
                "document of the Security Council."
            ),
        ),
        job_number=f"{day:%y}-{85000 + number:05d}",
        released=days_before(day, -1),
        letter_date=written,
        signatures=(signed,),
        facts=Facts(
            senders=(party(PR, state, iso3),), addressees=(PSC,), requests_circulation=(SC,)
        ),
    )
