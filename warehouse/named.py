"""Questions with a name: one SQL file each in `queries/`, said what it answers and what it takes.

A file begins with a comment of one line, then a line a parameter, `-- :NAME TYPE [= DEFAULT] :
MEANING`, TYPE being text, integer, boolean or date; `null` as a default means that nothing is
asked of it. Values are bound, never written into the SQL.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from warehouse.errors import NotFoundError, QueryError

FOLDER = Path(__file__).parent / "queries"

Value = str | int | bool | date | None

_PARAMETER = re.compile(
    r"-- :(?P<name>\w+) (?P<type>\w+)(?: = (?P<default>\S+))? : (?P<meaning>.+)"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a named question; without a default it must be given."""

    name: str
    type: str
    meaning: str
    default: str | None

    def read(self, text: str) -> Value:
        """Read a value as this parameter's type.

        Raises:
            QueryError: it is none.
        """
        try:
            return _READERS[self.type](text)
        except ValueError as error:
            raise QueryError(f"{self.name}={text}: not a value of type {self.type}") from error


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with a name: what it answers, what it takes, its SQL."""

    name: str
    answers: str
    parameters: tuple[Parameter, ...]
    sql: str

    def bind(self, given: Mapping[str, str]) -> dict[str, Value]:
        """Give each parameter its value, given or by default.

        Raises:
            QueryError: one is missing, unknown, or not of its type.
        """
        known = {one.name for one in self.parameters}
        if unknown := sorted(given.keys() - known):
            takes = ", ".join(sorted(known)) or "nothing"
            raise QueryError(f"{self.name} takes {takes}; not {', '.join(unknown)}")
        return {one.name: self._value(one, given.get(one.name)) for one in self.parameters}

    def _value(self, parameter: Parameter, given: str | None) -> Value:
        if given is not None:
            return parameter.read(given)
        if parameter.default is None:
            raise QueryError(f"{self.name} needs --param {parameter.name}=…: {parameter.meaning}")
        return None if parameter.default == "null" else parameter.read(parameter.default)


def list_named() -> tuple[NamedQuery, ...]:
    """List all named questions, by name."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.sql")))


def find_named(name: str) -> NamedQuery:
    """Find one by its name.

    Raises:
        NotFoundError: there is none; the message names those that are.
    """
    found = {one.name: one for one in list_named()}
    if name not in found:
        raise NotFoundError(f"no query {name}; there are {', '.join(found)}")
    return found[name]


def _read(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    answers = text.partition("\n")[0].removeprefix("-- ")
    parameters = (Parameter(**one.groupdict()) for one in _PARAMETER.finditer(text))
    return NamedQuery(path.stem, answers, tuple(parameters), text)


def _read_truth(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise ValueError(text)
    return text.lower() == "true"


_READERS: dict[str, Callable[[str], Value]] = {
    "text": str,
    "integer": int,
    "boolean": _read_truth,
    "date": date.fromisoformat,
}
