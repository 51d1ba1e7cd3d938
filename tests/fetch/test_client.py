"""Every answer of the outside world gets one named outcome."""

from __future__ import annotations

import gzip
import socket
import zlib
from pathlib import Path

import pytest

from tasks.fetch.archive import read_payload
from tasks.fetch.magic import Accept, Form, sniff_form
from tests.fetch.conftest import Ask
from tests.fetch.trouble_server import (
    Answer,
    TroubleServer,
    conditional,
    drip,
    drop,
    endless,
    hang_up,
    pause,
    redirect,
    reply,
)
from warehouse.answers import Validators
from warehouse.vocabulary import Outcome, Reason

ACCESS = "https://documents.un.org/api/symbol/access?s=S/2026/7&l=en&t=pdf"
FILE = "https://documents.un.org/doc/undoc/gen/n26/001/02/pdf/n2600102.pdf"
PAGE = "https://www.mfa.am/en/news?page=1"
PDF = b"%PDF-1.4 a letter on postal services"
HTML = b"<!DOCTYPE html><html><head><title>Documents</title></head><body>Not here</body></html>"


def test_a_redirect_to_the_file_is_followed_and_the_bytes_are_archived(
    server: TroubleServer, ask: Ask, tmp_path: Path
) -> None:
    server.on(ACCESS, redirect("/doc/undoc/gen/n26/001/02/pdf/n2600102.pdf"))
    server.on(FILE, reply(200, PDF, content_type="text/html", etag='"7"'))
    [fetched] = ask(ACCESS)
    record = fetched.record
    assert (record.outcome, record.reason, fetched.body) == (Outcome.NEW, None, PDF)
    assert (record.url, record.final_url, record.status) == (ACCESS, FILE, 200)
    assert (record.content_type, record.size_bytes, record.etag) == ("text/html", len(PDF), '"7"')
    assert record.archive is not None
    assert read_payload(tmp_path / "archive", record.archive) == PDF


def test_the_stranger_reads_in_the_user_agent_whom_to_write_to(
    server: TroubleServer, ask: Ask
) -> None:
    server.on(ACCESS, reply(200, PDF))
    ask(ACCESS)
    agents = {seen.headers["User-Agent"] for seen in server.seen}
    assert agents == {"herewith/0.1 (+mailto:watch@example.org)"}
    assert all("Cookie" not in seen.headers for seen in server.seen)


@pytest.mark.parametrize(
    ("answer", "accept", "outcome", "reason"),
    [
        (reply(200, HTML), Accept.DOCUMENT, Outcome.NOT_YET_AVAILABLE, Reason.NOT_PUBLISHED_YET),
        (reply(200, b""), Accept.DOCUMENT, Outcome.NOT_YET_AVAILABLE, Reason.NOT_PUBLISHED_YET),
        (reply(404), Accept.DOCUMENT, Outcome.NOT_YET_AVAILABLE, Reason.NOT_PUBLISHED_YET),
        (reply(200, b"hello"), Accept.DOCUMENT, Outcome.FAILED, Reason.UNEXPECTED_CONTENT),
        (reply(200, b" \r\n"), Accept.PAGE, Outcome.FAILED, Reason.EMPTY_BODY),
        (reply(204), Accept.PAGE, Outcome.FAILED, Reason.UNEXPECTED_CONTENT),
        (reply(200, HTML), Accept.FEED, Outcome.FAILED, Reason.UNEXPECTED_CONTENT),
        (reply(200, PDF), Accept.PAGE, Outcome.FAILED, Reason.UNEXPECTED_CONTENT),
        (reply(200, b'{"a": 1}'), Accept.PAGE, Outcome.FAILED, Reason.UNEXPECTED_CONTENT),
        (reply(404, HTML), Accept.PAGE, Outcome.FAILED, Reason.NOT_FOUND),
        (reply(410), Accept.FEED, Outcome.FAILED, Reason.NOT_FOUND),
        (reply(403, HTML), Accept.PAGE, Outcome.FAILED, Reason.BLOCKED),
        (reply(202, HTML), Accept.PAGE, Outcome.FAILED, Reason.BLOCKED),
        (reply(304), Accept.PAGE, Outcome.FAILED, Reason.UNEXPECTED_CONTENT),
        (reply(418), Accept.PAGE, Outcome.FAILED, Reason.UNEXPECTED_CONTENT),
        (reply(200, HTML, content_encoding="br"), Accept.PAGE, Outcome.FAILED, None),
        (hang_up, Accept.PAGE, Outcome.FAILED, Reason.UNREACHABLE),
    ],
)
def test_each_answer_has_its_name(
    server: TroubleServer,
    ask: Ask,
    answer: Answer,
    accept: Accept,
    outcome: Outcome,
    reason: Reason | None,
) -> None:
    server.on(ACCESS, answer)
    [fetched] = ask(ACCESS, accept=accept)
    assert fetched.record.outcome is outcome
    assert fetched.record.reason is (reason or Reason.UNEXPECTED_CONTENT)
    assert fetched.record.message
    assert fetched.body is None


