"""What one run knows of each host: its pace, its rules, and whether to leave it alone."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime

from tasks.fetch.outcomes import Verdict, failed, not_yet
from tasks.fetch.pace import HostPace
from tasks.fetch.robots import RobotsRules
from warehouse.vocabulary import Reason

ABSENT_IN_ROW = 6
"""So many “not there” answers in a row look like a soft block; the rest waits for the next run."""

FAILED_IN_ROW = 4
"""So many answers in a row that failed after all their tries, or refused us: the host is left."""

HostTimes = Mapping[str, datetime]
"""Instants by host, as it stands in addresses: with its port, where that is not the usual one."""

_TROUBLE = frozenset(
    {
        Reason.SERVER_ERROR,
        Reason.TIMED_OUT,
        Reason.UNREACHABLE,
        Reason.BLOCKED,
        Reason.CHALLENGE_PAGE,
        Reason.DECOY_PAGE,
    }
)


class Host:
    """One host in one run; the circuit breaker never closes again within the run."""

    def __init__(self, name: str, pace: float, patience: float) -> None:
        self.name = name
        self.pace = HostPace(pace)
        self.rules: RobotsRules | None = None
        self.rules_lock = asyncio.Lock()
        self.requests = 0
        self._patience = patience
        self._broken: Verdict | None = None
        self._absent = 0
        self._failed = 0
        self._unconnected = 0

    def refusal(self, budget: int) -> Verdict | None:
        """Why the host is not asked now, or null; `budget` is requests a run."""
        if self._broken is not None:
            return self._broken
        wait = max(self.pace.parked_for(), self.pace.robots_wait())
        if wait > self._patience:
            return failed(
                Reason.RATE_LIMITED, f"{self.name} asked to be left alone for {wait:,.0f} s more"
            )
        if self.requests >= budget:
            return not_yet(
                Reason.RATE_LIMITED,
                f"our own budget of {budget} requests a run for {self.name} is used up",
            )
        return None

    def break_off(self, verdict: Verdict) -> None:
        """Open the circuit: the host is not asked again in this run."""
        if self._broken is None:
            message = f"{self.name} is not asked again in this run: {verdict.message}"
            self._broken = Verdict(verdict.outcome, verdict.reason, message)

    def note(self, verdict: Verdict) -> None:
        """Count what came of a request after all its tries, and break off when it is too much."""
        is_absent = verdict.reason is Reason.NOT_PUBLISHED_YET
        is_trouble = verdict.reason in _TROUBLE
        self._absent = self._absent + 1 if is_absent else 0
        self._failed = self._failed + 1 if is_trouble else 0
        if self._absent >= ABSENT_IN_ROW:
            self.break_off(failed(Reason.BLOCKED, f"{self._absent} times in a row “not there”"))
        if self._failed >= FAILED_IN_ROW:
            self.break_off(verdict)

    def note_unconnected(self, verdict: Verdict, *, is_final: bool) -> None:
        """Count a connection that did not come about; the second breaks off, or a final one."""
        self._unconnected += 1
        if is_final or self._unconnected > 1:
            self.break_off(verdict)


class Hosts:
    """All hosts of one run, by name; `parked` are those that asked an earlier run for rest."""

    def __init__(self, pace: float, patience: float, parked: HostTimes | None = None) -> None:
        self._pace = pace
        self._patience = patience
        self._parked = dict(parked or {})
        self._hosts: dict[str, Host] = {}

    def find(self, name: str) -> Host:
        """The host of that name, made at first sight."""
        if name not in self._hosts:
            host = self._hosts[name] = Host(name, self._pace, self._patience)
            if until := self._parked.get(name):
                host.pace.park((until - datetime.now(UTC)).total_seconds())
        return self._hosts[name]
