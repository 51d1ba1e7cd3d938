"""The receiving end of Prefect's stream of events, on loopback: it keeps what it is sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from websockets import Subprotocol
from websockets.sync.server import ServerConnection, serve


@dataclass(frozen=True)
class EventStream:
    """Where it listens, as `PREFECT_API_URL` wants it, and the events it took so far."""

    api_url: str
    events: list[dict[str, Any]] = field(default_factory=list)


@contextmanager
def listen_for_events() -> Iterator[EventStream]:
    """Listen as Prefect's server does at `/api/events/in`: greet, then take one event a frame."""
    taken: list[dict[str, Any]] = []

    def take(connection: ServerConnection) -> None:
        connection.recv()
        connection.send(json.dumps({"type": "auth_success"}))
        taken.extend(json.loads(frame) for frame in connection)

    with serve(take, "127.0.0.1", 0, subprotocols=[Subprotocol("prefect")]) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield EventStream(f"http://127.0.0.1:{server.socket.getsockname()[1]}/api", taken)
        server.shutdown()
        thread.join()
