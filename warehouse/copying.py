"""A closed file copied whole and durable, with its hash, at the speed of the disk."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from warehouse.faults import reach


@contextmanager
def copy_beside(source: Path, target: Path) -> Iterator[Future[str]]:
    """Copy a file as `copy_durably` does while the block goes on; it ends when both have.

    The block gets what will be the hash of the file, or the error of the copy.
    """
    with ThreadPoolExecutor(1) as beside:
        yield beside.submit(copy_durably, source, target)


def copy_durably(source: Path, target: Path) -> str:
    """Copy a file, force it onto the disk, and return the SHA-256 of its bytes, in hexadecimal.

    The system copies while the bytes are hashed beside, so that it takes as long as the slower
    of the two. Nobody may write to `source` meanwhile.

    Raises:
        OSError: the disk is full or failing; what was written stays at `target`.
    """
    with ThreadPoolExecutor(1) as beside:
        hashed = beside.submit(hash_file, source)
        shutil.copyfile(source, target)
        reach("mid-publish")
        force_to_disk(target)
        return hashed.result()


def hash_file(path: Path) -> str:
    """Hash the bytes of a file: SHA-256, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def force_to_disk(path: Path) -> None:
    """Make what was written to a file, or the names in a folder, outlive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
