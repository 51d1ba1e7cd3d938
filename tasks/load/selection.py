"""Which documents of a batch need checking and loading at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from warehouse.rows import DocumentBundle


def select_changed(
    bundles: Sequence[DocumentBundle], stored_hashes: Mapping[str, str]
) -> tuple[DocumentBundle, ...]:
    """Select what is new or differs from what is stored, by content hash.

    `stored_hashes` is the hash of the stored version by document id, of bundles whose
    identities are resolved.
    """
    return tuple(
        bundle
        for bundle in bundles
        if stored_hashes.get(bundle.document.document_id) != bundle.document.content_sha256
    )
