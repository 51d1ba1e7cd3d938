"""The environment in which Prefect runs here: the same for one run, the server and the worker.

Environment variables win over `prefect.toml`, `.env` files and profiles, so what stands here
holds from any folder. The reasons are in docs/decisions/0002-prefect-pins.md.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from warehouse.paths import Home

# What must hold whatever a person's shell says: no telemetry.
FORCED = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
}

# The tested settings of prefect.toml, for when that file is not in the working directory.
TUNED = {
    "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": "30",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": (
        "prefect.server.concurrency.lease_storage.filesystem"
    ),
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "90",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_TASKS_RUNNER_THREAD_POOL_MAX_WORKERS": "8",
}

# People see our own lines: what went wrong is said once, by the command. Prefect's go to its API.
QUIET = {"PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL"}

# A person's own profile, chosen by name, must not leak in.
DROPPED = ("PREFECT_PROFILE",)


def build_environment(
    root: Path, api_url: str, inherited: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the environment for Prefect under one HEREWITH_HOME, talking to `api_url`.

    `inherited` is the environment to build on (default: this process's). A tuned setting that
    it already holds is kept: someone is looking for something.
    """
    folder = Home(root.resolve()).prefect
    base = dict(os.environ if inherited is None else inherited)
    for name in DROPPED:
        base.pop(name, None)
    return {
        **TUNED,
        **base,
        **FORCED,
        "HEREWITH_HOME": str(root.resolve()),
        "PREFECT_HOME": str(folder),
        "PREFECT_PROFILES_PATH": str(folder / "profiles.toml"),
        "PREFECT_API_URL": api_url,
    }


def build_temporary_server_environment(
    root: Path, environment: Mapping[str, str]
) -> dict[str, str]:
    """Return the environment of the server that lives as long as one run: no pages, own database.

    The two `PREFECT__` names are those that Prefect's own temporary server sets.
    """
    database = Home(root.resolve()).prefect / "prefect.db"
    url = f"sqlite+aiosqlite:///{database}"
    return {
        **environment,
        "PREFECT_SERVER_DATABASE_CONNECTION_URL": url,
        "PREFECT_API_DATABASE_CONNECTION_URL": url,
        "PREFECT_SERVER_UI_ENABLED": "false",
        "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
        "PREFECT__SERVER_EPHEMERAL": "1",
        "PREFECT__SERVER_FINAL": "1",
    }
