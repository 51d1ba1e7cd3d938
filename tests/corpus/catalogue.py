"""All documents of the corpus, in the order of their families."""

from __future__ import annotations

from tests.corpus import officials, senders
from tests.corpus.case import Case

FAMILIES = (senders, officials)
CASES: tuple[Case, ...] = tuple(case for family in FAMILIES for case in family.CASES)
