"""Every source that is on, looked at over HTTP: in the replica, or (HEREWITH_LIVE=1) the world."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.checks import check_sources, count_passes, list_checked
from tasks.checking import SourceCheck
from tasks.settings import Settings
from tasks.sources.registry import find_source
from tests.live import IS_LIVE, SETTINGS
from tests.replica.server import Replica
from tests.replica.trouble import TroubleKind
from warehouse.vocabulary import Outcome, Reason

IDS = [source.id for source in list_checked()]


def look(settings: Settings, *source_ids: str) -> dict[str, SourceCheck]:
    sources = [find_source(one) for one in source_ids]
    checks = asyncio.run(check_sources(sources, settings, 3, lambda _: None))
    return {one.source_id: one for one in checks}


@pytest.fixture(scope="module")
def replica() -> Iterator[Replica]:
    with Replica(calm=True) as world:
        yield world


@pytest.fixture(scope="module")
def stand_in(replica: Replica, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(home=tmp_path_factory.mktemp("home"), replica=replica.url, pace=0)


@pytest.fixture(scope="module")
def checks(stand_in: Settings) -> dict[str, SourceCheck]:
    """One look at all of them."""
    return look(SETTINGS if IS_LIVE else stand_in, *IDS)


@pytest.mark.parametrize("source_id", IDS)
def test_the_source_keeps_what_its_declaration_promises(
    checks: dict[str, SourceCheck], source_id: str
) -> None:
    assert checks[source_id].complaints == ()
    assert checks[source_id].listed > 0


def test_the_passes_are_counted(checks: dict[str, SourceCheck]) -> None:
    passing = sum(one.passes for one in checks.values())
    assert count_passes(list(checks.values())) == f"{passing} of {len(IDS)} sources pass"


def test_only_what_can_be_read_is_owed_a_regular_look() -> None:
    assert not {"mfa_ru", "mfa_ua", "mfa_in", "un_probe", "mfa_am_un"} & set(IDS)


def test_nothing_is_written_and_few_items_are_asked_for(
    stand_in: Settings, replica: Replica
) -> None:
    replica.forget_requests()
    [check] = look(stand_in, "mfa_az").values()
    assert [item.document is not None for item in check.items] == [True, True, True]
    assert not any(Path(stand_in.home).iterdir())
    details = [seen for seen in replica.requests if "/news/" in seen.path]
    assert len(details) <= 3
    assert replica.count_requests().total() == check.requests


def test_a_source_that_shows_something_else_is_named(stand_in: Settings, replica: Replica) -> None:
    replica.trouble("www.mfa.am", "/en/", TroubleKind.HTML, times=None)
    replica.trouble("mid.ru", "/", TroubleKind.CHALLENGE, times=None)
    try:
        found = look(stand_in, "mfa_am", "mfa_ru", "un_probe")
    finally:
        replica.calm()
    changed, shut, probe = (found[one] for one in ("mfa_am", "mfa_ru", "un_probe"))
    assert (changed.outcome, changed.reason) == (Outcome.FAILED, Reason.LAYOUT_CHANGED)
    assert not changed.passes
    assert shut.reason is Reason.CHALLENGE_PAGE
    assert (probe.passes, probe.requests) == (True, 0), "no number has been named yet"
