"""What changed between two versions of a document: field by field, long texts word by word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from warehouse.text_diff import diff_texts

LONG = 200
"""From this many characters on, or with a line break in it, a text is shown as a diff."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; a long text has a diff instead of its two values.

    Values are text, lists and objects JSON; null means that there was or is none.
    """

    field: str
    old_value: str | None
    new_value: str | None
    text_diff: str | None = None


def compare_records(before: str, after: str) -> tuple[FieldChange, ...]:
    """Compare two records (JSON objects) field by field, by name."""
    old: dict[str, object] = json.loads(before)
    new: dict[str, object] = json.loads(after)
    names = sorted(old.keys() | new.keys())
    return tuple(
        _describe(name, old.get(name), new.get(name)) for name in _changed(names, old, new)
    )


def _changed(names: list[str], old: dict[str, object], new: dict[str, object]) -> Iterator[str]:
    for name in names:
        if name not in old or name not in new or old[name] != new[name]:
            yield name


def _describe(name: str, old: object, new: object) -> FieldChange:
    if _is_long(old) or _is_long(new):
        return FieldChange(name, None, None, diff_texts(_write(old) or "", _write(new) or ""))
    return FieldChange(name, _write(old), _write(new))


def _is_long(value: object) -> bool:
    return isinstance(value, str) and (len(value) >= LONG or "\n" in value)


def _write(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
