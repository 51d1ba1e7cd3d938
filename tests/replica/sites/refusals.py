"""Sites that refuse programs: a challenge, 403 for all, 200 with a page that says nothing."""

from __future__ import annotations

from tests.replica.answers import TEXT, Answer, Asked
from tests.replica.trouble import Trouble, TroubleKind, answer_trouble
from tests.replica.world import World

_SAYS = {
    "mid.ru": TroubleKind.CHALLENGE,
    "mfa.gov.ua": TroubleKind.FORBIDDEN,
    "www.mea.gov.in": TroubleKind.DECOY,
}


def answer_refusal(asked: Asked, _: World) -> Answer:
    """Answer mid.ru, mfa.gov.ua and www.mea.gov.in; only the last has a robots.txt."""
    if asked.host == "www.mea.gov.in" and asked.path == "/robots.txt":
        return Answer(200, b"User-agent: *\nDisallow: /admin/\n", TEXT)
    return answer_trouble(Trouble(asked.host, "/", _SAYS[asked.host]))
