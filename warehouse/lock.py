"""The lock that makes one writer: `flock` on a file, so it dies with the process that holds it."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from warehouse.errors import WarehouseBusyError
from warehouse.paths import Home

_LOOK_EVERY_SECONDS = 0.5

_held: set[Path] = set()
_guard = Lock()


@contextmanager
def hold_writer_lock(home: Home) -> Iterator[None]:
    """Hold the writer lock of one home; never waits.

    The file stays when the lock is released: what counts is the lock on it, not its being there.

    Raises:
        WarehouseBusyError: another process, or another part of this one, holds it.
    """
    path = _prepare(home)
    with _guard:
        if path in _held:
            raise WarehouseBusyError("this process is already writing to the warehouse")
        descriptor = _lock_file(path)
        _held.add(path)
    try:
        yield
    finally:
        with _guard:
            _held.discard(path)
            os.close(descriptor)


@contextmanager
def wait_for_writer_lock(home: Home, patience_seconds: float) -> Iterator[None]:
    """Hold the writer lock, waiting for another process's run to end.

    Raises:
        WarehouseBusyError: it did not end in time.
    """
    deadline = time.monotonic() + patience_seconds
    while is_writer_busy(home) and time.monotonic() < deadline:
        time.sleep(_LOOK_EVERY_SECONDS)
    with hold_writer_lock(home):
        yield


def is_writer_busy(home: Home) -> bool:
    """Whether another process, or another part of this one, holds the writer lock just now."""
    try:
        with hold_writer_lock(home):
            return False
    except WarehouseBusyError:
        return True


@contextmanager
def hold_source_lock(home: Home, source_id: str) -> Iterator[None]:
    """Hold the lock that lets only one backfill of a source work at a time.

    Raises:
        WarehouseBusyError: another process holds it.
    """
    _prepare(home)
    descriptor = _lock_file(home.private / f"backfill-{source_id}.lock", "walking this source back")
    try:
        yield
    finally:
        os.close(descriptor)


@contextmanager
def ensure_writer_lock(home: Home) -> Iterator[None]:
    """Hold the writer lock, or go on under the one this process already holds.

    Raises:
        WarehouseBusyError: another process holds it.
    """
    if _prepare(home) in _held:
        yield
    else:
        with hold_writer_lock(home):
            yield


def refuse_if_busy(home: Home) -> None:
    """Look whether somebody is writing, before anything heavy is imported or started for it.

    Whoever goes on takes the lock itself.

    Raises:
        WarehouseBusyError: another process holds it.
    """
    with hold_writer_lock(home):
        pass


def _prepare(home: Home) -> Path:
    home.private.mkdir(mode=0o700, parents=True, exist_ok=True)
    return home.lock.resolve()


def _lock_file(path: Path, doing: str = "writing to the warehouse") -> int:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(descriptor, 32).decode("ascii", "replace").strip() or "unknown"
        os.close(descriptor)
        raise WarehouseBusyError(
            f"another process is {doing} (process {holder}); try again later"
        ) from None
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"{os.getpid()}\n".encode("ascii"))
    return descriptor
