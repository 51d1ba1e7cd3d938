"""Flat text as extractors spoil it: the same letters must give the same records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.corpus.agendas import CASES as AGENDAS
from tests.corpus.case import Case
from tests.corpus.editions import CASES as EDITIONS
from tests.corpus.layouts import CASES as LAYOUTS
from tests.corpus.senders import CASES as SENDERS

Damage = Callable[[str], str]

_PLAIN = {case.name: case for case in (*SENDERS, *AGENDAS, *EDITIONS, *LAYOUTS)}
_JOB = re.compile(r"(\d\d-\d{5}\*? \([A-Z]\))\n\n(\d{6})\n\n(\*\d{7}\*)\n")
_TITLE = re.compile(r"^(?:Letter|Identical letters|Note verbale) dated", re.MULTILINE)
_ACROSS = re.compile(
    r"General Assembly\n(?P<session>\S+ session)\n(?P<agenda>(?:Agenda item.*\n)(?:.+\n)*?)"
    r"Security Council\n(?P<year>\S+ year)\n"
)
_FOOT = re.compile(r"^(?:(\d+)/(\d+) (\d\d-\d{5})|(\d\d-\d{5}) (\d+)/(\d+))$", re.MULTILINE)


def glue_symbols(text: str) -> str:
    """The dash between joint symbols is lost: A/70/900S/2016/474."""
    first, rest = text.split("\n", 1)
    return first.replace("–", "") + "\n" + rest


def hyphenate_symbols(text: str) -> str:
    """A hyphen stands for the en dash."""
    first, rest = text.split("\n", 1)
    return first.replace("–", "-") + "\n" + rest


def part_symbols(text: str) -> str:
    """Joint symbols stand on two lines."""
    first, rest = text.split("\n", 1)
    return first.replace("–", "\n") + "\n" + rest


def read_across(text: str) -> str:
    """The two columns of the session block are read across."""
    return _ACROSS.sub(
        r"General Assembly  Security Council\n\g<session> \g<year>\n\g<agenda>", text
    )


def move_job(text: str) -> str:
    """Job line and barcode stand before the title."""
    job = _JOB.search(text)
    if job is None:
        return text
    bare = text.replace(job.group(0), "")
    return _TITLE.sub(lambda title: f"{job.group(0)}\n{title.group(0)}", bare, count=1)


def flatten_job(text: str) -> str:
    """Job number and release date stand on one line."""
    return _JOB.sub(r"\1 \2\n\3\n", text)


def glue_foot(text: str) -> str:
    """Job number and page number of odd pages are glued: 22-038533/10."""
    return _FOOT.sub(lambda m: f"{m[4]}{m[5]}/{m[6]}" if m[4] else m[0], text)


def space_signed(text: str) -> str:
    """( Signed )."""
    return text.replace("(Signed)", "( Signed )")


def drop_feeds(text: str) -> str:
    """Form feeds are lost."""
    return text.replace("\f", "\n")


def use_crlf(text: str) -> str:
    """Lines end as on Windows."""
    return text.replace("\n", "\r\n")


def stand_barcode(text: str) -> str:
    """The barcode's text is set upright, one sign a line."""
    return re.sub(r"^\*\d{7}\*$", lambda code: "\n".join(code[0]), text, flags=re.MULTILINE)


DAMAGES: dict[str, tuple[Damage, tuple[str, ...]]] = {
    "glued": (glue_symbols, ("salt_roads", "four_pages", "reissued_jointly")),
    "hyphen": (hyphenate_symbols, ("salt_roads", "four_pages", "eight_items")),
    "two_lines": (part_symbols, ("salt_roads", "eleventh_emergency", "reissued_jointly")),
    "columns": (read_across, ("salt_roads", "eight_items", "four_pages")),
    "early_job": (move_job, ("tide_gauges", "four_pages", "ten_signatures")),
    "one_line_job": (flatten_job, ("tide_gauges", "four_pages", "reissued")),
    "glued_foot": (glue_foot, ("four_pages", "annex_over_pages", "numbered_footnotes")),
    "spaced_signed": (space_signed, ("tide_gauges", "five_rivers", "annex_over_pages")),
    "no_feeds": (drop_feeds, ("four_pages", "annex_over_pages", "ten_signatures")),
    "crlf": (use_crlf, ("tide_gauges", "four_pages")),
    "vertical_barcode": (stand_barcode, ("tide_gauges", "four_pages")),
}


def _make() -> Iterator[Case]:
    for noise, (damage, names) in DAMAGES.items():
        for name in names:
            case = _PLAIN[name]
            yield replace(
                case,
                spec=replace(case.spec, name=f"{name}_{noise}"),
                tags=frozenset({f"noise:{noise}"}),
                renderings=("flat",),
                damage=damage,
            )


CASES: tuple[Case, ...] = tuple(_make())
