"""All documents of the corpus, in the order of their families."""

from __future__ import annotations

from tests.corpus import (
    agendas,
    annexes,
    eastern,
    editions,
    french,
    missions,
    neighbours,
    nineties,
    officials,
    requests,
    russian,
    senders,
    spanish,
)
from tests.corpus.case import Case

FAMILIES = (
    senders,
    officials,
    missions,
    agendas,
    annexes,
    requests,
    editions,
    nineties,
    neighbours,
    french,
    spanish,
    russian,
    eastern,
)
CASES: tuple[Case, ...] = tuple(case for family in FAMILIES for case in family.CASES)