@pytest.mark.parametrize(
    "body",
    [
        b"PK\x03\x04 docx",
        b"\xd0\xcf\x11\xe0 doc",
        b"\xffWPC wordperfect",
        PDF,
    ],
)
def test_documents_are_accepted_by_their_first_bytes_only(
    server: TroubleServer, ask: Ask, body: bytes
) -> None:
    server.on(ACCESS, reply(200, body, content_type="text/plain"))
    [fetched] = ask(ACCESS)
    assert fetched.body == body


@pytest.mark.parametrize(
    ("page", "headers", "reason"),
    [
        (b"<html><script>window['bobcmn'] = '1';</script></html>", {}, Reason.CHALLENGE_PAGE),
        (b"<html><body>Please enable JavaScript to view.</body></html>", {}, Reason.CHALLENGE_PAGE),
        (b"<html></html>", {"x_amzn_waf_action": "challenge"}, Reason.CHALLENGE_PAGE),
        (b"<html><h1>Technical Difficulties</h1></html>", {}, Reason.DECOY_PAGE),
        (b"<html><p>Sorry for the inconvenience.</p></html>", {}, Reason.DECOY_PAGE),
    ],
)
def test_challenges_and_decoys_are_known_by_their_marks(
    server: TroubleServer, ask: Ask, page: bytes, headers: dict[str, str], reason: Reason
) -> None:
    server.on(PAGE, reply(200, page, **headers))
    [fetched] = ask(PAGE, accept=Accept.PAGE)
    assert (fetched.record.outcome, fetched.record.reason) == (Outcome.FAILED, reason)
    assert fetched.record.archive is not None, "what stood in the way is kept as evidence"


@pytest.mark.parametrize(
    ("status", "words", "reason", "tries"),
    [
        (503, b"503 Service Temporarily Unavailable", Reason.SERVER_ERROR, 3),
        (503, b"Sorry for the inconvenience, we are under maintenance", Reason.SERVER_ERROR, 3),
        (404, b"Sorry for the inconvenience: no such page", Reason.NOT_FOUND, 1),
        (404, b"Please enable JavaScript", Reason.NOT_FOUND, 1),
        (403, b"Technical Difficulties", Reason.BLOCKED, 1),
        (503, b"Please enable JavaScript", Reason.CHALLENGE_PAGE, 1),
        (403, b"Just a moment...", Reason.CHALLENGE_PAGE, 1),
        (404, b"<script>window['bobcmn']=1</script>", Reason.CHALLENGE_PAGE, 1),
    ],
)
def test_a_page_that_says_its_status_is_no_decoy_and_may_be_a_challenge(
    server: TroubleServer, ask: Ask, status: int, words: bytes, reason: Reason, tries: int
) -> None:
    server.on(PAGE, reply(status, b"<html><title>%b</title><h1>%b</h1></html>" % (words, words)))
    [fetched] = ask(PAGE, accept=Accept.PAGE)
    assert fetched.record.reason is reason
    assert server.count(PAGE) == tries


def test_a_release_about_technical_difficulties_is_no_decoy(
    server: TroubleServer, ask: Ask
) -> None:
    text = b"The ferry service had technical difficulties; please enable JavaScript. " * 20
    page = b"<html><body><p>" + text + b"</p></body></html>"
    server.on(PAGE, reply(200, page))
    [fetched] = ask(PAGE, accept=Accept.PAGE)
    assert fetched.body == page


def test_a_decoy_may_bring_the_whole_frame_of_its_site(server: TroubleServer, ask: Ask) -> None:
    menu = b"<nav>" + b"<a href='/x'>On postal services and fisheries</a>" * 40 + b"</nav>"
    page = b"<html><head><title>\n Technical  Difficulties - Ministry</title></head>" + menu
    server.on(PAGE, reply(200, page))
    [fetched] = ask(PAGE, accept=Accept.PAGE)
    assert fetched.record.reason is Reason.DECOY_PAGE


