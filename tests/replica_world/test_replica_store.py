"""The document store answers as the real one is said to: by bytes, not by status."""

from __future__ import annotations

import io
import zipfile

from tests.replica.server import Replica
from tests.replica_world.asking import ACCESS, ask, follow


def test_a_symbol_leads_by_two_redirects_to_a_pdf(replica: Replica) -> None:
    first = ask(replica, f"{ACCESS}?s=S/2026/1907&l=en&t=pdf")
    upper = "https://documents.un.org/doc/UNDOC/GEN/N26/913/15/PDF/N2691315.PDF"
    assert (first.status, first.headers["location"]) == (302, upper)
    second = ask(replica, "/" + upper.removeprefix("https://"))
    lower = "https://documents.un.org/doc/undoc/gen/n26/913/15/pdf/n2691315.pdf"
    assert (second.status, second.headers["location"]) == (301, lower)
    last = ask(replica, "/" + lower.removeprefix("https://"))
    assert (last.status, last.headers["content-type"]) == (200, "application/pdf")
    assert last.body.startswith(b"%PDF-")


def test_both_symbols_of_a_joint_document_give_the_same_bytes(replica: Replica) -> None:
    one = follow(replica, f"{ACCESS}?s=A%2F81%2F925&l=en&t=pdf")
    other = follow(replica, f"{ACCESS}?s=S/2026/1907&l=en&t=pdf")
    assert one.body == other.body


def test_doc_gives_a_word_file(replica: Replica) -> None:
    reply = follow(replica, f"{ACCESS}?s=A/81/925&l=en&t=doc")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(reply.body)).namelist()


def test_what_is_not_there_is_200_with_a_kilobyte_of_html(replica: Replica) -> None:
    absent = ask(replica, f"{ACCESS}?s=S/2026/9999&l=en&t=pdf")
    other_language = ask(replica, f"{ACCESS}?s=A/81/925&l=fr&t=pdf")
    for reply in (absent, other_language):
        assert (reply.status, reply.headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert 1000 < len(reply.body) < 1600


def test_an_unknown_language_silently_gives_english(replica: Replica) -> None:
    assert ask(replica, f"{ACCESS}?s=A/81/925&l=ja&t=pdf").status == 302


def test_a_malformed_symbol_leads_to_the_error_page(replica: Replica) -> None:
    reply = ask(replica, f"{ACCESS}?s=nonsense&l=en&t=pdf")
    assert reply.headers["location"] == "https://documents.un.org/error"


def test_a_listed_document_is_empty_until_it_is_ready(fresh: Replica) -> None:
    path = f"{ACCESS}?s=S/2026/1912&l=en&t=pdf"
    before = ask(fresh, path)
    assert (before.status, before.body) == (200, b"")
    assert fresh.make_ready() == ["glaciers_not_ready"]
    assert follow(fresh, path).body.startswith(b"%PDF-")


def test_one_document_answers_its_first_request_with_503(fresh: Replica) -> None:
    path = f"{ACCESS}?s=S%2F2026%2F1904&l=en&t=pdf"
    assert [ask(fresh, path).status, ask(fresh, path).status] == [503, 302]


def test_files_have_validators_and_a_304(replica: Replica) -> None:
    path = "/documents.un.org/doc/undoc/gen/n26/913/15/pdf/n2691315.pdf"
    full = ask(replica, path)
    by_tag = ask(replica, path, {"If-None-Match": full.headers["etag"]})
    by_date = ask(replica, path, {"If-Modified-Since": full.headers["last-modified"]})
    other_tag = ask(replica, path, {"If-None-Match": '"something else"'})
    assert [by_tag.status, by_date.status, other_tag.status] == [304, 304, 200]
    assert by_tag.body == b""


def test_a_damaged_file_begins_like_a_pdf_and_ends_too_soon(replica: Replica) -> None:
    body = follow(replica, f"{ACCESS}?s=S/2026/1913&l=en&t=pdf").body
    assert body.startswith(b"%PDF-")
    assert b"%%EOF" not in body


def test_held_back_is_unknown_to_the_store_until_published(fresh: Replica) -> None:
    path = f"{ACCESS}?s=A/81/935&l=en&t=pdf"
    assert ask(fresh, path).headers["content-type"].startswith("text/html")
    assert fresh.publish_letter("alphabets_held_back").symbol == "A/81/935"
    assert follow(fresh, path).body.startswith(b"%PDF-")
