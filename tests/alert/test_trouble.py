"""Nothing lost, nothing marked sent that was not taken, one message a recipient and letter."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tasks.alert.deliver import deliver_due
from tasks.alerting import make_composer
from tasks.fetch.webhook import post_webhook
from tasks.settings import Settings, load_settings
from tasks.watching import load_watches
from tests.alert.trouble import HOOK_MODES, MAIL_MODES, NOT_TAKEN, Taken, run_hook, run_mail
from tests.expectations.sample import NOW, make_letter
from warehouse.connection import Connection, connect_writer
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
TIMEOUT = 0.4
_ROOT = Path(__file__).resolve().parents[2]
_CODE = """
import sys
from datetime import timedelta
from tasks.alert.deliver import deliver_due
from tasks.fetch.webhook import post_webhook
from tasks.settings import load_settings
from tests.expectations.sample import NOW
from warehouse.connection import connect_writer
settings = load_settings()
with connect_writer(settings.paths) as con:
    now = NOW + timedelta(hours=float(sys.argv[1]))
    deliver_due(con, settings, now, print, post_webhook, 0.4)
"""
_TOML = """
any_new_letter = false

[channels.desk]
url = "mailto://127.0.0.1:{mail}/?mode=insecure&from=herewith@example.org&to=a@example.org,b@example.org"

[channels.hook]
webhook = "http://127.0.0.1:{hook}/letters"
secret = "${{HOOK_SECRET}}"

[[watches]]
name = "sturgeon"
words = ["sturgeon"]
channels = ["desk", "hook"]

[[watches]]
name = "from Azerbaijan"
note = "Who asks."
senders = ["Azerbaijan"]
channels = ["hook", "desk"]

