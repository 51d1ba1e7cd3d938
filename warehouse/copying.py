"""A closed file copied whole and durable, with its hash, at the speed of the disk."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

CHUNK = 4 * 1024 * 1024
"""Bytes read at a time; while one chunk is written, it is hashed beside."""


def copy_durably(source: Path, target: Path, halfway: Callable[[], None]) -> str:
    """Copy a file, force it onto the disk, and return the SHA-256 of its bytes, in hexadecimal.

    Nobody may write to `source` meanwhile. `halfway` is called after the first chunk.

    Raises:
        OSError: the disk is full or failing; what was written stays at `target`.
    """
    digest = hashlib.sha256()
    with source.open("rb") as reader, target.open("xb") as writer, ThreadPoolExecutor(1) as beside:
        hashed: Future[None] | None = None
        for number, chunk in enumerate(iter(lambda: reader.read(CHUNK), b"")):
            if hashed is not None:
                hashed.result()
            hashed = beside.submit(digest.update, chunk)
            writer.write(chunk)
            if number == 0:
                halfway()
        if hashed is not None:
            hashed.result()
        _force(writer)
    return digest.hexdigest()


def _force(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
