"""The artifacts of a run are really stored by a Prefect server."""

from __future__ import annotations

import asyncio

from flows.artifacts import SUMMARY_KEY, publish_summary, start_progress, update_progress
from flows.server_api import ask
from flows.summary import RunSummary, SourceLine
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


async def _run_flow() -> None:
    from prefect import flow

    @flow(name="artifacts", persist_result=False)
    async def publish() -> None:
        progress = await start_progress("Sources")
        await update_progress(progress, 1, 4)
        await publish_summary(SUMMARY)

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
