"""A site that changes and misbehaves at random: its listing, its items, what it was asked."""

from __future__ import annotations

import gzip
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tasks.records import Harvest
from tasks.sources.declaration import Source, SourceKind
from tests.fetch.harvesting import keys
from tests.fetch.layouts import PAGE_LENGTH, PAGES, Layout, write_index
from tests.fetch.trouble_server import (
    Answer,
    TroubleServer,
    conditional,
    drop,
    hang_up,
    redirect,
    reply,
)

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
    "unasked 304": lambda _: (reply(304),),
    "to nowhere": lambda _: (reply(302),),
    "in part": lambda _: (reply(206, b"<html>half of"),),
    "asks for rest": lambda _: (reply(429, b"", retry_after="3600"),),
    "storm": lambda _: (reply(503, b"<title>503 Service Temporarily Unavailable</title>"),),
    "once at rest": lambda _: (reply(503, b"", retry_after="0"),),
    "moved": lambda url: (redirect(f"{url}{'&' if '?' in url else '?'}moved=1", 301),),
}
"""What may stand in the place of an answer, by name; the last answer is given for ever after."""


@dataclass
class Site:
    """One source's site; items never vanish from the listing, but stand in it in any order."""

    server: TroubleServer
    rng: random.Random
    layout: Layout
    ages: dict[str, int] = field(default_factory=dict)
    is_shuffled: bool = False
    has_doubles: bool = False
    has_validators: bool = True
    has_fickle_etag: bool = False

    @property
    def source(self) -> Source:
        """Its declaration."""
        return self.layout.source

    def url(self, key: str) -> str:
        """The address of an item."""
        return self.layout.address(key)

    def add_items(self, count: int) -> None:
        """List so many items more, some of them dated back, so that they stand below others."""
        for _ in range(count):
            key = self.layout.key(len(self.ages) + 1)
            self.ages[key] = self.rng.choice([0, 0, 1, 3, 9, 20])

    def script(self) -> None:
        """Answer everything as it should be."""
        self.server.routes.clear()
        for host in sorted({urlsplit(one).netloc for one in (self.url("1"), *self.source.urls)}):
            self.server.on(f"https://{host}/robots.txt", reply(404))
        for key in self.ages:
            self.server.on(self.url(key), self.layout.answer(key))
        pages = self._pages()
        for number, page in enumerate(pages):
            for url in self.layout.listings(number):
                self.server.on(url, self._listing(page, len(pages)))
        if self.layout.is_paged and not self._is_indexed() and len(pages) < PAGES:
            self.server.on(self.layout.listings(len(pages))[0], self.layout.end)
        if self._is_indexed():
            sitemaps = [self.layout.listings(number)[0] for number in range(len(pages))]
            self.server.on(self.source.urls[0], reply(200, write_index(sitemaps)))

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
                if name == "moved":
                    self.server.on(f"{url}{'&' if '?' in url else '?'}moved=1", *sound)
                self.server.on(url, *answers, *(sound if is_passing else ()))
                spoilt.append(f"{name}: {path}")
        return spoilt

    def repeat_first_page(self) -> None:
        """Let every page of the listing be the first one, as some sites do silently."""
        first = self.server.routes["/" + self.layout.listings(0)[0].removeprefix("https://")]
        for number in range(1, PAGES):
            self.server.on(self.layout.listings(number)[0], *first)

    @property
    def can_repeat(self) -> bool:
        """Whether its listing has numbered pages, of which one may stand for another."""
        return self.layout.is_paged and not self._is_indexed()

    def _is_indexed(self) -> bool:
        return self.source.kind is SourceKind.SITEMAP

    def _pages(self) -> list[list[tuple[str, int]]]:
        items = sorted(self.ages.items(), key=lambda one: (one[1], -len(one[0]), one[0]))
        if self.is_shuffled:
            self.rng.shuffle(items)
        if self.has_doubles and items:
            items.insert(self.rng.randrange(len(items)), self.rng.choice(items))
        if not self.layout.is_paged:
            return [items]
        cut = [items[at : at + PAGE_LENGTH] for at in range(0, len(items), PAGE_LENGTH)]
        return cut or [[]]

    def _listing(self, items: list[tuple[str, int]], pages: int) -> Answer:
        """A page of the listing; its pager tells how many there are, as pagers do."""
        body = self.layout.write(items)
        if self.can_repeat:
            body += b"\n" * pages
        if not self.has_validators:
            return reply(200, body)
        tag = self.rng.random() if self.has_fickle_etag else hash(body)
        return conditional(body, f'"{tag}"')


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
