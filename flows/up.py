"""`herewith up`: server, deployments and worker on this machine, kept running until Ctrl-C."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from flows.children import Child, start_child
from flows.deployment import CLONE, PREFECT_YAML, WORK_POOL
from flows.environment import build_environment
from flows.keeping import Keeper
from flows.server_api import ask, is_port_free, wait_until_healthy
from flows.standing import hold_standing
from flows.stopping import StopRequest, end_runs, say
from warehouse.errors import EngineError, UsageError
from warehouse.paths import Home

DEFAULT_PORT = 4389
SERVER_SECONDS = 180
SETUP_SECONDS = 240
SCHEDULER_SECONDS = 60
STOP_SECONDS = 20
SHORTEST_INTERVAL = timedelta(seconds=5)

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True, slots=True)
class Plan:
    """All that one `herewith up` is to do; `every` replaces the schedules of prefect.yaml."""

    home: Path
    port: int
    every: timedelta | None

    @property
    def api_url(self) -> str:
        """Where the server's API stands."""
        return f"http://127.0.0.1:{self.port}/api"

    @property
    def logs(self) -> Path:
        """Where the server and the worker write."""
        return Home(self.home.resolve()).prefect / "logs"

    @property
    def environment(self) -> Mapping[str, str]:
        """What the server, the worker and the runs see."""
        return build_environment(self.home, self.api_url)


def run_up(home: Path, port: int | None = None, every: str | None = None) -> int:
    """Start everything, say where it stands, keep it running until a signal; return 0.

    `home` is HEREWITH_HOME; `every` an interval such as "30s" instead of the schedules.

    Raises:
        UsageError: another `herewith up` stands on this home, the port is taken, `every` is no
            interval, or this is not a clone with a prefect.yaml.
        EngineError: the server, the set-up or the worker did not come up.
    """
    interval = parse_interval(every) if every else None
    plan = Plan(home, port or DEFAULT_PORT, interval)
    if not PREFECT_YAML.exists():
        raise UsageError(f"herewith up needs a clone: there is no {PREFECT_YAML}")
    with hold_standing(home, plan.api_url), StopRequest() as stop:
        if not is_port_free(plan.port):
            raise UsageError(f"port {plan.port} is taken; choose another one with --port")
        _stand(plan, stop)
    return 0


def parse_interval(text: str) -> timedelta:
    """Read an interval such as 30s, 5m, 2h or 1d.

    Raises:
        UsageError: it is not of that form, or shorter than five seconds.
    """
    match = re.fullmatch(r"(\d{1,6})([smhd])", text.strip())
    interval = timedelta(**{UNITS[match[2]]: int(match[1])}) if match else timedelta()
    if interval < SHORTEST_INTERVAL:
        raise UsageError(f"{text!r} is no interval: write 30s, 5m, 2h or 1d (5s at least)")
    return interval


def _stand(plan: Plan, stop: StopRequest) -> None:
    say(f"Starting Prefect's server on port {plan.port} (logs: {plan.logs}) …")
    server = Keeper(lambda: _start_server(plan))
    worker: Keeper | None = None
    try:
        _await_server(plan, server.child, stop)
        _set_up(plan, stop)
        if not stop.is_asked:
            worker = Keeper(lambda: _start_worker(plan))
            _announce(plan, stop)
        while not stop.wait(1):
            server.keep()
            if worker:
                worker.keep()
    finally:
        say("Stopping …")
        if worker:
            end_runs(plan.api_url, worker.child, stop)
        server.child.stop(STOP_SECONDS)
        say("Stopped: no server, no worker, no run is left.")


def _start_server(plan: Plan) -> Child:
    arguments = ["prefect", "server", "start", "--host", "127.0.0.1", "--port", str(plan.port)]
    return start_child("server", arguments, plan.environment, plan.logs, CLONE)


def _start_worker(plan: Plan) -> Child:
    arguments = ["prefect", "worker", "start", "--pool", WORK_POOL, "--type", "process"]
    arguments += ["--name", "herewith", "--install-policy", "never"]
    return start_child("worker", arguments, plan.environment, plan.logs, CLONE)


def _await_server(plan: Plan, server: Child, stop: StopRequest) -> None:
    def may_still_come() -> bool:
        return server.is_running and not stop.is_asked

    is_up = wait_until_healthy(plan.api_url, SERVER_SECONDS, may_still_come)
    if not is_up and not stop.is_asked:
        raise EngineError(f"the server did not start: {server.read_log_end()} (log: {server.log})")


def _set_up(plan: Plan, stop: StopRequest) -> None:
    """Run the set-up step to its end, or until a stop is asked for."""
    if stop.is_asked:
        return
    arguments = ["flows.deployment", "--settle"]
    if plan.every:
        arguments += ["--every", str(plan.every.total_seconds())]
    child = start_child("setup", arguments, plan.environment, plan.logs, CLONE)
    stop.wait_while(lambda: child.is_running, SETUP_SECONDS)
    if child.is_running:
        child.stop(STOP_SECONDS)
    elif child.process.returncode != 0:
        raise EngineError(f"the set-up failed: {child.read_log_end()} (log: {child.log})")


def _announce(plan: Plan, stop: StopRequest) -> None:
    say(f"Pages and runs:  http://127.0.0.1:{plan.port}")
    say(f"Data:            {plan.home.resolve()}")
    say(f"Logs:            {plan.logs}")
    stop.wait_while(lambda: _find_next_run(plan) is None, SCHEDULER_SECONDS)
    next_run = _find_next_run(plan)
    when = f"{next_run.astimezone():%a %d %b %Y, %H:%M:%S %Z}" if next_run else "not yet known"
    say(f"Next run:        {when}")
    say("Ctrl-C stops all of it.")


def _find_next_run(plan: Plan) -> datetime | None:
    question = {
        "flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}},
        "sort": "EXPECTED_START_TIME_ASC",
        "limit": 1,
    }
    runs = ask(plan.api_url, "/flow_runs/filter", question)
    return datetime.fromisoformat(runs[0]["expected_start_time"]) if runs else None
