"""Flat text with stray spaces, odd signs and moved blocks: what it says must still be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from bench.eval_fields import FIELDS
from tests.corpus.agendas import CASES as AGENDAS
from tests.corpus.annexes import CASES as ANNEXES
from tests.corpus.case import Case
from tests.corpus.editions import CASES as EDITIONS
from tests.corpus.layouts import CASES as LAYOUTS
from tests.corpus.missions import CASES as MISSIONS
from tests.corpus.noise import Damage
from tests.corpus.officials import CASES as OFFICIALS
from tests.corpus.requests import CASES as REQUESTS
from tests.corpus.senders import CASES as SENDERS

_PLAIN = {
    case.name: case
    for case in (
        *SENDERS, *OFFICIALS, *MISSIONS, *AGENDAS, *ANNEXES, *REQUESTS, *EDITIONS, *LAYOUTS,
    )
}  # fmt: skip
_DISTR = re.compile(r"Distr\.: .*\n.*\nOriginal: .*\n\n")
_TITLE = re.compile(
    r"^(?:Letter|Identical letters|Note verbale) dated(?:.|\n)*?"
    r"(?=\n(?:I |We |The Permanent|Excellency|On |Upon |Further))",
    re.MULTILINE,
)


def lift_distribution(text: str) -> str:
    """The block of Distr. stands above all else."""
    block = _DISTR.search(text)
    return block.group(0) + text.replace(block.group(0), "", 1) if block else text


def space_title(text: str) -> str:
    """Words of the title are torn: `Perm anent Represent ative`."""
    torn = {"Permanent": "Perm anent", "Representative": "Represent ative", "United": "U nited"}
    return _change_title(text, torn)


def tie_title(text: str) -> str:
    """Hard spaces stand in the title."""
    return _change_title(text, {" ": "\u00a0"})


def mark_title(text: str) -> str:
    """The title is set in asterisks, as in Markdown."""
    return _TITLE.sub(
        lambda title: "\n".join(f"**{line}**" for line in title[0].split("\n")), text, count=1
    )


def space_references(text: str) -> str:
    """( A/76/328-S/2021/759)."""
    return re.sub(r"\((?=[AS]/)", "( ", text)


def slip_year(text: str) -> str:
    """Seventy-six year."""
    return text.replace("sixth year", "six year").replace("eighth year", "eight year")


def split_job(text: str) -> str:
    """The job line is split."""
    return re.sub(r"^(\d\d-\d{5}\*?) (\([A-Z]\))$", r"\1\n\n\2", text, flags=re.MULTILINE)


def indent(text: str) -> str:
    """Lines begin with blanks."""
    return "\n".join(f"      {line}" if line else line for line in text.split("\n"))


def decompose(text: str) -> str:
    """Accents stand after their letters."""
    return unicodedata.normalize("NFD", text)


def put_mark(text: str) -> str:
    """A byte order mark stands first."""
    return "\ufeff" + text


def use_ligatures(text: str) -> str:
    """Ligatures stand for two letters."""
    return text.replace("ffi", "\ufb03").replace("fi", "\ufb01").replace("fl", "\ufb02")


def widen_dash(text: str) -> str:
    """Blanks stand around the dash of joint symbols."""
    first, rest = text.split("\n", 1)
    return first.replace("–", " – ") + "\n" + rest


def straighten(text: str) -> str:
    """Apostrophes are straight."""
    return text.replace("’", "'").replace("“", '"').replace("”", '"')


DAMAGES: dict[str, tuple[Damage, tuple[str, ...]]] = {
    "lifted": (lift_distribution, ("tide_gauges", "salt_roads", "four_pages", "staff_committee")),
    "torn_title": (space_title, ("tide_gauges", "salt_roads", "mountain_huts", "night_ferries")),
    "hard_spaces": (tie_title, ("tide_gauges", "salt_roads", "five_rivers", "copper_bells")),
    "asterisks": (mark_title, ("tide_gauges", "salt_roads", "mountain_huts", "four_pages")),
    "spaced_references": (
        space_references,
        ("joint_references", "many_dates", "president_replies"),
    ),
    "year_slip": (slip_year, ("eight_items", "joint_references", "bell_towers")),
    "split_job": (split_job, ("tide_gauges", "reissued", "four_pages", "two_job_dates")),
    "indented": (indent, ("tide_gauges", "four_pages", "enclosures", "appendices", "five_rivers")),
    "decomposed": (decompose, ("moth_atlas", "two_offices", "minister_of_lakes", "bell_towers")),
    "order_mark": (put_mark, ("tide_gauges", "salt_roads")),
    "ligatures": (use_ligatures, ("human_rights_council", "four_pages", "five_rivers")),
    "wide_dash": (widen_dash, ("salt_roads", "eight_items", "reissued_jointly")),
    "straight": (straighten, ("three_presidents", "quoted_item", "kite_makers")),
}


def _change_title(text: str, changes: dict[str, str]) -> str:
    def change(match: re.Match[str]) -> str:
        title = match[0]
        for before, after in changes.items():
            title = title.replace(before, after)
        return title

    return _TITLE.sub(change, text, count=1)


def _make() -> Iterator[Case]:
    for noise, (damage, names) in DAMAGES.items():
        for name in names:
            case = _PLAIN[name]
            yield replace(
                case,
                spec=replace(case.spec, name=f"{name}_{noise}"),
                tags=frozenset({f"noise:{noise}"}),
                renderings=("flat",),
                fields=(*FIELDS, "language"),
                damage=damage,
            )


CASES: tuple[Case, ...] = tuple(_make())
