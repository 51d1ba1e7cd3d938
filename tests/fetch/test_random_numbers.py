"""A store in random trouble, asked by numbers: what is there is found, once, with few requests.

The bounds: in a run no more numbers are asked for than declared, each three times at most, and
only while the store is in trouble; a number that was got is never asked for again.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime, timedelta

import pytest

from tasks.settings import Settings
from tasks.sources.registry import find_source
from tests.fetch.harvesting import NOW, PDF, World, document_url, keys
from tests.fetch.trouble_server import Answer, TroubleServer, redirect, reply
from tests.fetch.troubled_site import TRIES, TROUBLES
from warehouse.vocabulary import Outcome

PROBE = find_source("un_probe").model_copy(
    update={
        "politeness": find_source("un_probe").politeness.model_copy(
            update={"seconds_between_requests": 0}
        )
    }
)
ROUNDS = 6
CALM_DAYS = 60
ABSENT: tuple[Answer, ...] = (
    reply(200, b"<html><div id=app></div></html>"),
    reply(200),
    reply(404),
)


class Store:
    """Numbers that exist, of which a feed names some, and how the store answers for each."""

    def __init__(self, server: TroubleServer, rng: random.Random) -> None:
        self.server = server
        self.rng = rng
        self.there: set[str] = set()
        self.named: set[str] = {"S/2026/600"}
        self._last = 600

    def issue(self, count: int) -> None:
        """Give out so many numbers more: some are never there, some no feed names."""
        for _ in range(count):
            self._last += 1
            key = f"S/2026/{self._last}"
            kind = self.rng.random()
            if kind < 0.85:
                self.there.add(key)
            if kind < 0.4:
                self.named.add(key)

    def script(self, trouble: float) -> None:
        """Answer for every number, with that share of all addresses in trouble."""
        self.server.routes.clear()
        self.server.on("https://documents.un.org/robots.txt", reply(404))
        for number in range(500, self._last + 10):
            key = f"S/2026/{number}"
            file = f"https://documents.un.org/doc/{number}.pdf"
            answers = (redirect(file),) if key in self.there else (self.rng.choice(ABSENT),)
            self.server.on(file, reply(200, PDF + key.encode()))
            self.server.on(document_url(key), *answers)
        for path in sorted(self.server.routes):
            if self.rng.random() < trouble:
                url = f"https://{path.removeprefix('/')}"
                self.server.on(url, *TROUBLES[self.rng.choice(sorted(TROUBLES))](url))

    def owed(self) -> set[str]:
        """What the probe alone can find: there, and named by nobody."""
        return self.there - self.named


def run_once(world: World, store: Store, got: Counter[str], now: datetime) -> None:
    world.named = frozenset(store.named)
    store.server.seen.clear()
    harvest = world.run(now)
    if harvest.outcome is Outcome.FAILED:
        assert harvest.reason
        assert harvest.message
    asked = Counter(path for path in store.server.paths() if path.endswith("&t=pdf"))
    assert len(asked) <= 3 + 2
    assert max(asked.values(), default=0) <= TRIES
    for key in got:
        assert "/" + document_url(key).removeprefix("https://") not in asked
    got.update(keys(harvest.items))


def play(seed: int, server: TroubleServer, settings: Settings) -> None:
    """Tell one random story to its end."""
    rng = random.Random(seed)  # noqa: S311 - a story, no secret
    store, got, now = Store(server, rng), Counter[str](), NOW
    world = World(settings, PROBE)
    for _ in range(ROUNDS):
        store.issue(rng.randint(0, 3))
        store.script(rng.choice([0.0, 0.3, 0.7]))
        run_once(world, store, got, now)
        now += timedelta(hours=rng.choice([1, 7, 25]))
    for _ in range(CALM_DAYS):
        if store.owed() <= set(got):
            break
        store.script(0.0)
        now += timedelta(hours=25)
        run_once(world, store, got, now)
    missed = store.owed() - set(got)
    highest = max(int(key.split("/")[2]) for key in (*store.named, *got))
    assert not [key for key in missed if int(key.split("/")[2]) <= highest + 3], missed
    assert set(got.values()) <= {1}


@pytest.mark.parametrize("seed", range(2))
def test_what_no_feed_named_is_found_once(
    seed: int, server: TroubleServer, settings: Settings
) -> None:
    play(seed, server, settings)


@pytest.mark.trial
@pytest.mark.parametrize("seed", range(100, 200))
def test_what_no_feed_named_is_found_once_in_many_stories(
    seed: int, server: TroubleServer, settings: Settings
) -> None:
    play(seed, server, settings)
