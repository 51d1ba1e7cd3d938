"""Reading a response body: decoded here, piece by piece, so that no bomb can grow in memory."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterator

from warehouse.errors import FetchError
from warehouse.vocabulary import Reason

_PIECE_BYTES = 65_536


async def read_body(chunks: AsyncIterator[bytes], encoding: str, size_limit: int) -> bytes:
    """Read a body as it is meant, at most `size_limit` bytes after decoding.

    `encoding` is the Content-Encoding; we ask for gzip and deflate and accept nothing else,
    in particular no encoding of an encoding.

    Raises:
        FetchError: TOO_LARGE, UNEXPECTED_CONTENT (an encoding unknown or broken), or
            SERVER_ERROR (the encoded stream ends too early).
    """
    decoder = _open_decoder(encoding)
    parts: list[bytes] = []
    received = decoded = 0
    async for chunk in chunks:
        received += len(chunk)
        for piece in [chunk] if decoder is None else decoder.decode(chunk):
            parts.append(piece)
            decoded += len(piece)
            _check_size(max(received, decoded), size_limit)
        _check_size(received, size_limit)
    if decoder is not None and received and not decoder.is_complete:
        raise FetchError(Reason.SERVER_ERROR, "the compressed body ends too early")
    return b"".join(parts)


def _check_size(size: int, size_limit: int) -> None:
    if size > size_limit:
        raise FetchError(Reason.TOO_LARGE, f"more than {size_limit:,} bytes")


class _Decoder:
    """Unpacks gzip or deflate, never more than a piece at a time."""

    def __init__(self, encoding: str) -> None:
        self._is_gzip = encoding != "deflate"
        self._inner = zlib.decompressobj(zlib.MAX_WBITS | 16 if self._is_gzip else zlib.MAX_WBITS)
        self._is_first = True

    def decode(self, chunk: bytes) -> Iterator[bytes]:
        """Unpack a chunk lazily, so that the caller can stop at its limit."""
        while not self._inner.eof:
            piece = self._step(chunk)
            yield piece
            chunk = self._inner.unconsumed_tail
            if not chunk and len(piece) < _PIECE_BYTES:
                return

    @property
    def is_complete(self) -> bool:
        """Whether the end of the compressed stream was seen."""
        return self._inner.eof

    def _step(self, chunk: bytes) -> bytes:
        try:
            piece = self._inner.decompress(chunk, _PIECE_BYTES)
        except zlib.error as error:
            if self._is_gzip or not self._is_first:
                raise FetchError(
                    Reason.UNEXPECTED_CONTENT, f"the compressed body is damaged: {error}"
                ) from error
            # Some servers send raw deflate where zlib's frame is meant.
            self._inner = zlib.decompressobj(-zlib.MAX_WBITS)
            self._is_first = False
            return self._step(chunk)
        self._is_first = False
        return piece


def _open_decoder(encoding: str) -> _Decoder | None:
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return None
    if name not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(Reason.UNEXPECTED_CONTENT, f"an encoding never asked for: {name[:40]}")
    return _Decoder(name)
