"""What a parser must read out of a document: the contract's fields, as JSON values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.replica.un.inline import plain_text
from tests.replica.un.spec import Annex, Paragraph, Signature, UnSpec


def expected(spec: UnSpec) -> dict[str, object]:
    """Return the fields of `herewith parse`, without `body` and `findings`.

    Conventions as in samples/README.md; `ga_session_type` is given only for a special or
    emergency special session, because nothing says what a regular one is to be called.
    """
    return _masthead(spec) | _letter(spec) | _facts(spec)


def covering_paragraphs(spec: UnSpec) -> tuple[str, ...]:
    """Return the covering text's paragraphs as plain text; each must stand in `body`."""
    return tuple(plain_text(block.text) for block in spec.blocks if isinstance(block, Paragraph))


def _masthead(spec: UnSpec) -> dict[str, object]:
    head, assembly = spec.masthead, spec.masthead.assembly
    is_assembly = assembly is not None and assembly.organ == "General Assembly"
    fields: dict[str, object] = {
        "document_type": spec.document_type.value,
        "symbols": list(head.symbols),
        "reissued": head.is_reissued,
        "distribution": head.distribution,
        "distribution_date": head.distributed.isoformat(),
        "original_language": head.original,
        "ga_session": assembly.session if assembly and is_assembly else None,
        "sc_year": head.council_year,
        "agenda_items": list(assembly.items) if assembly else [],
        "agenda_provisional": bool(assembly and assembly.is_provisional),
        "job_number": spec.job_number,
        "language": head.tongue,
    }
    if assembly and assembly.session_type:
        fields["ga_session_type"] = assembly.session_type
    return fields


def _letter(spec: UnSpec) -> dict[str, object]:
    return {
        "title": spec.title,
        "letter_date": _iso(spec.letter_date),
        "signatories": [_signatory(one) for one in spec.signatures],
        "annexes": [fields for annex in spec.annexes for fields in _annexes(annex, None)],
    }


def _facts(spec: UnSpec) -> dict[str, object]:
    facts = spec.facts
    return {
        "senders": [
            {"office": one.office, "party": one.party, "iso3": one.iso3} for one in facts.senders
        ],
        "addressees": list(facts.addressees),
        "cited_symbols": list(facts.cited_symbols),
        "requests_circulation": list(facts.requests_circulation),
        "requests_attention": list(facts.requests_attention),
        "announces_circulation": list(facts.announces_circulation),
        "in_reply_to": list(facts.in_reply_to),
    }


def _annexes(annex: Annex, parent: str | None) -> Iterator[dict[str, object]]:
    yield {
        "label": annex.label,
        "title": annex.title,
        "letter_date": _iso(annex.letter_date),
        "original_language": annex.original_language,
        "signatories": [_signatory(one) for one in annex.signatures],
        "parent": parent,
    }
    for below in annex.under:
        yield from _annexes(below, annex.label)


def _signatory(signature: Signature) -> dict[str, object]:
    return {"name": signature.name, "title_lines": list(signature.title_lines)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
