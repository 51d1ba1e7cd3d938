"""A program on a leash: runs a Python module that must not outlive the process that started it.

`python -P -m flows.leash MODULE ARGUMENT…` runs MODULE as its main program and ends it when
standard input closes, which the kernel does when the starting process dies, also by kill -9.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading
import time

# The worker gives its run 30 seconds to end.
SECONDS_TO_STOP = 45


def main() -> None:
    """Run the module named on the command line while standard input stays open."""
    # A child of a background job inherits "ignore SIGINT", and Prefect's worker, which turns
    # SIGTERM into SIGINT, would then never stop.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Thread(target=_end_with_starter, daemon=True).start()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


def _end_with_starter() -> None:
    """Wait for the end of standard input, then stop this process, at last by force."""
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_STOP)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
