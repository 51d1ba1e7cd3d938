"""The project's own corpus, each document rendered as PDF, as DOCX and as flat text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from bench.eval_fields import FIELDS, Compared, Miss, compare
from tasks.normalise.parse import parse_bytes
from warehouse.errors import NormaliseError

if TYPE_CHECKING:
    from tests.corpus.case import Case

CORPUS_FIELDS = (*FIELDS, "title", "language", "body", "findings")
SAME_RECORD = "same_record"


def evaluate_corpus(cases: Iterable[Case] | None = None) -> Iterator[Compared]:
    """Render, read and compare every document, then its renderings with one another."""
    if cases is None:
        from tests.corpus.catalogue import CASES

        cases = CASES
    for case in cases:
        yield from _evaluate(case)


def render(case: Case, rendering: str) -> bytes:
    """The bytes of a document as `pdf`, `docx` or `flat` text."""
    from tests.replica.un.flat import render_text
    from tests.replica.un.pdf import render_pdf
    from tests.replica.un.word import render_docx

    if rendering == "flat":
        text = render_text(case.spec)
        return (case.damage(text) if case.damage else text).encode()
    return render_pdf(case.spec) if rendering == "pdf" else render_docx(case.spec)


def _evaluate(case: Case) -> Iterator[Compared]:
    records = {rendering: _read(case, rendering) for rendering in case.renderings}
    fields = case.fields or CORPUS_FIELDS
    for rendering, record in records.items():
        gold = _answer(case) | {"file": f"{case.name}:{rendering}"}
        for field, miss in compare(gold, _reduce(case, record), fields):
            yield Compared(str(gold["file"]), field, miss)
    if len(records) > 1:
        yield _compare_renderings(case, records)


def _read(case: Case, rendering: str) -> dict[str, object]:
    try:
        return parse_bytes(render(case, rendering)).model_dump(mode="json")
    except NormaliseError as error:
        return {"body": "", "findings": [{"code": type(error).__name__}]}


def _answer(case: Case) -> dict[str, object]:
    """What must be read; of the body, that no paragraph is missing."""
    from tests.replica.un.expected import expected

    answer = expected(case.spec)
    return answer | {
        "agenda_source": case.agenda_source,
        "findings": sorted(case.findings),
        "body": [],
    }


def _reduce(case: Case, record: Mapping[str, object]) -> dict[str, object]:
    """A record with its findings as codes and its body as what is wrong with it.

    That is each covering paragraph it lacks, and each piece of furniture that stands in it.
    """
    from tests.replica.un.expected import covering_paragraphs

    body = squeeze(str(record.get("body")))
    lacking = [text for text in covering_paragraphs(case.spec) if squeeze(text) not in body]
    spec = case.spec
    furniture = [f"*{spec.job_digits}*", f"{spec.job_number} ", "/..."]
    furniture += [" Page 2"] if spec.masthead.is_old else []
    lacking += [f"furniture: {words}" for words in furniture if words in body]
    return {**record, "findings": _codes(record), "body": lacking}


def squeeze(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def _codes(record: Mapping[str, object]) -> list[str]:
    findings = record.get("findings")
    return sorted({str(one["code"]) for one in findings}) if isinstance(findings, list) else []


def _compare_renderings(case: Case, records: Mapping[str, Mapping[str, object]]) -> Compared:
    """Whether all renderings gave one record; if not, the fields in which they differ."""
    plain = [_comparable(record) for record in records.values()]
    names = case.fields or sorted({field for record in plain for field in record})
    differing = [
        field for field in names if any(r.get(field) != plain[0].get(field) for r in plain)
    ]
    file = f"{case.name}:all"
    miss = Miss(file, SAME_RECORD, [], differing) if differing else None
    return Compared(file, SAME_RECORD, miss)


def _comparable(record: Mapping[str, object]) -> dict[str, object]:
    record = {name: value for name, value in record.items() if name != "sources"}
    return {**record, "body": squeeze(str(record.get("body"))), "findings": _codes(record)}
