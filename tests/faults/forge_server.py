"""A process that forks runs: the heavy imports are paid once, each run is a process of its own.

`python -m tests.faults.forge_server` reads commands from standard input, one JSON object a line,
and answers each with one: `{"run": HOME, "fault": POINT, "act": ACTION, "after": SECONDS}` runs
the pipeline and answers `{"exit": CODE, "said": LINE}` (a signal is a negative code);
`{"ask": HOME, "sql": SQL}` answers `{"rows": […]}` from the published file;
`{"shell": COMMAND}` answers its exit code. Started under `unshare --mount`, what it mounts is
seen by nobody else and goes with it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

Command = dict[str, Any]


def main() -> None:
    """Answer commands until standard input ends."""
    _import_all()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_answer(json.loads(line))) + "\n")
        sys.stdout.flush()


def _import_all() -> None:
    for name in ("great_expectations", "tests.faults.pipeline", "warehouse.reading"):
        import_module(name)


def _answer(command: Command) -> Command:
    if "shell" in command:
        return {"exit": _call(command["shell"])}
    if "ask" in command:
        return _fork(lambda: _ask(command))
    return _fork(lambda: _run(command), command.get("after"))


def _call(command: str) -> int:
    """Run a shell command; what it prints must not stand amid the answers."""
    done = subprocess.run(command, shell=True, check=False, stdout=sys.stderr)  # noqa: S602
    return done.returncode


def _fork(work: Callable[[], str], seconds: float | None = None) -> Command:
    """Do some work in a process of its own; kill it after so many seconds, if any are given."""
    reading, writing = os.pipe()
    number = os.fork()
    if number == 0:
        os.close(reading)
        code, said = _guard(work)
        os.write(writing, said.encode())
        os._exit(code)
    os.close(writing)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(number, signal.SIGKILL)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
    return {"exit": code, "said": said}


def _guard(work: Callable[[], str]) -> tuple[int, str]:
    """Come out as the command line does: an error of ours, or of the disk, is one line."""
    from warehouse.errors import HerewithError

    try:
        return 0, work()
    except HerewithError as error:
        return error.exit_code, f"{type(error).__name__}: {error}"
    except OSError as error:
        return 1, f"OSError: {error}"
    except BaseException:  # noqa: BLE001 - a traceback in a person's face; a test sees it
        return 70, traceback.format_exc()


def _run(command: Command) -> str:
    from tasks.settings import load_settings
    from tests.faults.pipeline import run_pipeline
    from warehouse.faults import VARIABLE, act_instead

    os.environ["HEREWITH_HOME"] = command["run"]
    os.environ[VARIABLE] = command.get("fault", "")
    if "act" in command:
        act_instead(lambda: _call(command["act"]))
    load_settings.cache_clear()
    run_pipeline(load_settings())
    return ""


def _ask(command: Command) -> str:
    from warehouse.paths import Home
    from warehouse.reading import read_query

    return json.dumps(read_query(Home(Path(command["ask"])), command["sql"]).rows, default=str)


if __name__ == "__main__":
    main()
