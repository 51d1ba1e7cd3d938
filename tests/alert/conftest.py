"""A warehouse, sinks, and a way to put letters into the outbox as a load does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tasks.alerting import make_composer
from tasks.settings import Settings
from tasks.watching import load_watches
from tests.alert.sinks import Mailbox, Webhook, run_mailbox, run_webhook
from tests.expectations.sample import NOW, make_letter
from warehouse.connection import Connection, connect_writer
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.rows import DocumentBundle

Load = Callable[..., None]


@pytest.fixture
def con(home: Home) -> Iterator[Connection]:
    with connect_writer(home) as connection:
        yield connection


@pytest.fixture
def webhook() -> Iterator[Webhook]:
    with run_webhook() as sink:
        yield sink


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with run_mailbox() as sink:
        yield sink


@pytest.fixture
def load(con: Connection) -> Load:
    """Load letters by number, alerting the recipients of the given settings."""

    def load_letters(settings: Settings, *numbers: int) -> None:
        bundles: list[DocumentBundle] = [make_letter(number) for number in numbers]
        composer = make_composer(con, load_watches(settings), NOW)
        load_batch(con, SourceBatch("run", "un_ga", bundles), composer, NOW)

    return load_letters
