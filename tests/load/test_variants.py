"""One release in two languages, the whole way: listed, fetched, read, loaded, joined, told once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tasks.fetch.archive import ArchiveWriter, read_payload
from tasks.fetch.client import Fetcher
from tasks.fetch.harvest import harvest_source
from tasks.intake import take_in_harvest
from tasks.normalise.parse import parse_item
from tasks.records import Harvest
from tasks.run_context import begin_run
from tasks.settings import Settings
from tasks.sources.declaration import Source
from tasks.sources.registry import find_source
from tasks.watching import load_watches
from tests.replica.press.forms import make_armenian, make_azerbaijani
from tests.replica.press.spec import Language, Release
from tests.replica.server import Replica
from warehouse.answers import KnownSource
from warehouse.connection import connect_writer
from warehouse.known import read_known_source
from warehouse.lock import hold_writer_lock
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot
from warehouse.reading import read_query
from warehouse.vocabulary import Outcome

AZERBAIJAN = {
    "languages": ["en", "az"],
    "urls": ["https://www.mfa.gov.az/en/news", "https://www.mfa.gov.az/az/news"],
}
ARMENIA = {
    "languages": ["en", "ru"],
    "urls": ["https://www.mfa.am/en/news", "https://www.mfa.am/ru/news"],
    "variants": "links",
}
SENT = (
    "The Permanent Representative of Azerbaijan to the United Nations sent a letter to the"
    " President of the Security Council on postage stamps."
)
LOCAL = (
    "Poçt markaları haqqında məktub göndərilib. Məktubda deyilir ki, markalar gələn il bütün poçt"
    " şöbələrində satılacaq və onların üzərində quşlar təsvir olunacaq."
)
"""The same, in the other language."""

BEES = "The ministry counted the bees of the valley and told the post of it."
PCHELY = "Министерство пересчитало пчёл долины и сообщило об этом по почте."
JOINED = """
select d.document_id, d.language, v.variant_document_id, v.language
from documents d join release_variants v using (document_id) order by all
"""


def make_pair(replica: Replica, days_ago: int, words: tuple[str, str]) -> tuple[Release, ...]:
    """A release of each ministry in two languages: one number, and links between two pages."""
    day = replica.world.today
    one = make_azerbaijani(day, days_ago, f"Letter on {words[0]} sent", SENT)
    local = replace(
        one, title=f"{words[0]}: məktub", paragraphs=(LOCAL,), language="az", listed_in=("az",)
    )
    bees = make_armenian(day, days_ago, words[1], f"On the bees of {words[1]}", BEES)
    pchely = replace(
        bees,
        number=bees.number + 1,
        title=f"О пчёлах долины {words[1]}",
        paragraphs=(PCHELY,),
        language="ru",
        listed_in=("ru",),
    )
    both: tuple[tuple[Language, str], ...] = (("en", bees.path), ("ru", pchely.path))
    return (one, local, replace(bees, alternates=both), replace(pchely, alternates=both))


def declare(source_id: str, changes: Mapping[str, object]) -> Source:
    """A ministry declared with a second language."""
    said = find_source(source_id).model_dump(mode="json")
    dates = said["dates"] | {"languages": changes["languages"]}
    return Source.model_validate(said | dict(changes) | {"dates": dates})


def run_once(settings: Settings, sources: Sequence[Source]) -> list[Outcome]:
    """One run over these sources, in this process, and what became of each."""
    context = begin_run(settings.paths, "shell")
    outcomes = []
    with hold_writer_lock(context.home):
        for source in sources:
            with connect_writer(context.home) as con:
                known = read_known_source(con, source.id)
            harvest = asyncio.run(_harvest(source, known, settings, context.run_id))
            items = [
                parse_item(one, source, read_payload(context.home.archive, one.archive))
                for one in harvest.items
            ]
            take_in_harvest(context, source, known, harvest, items, load_watches(settings))
            outcomes.append(harvest.outcome)
        publish_snapshot(context.home, context.run_id, 1)
    return outcomes


def test_two_languages_of_one_release_are_joined_and_told_once(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    sources = [declare("mfa_az", AZERBAIJAN), declare("mfa_am", ARMENIA)]
    with Replica(calm=True) as replica:
        settings = Settings(home=home.root, replica=replica.url, pace=0)
        old = [make_pair(replica, 3 * n, (f"stamps {n}", f"valley {n}")) for n in (1, 2, 3)]
        replica.world.releases = tuple(one for pair in old for one in pair)
        assert run_once(settings, sources[:1]) == [Outcome.NEW]
        fresh = make_pair(replica, 0, ("stamps", "valley"))
        # Under the path of one language stands, as often, the text of another.
        echo = replace(fresh[1], paragraphs=fresh[0].paragraphs, language="en")
        replica.world.releases = (*replica.world.releases, fresh[0], echo, *fresh[2:])
        assert run_once(settings, sources) == [Outcome.NEW, Outcome.NEW]
    joined = read_query(home, JOINED).rows
    assert len(joined) == 2 * 8, "each of eight pairs, both ways"
    number, links = fresh[0].key, fresh[2].number
    assert (f"mfa_az:{number}", "en", f"mfa_az:{number}:az", "en") in joined
    assert (f"mfa_am:{links}", "en", f"mfa_am:{links + 1}:ru", "ru") in joined
    older = old[0][0].key
    assert (f"mfa_az:{older}", "en", f"mfa_az:{older}:az", "az") in joined
    told = read_query(home, "select document_id from ops.alerts where recipient = 'terminal'").rows
    assert told == ((f"mfa_az:{number}",),), "the other language announces nothing new"
    assert read_query(home, "select count(*) from ops.quarantine").rows == ((0,),)


async def _harvest(source: Source, known: KnownSource, settings: Settings, run_id: str) -> Harvest:
    context = begin_run(settings.paths, "shell")
    with ArchiveWriter(settings.paths.archive, run_id) as archive:
        async with Fetcher(settings, archive) as fetcher:
            return await harvest_source(source, known, fetcher, context.now)
