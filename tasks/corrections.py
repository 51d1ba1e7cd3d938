"""Fields that people put right: declared in reviewed files, applied to what was read.

One YAML file a source, a list of corrections in each (docs/corrections.md). Each names the value
that the source gives; once the source gives another, the document is held in quarantine until
somebody looks, as a correction must not outlive its error.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import Field, ValidationError

from tasks.records import Finding, Parsed, ParsedItem, Record
from warehouse.errors import DeclarationError
from warehouse.rows import CorrectionRow
from warehouse.vocabulary import Reason

FINDING = "corrected"
"""The code of the finding that a corrected record carries."""

_FIXED = frozenset({"body", "findings", "sources", "document_type"})


class Correction(Record):
    """One field of one document, as the source gives it and as it ought to be.

    `document` is the id of the document without correction; `expect` and `value` are as
    `herewith parse` prints them.
    """

    document: str = Field(min_length=1)
    field: str = Field(min_length=1)
    expect: Any
    value: Any
    reason: str = Field(min_length=10)
    reported: date
    reviewed_by: str = Field(min_length=1)

    def make_row(self, document_id: str) -> CorrectionRow:
        """Make the row that says in the warehouse what was put right."""
        return CorrectionRow(
            document_id=document_id,
            field=self.field,
            source_value=_print(self.expect),
            corrected_value=_print(self.value),
            reason=self.reason,
            reported_date=self.reported,
            reviewed_by=self.reviewed_by,
        )


Corrections = Mapping[str, Sequence[Correction]]
"""Corrections by the id of their document."""


@lru_cache(maxsize=4)
def load_corrections(folder: Path) -> Corrections:
    """Read all files of a folder; none is no correction.

    Raises:
        DeclarationError: one line naming the file and what is wrong with it.
    """
    found: dict[str, list[Correction]] = {}
    for path in sorted(folder.glob("*.yml")):
        for correction in _load_file(path):
            before = found.setdefault(correction.document, [])
            if any(one.field == correction.field for one in before):
                raise DeclarationError(
                    f"{path.name}: {correction.document}: {correction.field} is corrected twice"
                )
            before.append(correction)
    return found


@dataclass(frozen=True, slots=True)
class Corrected:
    """An item after its corrections, and those that were applied to it.

    An item whose source no longer gives what was expected holds no document, but the reason.
    """

    item: ParsedItem
    applied: tuple[Correction, ...] = ()


def correct_item(item: ParsedItem, names: Iterable[str], corrections: Corrections) -> Corrected:
    """Put an item right; `names` are the ids under which its document may be known."""
    meant = [one for name in dict.fromkeys(names) for one in corrections.get(name, ())]
    document = item.document
    if document is None or not meant:
        return Corrected(item)
    for correction in meant:
        complaint = _find_complaint(document, correction)
        if complaint is not None:
            held = {"reason": Reason.CORRECTION_OUTDATED, "message": complaint, "document": None}
            return Corrected(item.model_copy(update=held))
        document = _apply(document, correction)
    return Corrected(item.model_copy(update={"document": document}), tuple(meant))


def _load_file(path: Path) -> tuple[Correction, ...]:
    try:
        listed = yaml.safe_load(path.read_text(encoding="utf-8")) or []
        if not isinstance(listed, list):
            raise DeclarationError(f"{path.name}: it is no list of corrections")
        return tuple(Correction.model_validate(one) for one in listed)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise DeclarationError(f"{path.name}: {where}: {first['msg']}") from error
    except yaml.YAMLError as error:
        raise DeclarationError(f"{path.name}: {str(error).splitlines()[0]}") from error


def _find_complaint(document: Parsed, correction: Correction) -> str | None:
    """Say why a correction does not fit what was read, if it does not."""
    given = document.model_dump(mode="json", exclude=set(_FIXED))
    if correction.field not in given:
        return f"the correction of {correction.field}: no such field, or not one to be corrected"
    value = given[correction.field]
    if _print(value) == _print(correction.expect):
        return None
    if _print(value) == _print(correction.value):
        return f"the source has mended {correction.field} itself; take the correction out"
    return (
        f"the source gives {_print(value)} as {correction.field} and not"
        f" {_print(correction.expect)}; look at the correction again"
    )


def _apply(document: Parsed, correction: Correction) -> Parsed:
    """Make the record with the field put right, and a finding that says so.

    Raises:
        DeclarationError: the new value is none that the field can have.
    """
    finding = Finding(
        code=FINDING,
        message=f"The source gives {_print(correction.expect)}. {correction.reason}",
        field=correction.field,
    )
    values = document.model_dump(mode="json") | {correction.field: correction.value}
    try:
        fixed = type(document).model_validate_json(json.dumps(values, default=str))
    except ValidationError as error:
        message = error.errors()[0]["msg"]
        raise DeclarationError(
            f"correction of {correction.document}: {correction.field}: {message}"
        ) from error
    return fixed.model_copy(update={"findings": (*fixed.findings, finding)})


def _print(value: object) -> str:
    """Print a value as JSON; YAML reads a date where JSON has text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
