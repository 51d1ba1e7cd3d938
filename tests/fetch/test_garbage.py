"""Whatever a server sends, the client answers with an outcome and raises nothing."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tasks.fetch.magic import Accept, Form, sniff_form
from tasks.fetch.marks import find_obstacle
from tests.fetch.conftest import Ask
from tests.fetch.trouble_server import Answer, TroubleServer
from warehouse.vocabulary import Outcome

PAGE = "https://www.mfa.am/en/news"


def raw(data: bytes) -> Answer:
    """Send these bytes as they are and hang up."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(data)
        handler.close_connection = True

    return act


HEADERS = (
    b"Location: ",
    b"ETag: ",
    b"Last-Modified: ",
    b"Retry-After: ",
    b"Content-Type: ",
    b"Content-Encoding: ",
    b"Content-Length: ",
    b"Transfer-Encoding: ",
    b"Set-Cookie: ",
)
VALUES = (
    b"",
    b"gzip",
    b"chunked",
    b"-1",
    b"9" * 400,
    b"\xff\xfe\x80",
    b"https://",
    b"https://[",
    b"//\xd0\xbc\xd0\xb8\xd0\xb4.example",
    b"https://xn--/",
    b"https://www.mfa.am:99999/",
    b"https://www.mfa.am:abc/",
    b"?\x00",
    b"a=b; Path=/; Domain=.am",
    b"http:\\\\www.mfa.am\\x",
    b"javascript:alert(1)",
    b"/" * 5000,
)


@st.composite
def answers(draw: st.DrawFn) -> bytes:
    status = draw(st.sampled_from([b"200", b"204", b"302", b"304", b"404", b"503", b"999", b"x"]))
    lines = [
        draw(st.sampled_from(HEADERS)) + draw(st.sampled_from(VALUES) | st.binary(max_size=20))
        for _ in range(draw(st.integers(0, 4)))
    ]
    head = b"\r\n".join([b"HTTP/1.1 " + status + b" Fine", *lines])
    return head + b"\r\n\r\n" + draw(st.binary(max_size=40))


@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.one_of(answers(), st.binary(max_size=60)))
def test_garbage_is_an_outcome(server: TroubleServer, ask: Ask, data: bytes) -> None:
    server.on(PAGE, raw(data))
    [fetched] = ask(
        PAGE, accept=Accept.PAGE, read_timeout_seconds=0.5, patience_seconds=0, backoff_seconds=0
    )
    assert fetched.record.outcome in Outcome
    assert (fetched.body is not None) == (fetched.record.outcome is Outcome.NEW)
    assert fetched.record.outcome is Outcome.NEW or fetched.record.reason is not None


@pytest.mark.parametrize("value", VALUES)
def test_odd_addresses_to_go_to_are_an_outcome(
    server: TroubleServer, ask: Ask, value: bytes
) -> None:
    server.on(
        PAGE, raw(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + value + b"\r\n\r\n")
    )
    [fetched] = ask(PAGE, accept=Accept.PAGE, backoff_seconds=0)
    assert fetched.record.outcome is Outcome.FAILED
    assert fetched.record.reason is not None


@given(st.binary(max_size=3000))
def test_any_bytes_have_a_form_and_are_looked_at_for_marks(body: bytes) -> None:
    assert sniff_form(body) in Form
    find_obstacle({}, b"<script>" * 200 + body)
