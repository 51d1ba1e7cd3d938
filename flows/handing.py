"""Handing values to tasks as they are: the engine does not look for futures inside them."""

from __future__ import annotations

from typing import TypeVar, cast

from prefect.utilities.annotations import quote

Value = TypeVar("Value")


def hand_over(value: Value) -> Value:
    """Wrap a value for a task's parameter; the task receives it unwrapped.

    The engine walks through every parameter in search of futures, several times; what is known
    of a source holds thousands of parts and no future.
    """
    return cast(Value, quote(value))
