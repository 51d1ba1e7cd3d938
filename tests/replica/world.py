"""The state of the replica's world: what exists, what is held back, what is not ready yet."""

from __future__ import annotations

import json
import threading
from datetime import date
from pathlib import Path

from tests.replica.letters.catalogue import (
    COLLECTED,
    DAMAGED,
    HELD_BACK,
    NOT_READY,
    make_documents,
)
from tests.replica.press.catalogue import make_releases
from tests.replica.press.spec import Release
from tests.replica.sites.notices import Notice, make_notices
from tests.replica.trouble import Troubles
from tests.replica.un.pdf import render_pdf
from tests.replica.un.spec import UnSpec
from tests.replica.un.word import render_docx


class World:
    """Everything that the hosts answer from; safe to use from several threads.

    With a `folder` the calendar and what was published outlive the process.
    """

    def __init__(self, today: date, folder: Path | None = None) -> None:
        self._lock = threading.Lock()
        self._state = folder / "world.json" if folder else None
        self._published: set[str] = set()
        self._ready: set[str] = set()
        self._round = 0
        self._files: dict[tuple[str, str], bytes] = {}
        self.today = self._recall(today)
        self.documents: dict[str, UnSpec] = make_documents(self.today)
        self.releases: tuple[Release, ...] = make_releases(self.today)
        self.notices: dict[str, tuple[Notice, ...]] = make_notices(self.today)
        self.troubles = Troubles()

    def visible_documents(self) -> list[UnSpec]:
        """The documents that feeds and store know, newest first."""
        with self._lock:
            hidden = HELD_BACK - self._published
        seen = [spec for name, spec in self.documents.items() if name not in hidden]
        return sorted(seen, key=lambda spec: (spec.released, spec.job_number), reverse=True)

    def listed_documents(self) -> list[UnSpec]:
        """The documents of the last weeks, which the feeds name."""
        return [spec for spec in self.visible_documents() if not spec.name.startswith(COLLECTED)]

    def collected_documents(self) -> list[UnSpec]:
        """The older documents, which only a collection names."""
        return [spec for spec in self.visible_documents() if spec.name.startswith(COLLECTED)]

    def visible_notices(self, source_id: str) -> tuple[Notice, ...]:
        """What a site shows in this round, newest first by its printed day."""
        with self._lock:
            now = self._round
        return tuple(one for one in self.notices[source_id] if one.issued_in <= now)

    def issue_notices(self) -> list[str]:
        """Begin the next round: every site shows one item more; returns the titles."""
        with self._lock:
            self._round += 1
            self._remember()
            now = self._round
        every = (one for notices in self.notices.values() for one in notices)
        return sorted(one.title for one in every if one.issued_in == now)

    def find_document(self, symbol: str) -> UnSpec | None:
        """The visible document of a symbol, whatever its case, with or without asterisk."""
        wanted = symbol.strip().rstrip("*").upper()
        for spec in self.visible_documents():
            if wanted in (one.upper() for one in spec.masthead.symbols):
                return spec
        return None

    def is_ready(self, name: str) -> bool:
        """Whether the store has the file, not just the feed the name."""
        with self._lock:
            return name not in NOT_READY or name in self._ready

    def read_file(self, name: str, kind: str) -> bytes:
        """The bytes of a document as `pdf` or `docx`; made once."""
        key = (name, kind)
        if key not in self._files:
            self._files[key] = self._render(name, kind)
        return self._files[key]

    def publish(self, name: str | None = None) -> list[str]:
        """Let held-back documents appear: one by name, or all; returns what appeared.

        Raises:
            KeyError: no document of that name is held back.
        """
        if name is not None and name not in HELD_BACK:
            raise KeyError(f"no held-back document is called {name}")
        with self._lock:
            new = sorted(({name} if name else set(HELD_BACK)) - self._published)
            self._published.update(new)
            self._remember()
        return new

    def make_ready(self, name: str | None = None) -> list[str]:
        """Give the store the file that was not there yet; returns what became ready.

        Raises:
            KeyError: no document of that name was waiting.
        """
        if name is not None and name not in NOT_READY:
            raise KeyError(f"no document called {name} was waiting")
        with self._lock:
            new = sorted(({name} if name else set(NOT_READY)) - self._ready)
            self._ready.update(new)
            self._remember()
        return new

    def _render(self, name: str, kind: str) -> bytes:
        spec = self.documents[name]
        data = render_pdf(spec) if kind == "pdf" else render_docx(spec)
        return data[: len(data) // 3] if name in DAMAGED else data

    def _recall(self, today: date) -> date:
        if self._state is None or not self._state.exists():
            self._day = today
            return today
        kept = json.loads(self._state.read_text(encoding="utf-8"))
        self._published, self._ready = set(kept["published"]), set(kept["ready"])
        self._round = int(kept["round"])
        self._day = date.fromisoformat(kept["today"])
        return self._day

    def _remember(self) -> None:
        if self._state is None:
            return
        kept = {
            "today": self._day.isoformat(),
            "published": sorted(self._published),
            "ready": sorted(self._ready),
            "round": self._round,
        }
        self._state.parent.mkdir(parents=True, exist_ok=True)
        self._state.write_text(json.dumps(kept), encoding="utf-8")