def test_an_empty_frame_that_asks_for_javascript_is_not_yet_there(
    server: TroubleServer, ask: Ask
) -> None:
    frame = b"<!doctype html><noscript>Please enable JavaScript to continue.</noscript>"
    server.on(ACCESS, reply(200, frame))
    [fetched] = ask(ACCESS)
    assert fetched.record.reason is Reason.NOT_PUBLISHED_YET


@pytest.mark.parametrize(
    ("body", "form"),
    [
        (b"%PDF-1.7", Form.DOCUMENT),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", Form.HTML),
        (b"<!-- cached --><html>", Form.HTML),
        (b"Warning: deprecated\n<html><body>", Form.HTML),
        (b"<?xml version='1.0'?><!-- x --><rss version='2.0'>", Form.FEED),
        ("<?xml version='1.0'?><feed>".encode("utf-16"), Form.FEED),
        ("<?xml version='1.0'?><rss>".encode("utf-16-le"), Form.FEED),
        (b"<?xml version='1.0'?><channel><title>Documents</title>", Form.XML),
        (b"<?xml version='1.0'?><html xmlns='x'><body><rss>", Form.HTML),
        (b"S/2026/7", Form.TEXT),
        (b"\x7fELF\x00\x00", Form.BINARY),
        (b"", Form.TEXT),
    ],
)
def test_the_form_of_bytes_is_read_from_their_beginning(body: bytes, form: Form) -> None:
    assert sniff_form(body) is form


def test_a_malformed_symbol_is_told_from_one_not_published(server: TroubleServer, ask: Ask) -> None:
    server.on(ACCESS, redirect("https://documents.un.org/error"))
    server.on("https://documents.un.org/error", reply(200, HTML))
    [fetched] = ask(ACCESS)
    assert (fetched.record.outcome, fetched.record.reason) == (Outcome.FAILED, Reason.NOT_FOUND)


def test_a_server_error_is_tried_again_and_then_named(server: TroubleServer, ask: Ask) -> None:
    server.on(ACCESS, reply(503), reply(502), reply(200, PDF))
    server.on(FILE, reply(503))
    first, second = ask(ACCESS, FILE)
    assert first.body == PDF
    assert [record.status for record in first.records] == [404, 503, 502, 200]
    assert second.record.reason is Reason.SERVER_ERROR
    assert server.count(FILE) == len(second.records) == 3


def test_a_broken_body_is_tried_again(server: TroubleServer, ask: Ask) -> None:
    server.on(ACCESS, drop(PDF[:10], 5000), reply(200, PDF))
    [fetched] = ask(ACCESS)
    assert fetched.body == PDF
    assert [record.reason for record in fetched.records] == [None, Reason.SERVER_ERROR, None]


def test_a_304_needs_no_body_and_keeps_the_validators(server: TroubleServer, ask: Ask) -> None:
    server.on(ACCESS, conditional(PDF, '"v1"', "Tue, 10 Mar 2026 12:00:00 GMT"))
    known = Validators('"v1"', "Tue, 10 Mar 2026 12:00:00 GMT")
    [fetched] = ask(ACCESS, validators=known)
    assert (fetched.record.outcome, fetched.record.status) == (Outcome.UNCHANGED, 304)
    assert (fetched.record.etag, fetched.record.last_modified) == (known.etag, known.last_modified)
    assert fetched.body is None
    assert server.last().headers["If-None-Match"] == '"v1"'
    assert server.last().headers["If-Modified-Since"] == known.last_modified


def test_validators_are_replaced_by_those_of_each_200(server: TroubleServer, ask: Ask) -> None:
    server.on(ACCESS, reply(200, PDF, etag='"v2"'))
    [fetched] = ask(ACCESS, validators=Validators('"v1"', "Tue, 10 Mar 2026 12:00:00 GMT"))
    assert (fetched.record.etag, fetched.record.last_modified) == ('"v2"', None)


