"""Sentences that ask for circulation or attention, or do not, each in a letter of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.corpus.case import Case, Head, letter
from tests.corpus.phrases import SG, representative
from tests.replica.un.spec import Facts

GA, SC = "General Assembly", "Security Council"
_GA = "a document of the General Assembly, under agenda item 14"
_BOTH = f"{_GA}, and of the Security Council"

ASK_ASSEMBLY = (
    f"I should be grateful if you would circulate the present letter as {_GA}.",
    f"I should be grateful if the present letter were circulated as {_GA}.",
    f"I would be grateful if you could have the text of this letter issued as {_GA}.",
    f"I have the honour to request that the present letter be circulated as {_GA}.",
    f"I would like to request the circulation of the present letter as {_GA}.",
    f"I kindly ask you to have this letter published as {_GA}.",
    f"It would be highly appreciated if this letter could be distributed as {_GA}.",
    f"I request you to arrange for the circulation of this letter as {_GA}.",
    f"May I ask you to have this letter circulated as {_GA}?",
    f"I would be most grateful for the circulation of this letter as {_GA}.",
    f"I shall be obliged if you will have this letter circulated as {_GA}.",
    "I should be grateful if you would arrange for the present letter to be circulated as an "
    "official document of the seventy-fifth session of the General Assembly, under item 14 of "
    "its agenda.",
    "I should be grateful if you would have this letter circulated among the Member States as "
    f"{_GA}.",
    "I should be grateful for your kind assistance in circulating the present letter to all "
    f"Member States as {_GA}.",
)
ASK_BOTH = (
    f"I should be grateful if you would have the present letter circulated as {_BOTH}.",
    "I should appreciate it if you would circulate the present letter as a document of the "
    "General Assembly, under agenda item 14, and the Security Council.",
    "I would be grateful if the present letter could be issued as a document of both the General "
    "Assembly, under agenda item 14, and the Security Council.",
    "I ask that the present letter be circulated as an official document of the General "
    "Assembly, under agenda item 14 of the seventy-fifth session, and of the Council.",
    "I would appreciate it if you could have this letter circulated as a General Assembly "
    "document, under agenda item 14, and as a document of the Security Council.",
)
ASK_NOTHING = (
    "I should be grateful for an early reply.",
    "I request an urgent meeting of the General Assembly on this matter.",
    "My letter of 3 March was circulated as a document of the General Assembly.",
    "The General Assembly is asked to take note of the document on the issue of stamps.",
    "A request for circulation will be made in due course.",
)


def _make() -> Iterator[Case]:
    table = [
        *((text, (GA,)) for text in ASK_ASSEMBLY),
        *((text, (GA, SC)) for text in ASK_BOTH),
        *((text, ()) for text in ASK_NOTHING),
    ]
    for number, (text, organs) in enumerate(table):
        joint = f"–S/2021/89{number:02}" if SC in organs else ""
        case = letter(
            f"request_{number + 1}",
            f"A/75/89{number:02}{joint}",
            "2021-03-02",
            representative("Kiribati", "KIR"),
            SG,
            "I have the honour to send the list of the canoes that were built this year.",
            text,
            tags="request:table table",
            facts=Facts(requests_circulation=organs),
            head=Head(items="14", titles=("Culture of peace",)),
        )
        yield replace(case, renderings=("flat",))


CASES: tuple[Case, ...] = tuple(_make())
