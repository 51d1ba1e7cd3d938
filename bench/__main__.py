"""Prints every figure beside its peer, as a ratio, and fails where one is worse than its floor."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from bench.cold_start import measure_cold_start
from bench.dlt_peer import measure_checked_load
from bench.load_rows import measure_load_rows
from bench.measure import Figure
from bench.no_news import measure_no_news
from bench.pdf_text import measure_pdf_text
from bench.publish import measure_publish
from bench.quiet_sources import measure_quiet_cpu, measure_quiet_requests
from bench.read_letters import measure_flat_letters, measure_pdf_letters

MEASURES = (
    measure_cold_start,
    measure_pdf_text,
    measure_pdf_letters,
    measure_flat_letters,
    measure_load_rows,
    measure_checked_load,
    measure_publish,
    measure_no_news,
    measure_quiet_cpu,
    measure_quiet_requests,
)
FLOORS = Path(__file__).with_name("floors.yml")


def main() -> int:
    """Measure and print; returns 1 when a ratio is above its floor."""
    floors: dict[str, float] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    print(f"{'figure':32}{'ours':>12}{'peer':>12}  {'unit':8}{'ratio':>7}{'floor':>7}  peer")
    failed = False
    for measure in MEASURES:
        figure = measure()
        failed |= figure.ratio > floors[figure.name]
        print(_line(figure, floors[figure.name]), flush=True)
    return 1 if failed else 0


def _line(figure: Figure, floor: float) -> str:
    mark = "" if figure.ratio <= floor else "  ABOVE THE FLOOR"
    return (
        f"{figure.name:32}{figure.ours:12.2f}{figure.peer:12.2f}  {figure.unit:8}"
        f"{figure.ratio:7.2f}{floor:7.2f}  {figure.peer_name}{mark}"
    )


if __name__ == "__main__":
    sys.exit(main())