def test_a_stored_validator_that_no_header_can_hold_is_not_sent(
    server: TroubleServer, ask: Ask
) -> None:
    server.on(ACCESS, reply(200, PDF))
    [fetched] = ask(ACCESS, validators=Validators('"é\r\nX: y"', None))
    assert fetched.body == PDF
    assert "If-None-Match" not in server.last().headers


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (endless(b"x" * 65_536, content_length="99999999999"), Reason.TOO_LARGE),
        (endless(gzip.compress(bytes(50_000_000)), content_encoding="gzip"), Reason.TOO_LARGE),
        (
            reply(200, gzip.compress(gzip.compress(PDF)), content_encoding="gzip, gzip"),
            Reason.UNEXPECTED_CONTENT,
        ),
        (reply(200, b"not gzip at all", content_encoding="gzip"), Reason.UNEXPECTED_CONTENT),
        (reply(200, gzip.compress(PDF)[:-9], content_encoding="gzip"), Reason.SERVER_ERROR),
        (pause(4, reply(200, PDF)), Reason.TIMED_OUT),
        (drip(b"%PDF-", 30, 0.5), Reason.TIMED_OUT),
    ],
)
def test_bodies_that_would_never_end_are_cut_off(
    server: TroubleServer, ask: Ask, answer: Answer, reason: Reason
) -> None:
    server.on(ACCESS, answer)
    [fetched] = ask(ACCESS, read_timeout_seconds=1, total_timeout_seconds=2)
    assert (fetched.record.outcome, fetched.record.reason) == (Outcome.FAILED, reason)
    assert fetched.record.archive is None, "half a body is not what was published"


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(PDF * 9000), "gzip"),
        (zlib.compress(PDF * 9000), "deflate"),
        (zlib.compress(PDF * 9000, wbits=-15), "deflate"),
        (PDF * 9000, "identity"),
    ],
)
def test_compressed_bodies_are_unpacked(
    server: TroubleServer, ask: Ask, body: bytes, encoding: str
) -> None:
    server.on(ACCESS, reply(200, body, content_encoding=encoding))
    [fetched] = ask(ACCESS)
    assert fetched.body == PDF * 9000


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://localhost/",
        "https://printer.local/",
        "https://news.example.com/letter.pdf",
        "http://documents.un.org/letter.pdf",
        "ftp://documents.un.org/letter.pdf",
        "https://user@documents.un.org/letter.pdf",
        "https://documents.un.org.example.com/",
        "https://[half/",
        ACCESS,
    ],
)
def test_redirects_out_of_the_house_are_refused(
    server: TroubleServer, ask: Ask, location: str
) -> None:
    server.on(ACCESS, redirect(location))
    [fetched] = ask(ACCESS)
    record = fetched.record
    assert (record.outcome, record.reason) == (Outcome.FAILED, Reason.REDIRECT_REFUSED)
    assert server.paths() == ["/documents.un.org/api/symbol/access?s=S/2026/7&l=en&t=pdf"]


def test_the_houses_of_the_un_are_one(server: TroubleServer, ask: Ask) -> None:
    server.on("https://undocs.org/S/2026/7", redirect("https://docs.un.org/S/2026/7", 301))
    server.on("https://docs.un.org/S/2026/7", redirect(ACCESS, 301))
    server.on(ACCESS, redirect(f"{server.url}/documents.un.org/file.pdf"))
    server.on("https://documents.un.org/file.pdf", reply(200, PDF))
    [fetched] = ask("https://undocs.org/S/2026/7")
    assert fetched.record.final_url == "https://documents.un.org/file.pdf"
    assert fetched.record.message == "after 3 redirects"


def test_a_redirect_loop_and_a_long_chain_end(server: TroubleServer, ask: Ask) -> None:
    server.on(ACCESS, redirect(FILE))
    server.on(FILE, redirect(ACCESS))
    for step in range(9):
        server.on(f"https://docs.un.org/{step}", redirect(f"/{step + 1}"))
    loop, chain = ask(ACCESS, "https://docs.un.org/0")
    assert loop.record.reason is chain.record.reason is Reason.REDIRECT_REFUSED
    assert len(server.paths()) == 2 + 6


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/x",
        "https://[::1]/",
        "https://intranet/",
        "file:///etc/hosts",
        "",
        "https://",
    ],
)
def test_an_address_that_may_not_be_asked_is_not_asked(
    server: TroubleServer, ask: Ask, url: str
) -> None:
    [fetched] = ask(url)
    assert fetched.record.reason is Reason.REDIRECT_REFUSED
    assert not fetched.was_sent
    assert server.seen == []


def test_a_refused_connection_costs_two_tries_and_then_the_host_is_left_alone(
    server: TroubleServer, ask: Ask
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    first, second = ask(ACCESS, FILE, replica=f"http://127.0.0.1:{port}")
    assert first.record.reason is second.record.reason is Reason.UNREACHABLE
    assert [record.url for record in first.records] == ["https://documents.un.org/robots.txt"] * 2
    assert second.records == ()
    assert server.seen == []
