"""Who stands on a HEREWITH_HOME: the lock and the address of the one `herewith up`."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.server_api import is_healthy
from warehouse.errors import UsageError
from warehouse.paths import Home


@contextmanager
def hold_standing(root: Path, api_url: str) -> Iterator[None]:
    """Be the one `herewith up` of a HEREWITH_HOME; the kernel ends this with the process.

    Raises:
        UsageError: another one stands already; the message says where.
    """
    path = _state_file(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as state:
        try:
            fcntl.flock(state, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise UsageError(_describe(path)) from error
        state.truncate(0)
        json.dump({"api_url": api_url, "pid": os.getpid()}, state)
        state.flush()
        yield


def find_standing_server(root: Path) -> str | None:
    """Return the API URL of the `herewith up` on this HEREWITH_HOME, if one stands and answers."""
    path = _state_file(root)
    if not path.exists():
        return None
    with path.open() as state:
        try:
            fcntl.flock(state, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            api_url = _read_text(path, "api_url")
            return api_url if api_url and is_healthy(api_url) else None
    return None


def _state_file(root: Path) -> Path:
    return Home(root.resolve()).prefect / "up.json"


def _describe(path: Path) -> str:
    where = _read_text(path, "api_url") or "an address not yet known"
    home = path.parent.parent
    return f"herewith up already runs on {home} (process {_read_text(path, 'pid')}, {where})"


def _read_text(path: Path, name: str) -> str | None:
    """Return one field of the state; None while its owner is still writing it."""
    try:
        return str(json.loads(path.read_text())[name])
    except ValueError:
        return None
