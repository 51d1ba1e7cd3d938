"""Changing the world from another process: `POST /_control/…`, a host that no real one is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.replica.answers import Answer, Asked

if TYPE_CHECKING:
    from tests.replica.server import Replica

CONTROL = "_control"
JSON = "application/json"


def answer_control(asked: Asked, replica: Replica) -> Answer:
    """Answer a control request.

    GET `state`, `requests`; POST `publish?name=`, `ready?name=` (without a name: all),
    `issue` (one item more on every other site),
    `trouble?host=&prefix=&kind=&times=&seconds=` (times 0: for ever), `calm`.
    """
    command = asked.path.strip("/")
    if asked.method == "GET":
        return _read(command, replica)
    try:
        return _json(200, _change(command, asked, replica))
    except (KeyError, ValueError) as error:
        return _json(400, {"error": str(error)})


def _change(command: str, asked: Asked, replica: Replica) -> dict[str, object]:
    name = asked.query.get("name")
    if command == "publish":
        return {"published": replica.publish(name)}
    if command == "ready":
        return {"ready": replica.make_ready(name)}
    if command == "issue":
        return {"issued": replica.issue_notices()}
    if command == "calm":
        replica.calm()
        return {}
    if command == "trouble":
        times, seconds = int(asked.query.get("times", "1")), asked.query.get("seconds")
        replica.trouble(
            asked.query["host"],
            asked.query.get("prefix", "/"),
            asked.query["kind"],
            times or None,
            float(seconds) if seconds else None,
        )
        return {}
    raise ValueError(f"no such command: {command}")


def _read(command: str, replica: Replica) -> Answer:
    if command == "state":
        visible = [spec.name for spec in replica.world.visible_documents()]
        state = {"today": replica.world.today.isoformat(), "documents": visible}
        return _json(200, state | {"requests": dict(replica.count_requests())})
    if command == "requests":
        rows = [[seen.host, seen.path, seen.query, seen.status] for seen in replica.requests]
        return _json(200, {"requests": rows})
    return _json(404, {"error": f"no such view: {command}"})


def _json(status: int, value: object) -> Answer:
    return Answer(status, json.dumps(value).encode(), JSON)
