"""All documents of the replica's world, by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.replica.letters import assembly, council, joint, neighbours, shared
from tests.replica.letters.collected import make_collected
from tests.replica.letters.councils import make_rights, make_social
from tests.replica.un.spec import UnSpec

MAKERS: tuple[Callable[[date], UnSpec], ...] = (
    joint.seed_vaults,
    joint.fisheries,
    joint.fisheries_reply,
    shared.weather_stations,
    shared.three_ports,
    shared.alphabets_held_back,
    council.sg_to_president,
    council.president_to_sg,
    council.postal_services,
    council.identical_bees,
    council.map_sheets,
    council.glaciers_not_ready,
    council.damaged_radio,
    assembly.library_exchange,
    assembly.library_exchange_corr,
    assembly.philatelic_note,
    assembly.museums_charge,
    assembly.provisional_trees,
    assembly.lighthouses,
    assembly.contradicting_wells,
    neighbours.archives_report,
    neighbours.tea_and_coffee_draft,
    neighbours.statistics_note,
)


def make_documents(today: date) -> dict[str, UnSpec]:
    """Return every document by name, as the calendar of `today` dates it."""
    specs = [make(today) for make in MAKERS]
    specs += [*make_social(today), *make_rights(today), *make_collected(today)]
    return {spec.name: spec for spec in specs}


# Held back until it is published; listed but not in the store yet; a file that is cut short.
HELD_BACK = frozenset({"alphabets_held_back"})
NOT_READY = frozenset({"glaciers_not_ready"})
DAMAGED = frozenset({"damaged_radio"})
# Named in the General Assembly's feed by both symbols at once.
LISTED_JOINTLY = frozenset({"fisheries"})
# Named by a collection of letters; those are older than what the feeds list.
COLLECTED = "collected_"
