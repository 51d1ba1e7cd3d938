"""The floors below which no field may fall, and how they are moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bench.eval_score import Score

FLOORS = Path(__file__).with_name("eval_floors.yml")
_HEAD = """\
# Per cent of right answers below which no field of a set may fall; written by
# `python -m bench.eval --record`, which raises floors and lowers one only with
# `--allow-regression REASON`. Every lowering stays listed under `lowered`.
"""


class FloorLoweredError(Exception):
    """Recording would lower a floor and no reason was given."""


@dataclass(slots=True)
class Floors:
    """The floor of each field by set, and the history of those that were lowered."""

    sets: dict[str, dict[str, float]] = field(default_factory=dict)
    lowered: list[str] = field(default_factory=list)


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors; empty where there are none yet."""
    if not path.exists():
        return Floors()
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Floors(data["sets"], data["lowered"])


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors with the words that explain them."""
    data = {"sets": floors.sets, "lowered": floors.lowered}
    path.write_text(_HEAD + yaml.safe_dump(data, sort_keys=False, width=98), encoding="utf-8")


def find_broken(floors: Floors, scores: Mapping[str, Score]) -> list[str]:
    """The fields that are below their floors; one that is no longer compared is broken too."""
    return [
        f"{name} {one}: {score.share(one):.2f} % is below the floor of {floor:.2f} %"
        for name, score in scores.items()
        for one, floor in floors.sets.get(name, {}).items()
        if score.share(one) < floor
    ]


def move_floors(floors: Floors, scores: Mapping[str, Score], reason: str | None) -> Floors:
    """The floors at the shares now reached.

    Raises:
        FloorLoweredError: a floor would be lowered and there is no reason.
    """
    broken = find_broken(floors, scores)
    if broken and not (reason and reason.strip()):
        raise FloorLoweredError("; ".join(broken))
    reached = {
        name: {one: score.share(one) for one in score.fields} for name, score in scores.items()
    }
    history = [f"{line} ({reason})" for line in broken]
    return Floors(floors.sets | reached, [*floors.lowered, *history])
