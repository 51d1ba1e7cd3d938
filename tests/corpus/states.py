"""Letters of many states at once, so that every member is a sender; former names in their year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.corpus.case import Case, letter
from tests.corpus.phrases import PSC, TO_UN, Senders, bare, representative
from tests.corpus.state_names import FORMER, PRESENT
from tests.replica.un.spec import Party, Signature

MANY = 10


@dataclass(frozen=True, slots=True)
class Name:
    """A state as a title prints it, its short form, its code."""

    printed: str
    short: str
    iso3: str


def read_name(entry: str) -> Name:
    """Read "printed > short=CODE", or "printed=CODE" where only the article differs."""
    names, code = " ".join(entry.split()).rsplit("=", 1)
    printed, _, short = names.partition(" > ")
    return Name(printed, short or bare(printed), code)


STATES = tuple(read_name(entry) for entry in PRESENT.split(";"))


def _senders(names: tuple[Name, ...]) -> Senders:
    *first, last = (name.printed for name in names)
    text = f"the Permanent Representatives of {', '.join(first)} and {last} {TO_UN}"
    office = "Permanent Representative"
    return Senders(text, tuple(Party(office, name.short, name.iso3) for name in names))


def _present() -> Iterator[Case]:
    for number, start in enumerate(range(0, len(STATES), MANY)):
        case = letter(
            f"states_{number + 1}",
            f"S/2024/96{number:02}",
            "2024-05-06",
            _senders(STATES[start : start + MANY]),
            PSC,
            "We have the honour to send the list of the libraries that lend books by post.",
            tags="state:every table",
            signed=(Signature("Ana", "Ejemplo"),),
        )
        yield replace(case, renderings=("pdf", "flat"))


def _former() -> Iterator[Case]:
    for number, entry in enumerate(FORMER.split(";")):
        year, _, rest = entry.strip().partition(": ")
        name = read_name(rest)
        case = letter(
            f"former_name_{number + 1}",
            f"S/{year}/97{number:02}",
            f"{year}-03-01",
            representative(name.printed, name.iso3, name.short),
            PSC,
            "I have the honour to send the list of the libraries that lend books by post.",
            tags="state:former_name table",
        )
        yield replace(case, renderings=("flat",))


CASES: tuple[Case, ...] = (*_present(), *_former())
