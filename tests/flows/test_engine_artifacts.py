"""The artifacts of a run are really stored by a Prefect server."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from flows.artifacts import (
    QUALITY_KEY,
    SUMMARY_KEY,
    publish_quality,
    publish_summary,
    start_progress,
    update_progress,
)
from flows.quality import render_quality
from flows.server_api import ask
from flows.summary import RunSummary, SourceLine
from warehouse.rows import ExpectationResultRow, QuarantineRow
from warehouse.vocabulary import Outcome, Reason

SUMMARY = RunSummary(
    run_id="run-1",
    trigger="test",
    sources=(
        SourceLine(source_id="un_ga", outcome=Outcome.NEW, discovered=7, fetched=2, inserted=2),
        SourceLine(
            source_id="mfa_am",
            outcome=Outcome.FAILED,
            reason=Reason.UNREACHABLE,
            message="no answer | at all",
        ),
    ),
    documents=12,
    alerts_sent=2,
)

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
RESULT = ExpectationResultRow(
    "run-1", "un_ga", "documents", "body_has_text", "body", "error", False, 9, 1, NOW
)
HELD = QuarantineRow(
    "3f9a" * 16,
    "run-1",
    "un_ga",
    "documents",
    "un:A/75/198:en",
    "body_has_text",
    "The text is not nearly empty.",
    NOW,
    value="<b>0</b> | [x](javascript:0)",
)


async def _run_flow() -> None:
    from prefect import flow

    @flow(name="artifacts", persist_result=False)
    async def publish() -> None:
        progress = await start_progress("Sources")
        await update_progress(progress, 1, 4)
        await publish_summary(SUMMARY)
        await publish_quality(render_quality("run-1", [RESULT], [HELD]))

    await publish()


def test_a_run_publishes_its_summary_and_its_progress(prefect_api: str) -> None:
    asyncio.run(_run_flow())

    stored = ask(prefect_api, "/artifacts/filter", {})
    (table,) = [one for one in stored if "`run-1`" in one["description"]]
    (progress,) = [one for one in stored if one["description"] == "Sources"]
    assert table["key"] == SUMMARY_KEY
    assert "12 documents" in table["description"]
    assert '"source": "mfa_am"' in table["data"]
    assert '"reason": "unreachable"' in table["data"]
    assert '"message": "no answer | at all"' in table["data"]
    assert progress["data"] == 25.0


def test_a_run_publishes_its_quality_page(prefect_api: str) -> None:
    asyncio.run(_run_flow())
    page = ask(prefect_api, "/artifacts/filter", {})
    pages = {one["data"] for one in page if one["key"] == QUALITY_KEY}
    (text,) = (one for one in pages if "javascript:0" in one)
    assert "1 rules asked, 1 failed; new or changed documents of 1 sources checked" in text
    assert "| un\\_ga | documents | body\\_has\\_text | error | 1 | 9 |" in text
    assert "&lt;b&gt;0&lt;/b&gt; \\| \\[x\\](javascript:0)" in text
