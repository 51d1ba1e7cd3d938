"""Making Prefect ready for one run in this process, before Prefect is imported.

Three ways, in this order: the server that `PREFECT_API_URL` names; the server of a
`herewith up` that stands on the same HEREWITH_HOME; else a temporary one that lives exactly as
long as this process.
"""

from __future__ import annotations

import atexit
import logging
import os
from pathlib import Path

from flows.children import Child, start_child
from flows.environment import QUIET, build_environment, build_temporary_server_environment
from flows.server_api import find_free_port, is_answering, wait_until_healthy
from flows.standing import find_standing_server
from warehouse.errors import EngineError
from warehouse.paths import Home

STARTUP_SECONDS = 90
STOP_SECONDS = 5

# Prefect's queues say at exit how much they still send; that is no news for a person.
NOISY_LOGGERS = ("EventsWorker", "APILogWorker")


def prepare_engine(home: Path, server_url: str | None = None) -> None:
    """Set this process's environment and make sure that a Prefect API answers.

    `home` is HEREWITH_HOME. Call it before Prefect is imported; calling it again does nothing
    more, since the first call leaves `PREFECT_API_URL` set.

    Raises:
        EngineError: the server named does not answer, or the temporary one does not start.
    """
    Home(home.resolve()).prefect.mkdir(parents=True, exist_ok=True)
    given = server_url or os.environ.get("PREFECT_API_URL")
    api_url = given or find_standing_server(home)
    if given and not is_answering(given):
        raise EngineError(f"no Prefect server answers at {given} (PREFECT_API_URL)")
    if api_url:
        _set_environment(home, api_url)
    else:
        _start_temporary_server(home)


def _set_environment(home: Path, api_url: str) -> None:
    environment = {**QUIET, **build_environment(home, api_url)}
    os.environ.pop("PREFECT_PROFILE", None)
    os.environ.update(environment)
    for name in NOISY_LOGGERS:
        logging.getLogger(name).setLevel(logging.ERROR)


def _start_temporary_server(home: Path) -> None:
    """Start it, import Prefect while it starts, and wait until it is healthy."""
    port = find_free_port()
    api_url = f"http://127.0.0.1:{port}/api"
    _set_environment(home, api_url)
    environment = build_temporary_server_environment(home, os.environ)
    factory = "prefect.server.api.server:create_app"
    options = f"--host 127.0.0.1 --port {port} --log-level error --lifespan on".split()
    logs = Home(home.resolve()).prefect / "logs"
    server = start_child(
        "temporary-server", ["uvicorn", "--factory", factory, *options], environment, logs
    )
    # Prefect's own queues are sent at exit before this, so nothing is lost and nothing is said.
    atexit.register(server.stop, STOP_SECONDS)
    _await_server(server, api_url)


def _await_server(server: Child, api_url: str) -> None:
    import prefect.main  # noqa: F401 - both take seconds, on two cores at the same time

    if not wait_until_healthy(api_url, STARTUP_SECONDS, lambda: server.is_running):
        message = f"Prefect's temporary server did not start: {server.read_log_end()}"
        raise EngineError(f"{message} (log: {server.log})")
