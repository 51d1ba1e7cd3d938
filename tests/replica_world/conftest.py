"""One calm replica for the tests that change nothing, and a fresh one for those that do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.replica.server import Replica

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="package")
def replica() -> Iterator[Replica]:
    with Replica(TODAY, calm=True) as running:
        yield running


@pytest.fixture
def fresh() -> Iterator[Replica]:
    with Replica(TODAY) as running:
        yield running
