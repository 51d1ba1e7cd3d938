"""How long `herewith --help` takes, beside the bare interpreter importing click."""

from __future__ import annotations

from bench.measure import Figure, run_python, time_pairs

HELP = "import sys; sys.argv = ['herewith', '--help']; from flows.cli import main; main()"
PEER = "import click"


def measure_cold_start() -> Figure:
    """Measure whole processes, seconds."""
    ours, peer = time_pairs(lambda: run_python("-c", HELP), lambda: run_python("-c", PEER))
    return Figure("cold start of herewith --help", ours, peer, "s", "python importing click")
