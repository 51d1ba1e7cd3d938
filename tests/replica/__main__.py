"""The replica as a process: its address on the first line, then it serves until told to stop."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from datetime import date
from pathlib import Path

from tests.replica.server import Replica


def main() -> int:
    """Serve until SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(prog="python -m tests.replica", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--folder", type=Path, help="keeps calendar and published letters")
    parser.add_argument("--today", type=date.fromisoformat, help="the world's day, YYYY-MM-DD")
    options = parser.parse_args()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with Replica(options.today, port=options.port, folder=options.folder) as replica:
        sys.stdout.write(f"{replica.url}\n")
        sys.stdout.flush()
        stop.wait()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
