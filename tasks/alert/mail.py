"""A mail with both texts as they were frozen, handed over in one transaction with its server.

Apprise reads the address (server, account, recipients); its own sender would make the plain part
out of the HTML, and would send a mail of several recipients again to all when one is refused.
"""

from __future__ import annotations

import contextlib
import smtplib
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from email.charset import QP, Charset
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import compat32
from email.utils import format_datetime, formataddr
from typing import Any

from warehouse.errors import DeliveryError
from warehouse.rows import AlertRow

_DOMAIN = "herewith.invalid"
"""Right part of message ids: it need not exist, but must never change."""

_UTF8 = Charset("utf-8")
_UTF8.body_encoding = QP

_WIRE = compat32.clone(linesep="\r\n", max_line_length=998)
"""Long headers stay on their line; the subject is folded by its own encoding."""


def send_mail(alert: AlertRow, service: Any, timeout_seconds: float) -> None:  # noqa: ANN401
    """Send one alert through the mail server of an Apprise mail service, to all or to none.

    The server's 250 after the text is the acknowledgement; what it does afterwards, such as
    dying, changes nothing. `timeout_seconds` bounds each wait, three times that the whole.

    Raises:
        DeliveryError: the server did not take it, or refuses one of the recipients.
    """
    recipients = _list_recipients(service)
    try:
        with _connect(service, timeout_seconds) as server:
            server.ehlo_or_helo_if_needed()
            _expect(server.mail(service.from_addr[1]))
            for address in recipients:
                _expect(server.rcpt(address))
            _expect(server.data(write_mail(alert, service)))
    except smtplib.SMTPResponseException as error:
        raise DeliveryError(f"the mail server said {error.smtp_code}") from None
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise DeliveryError(f"the mail server: {type(error).__name__}") from None


def write_mail(alert: AlertRow, service: Any) -> bytes:  # noqa: ANN401
    """Write the mail: the same event gives the same message id, its thread the same reference."""
    mail = MIMEMultipart("alternative")
    mail["Subject"] = Header(alert.title, "utf-8", header_name="Subject").encode()
    name, address = service.from_addr
    mail["From"] = formataddr((name or "herewith", address), charset="utf-8")
    mail["To"] = ", ".join(formataddr((name or "", to)) for name, to in service.targets)
    if service.cc:
        mail["Cc"] = ", ".join(sorted(service.cc))
    mail["Date"] = format_datetime(alert.created_at_utc.astimezone(UTC))
    mail["Message-ID"] = f"<{alert.alert_id[:40]}@{_DOMAIN}>"
    if alert.thread_id:
        mail["References"] = f"<thread.{alert.thread_id[:40]}@{_DOMAIN}>"
    mail["Idempotency-Key"] = alert.event_id
    mail["Auto-Submitted"] = "auto-generated"
    for form, text in (("plain", alert.body_text), ("html", alert.body_html)):
        part = MIMENonMultipart("text", form)
        part.set_payload(text, _UTF8)
        mail.attach(part)
    return mail.as_bytes(policy=_WIRE)


def _list_recipients(service: Any) -> list[str]:  # noqa: ANN401
    addresses = [address for _, address in service.targets]
    return list(dict.fromkeys([*addresses, *sorted(service.cc), *sorted(service.bcc)]))


def _expect(answer: tuple[int, bytes]) -> None:
    code, text = answer
    if not 200 <= code < 300:
        raise smtplib.SMTPResponseException(code, text)


@contextmanager
def _connect(service: Any, timeout_seconds: float) -> Iterator[smtplib.SMTP]:  # noqa: ANN401
    """Connect, secured and logged in as the address says; a server that dawdles is cut off."""
    context = ssl.create_default_context()
    if not service.verify_certificate:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    place = (service.smtp_host, service.port)
    if service.secure_mode == "ssl":
        server: smtplib.SMTP = smtplib.SMTP_SSL(*place, timeout=timeout_seconds, context=context)
    else:
        server = smtplib.SMTP(*place, timeout=timeout_seconds)
    timer = threading.Timer(3 * timeout_seconds, _cut, [server])
    timer.start()
    try:
        if service.secure_mode == "starttls":
            server.starttls(context=context)
        if service.user and service.password:
            server.login(service.user, service.password)
        yield server
        with contextlib.suppress(OSError, smtplib.SMTPException):
            server.quit()
    finally:
        timer.cancel()
        server.close()


def _cut(server: smtplib.SMTP) -> None:
    if server.sock is not None:
        with contextlib.suppress(OSError):
            server.sock.shutdown(2)
