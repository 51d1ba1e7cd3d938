"""How a message leaves: printed, or handed to Apprise; whatever is not acknowledged is an error.

No error and no log says where a message was going: addresses hold passwords and tokens.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tasks.alert.recipients import Recipient
from warehouse.errors import DeliveryError
from warehouse.rows import AlertRow

if TYPE_CHECKING:
    from apprise import Apprise, NotifyBase

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
            sender, is_html = _open_sender(recipient.url or "", alert.event_id, timeout_seconds)
            is_taken = sender.notify(
                title=alert.title,
                body=alert.body_html if is_html else alert.body_text,
                body_format="html" if is_html else "text",
            )
        except DeliveryError:
            raise
        # A plugin may raise anything, and what it says may hold the address.
        except Exception as error:  # noqa: BLE001
            raise DeliveryError(f"the channel broke: {type(error).__name__}") from None
    if not is_taken:
        status = f" (status {statuses[-1]})" if statuses else ""
        raise DeliveryError(f"the channel did not acknowledge the message{status}")


def _open_sender(url: str, event_id: str, timeout_seconds: float) -> tuple[Apprise, bool]:
    from apprise import Apprise, AppriseAsset, NotifyFormat

    asset = AppriseAsset(app_id="herewith", app_desc="herewith", secure_logging=True)
    with warnings.catch_warnings():
        # The first call loads every plugin; some touch deprecated corners of the library.
        warnings.simplefilter("ignore")
        service = Apprise.instantiate(url, asset=asset, suppress_exceptions=True)
    if service is None:
        raise DeliveryError("the configured address is none that Apprise knows")
    _adjust(service, event_id, timeout_seconds)
    sender = Apprise(asset=asset)
    sender.add(service)
    return sender, service.notify_format == NotifyFormat.HTML


def _adjust(service: NotifyBase, event_id: str, timeout_seconds: float) -> None:
    service.socket_connect_timeout = timeout_seconds
    service.socket_read_timeout = timeout_seconds
    headers = getattr(service, "headers", None)
    if isinstance(headers, dict):
        headers["Idempotency-Key"] = event_id


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
