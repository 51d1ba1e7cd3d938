"""What every stage of one run shares: its id, its start, and where it writes."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from warehouse.paths import Home


@dataclass(frozen=True, slots=True)
class RunContext:
    """One run; `now` is its start, in UTC, and the one clock of everything it stores."""

    run_id: str
    now: datetime
    trigger: str
    home: Home


def begin_run(home: Home, trigger: str) -> RunContext:
    """Begin a run; its id sorts by time and is unique between processes."""
    now = datetime.now(UTC)
    run_id = f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
    return RunContext(run_id=run_id, now=now, trigger=trigger, home=home)
