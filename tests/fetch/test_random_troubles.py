"""Sites that change and misbehave at random: nothing missed, nothing doubled, nothing too often.

The bounds, as the server counts them: in one run an address is asked for three times at most,
and only while its server is in trouble; robots.txt once a host; an item that was got is not asked
for again (before its second look is due); in a calm run each page of the listing is asked for
once, each item that is new or still waiting once, and nothing else.
"""

from __future__ import annotations

import random
from collections import Counter

import pytest

from tasks.settings import Settings
from tests.fetch.harvesting import World, keys
from tests.fetch.layouts import LAYOUTS, PAGES
from tests.fetch.trouble_server import TroubleServer
from tests.fetch.troubled_site import Count, Site
from warehouse.vocabulary import Outcome

ROUNDS = 5
CALM_ROUNDS = 4
"""Six documents in a row that are not there look like a block: the rest comes a run later."""


def play(seed: int, server: TroubleServer, settings: Settings) -> None:
    """Tell one random story to its end."""
    rng = random.Random(seed)  # noqa: S311 - a story, no secret
    layout = tuple(LAYOUTS.values())[seed % len(LAYOUTS)]
    site = Site(server, rng, layout)
    site.is_shuffled = rng.random() < 0.5
    site.has_validators = rng.random() < 0.7
    site.has_fickle_etag = rng.random() < 0.3
    site.has_doubles = rng.random() < 0.3
    world, count = World(settings, site.source, parse=None), Count()
    for _ in range(ROUNDS):
        site.add_items(rng.randint(0, 4))
        site.script()
        if site.can_repeat and rng.random() < 0.2 and len(site.ages) > 4:
            site.repeat_first_page()
        spoilt = site.spoil(rng.choice([0.0, 0.2, 0.6]))
        note_round(world, server, site, count, spoilt)
    site.script()
    for _ in range(CALM_ROUNDS):
        note_round(world, server, site, count, [])
    assert set(count.got) == set(site.ages), "something was missed"
    assert set(count.got.values()) <= {1}, "something was got twice"
    expect_calm(world, server, site)


def note_round(
    world: World, server: TroubleServer, site: Site, count: Count, spoilt: list[str]
) -> None:
    server.seen.clear()
    harvest = world.run()
    asked = Counter(seen.path for seen in server.seen)
    count.add(harvest, asked, site)
    if harvest.outcome is Outcome.FAILED:
        assert harvest.reason is not None
        assert harvest.message
    assert all(one.reason or one.outcome is not Outcome.FAILED for one in harvest.fetches), spoilt
    assert {seen.host for seen in server.seen} <= {
        "www.mfa.am",
        "esubscription.un.org",
        "docs.un.org",
        "documents.un.org",
    }


def expect_calm(world: World, server: TroubleServer, site: Site) -> None:
    """With nothing new and nothing wrong: robots.txt once, each page once, nothing else."""
    server.seen.clear()
    assert not keys(world.run().items)
    asked = Counter(server.paths())
    assert set(asked.values()) <= {1}
    pages = {
        "/" + url.removeprefix("https://")
        for number in range(PAGES)
        for url in (*site.layout.listings(number if site.layout.is_paged else 0), *site.source.urls)
    }
    assert set(asked) <= pages
    if not site.layout.is_paged:
        # An empty list is never a result: the second home is asked as well.
        assert len(asked) == (1 if site.ages else len(site.source.urls))
    robots = [seen.host for seen in server.seen if seen.path.endswith("/robots.txt")]
    assert sorted(robots) == sorted({path.split("/")[1] for path in asked})


@pytest.mark.parametrize("seed", range(len(LAYOUTS)))
def test_nothing_is_missed_doubled_or_asked_too_often(
    seed: int, server: TroubleServer, settings: Settings
) -> None:
    play(seed, server, settings)


@pytest.mark.trial
@pytest.mark.parametrize("seed", range(100, 400))
def test_nothing_is_missed_doubled_or_asked_too_often_in_many_stories(
    seed: int, server: TroubleServer, settings: Settings
) -> None:
    play(seed, server, settings)
