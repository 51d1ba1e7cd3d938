"""All documents of the corpus, in the order of their families."""

from __future__ import annotations

from tests.corpus import (
    agendas,
    annexes,
    eastern,
    editions,
    foreign_requests,
    foreign_states,
    foreign_table,
    french,
    hard_titles,
    layouts,
    missions,
    neighbours,
    nineties,
    noise,
    noise_marks,
    officials,
    rarities,
    request_table,
    requests,
    russian,
    senders,
    spanish,
    states,
    title_table,
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
    layouts,
    title_table,
    foreign_table,
    hard_titles,
    rarities,
    request_table,
    foreign_requests,
    states,
    foreign_states,
    noise,
    noise_marks,
)
CASES: tuple[Case, ...] = tuple(case for family in FAMILIES for case in family.CASES)
