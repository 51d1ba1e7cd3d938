"""A site that changes and misbehaves at random: its listing, its items, what it was asked."""

from __future__ import annotations

import gzip
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tasks.records import Harvest
from tasks.sources.declaration import Source
from tests.fetch.harvesting import (
    FEEDS,
    PDF,
    declare,
    declare_feed,
    document_url,
    feed,
    item_url,
    keys,
    listing,
    release,
)
from tests.fetch.trouble_server import (
    Answer,
    TroubleServer,
    conditional,
    drip,
    drop,
    hang_up,
    redirect,
    reply,
)

PAGE_LENGTH = 4
PAGES = 6
TRIES = 3
"""So often is one address asked for in a run at most, when its server is in trouble."""

CHALLENGE = b"<html><script>window['bobcmn']=1</script>Please enable JavaScript</html>"
BOMB = gzip.compress(b"\0" * 4_000_000)

TROUBLES: dict[str, Callable[[str], tuple[Answer, ...]]] = {
    "unavailable": lambda _: (reply(503),),
    "once unavailable": lambda _: (reply(503), reply(502)),
    "empty": lambda _: (reply(200, b""),),
    "a page": lambda _: (reply(200, b"<html><p>Please come back later.</p></html>"),),
    "challenge": lambda _: (reply(200, CHALLENGE),),
    "gone": lambda _: (reply(404),),
    "hangs up": lambda _: (hang_up,),
    "cut short": lambda _: (drop(b"<html>half of", 9000),),
    "loop": lambda url: (redirect(url),),
    "two-step loop": lambda url: (redirect(url + "&again=1"),),
    "private": lambda _: (redirect("http://10.0.0.1/admin"),),
    "metadata": lambda _: (redirect("https://169.254.169.254/latest"),),
    "elsewhere": lambda _: (redirect("https://ads.example.com/"),),
    "gzip bomb": lambda _: (reply(200, BOMB, content_encoding="gzip"),),
    "broken gzip": lambda _: (reply(200, b"\x1f\x8b no", content_encoding="gzip"),),
    "odd encoding": lambda _: (reply(200, b"x", content_encoding="br"),),
    "forbidden": lambda _: (reply(403),),
}
"""What may stand in the place of an answer, by name; the last answer is given for ever after."""


@dataclass
class Site:
    """One source's site; items never vanish from the listing, but stand in it in any order."""

    server: TroubleServer
    rng: random.Random
    is_feed: bool
    ages: dict[str, int] = field(default_factory=dict)
    is_shuffled: bool = False
    has_validators: bool = True
    has_fickle_etag: bool = False

    @property
    def source(self) -> Source:
        """Its declaration: a feed of documents with two homes, or a listing with pages."""
        if self.is_feed:
            return declare_feed(politeness={"seconds_between_requests": 0})
        return declare(max_pages=PAGES, politeness={"seconds_between_requests": 0})

    def url(self, key: str) -> str:
        """The address of an item."""
        return document_url(key) if self.is_feed else item_url(key)

    def add_items(self, count: int) -> None:
        """List so many items more, some of them dated back, so that they stand below others."""
        for _ in range(count):
            number = len(self.ages) + 1
            key = f"S/2026/{number}" if self.is_feed else str(number)
            self.ages[key] = self.rng.choice([0, 0, 1, 3, 9, 20])

    def script(self) -> None:
        """Answer everything as it should be."""
        self.server.routes.clear()
        for key in self.ages:
            self.server.on(self.url(key), self._item(key))
        pages = self._pages()
        for number, page in enumerate(pages):
            for url in self._listing_urls(number):
                self.server.on(url, self._listing(page, len(pages)))

    def spoil(self, share: float) -> list[str]:
        """Let that share of all addresses go wrong; returns what goes wrong with which."""
        spoilt = []
        for path in sorted(self.server.routes):
            if self.rng.random() < share:
                name = self.rng.choice(sorted(TROUBLES))
                url = f"https://{path.removeprefix('/')}"
                sound = self.server.routes[path]
                answers = TROUBLES[name](url)
                is_passing = name.startswith("once")
                self.server.on(url, *answers, *(sound if is_passing else ()))
                spoilt.append(f"{name}: {path}")
        return spoilt

    def repeat_first_page(self) -> None:
        """Let every page of the listing be the first one, as some sites do silently."""
        first = self.server.routes["/" + self._listing_urls(0)[0].removeprefix("https://")]
        for number in range(1, PAGES):
            for url in self._listing_urls(number):
                self.server.on(url, *first)

    def _pages(self) -> list[list[tuple[str, int]]]:
        items = sorted(self.ages.items(), key=lambda one: (one[1], -len(one[0]), one[0]))
        if self.is_shuffled:
            self.rng.shuffle(items)
        if self.is_feed:
            return [items]
        return [items[at : at + PAGE_LENGTH] for at in range(0, len(items), PAGE_LENGTH)]

    def _listing_urls(self, number: int) -> Sequence[str]:
        if self.is_feed:
            return FEEDS
        return [self.source.list_pages(self.source.urls[0])[number]]

    def _listing(self, items: list[tuple[str, int]], pages: int) -> Answer:
        """A page of the listing; its pager tells how many there are, as pagers do."""
        body = feed(*(key for key, _ in items)) if self.is_feed else listing(*items)
        body = body.replace(b"\n", b" of %d pages\n" % pages, 1)
        if not self.has_validators:
            return reply(200, body)
        tag = self.rng.random() if self.has_fickle_etag else hash(body)
        return conditional(body, f'"{tag}"')

    def _item(self, key: str) -> Answer:
        if self.is_feed:
            return drip(PDF + key.encode(), 1, 0.0) if key.endswith("7") else reply(200, PDF)
        return release(key)


@dataclass
class Count:
    """What came of all rounds: how often each item was got, and what the server was asked."""

    got: Counter[str] = field(default_factory=Counter)

    def add(self, harvest: Harvest, asked: Counter[str], site: Site) -> None:
        """Take in one round and see that it asked for nothing too often."""
        before = set(self.got)
        for path, times in asked.items():
            assert times <= TRIES, f"{path} was asked {times} times in a run"
        for key in before:
            path = "/" + site.url(key).removeprefix("https://")
            assert not asked[path], f"{key} was got before and asked for again"
        self.got.update(keys(harvest.items))
