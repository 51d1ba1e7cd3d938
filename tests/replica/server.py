"""The replica's HTTP server: `http://127.0.0.1:PORT/HOST/PATH` stands for `https://HOST/PATH`.

Used from tests as `with Replica() as world:`; run as a process by `python -m tests.replica`.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import TracebackType

from tests.replica.answers import Answer, Asked, Seen
from tests.replica.handler import ReplicaHandler
from tests.replica.hosts.feeds import answer_feeds, answer_undocs
from tests.replica.hosts.ministries import answer_armenia, answer_azerbaijan
from tests.replica.hosts.recorded import answer_recorded
from tests.replica.hosts.store import answer_store
from tests.replica.letters.slots import SLOTS
from tests.replica.sites.catalogue import SITES
from tests.replica.trouble import Trouble, TroubleKind
from tests.replica.un.spec import UnSpec
from tests.replica.world import World

HOSTS: dict[str, Callable[[Asked, World], Answer]] = {
    "esubscription.un.org": answer_feeds,
    "docs.un.org": answer_feeds,
    "undocs.org": answer_undocs,
    "documents.un.org": answer_store,
    "www.mfa.gov.az": answer_azerbaijan,
    "www.mfa.am": answer_armenia,
    **SITES,
}


class Replica:
    """A running stand-in; `world` is its state, `requests` what was asked of it.

    `today` fixes its calendar (default: this machine's day, UTC); `port` 0 takes a free one.
    One document answers its first request with 503, as the store does now and then; `calm`
    leaves that out.
    """

    def __init__(
        self,
        today: date | None = None,
        *,
        port: int = 0,
        folder: Path | None = None,
        calm: bool = False,
    ) -> None:
        self.world = World(today or datetime.now(UTC).date(), folder)
        self._lock = threading.Lock()
        self._seen: list[Seen] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", port), ReplicaHandler, False)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._server.replica = self  # type: ignore[attr-defined]  # read by the handler
        self._thread = threading.Thread(target=self._serve, name="replica", daemon=True)
        if not calm:
            self._stumble_once()

    def __enter__(self) -> Replica:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Bind the port and serve in a thread."""
        self._server.server_bind()
        self._server.server_activate()
        self._thread.start()

    def stop(self) -> None:
        """Stop serving and free the port."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """Its address, fit for HEREWITH_REPLICA."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def requests(self) -> tuple[Seen, ...]:
        """Everything asked so far, in order; control requests left out."""
        with self._lock:
            return tuple(self._seen)

    def count_requests(self) -> Counter[str]:
        """How often each host was asked."""
        return Counter(seen.host for seen in self.requests)

    def forget_requests(self) -> None:
        """Begin the log anew."""
        with self._lock:
            self._seen.clear()

    def publish(self, name: str | None = None) -> list[str]:
        """Let a held-back document (or all) appear in feeds and store; returns their names."""
        return self.world.publish(name)

    def publish_letter(self, name: str) -> UnSpec:
        """Let one held-back letter appear; returns its description."""
        self.world.publish(name)
        return self.world.documents[name]

    def issue_notices(self) -> list[str]:
        """Let every site beside the two ministries show one item more; returns the titles."""
        return self.world.issue_notices()

    def make_ready(self, name: str | None = None) -> list[str]:
        """Give the store the file of a listed document that was not ready; returns names."""
        return self.world.make_ready(name)

    def trouble(
        self,
        host: str,
        path_prefix: str,
        kind: TroubleKind | str,
        times: int | None = 1,
        seconds: float | None = None,
    ) -> None:
        """Make the next requests go wrong; see `Trouble` for the meaning of each value."""
        self.world.troubles.add(Trouble(host, path_prefix, TroubleKind(kind), times, seconds))

    def calm(self) -> None:
        """End all trouble."""
        self.world.troubles.clear()

    def answer(self, asked: Asked) -> Answer:
        """Answer as the world stands, trouble aside."""
        answer_host = HOSTS.get(asked.host)
        return answer_host(asked, self.world) if answer_host else answer_recorded(asked)

    def note(self, asked: Asked, status: int) -> None:
        """Add to the log."""
        with self._lock:
            self._seen.append(Seen(asked.host, asked.path, asked.raw_query, asked.headers, status))

    def _serve(self) -> None:
        self._server.serve_forever(poll_interval=0.05)

    def _stumble_once(self) -> None:
        symbol = SLOTS["postal_services"].symbols(self.world.today)[0]
        self.trouble("documents.un.org", f"/api/symbol/access?s={symbol}&", TroubleKind.UNAVAILABLE)
