"""APIs over HTTP: asked for JSON, and their ways of saying that a list is at its end."""

from __future__ import annotations

import pytest

from tasks.records import Harvest
from tasks.settings import Settings
from tests.fetch.trouble_server import TroubleServer, reply
from tests.sources.cases import Case
from tests.sources.recorded import read_page
from tests.sources.showing import NOW, PAGE, Shown
from warehouse.vocabulary import Outcome, Reason

NO_SUCH_PAGE = b'{"code": "rest_post_invalid_page_number", "data": {"status": 400}}'


def harvest_pages(one: Shown, *pages: bytes) -> Harvest:
    """Show a source these pages and harvest it once."""
    return one.listing(*pages).run(NOW)


@pytest.mark.parametrize("source_id", ["mfa_us", "unispal"])
def test_wordpress_ends_its_list_with_400(
    source_id: str, server: TroubleServer, settings: Settings
) -> None:
    one = Shown(source_id, server, settings)
    world = one.listing(read_page(source_id, Case.GOOD))
    server.on(one.pages[1], reply(400, NO_SUCH_PAGE))
    assert world.run(NOW).outcome is Outcome.NEW
    server.on(one.pages[0], reply(400, NO_SUCH_PAGE))
    refused = one.world().run(NOW)
    assert (refused.outcome, refused.reason) == (Outcome.FAILED, Reason.NOT_FOUND)


def test_an_api_is_asked_for_json_and_a_page_is_no_answer(
    server: TroubleServer, settings: Settings
) -> None:
    found = harvest_pages(Shown("mfa_gb", server, settings), PAGE)
    assert (found.outcome, found.reason) == (Outcome.FAILED, Reason.UNEXPECTED_CONTENT)
    assert server.last().headers["Accept"].startswith("application/json")


def test_json_that_quotes_a_page_is_still_json(server: TroubleServer, settings: Settings) -> None:
    good = read_page("mfa_us", Case.GOOD)
    body = good.replace(b"Postal Services Day", b"<html>Postal Day</html>")
    assert body != good
    assert harvest_pages(Shown("mfa_us", server, settings), body).outcome is Outcome.NEW
