"""UNISPAL on www.un.org: posts by WordPress' API, newer titles with symbols, older without."""

from __future__ import annotations

import json
from html import escape

from tests.replica.answers import Answer, Asked, make_conditional, not_found
from tests.replica.calendar import days_before
from tests.replica.un.spec import UnSpec
from tests.replica.world import World

_API = "/unispal/wp-json/wp/v2/document"
_LETTERS = "2841"
_OLD = ("Letter on water wheels", "Letter on the post of the coast road")


def answer_collection(asked: Asked, world: World) -> Answer:
    """Answer the API for the category of letters; 400 behind the last page."""
    if asked.path != _API or asked.query.get("document-category") != _LETTERS:
        return not_found()
    posts = [*(_write_post(spec) for spec in world.collected_documents()), *_write_old(world)]
    size, number = int(asked.query.get("per_page", "10")), int(asked.query.get("page", "1"))
    shown = posts[(number - 1) * size : number * size]
    if not shown:
        error = {"code": "rest_post_invalid_page_number", "data": {"status": 400}}
        return Answer(400, json.dumps(error).encode(), "application/json")
    totals = (("X-WP-Total", str(len(posts))), ("X-WP-TotalPages", str(-(-len(posts) // size))))
    body = json.dumps(shown).encode()
    kind = "application/json; charset=UTF-8"
    return make_conditional(asked, Answer(200, body, kind, totals, changed_on=world.today))


def _write_post(spec: UnSpec) -> dict[str, object]:
    title = f"{spec.title} &#8211; Letter ({'|'.join(spec.masthead.symbols)})"
    number = int(spec.job_digits)
    return {
        "id": number,
        "date": f"{spec.released}T09:00:00",
        "link": f"https://www.un.org/unispal/document/letter-{number}/",
        "title": {"rendered": title},
    }


def _write_old(world: World) -> list[dict[str, object]]:
    day = days_before(world.today, 88)
    return [
        {
            "id": 150000 + place,
            "date": f"{day}T09:00:00",
            "link": f"https://www.un.org/unispal/document/auto-insert-{150000 + place}/",
            "title": {"rendered": escape(title)},
        }
        for place, title in enumerate(_OLD)
    ]
