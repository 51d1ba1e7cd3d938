"""What all tests share: Prefect's settings before it is imported, and a HEREWITH_HOME each."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import live as live  # it looks at the environment before it is cleared below

# Before any import of Prefect: no telemetry, none of the services that tests do not need, and
# neither the settings of this folder's prefect.toml nor a person's own profile.
PREFECT_FOLDER = tempfile.mkdtemp(prefix="herewith-tests-")
for name in [name for name in os.environ if name.startswith(("PREFECT_", "HEREWITH_"))]:
    del os.environ[name]
os.environ.update(
    DO_NOT_TRACK="1",
    PREFECT_HOME=PREFECT_FOLDER,
    PREFECT_PROFILES_PATH=f"{PREFECT_FOLDER}/profiles.toml",
    PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW="ignore",
    PREFECT_SERVER_ANALYTICS_ENABLED="false",
    PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED="false",
    PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_ENABLED="false",
    PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED="false",
)

from tasks.settings import load_settings  # noqa: E402 - the environment comes first
from warehouse.paths import Home  # noqa: E402


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Start every test without HEREWITH_ variables, and let no test leave its settings behind."""
    for name in [name for name in os.environ if name.startswith("HEREWITH_")]:
        monkeypatch.delenv(name)
    load_settings.cache_clear()
    yield
    load_settings.cache_clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no process is alone with them at the end.

    Prefect's client may leave its sockets to the garbage collector, in its own tests only.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)
    for item in items:
        if "prefect_api" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"))
            item.add_marker(pytest.mark.prefect)


@pytest.fixture(autouse=True)
def _collect_sockets(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect what Prefect left while its own test's filter still holds, not in the next test."""
    yield
    if "prefect_api" in request.fixturenames:
        gc.collect()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """Return a HEREWITH_HOME of the test's own, which `load_settings` gives as well."""
    root = tmp_path / "home"
    root.mkdir()
    monkeypatch.setenv("HEREWITH_HOME", str(root))
    load_settings.cache_clear()
    return Home(root)


@pytest.fixture(scope="session")
def prefect_api() -> Iterator[str]:
    """Start one Prefect server for all flow tests of this process; give its API URL.

    `PREFECT_API_URL` is set as well, so that a `herewith run` started by a test uses it.
    """
    from prefect.settings import (
        PREFECT_API_URL,
        PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
        temporary_settings,
    )
    from prefect.testing.utilities import prefect_test_harness

    with (
        prefect_test_harness(server_startup_timeout=120),
        temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}),
        pytest.MonkeyPatch.context() as patch,
    ):
        api_url = str(PREFECT_API_URL.value())
        patch.setenv("PREFECT_API_URL", api_url)
        yield api_url
