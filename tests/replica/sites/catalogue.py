"""All sites by host, each with its robots.txt before it."""

from __future__ import annotations

from collections.abc import Callable

from tests.replica.answers import Answer, Asked
from tests.replica.hosts.robots import answer_robots
from tests.replica.sites.america import answer_america
from tests.replica.sites.britain import answer_britain
from tests.replica.sites.collection import answer_collection
from tests.replica.sites.feeds import answer_germany, answer_turkiye
from tests.replica.sites.listings import (
    answer_china,
    answer_france,
    answer_georgia,
    answer_mission,
    answer_pakistan,
)
from tests.replica.sites.refusals import answer_refusal
from tests.replica.world import World

Answerer = Callable[[Asked, World], Answer]


def _with_robots(answer: Answerer) -> Answerer:
    def act(asked: Asked, world: World) -> Answer:
        return answer_robots(asked.host) if asked.path == "/robots.txt" else answer(asked, world)

    return act


SITES: dict[str, Answerer] = {
    "www.un.org": _with_robots(answer_collection),
    "un.mfa.am": _with_robots(answer_mission),
    "www.auswaertiges-amt.de": _with_robots(answer_germany),
    "www.diplomatie.gouv.fr": _with_robots(answer_france),
    "www.gov.uk": _with_robots(answer_britain),
    "www.mfa.gov.tr": _with_robots(answer_turkiye),
    "www.state.gov": _with_robots(answer_america),
    "mfa.gov.ge": _with_robots(answer_georgia),
    "mofa.gov.pk": _with_robots(answer_pakistan),
    "www.mfa.gov.cn": _with_robots(answer_china),
    "mid.ru": answer_refusal,
    "mfa.gov.ua": answer_refusal,
    "www.mea.gov.in": answer_refusal,
}
