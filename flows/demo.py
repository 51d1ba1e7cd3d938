"""The demonstration: three runs against the stand-in for the outside world.

The first run is history, the second finds nothing new, and before the third one new letter
appears, so that exactly one alert is seen. A folder that has seen the demonstration before
knows the letter too: one run then shows that all is noop and nothing alerts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, Request, build_opener

from tasks.settings import load_settings
from warehouse.errors import NotFoundError

CHECKOUT = Path(__file__).resolve().parent.parent
CONTROL_TIMEOUT_SECONDS = 30


@contextmanager
def start_replica(home: Path) -> Iterator[str]:
    """Start the stand-in in a process of its own and give its address.

    Its calendar begins on the day of the first demonstration in this folder and stays there.

    Raises:
        NotFoundError: the program was installed without the repository's tests/replica.
    """
    if not (CHECKOUT / "tests" / "replica" / "__main__.py").exists():
        raise NotFoundError("the demo needs the repository (tests/replica): run it from a clone")
    command = [
        sys.executable,
        "-m",
        "tests.replica",
        "--port",
        "0",
        "--folder",
        str(home / "world"),
    ]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own module
        try:
            assert process.stdout is not None  # noqa: S101 - PIPE was asked for above
            url = process.stdout.readline().strip()
            if not url.startswith("http://127.0.0.1:"):
                raise NotFoundError("the stand-in for the outside world did not start")
            yield url
        finally:
            process.terminate()


def publish_held_back_letter(replica: str) -> None:
    """Let the letter that the stand-in holds back appear in its feeds and its store."""
    request = Request(f"{replica}/_control/publish", method="POST")  # noqa: S310 - loopback
    build_opener(ProxyHandler({})).open(request, timeout=CONTROL_TIMEOUT_SECONDS).close()


def prepare_home(home: Path, fresh: bool) -> None:
    """Make the demonstration's folder, or begin it anew."""
    if fresh and home.exists():
        shutil.rmtree(home)
    home.mkdir(parents=True, exist_ok=True)


def point_settings_at(replica: str, home: Path) -> int:
    """Send every request to the stand-in; returns how many alert URLs were left out.

    Invented letters go to nobody's real mailbox: only loopback channels are kept.
    """
    wanted = os.environ.get("HEREWITH_ALERT_URLS", "").split()
    kept = [url for url in wanted if urlsplit(url).hostname in ("127.0.0.1", "localhost", "::1")]
    os.environ |= {
        "HEREWITH_HOME": str(home),
        "HEREWITH_REPLICA": replica,
        "HEREWITH_PACE": "0",
        "HEREWITH_ALERT_URLS": " ".join(kept),
    }
    load_settings.cache_clear()
    return len(wanted) - len(kept)
