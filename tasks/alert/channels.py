"""How a message leaves: printed, posted, or by Apprise; whatever is not acknowledged is an error.

No error and no log says where a message was going: addresses hold passwords and tokens.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from tasks.alert.recipients import Recipient
from tasks.alert.signing import Post, sign
from warehouse.errors import DeliveryError
from warehouse.rows import AlertRow

if TYPE_CHECKING:
    from apprise import NotifyBase

Print = Callable[[str], None]
"""Prints one line for people."""

TIMEOUT_SECONDS = 10.0
_STATUS = re.compile(r"error=(\d{3})\b")
# What these libraries log holds hosts, paths and tokens.
_TALKATIVE = (
    "apprise",
    "requests",
    "urllib3",
    "urllib3.connection",
    "urllib3.connectionpool",
    "urllib3.poolmanager",
    "urllib3.response",
    "urllib3.util.retry",
    "httpx",
    "httpcore",
    "httpcore.connection",
    "httpcore.http11",
)


def print_alert(alert: AlertRow, print_line: Print) -> None:
    """Print an alert: its title, then its text.

    Raises:
        DeliveryError: the terminal took nothing.
    """
    try:
        print_line(alert.title)
        for line in alert.body_text.splitlines():
            print_line(f"  {line}".rstrip())
    except (OSError, ValueError) as error:
        raise DeliveryError(f"the terminal took nothing: {type(error).__name__}") from None


def send_by_webhook(
    alert: AlertRow, recipient: Recipient, now: datetime, timeout_seconds: float, post: Post
) -> None:
    """Post an alert to a webhook, signed; a status of 2xx with a whole answer acknowledges it.

    Raises:
        DeliveryError: another status, a redirect among them, or no whole answer in time.
    """
    body = (alert.payload_json or "{}").encode()
    headers = sign(alert.event_id, body, recipient.secrets, now)
    with _keep_quiet():
        status = post(recipient.url or "", body, headers, timeout_seconds)
    if 300 <= status < 400:
        raise DeliveryError(f"the webhook redirects (status {status}), which is not followed")
    if not 200 <= status < 300:
        raise DeliveryError(f"the webhook did not acknowledge the message (status {status})")


def send_by_apprise(
    alert: AlertRow, recipient: Recipient, timeout_seconds: float = TIMEOUT_SECONDS
) -> None:
    """Hand an alert to the service behind an Apprise URL; its success is the acknowledgement.

    The event id goes along as `Idempotency-Key` where the service takes headers.
    `timeout_seconds` bounds each wait for a connection and for an answer.

    Raises:
        DeliveryError: the service refused it, did not answer in time, or is unknown to Apprise.
    """
    with _keep_quiet() as statuses:
        try:
            service = _open_service(recipient.url or "", alert.event_id, timeout_seconds)
            if _is_mail(service):
                from tasks.alert.mail import send_mail

                send_mail(alert, service, timeout_seconds)
                return
            is_taken = _notify(service, alert)
        except DeliveryError:
            raise
        # A plugin may raise anything, and what it says may hold the address.
        except Exception as error:  # noqa: BLE001
            raise DeliveryError(f"the channel broke: {type(error).__name__}") from None
    if not is_taken:
        status = f" (status {statuses[-1]})" if statuses else ""
        raise DeliveryError(f"the channel did not acknowledge the message{status}")


def _open_service(url: str, event_id: str, timeout_seconds: float) -> NotifyBase:
    from apprise import Apprise, AppriseAsset

    asset = AppriseAsset(app_id="herewith", app_desc="herewith", secure_logging=True)
    with warnings.catch_warnings():
        # The first call loads every plugin; some touch deprecated corners of the library.
        warnings.simplefilter("ignore")
        service = Apprise.instantiate(url, asset=asset, suppress_exceptions=True)
    if service is None:
        raise DeliveryError("the configured address is none that Apprise knows")
    service.socket_connect_timeout = timeout_seconds
    service.socket_read_timeout = timeout_seconds
    headers = getattr(service, "headers", None)
    if isinstance(headers, dict):
        headers["Idempotency-Key"] = event_id
    return service


def _is_mail(service: NotifyBase) -> bool:
    """Whether it is a mail server that we can speak to ourselves: encryption is left to Apprise."""
    from apprise.plugins.email.base import PGP_MODE_DEFAULT, NotifyEmail

    return type(service) is NotifyEmail and bool(service.pgp_mode == PGP_MODE_DEFAULT)


def _notify(service: NotifyBase, alert: AlertRow) -> bool:
    """Send what the service shows best: Markdown where it takes that, else the plain text."""
    from apprise import Apprise, NotifyFormat

    sender = Apprise(asset=service.asset)
    sender.add(service)
    body, form = alert.body_text, NotifyFormat.TEXT
    if service.notify_format == NotifyFormat.MARKDOWN and alert.body_markdown:
        body, form = alert.body_markdown, NotifyFormat.MARKDOWN
    return bool(sender.notify(title=alert.title, body=body, body_format=form))


@contextmanager
def _keep_quiet() -> Iterator[list[str]]:
    """Keep the loggers of Apprise and below it silent; gives the statuses they meant to log."""
    statuses: list[str] = []

    def swallow(record: logging.LogRecord) -> bool:
        statuses.extend(_STATUS.findall(record.getMessage()))
        return False

    loggers = [logging.getLogger(name) for name in _TALKATIVE]
    for logger in loggers:
        logger.addFilter(swallow)
    try:
        yield statuses
    finally:
        for logger in loggers:
            logger.removeFilter(swallow)