[[watches]]
name = "item 34"
agenda_items = ["34"]
channels = ["desk"]
"""


@pytest.fixture
def mail() -> Iterator[Taken]:
    with run_mail() as sink:
        yield sink


@pytest.fixture
def hook() -> Iterator[Taken]:
    with run_hook() as sink:
        yield sink


@pytest.fixture
def settings(
    mail: Taken, hook: Taken, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Settings:
    (tmp_path / "herewith.toml").write_text(_TOML.format(mail=mail.port, hook=hook.port))
    monkeypatch.setenv("HOOK_SECRET", SECRET)
    monkeypatch.chdir(tmp_path)
    load_settings.cache_clear()
    return load_settings()


def load(con: Connection, settings: Settings, *numbers: int) -> None:
    bundles = [make_letter(number) for number in numbers]
    composer = make_composer(con, load_watches(settings), NOW)
    load_batch(con, SourceBatch("run", "un_ga", bundles), composer, NOW)


def deliver(con: Connection, settings: Settings, hours: float = 0) -> tuple[int, int]:
    now = NOW + timedelta(hours=hours)
    done = deliver_due(con, settings, now, print, post_webhook, TIMEOUT)
    return done.sent, done.pending


def test_three_rules_are_one_message_with_three_reasons(
    con: Connection, settings: Settings, mail: Taken, hook: Taken
) -> None:
    load(con, settings, 198)
    assert deliver(con, settings) == (2, 0)
    rows = con.execute("select recipient, watches, reasons from ops.alerts order by all").fetchall()
    assert [row[0] for row in rows] == ["desk", "hook"]
    assert rows[0][1] == ["sturgeon", "from Azerbaijan", "item 34"]
    assert rows[0][2][1] == "from Azerbaijan: sender Azerbaijan"
    assert rows[1][1] == ["sturgeon", "from Azerbaijan"]
    assert list(mail.taken.values()) == list(hook.taken.values()) == [1]
    assert b"Who asks." in mail.bodies[0]


def test_a_webhook_can_check_who_wrote_and_when(
    con: Connection, settings: Settings, hook: Taken
) -> None:
    load(con, settings, 198)
    deliver(con, settings)
    (headers,), (body,) = hook.headers, hook.bodies
    assert headers["idempotency-key"] == headers["webhook-id"]
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{wanted}"
    assert abs(int(headers["webhook-timestamp"]) - NOW.timestamp()) < 60
    assert b'"type":"new_letter"' in body


def test_two_secrets_both_sign() -> None:
    from tasks.alert.signing import sign

    other = "whsec_" + base64.b64encode(b"b" * 32).decode()
    both = sign("id", b"{}", [SECRET, other], NOW)["webhook-signature"].split(" ")
    assert both[0] == sign("id", b"{}", [SECRET], NOW)["webhook-signature"]
    assert len(set(both)) == 2


@pytest.mark.parametrize("mode", HOOK_MODES)
def test_a_webhook_in_trouble(con: Connection, settings: Settings, hook: Taken, mode: str) -> None:
    load(con, settings, 198)
    hook.mode = mode
    deliver(con, settings)
    (state,) = con.execute("select state from ops.alerts where recipient = 'hook'").fetchall()[0]
    assert state == ("pending" if mode in NOT_TAKEN else "sent")
    assert hook.heard == 1
    hook.mode = "well"
    deliver(con, settings, hours=1)
    deliver(con, settings, hours=2)
    assert list(hook.taken.values()) == [1]
    assert len({headers["webhook-id"] for headers in hook.headers}) == 1
    assert len(set(hook.bodies)) == 1


@pytest.mark.parametrize("mode", MAIL_MODES)
def test_a_mail_server_in_trouble(
    con: Connection, settings: Settings, mail: Taken, mode: str
) -> None:
    load(con, settings, 198)
    mail.mode = mode
    deliver(con, settings)
    (state,) = con.execute("select state from ops.alerts where recipient = 'desk'").fetchall()[0]
    assert state == ("sent" if mode in ("well", "ack_and_die") else "pending")
    mail.release.set()
    mail.mode = "well"
    deliver(con, settings, hours=1)
    deliver(con, settings, hours=2)
    assert list(mail.taken.values()) == [1]


def test_no_address_is_in_a_row_or_an_error(
    con: Connection, settings: Settings, mail: Taken, hook: Taken
) -> None:
    load(con, settings, 198)
    mail.mode, hook.mode = "554", "redirect"
    deliver(con, settings)
    rows = str(con.execute("select a::varchar from ops.alerts a").fetchall())
    for secret in (str(hook.port), str(mail.port), "a@example.org", SECRET):
        assert secret not in rows
    assert "which is not followed" in rows
    assert "the mail server said 554" in rows


def deliver_in_a_process(home: Home, hours: float, fault: str | None) -> int:
    environment = dict(os.environ) | {"PYTHONPATH": str(_ROOT)}
    if fault is not None:
        environment["HEREWITH_FAULT"] = fault
    words = [sys.executable, "-c", _CODE, str(hours)]
    done = subprocess.run(words, env=environment, check=False, capture_output=True, timeout=120)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr.decode()
    return done.returncode


def deliver_somehow(home: Home, settings: Settings, hours: float, fault: str | None) -> bool:
    """Deliver, in a process of its own where that is to die; returns whether it did."""
    if fault is not None:
        return deliver_in_a_process(home, hours, fault) == -signal.SIGKILL
    with connect_writer(home) as con:
        deliver(con, settings, hours)
    return False


def go_through(
    seed: int, steps: int, home: Home, settings: Settings, mail: Taken, hook: Taken
) -> None:
    """Load letters and deliver among troubles and kills, then let all be well."""
    dice = random.Random(seed)  # noqa: S311
    letters, crashes = 0, 0
    for step in range(steps):
        with connect_writer(home) as con:
            load(con, settings, *range(letters, letters + 2))
        letters += 2
        mail.mode, hook.mode = dice.choice(MAIL_MODES), dice.choice(HOOK_MODES)
        fault = dice.choice([None, "after-send:1", "after-send:2", "before-mark:3", None])
        crashes += deliver_somehow(home, settings, step, fault)
        mail.release.set()
        mail.release.clear()
    mail.mode = hook.mode = "well"
    for later in range(1, 8):
        deliver_somehow(home, settings, 48 * later, None)
    with connect_writer(home) as con:
        states = con.execute("select state, count(*) from ops.alerts group by state").fetchall()
    assert states == [("sent", 2 * letters)]
    assert len(mail.taken) == len(hook.taken) == letters
    assert sum(mail.taken.values()) + sum(hook.taken.values()) <= 2 * letters + crashes
    assert max(mail.taken.values()) <= 1 + crashes


def test_a_kill_between_send_and_mark_is_one_mail_more_at_most(
    home: Home, settings: Settings, mail: Taken, hook: Taken
) -> None:
    with connect_writer(home) as con:
        load(con, settings, 198)
    assert deliver_in_a_process(home, 0, "after-send:2") == -signal.SIGKILL
    deliver_somehow(home, settings, 1, None)
    deliver_somehow(home, settings, 2, None)
    assert sorted([*mail.taken.values(), *hook.taken.values()]) == [1, 2]
    assert len(mail.taken) == len(hook.taken) == 1


@pytest.mark.trial
@pytest.mark.parametrize("seed", range(30))
def test_among_many_troubles_and_kills(
    home: Home, settings: Settings, mail: Taken, hook: Taken, seed: int
) -> None:
    go_through(seed, 5, home, settings, mail, hook)
