"""When each document appears and under which numbers; numbers so high that none is real."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.replica.calendar import assembly_session, days_before


@dataclass(frozen=True, slots=True)
class Slot:
    """A document's place: days before the world's today, numbers by organ, job serial."""

    days_ago: int
    assembly: str | None
    council: str | None
    serial: int

    def day(self, today: date) -> date:
        """The masthead date."""
        return days_before(today, self.days_ago)

    def symbols(self, today: date) -> tuple[str, ...]:
        """The symbols, General Assembly first, with session and year of the masthead date."""
        day = self.day(today)
        found = []
        if self.assembly:
            found.append(f"A/{assembly_session(day)}/{self.assembly}")
        if self.council:
            found.append(f"S/{day.year}/{self.council}")
        return tuple(found)

    def job_number(self, today: date) -> str:
        """The job number: two digits of the year, five of the serial."""
        return f"{self.day(today):%y}-{self.serial:05d}"


SLOTS = {
    "library_exchange": Slot(25, "921", None, 91210),
    "sg_to_president": Slot(24, None, "1901", 91233),
    "fisheries": Slot(22, "922", "1902", 91247),
    "president_to_sg": Slot(21, None, "1903", 91259),
    "philatelic_note": Slot(20, "923", None, 91262),
    "postal_services": Slot(18, None, "1904", 91278),
    "library_exchange_corr": Slot(17, "921/Corr.1", None, 91284),
    "weather_stations": Slot(16, "924", "1905", 91291),
    "identical_bees": Slot(14, None, "1906", 91307),
    "seed_vaults": Slot(12, "925", "1907", 91315),
    "lighthouses": Slot(11, "926", None, 91322),
    "fisheries_reply": Slot(9, "927", "1908", 91330),
    "archives_report": Slot(8, None, "1909", 91338),
    "map_sheets": Slot(7, None, "1910", 91341),
    "museums_charge": Slot(6, "928", None, 91356),
    "tea_and_coffee_draft": Slot(5, "L.930", None, 91360),
    "statistics_note": Slot(4, "931", None, 91372),
    "provisional_trees": Slot(3, "932", None, 91385),
    "three_ports": Slot(2, "933", "1911", 91392),
    "glaciers_not_ready": Slot(1, None, "1912", 91404),
    "damaged_radio": Slot(2, None, "1913", 91411),
    "contradicting_wells": Slot(3, "934", None, 91418),
    "alphabets_held_back": Slot(0, "935", "1914", 91425),
}


def joint_form(name: str, today: date) -> str:
    """Return a slot's symbols as references in a text print them: joined by a hyphen."""
    return "-".join(SLOTS[name].symbols(today))
