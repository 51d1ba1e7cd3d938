"""The cases of the walk of all sources: what each is shown, and where there is no such case.

The one place that says why a source has no recorded page of a case.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from tasks.sources.declaration import Source, SourceKind


class Case(StrEnum):
    """What a source is shown; for the first four a page is recorded in its folder.

    `good`: a page as it should be; `empty`: one that names nothing, or of a store the answer for
    what is not there; `changed`: one of another layout; `detail`: the page of the first item;
    `challenge`, `decoy`: what stands in another page's place; `repeated`: the good page again.
    """

    GOOD = "good"
    EMPTY = "empty"
    CHANGED = "changed"
    DETAIL = "detail"
    CHALLENGE = "challenge"
    DECOY = "decoy"
    REPEATED = "repeated"


RECORDED: Mapping[Case, str] = {
    Case.GOOD: "a page as it should be, of two items at least",
    Case.EMPTY: "one that names nothing",
    Case.CHANGED: "one of another layout",
    Case.DETAIL: "the page of the first item of the good one",
}
"""The cases of which each source has a page of its own, and what stands on it."""

GOLDEN: Mapping[Case, str] = {Case.GOOD: "golden.json", Case.DETAIL: "golden_detail.json"}
"""The cases in which something is read, and the file that says what; tests write it at first."""

_FILES_ONLY = (
    "nobody is asked: a person brings files; whole, damaged, foreign and repeated ones are read in"
    " tests/flows/test_import.py and tests/normalise/test_marc.py"
)
_DOCUMENTS = "its items are documents of the store: un_probe's good case and tests/corpus read them"

WITHOUT: Mapping[SourceKind, Mapping[Case, str]] = {
    SourceKind.FILE: dict.fromkeys(Case, _FILES_ONLY)
}
"""Kinds that cannot have a case, and why."""


def explain_absence(source: Source, case: Case) -> str | None:
    """Say why a source has no such case; null where it owes one."""
    if case is Case.DETAIL and source.is_un:
        return _DOCUMENTS
    return WITHOUT.get(source.kind, {}).get(case)


def list_owed(source: Source) -> tuple[Case, ...]:
    """The cases that a source owes."""
    return tuple(case for case in Case if explain_absence(source, case) is None)
