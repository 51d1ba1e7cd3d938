"""The live-check flow: once a day a few items of every source are fetched and read anew.

Recorded pages prove the parsers, not the world. Nothing is stored: how many sources pass is in
the log and in an artifact, and a run fails when they are fewer than the floor.
"""

from __future__ import annotations

from prefect import flow
from prefect.logging import get_run_logger

from flows.artifacts import publish_checks
from flows.checks import check_sources, count_passes, list_checked
from tasks.checking import SourceCheck
from tasks.settings import load_settings
from warehouse.errors import CheckError


@flow(name="live-check", persist_result=False, validate_parameters=False)
async def live_check(floor: float = 0.75, items: int = 3) -> list[SourceCheck]:
    """Look at every source that is on and can be read, at most `items` items of each.

    `floor` is the share (0 to 1) of sources that must pass.

    Raises:
        CheckError: fewer pass; the message names those that do not.
    """
    log = get_run_logger()

    def report(one: SourceCheck) -> None:
        log.info("%s: %s", one.source_id, "passes" if one.passes else "; ".join(one.complaints))

    checks = await check_sources(list_checked(), load_settings(), items, report)
    said = count_passes(checks)
    log.info(said)
    await publish_checks(checks, said)
    if sum(one.passes for one in checks) < floor * len(checks):
        failing = ", ".join(one.source_id for one in checks if not one.passes)
        raise CheckError(f"{said}, fewer than {floor:.0%}; not: {failing}")
    return checks
