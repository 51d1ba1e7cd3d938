"""The folder of the seed corpus' texts: which files it holds, by their hashes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from warehouse.errors import SeedError

_SUFFIXES = frozenset({".txt", ".html", ".htm", ".pdf", ".docx"})


def hash_texts(folder: Path | None) -> dict[str, Path]:
    """Find the texts in a folder by the SHA-256 of their bytes; no folder has none.

    Raises:
        SeedError: the folder is not there or cannot be read.
    """
    if folder is None:
        return {}
    if not folder.is_dir():
        raise SeedError(f"the seed folder {folder} is not there")
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES)
        return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in paths}
    except OSError as error:
        raise SeedError(f"the seed folder {folder} cannot be read: {error.strerror}") from error
