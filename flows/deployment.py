"""The set-up step: work pool, deployments, automations, and no dead runs; safe to repeat.

`herewith up` calls it at every start; on a machine of one's own it is
`python -m flows.deployment` with `PREFECT_API_URL` set.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from flows.automations import save_automations
from tasks.settings import load_settings
from warehouse.errors import EngineError

if TYPE_CHECKING:
    from prefect.client.orchestration import PrefectClient
    from prefect.client.schemas.objects import FlowRun

WORK_POOL = "herewith"
CLONE = Path(__file__).resolve().parents[1]
PREFECT_YAML = CLONE / "prefect.yaml"

# A run that no worker started belongs to a shell, which may still be at work; none takes this long.
SHELL_RUN_LIMIT = timedelta(hours=6)


def main() -> None:
    """Set everything up on the server that `PREFECT_API_URL` names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=float, metavar="SECONDS", help="instead of the schedules")
    parser.add_argument("--settle", action="store_true", help="no worker stands: end dead runs")
    options = parser.parse_args()
    every = None if options.every is None else timedelta(seconds=options.every)
    set_up(every, settle=options.settle)


def set_up(every: timedelta | None = None, *, settle: bool = False) -> None:
    """Make the pool and the automations, end dead runs, deploy what prefect.yaml says.

    `every` replaces its schedules by an interval; `settle` says that no worker stands, so that
    what is still running is dead.

    Raises:
        EngineError: `prefect deploy` did not succeed; the message is its last line.
    """
    prefect_file = PREFECT_YAML if every is None else write_interval_file(every)
    asyncio.run(_prepare_server(settle))
    _deploy(prefect_file)
    asyncio.run(_drop_old_schedules(prefect_file))


def write_interval_file(every: timedelta) -> Path:
    """Write a copy of prefect.yaml in which the monitor has one interval; return its path."""
    content = yaml.safe_load(PREFECT_YAML.read_text())
    monitors = (one for one in content["deployments"] if one["name"] == "monitor")
    for deployment in monitors:
        deployment["schedules"] = [{"slug": "every", "interval": every.total_seconds()}]
    path = load_settings().paths.prefect.resolve() / "every.yaml"
    path.write_text(yaml.safe_dump(content, sort_keys=False))
    return path


async def _prepare_server(settle: bool) -> None:
    from prefect.client.orchestration import get_client

    async with get_client() as client:
        await _save_work_pool(client)
        if settle:
            await _settle_dead_runs(client)
        await save_automations(client)


async def _save_work_pool(client: PrefectClient) -> None:
    """Make the pool, or bring it up to date; a stop has paused it, a start opens it."""
    from prefect.client.schemas.actions import WorkPoolCreate
    from prefect.workers.process import ProcessWorker

    pool = WorkPoolCreate(
        name=WORK_POOL,
        type="process",
        description="Runs flows as processes of this machine.",
        base_job_template=ProcessWorker.get_default_base_job_template(),
        is_paused=False,
    )
    await client.create_work_pool(pool, overwrite=True)


async def _settle_dead_runs(client: PrefectClient) -> None:
    """Mark runs as crashed that an earlier worker left; their slots are free at once."""
    from prefect.client.schemas.filters import FlowRunFilter
    from prefect.states import Crashed

    states = {"state": {"type": {"any_": ["RUNNING", "PENDING", "CANCELLING"]}}}
    runs = await client.read_flow_runs(flow_run_filter=FlowRunFilter.model_validate(states))
    for run in filter(_is_dead, runs):
        message = "Found at start: the worker that ran it is gone."
        await client.set_flow_run_state(run.id, Crashed(message=message))


async def _drop_old_schedules(prefect_file: Path) -> None:
    """Delete schedules that the file no longer has; deploying again leaves them at work (seen)."""
    from prefect.client.orchestration import get_client

    content = yaml.safe_load(prefect_file.read_text())
    wanted = {
        deployment["name"]: {schedule["slug"] for schedule in deployment["schedules"]}
        for deployment in content["deployments"]
    }
    async with get_client() as client:
        for deployment in await client.read_deployments():
            for schedule in deployment.schedules:
                if schedule.slug not in wanted.get(deployment.name, {schedule.slug}):
                    await client.delete_deployment_schedule(deployment.id, schedule.id)


def _is_dead(run: FlowRun) -> bool:
    started = run.start_time or run.created
    is_old = started is not None and datetime.now(UTC) - started > SHELL_RUN_LIMIT
    return run.deployment_id is not None or is_old


def _deploy(prefect_file: Path) -> None:
    arguments = ["--no-prompt", "deploy", "--all", "--prefect-file", str(prefect_file)]
    result = subprocess.run(  # noqa: S603 - our own interpreter, no shell
        [sys.executable, "-P", "-m", "prefect", *arguments],
        cwd=CLONE,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode != 0:
        lines = (result.stdout + result.stderr).strip().split("\n")
        raise EngineError(f"prefect deploy failed: {lines[-1].strip()}")


if __name__ == "__main__":
    main()
