"""A flow whose parameters are what JSON holds already: the engine writes them down as they are.

Prefect turns any parameter into JSON with an encoder of FastAPI, whose import alone costs a tenth
of a second that a run with nothing new need not pay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ParamSpec, TypeVar

from prefect import Flow

P = ParamSpec("P")
R = TypeVar("R")


class PlainFlow(Flow[P, R]):
    """A flow of which every parameter is text, a number, true, false, null or a list of those."""

    def serialize_parameters(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parameters as they stand, for Prefect's pages."""
        return dict(parameters)


def plain_flow(name: str) -> Callable[[Callable[P, R]], PlainFlow[P, R]]:
    """Make a flow of a function, as `prefect.flow` does; nothing of it is kept as a result."""
    return lambda fn: PlainFlow(fn, name=name, persist_result=False, validate_parameters=False)
