"""A home of its own for each test, and an open writer on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from warehouse.connection import Connection, connect_writer
from warehouse.paths import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def con(home: Home) -> Iterator[Connection]:
    with connect_writer(home) as connection:
        yield connection
