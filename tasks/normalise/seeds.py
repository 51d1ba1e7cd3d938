"""The seed corpus as bundles: texts through the same parsers as everything else, facts beside.

A text is known by its hash, whatever its file is called. Without a text the row holds the facts
of the catalogue and says `has_text = false`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

from tasks.normalise.bundles import build_bundle
from tasks.normalise.parse import parse_bytes
from tasks.records import Finding, Parsed, ParsedItem, PressRelease, UnDocument
from warehouse.errors import NormaliseError, SeedError
from warehouse.identity import rename_bundle
from warehouse.rows import DocumentBundle, FigureRow, Struct
from warehouse.seeds.catalogue import Catalogue, CatalogueEntry
from warehouse.seeds.texts import hash_texts
from warehouse.vocabulary import SEEDS


def build_seed_bundles(catalogue: Catalogue, texts: Path | None) -> tuple[DocumentBundle, ...]:
    """Build one bundle a seed document, with its text where the folder has it.

    Seeds are history: they never alert.

    Raises:
        SeedError: a figure of the catalogue does not stand in its text, or the folder cannot be
            read.
    """
    found = hash_texts(texts)
    return tuple(_build_seed(entry, found.get(entry.sha256)) for entry in catalogue.documents)


def find_unknown_texts(catalogue: Catalogue, texts: Path | None) -> tuple[str, ...]:
    """Name the files of the folder that no entry of the catalogue knows, as warnings.

    Raises:
        SeedError: the folder cannot be read.
    """
    known = {entry.sha256 for entry in catalogue.documents}
    found = hash_texts(texts)
    return tuple(
        f"{path.name} is not in the seed catalogue (SHA-256 {sha256[:12]}…) and was left out"
        for sha256, path in sorted(found.items(), key=lambda pair: pair[1].name)
        if sha256 not in known
    )


def _build_seed(entry: CatalogueEntry, path: Path | None) -> DocumentBundle:
    facts = build_record(entry)
    if path is None:
        return _assemble(entry, facts, has_text=False)
    data = path.read_bytes()
    try:
        record = parse_bytes(data, name=path.name)
    except NormaliseError as error:
        note = Finding(code="text_unreadable", message=str(error))
        return _assemble(entry, facts, has_text=False, findings=(note,))
    _check_figures(entry, data.decode("utf-8", "replace"))
    return _assemble(entry, record, has_text=True, findings=compare_facts(facts, record))


def build_record(entry: CatalogueEntry) -> Parsed:
    """Build the record that the facts of an entry make, as if its text had been read."""
    if entry.letter is not None:
        facts = entry.letter.model_dump()
        return UnDocument(document_type=entry.document_type, language=entry.language, **facts)
    facts = entry.release.model_dump() if entry.release is not None else {}
    return PressRelease(language=entry.language, **facts)


def compare_facts(facts: Parsed, record: Parsed) -> tuple[Finding, ...]:
    """Name the fields in which what was read differs from what the catalogue states.

    Only what the catalogue states is compared: it leaves out what it does not know.
    """
    names = facts.model_dump(exclude_defaults=True).keys()
    stated, read = facts.model_dump(), record.model_dump()
    return tuple(
        Finding(
            code="catalogue_differs",
            field=name,
            message=f"the seed catalogue states another {name} than was read from the text",
        )
        for name in sorted(names)
        if read.get(name) != stated[name]
    )


def _check_figures(entry: CatalogueEntry, text: str) -> None:
    words = " ".join(text.split())
    for figure in entry.figures:
        if figure.as_printed not in words:
            raise SeedError(
                f"seed {entry.key}: the catalogue says {figure.as_printed!r},"
                " which does not stand in the text"
            )


def _assemble(
    entry: CatalogueEntry, record: Parsed, has_text: bool, findings: tuple[Finding, ...] = ()
) -> DocumentBundle:
    item = ParsedItem(source_id=SEEDS, key=entry.key, document=record)
    bundle = rename_bundle(build_bundle(item, SEEDS, is_history=True), entry.document_id)
    notes: tuple[Struct, ...] = tuple(finding.model_dump() for finding in findings)
    document = replace(
        bundle.document,
        abstract=entry.abstract,
        body=bundle.document.body if has_text else None,
        has_text=has_text,
        language=bundle.document.language or entry.language,
        findings=bundle.document.findings + notes,
        payload_sha256=entry.sha256 if has_text else None,
        content_sha256=_hash_seed(entry, bundle.document.content_sha256, has_text),
    )
    release = bundle.press_release
    return replace(
        bundle,
        document=document,
        press_release=None if release is None else replace(release, publisher=entry.publisher),
        figures=_build_figures(entry),
    )


def _hash_seed(entry: CatalogueEntry, record_sha256: str, has_text: bool) -> str:
    """Hash record and entry together: a corrected figure or abstract is a new version too."""
    parts = [record_sha256, entry.model_dump_json(), has_text]
    return hashlib.sha256(json.dumps(parts).encode("utf-8")).hexdigest()


def _build_figures(entry: CatalogueEntry) -> tuple[FigureRow, ...]:
    return tuple(
        FigureRow(
            document_id=entry.document_id,
            position=position,
            label=figure.label,
            value=figure.value,
            unit=figure.unit,
            as_printed=figure.as_printed,
            note=figure.note,
        )
        for position, figure in enumerate(entry.figures, start=1)
    )
