"""Which corrections still have to come about, and how each of them stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tasks.corrections import Correction, Corrections
from warehouse.connection import Connection
from warehouse.places import Place, find_ids, read_corrected, read_held, read_places
from warehouse.rows import CorrectionRow, QuarantineRow
from warehouse.vocabulary import Reason


class Stand(StrEnum):
    """How a correction stands."""

    IN_FORCE = "in force"
    DUE = "due"
    OUTDATED = "outdated"
    NO_DOCUMENT = "no such document"


@dataclass(frozen=True, slots=True)
class Standing:
    """One correction and how it stands; `message` says what is amiss, where something is."""

    correction: Correction
    stand: Stand
    message: str | None = None


def find_due(con: Connection, corrections: Corrections) -> tuple[Place, ...]:
    """Find where the bytes are of documents whose stored corrections are not those declared.

    An outdated correction is not due again until its declaration or the document changes: its
    document stands in quarantine.
    """
    stored = _group(read_corrected(con))
    if not corrections and not stored:
        return ()
    ids = find_ids(con, list(corrections))
    wanted: dict[str, list[CorrectionRow]] = {}
    for name, document_id in ids.items():
        wanted.setdefault(document_id, []).extend(
            one.make_row(document_id) for one in corrections[name]
        )
    differing = [
        one
        for one in wanted.keys() | stored.keys()
        if _in_order(wanted.get(one, ())) != _in_order(stored.get(one, ()))
    ]
    held = {(row.archive_file, row.archive_offset) for row in _read_outdated(con)}
    places = read_places(con, differing).values()
    return tuple(sorted(place for place in places if place not in held))


def judge_corrections(con: Connection, corrections: Corrections) -> tuple[Standing, ...]:
    """Say of every declared correction how it stands in a warehouse."""
    stored = {(row.document_id, row.field): row for row in read_corrected(con)}
    ids = find_ids(con, list(corrections))
    outdated = {(row.archive_file, row.archive_offset): row for row in _read_outdated(con)}
    places = read_places(con, list(ids.values()))
    held = {row.row_key: row.message for row in outdated.values()}

    def judge(name: str, correction: Correction) -> Standing:
        document_id = ids.get(name)
        message = held.get(name) or held.get(name.split(":", 2)[1])
        found = outdated.get(places[document_id]) if document_id in places else None
        if found is not None or message is not None:
            return Standing(correction, Stand.OUTDATED, found.message if found else message)
        if document_id is None:
            return Standing(correction, Stand.NO_DOCUMENT, "nothing here has this id")
        is_stored = stored.get((document_id, correction.field)) == correction.make_row(document_id)
        return Standing(correction, Stand.IN_FORCE if is_stored else Stand.DUE)

    return tuple(judge(name, one) for name, listed in corrections.items() for one in listed)


def _read_outdated(con: Connection) -> tuple[QuarantineRow, ...]:
    return tuple(
        row for row in read_held(con) if row.expectation == Reason.CORRECTION_OUTDATED.value
    )


def _group(rows: Sequence[CorrectionRow]) -> dict[str, list[CorrectionRow]]:
    grouped: dict[str, list[CorrectionRow]] = {}
    for row in rows:
        grouped.setdefault(row.document_id, []).append(row)
    return grouped


def _in_order(rows: Sequence[CorrectionRow]) -> list[CorrectionRow]:
    return sorted(rows, key=lambda row: row.field)
