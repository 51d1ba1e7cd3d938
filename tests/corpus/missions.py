"""Notes verbales: of one mission, of a representative, to a chair, and letters in third person."""

from __future__ import annotations

from tests.corpus.case import COVER, Case, Head, annex, letter
from tests.corpus.phrases import SG, SG_PSC, mission, representative, state, to
from tests.replica.un.spec import Facts

GA, SC = "General Assembly", "Security Council"
COMMITTEE = to("Chair of the Committee")
RENEW = (
    "The Permanent Mission avails itself of this opportunity to renew to the {} the assurances of "
    "its highest consideration."
)


def _compliments(state_name: str, rest: str, to_whom: str = "Secretary-General") -> str:
    return (
        f"The Permanent Mission of {state_name} to the United Nations presents its compliments to "
        f"the {to_whom} and has the honour to {rest}"
    )


CASES: tuple[Case, ...] = (
    letter(
        "night_ferries",
        "A/68/9301",
        "2013-11-05",
        mission("Denmark", "DNK"),
        SG,
        _compliments("Denmark", "transmit the timetable of the night ferries (see annex)."),
        "The Permanent Mission of Denmark requests that the present note and its annex be "
        "circulated as a document of the sixty-eighth session of the General Assembly, under "
        "agenda item 76 (a).",
        RENEW.format("Secretary-General"),
        tags="note_verbale sender:mission request:third_person signatures:0",
        kind="Note verbale",
        facts=Facts(requests_circulation=(GA,)),
        head=Head(items="76 (a)", titles=("Oceans and the law of the sea",)),
        signed=(),
        annexes=(
            annex("Annex", "Timetable of the night ferries", "The ferries leave at ten.",
                  head=COVER),
        ),
    ),
    letter(
        "seed_drills",
        "S/AC.49/2024/93",
        "2024-03-11",
        mission("Norway", "NOR"),
        COMMITTEE,
        _compliments("Norway", "refer to paragraph 9 of resolution 9397 (2017), on the lending "
                     "of seed drills.", "Chair of the Committee"),
        tags="note_verbale committee_symbol to:chair",
        kind="Note verbale",
        signed=(),
        head=Head(organs=(
            "Security Council Committee established pursuant to resolution 9718 (2006)",
        )),
    ),
    letter(
        "copper_bells",
        "A/58/9303",
        "2003-12-15",
        representative("Jordan", "JOR"),
        SG,
        "The Permanent Representative of Jordan to the United Nations presents his compliments to "
        "the Secretary-General and has the honour to inform him of the casting of copper bells.",
        "He requests that the present note be circulated as a document of the General Assembly, "
        "under agenda item 40.",
        tags="note_verbale sender:representative_in_note",
        kind="Note verbale",
        facts=Facts(requests_circulation=(GA,)),
        head=Head(items="40"),
        signed=(),
    ),
    letter(
        "canal_locks",
        "S/2015/9304",
        "2015-10-28",
        mission("the Netherlands", "NLD"),
        SG_PSC,
        _compliments("the Netherlands", "inform him that the canal locks open at dawn."),
        "The Permanent Mission has further the honour to request that the present note be issued "
        "as a document of the Security Council.",
        tags="note_verbale to:sg_psc",
        kind="Note verbale",
        facts=Facts(requests_circulation=(SC,)),
        signed=(),
    ),
    letter(
        "observer_mission_reeds",
        "A/66/9305",
        "2011-10-10",
        state("Permanent Observer Mission", "Palestine", "Palestine", "PSE"),
        SG,
        "The Permanent Observer Mission of Palestine to the United Nations presents its "
        "compliments to the Secretary-General and has the honour to send a study of reeds.",
        tags="note_verbale sender:observer_mission state:palestine_before_2012",
        kind="Note verbale",
        head=Head(items="14"),
        signed=(),
    ),
    letter(
        "third_person_letter",
        "S/17304",
        "1985-06-04",
        representative("Thailand", "THA"),
        SG,
        "The Permanent Representative of Thailand to the United Nations presents his compliments "
        "to the Secretary-General and has the honour to inform him that the post road is open.",
        "He requests that this letter be circulated as a document of the Security Council.",
        tags="letter third_person symbol:old_council signatures:0",
        facts=Facts(requests_circulation=(SC,)),
        signed=(),
        findings=("no_signature",),
    ),
)  # fmt: skip
