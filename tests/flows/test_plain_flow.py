"""The monitor's parameters stand in Prefect's pages as Prefect itself would write them down."""

from __future__ import annotations

import inspect

import pytest
from prefect import Flow
from prefect.utilities.callables import parameter_schema

from flows.monitor import monitor

GIVEN: dict[str, object] = {
    "sources": ["un_ga", "mfa_az"],
    "seeds": None,
    "trigger": "shell",
    "quiet": True,
}


@pytest.mark.parametrize("sources", [None, [], ["un_ga", "mfa_az"]])
def test_parameters_are_written_down_as_by_prefect(sources: list[str] | None) -> None:
    given = GIVEN | {"sources": sources}
    assert monitor.serialize_parameters(given) == Flow.serialize_parameters(monitor, given)


def test_a_deployment_knows_the_parameters() -> None:
    schema = parameter_schema(monitor)
    assert set(schema.properties) == set(inspect.signature(monitor.fn).parameters) == set(GIVEN)
    assert monitor.name == "monitor"
