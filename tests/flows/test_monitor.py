"""The whole way of a document, over real HTTP: three runs, then what they left is looked at."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest

from tasks.sources.declaration import SourceKind
from tasks.sources.registry import find_source, load_sources
from tests.flows.story import SHUT, WATCHED, Story, line_of, run_monitor
from tests.replica.server import Replica
from tests.replica.un.expected import expected as describe
from warehouse.paths import Home
from warehouse.vocabulary import Outcome, Reason

pytestmark = [pytest.mark.prefect]
WITHOUT_VALIDATORS = ("www.mfa.am", "www.state.gov")
"""Hosts of the replica whose listings carry none, so that nothing can be asked conditionally."""


@pytest.fixture(scope="module")
def story(prefect_api: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    root = tmp_path_factory.mktemp("story")
    with Replica() as replica, pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEREWITH_HOME", str(root))
        patch.setenv("HEREWITH_REPLICA", replica.url)
        patch.setenv("HEREWITH_PACE", "0")
        first = run_monitor()
        replica.forget_requests()
        second = run_monitor()
        asked = replica.requests
        replica.publish()
        replica.issue_notices()
        issued = {
            name: one.title
            for name, notices in replica.world.notices.items()
            for one in notices
            if one.issued_in == 1
        }
        expected = {spec.symbol: describe(spec) for spec in replica.world.visible_documents()}
        yield Story(Home(root), first, second, run_monitor(), asked, issued, expected)


def test_the_first_run_loads_every_source_as_history(story: Story) -> None:
    assert len(WATCHED) >= 12
    for source_id in WATCHED:
        line = line_of(story.first, source_id)
        assert line.outcome is Outcome.NEW, line
        assert line.is_baseline
        assert line.inserted > 0
    assert story.first.events == 0
    assert story.ask(
        "select count(*) from documents where not is_history and document_type <> 'press_release'"
    ) == [(1,)]


def test_who_refuses_programs_is_named_so_and_left_alone_afterwards(story: Story) -> None:
    reasons = {line_of(story.first, source_id).reason for source_id in SHUT}
    assert reasons == {Reason.CHALLENGE_PAGE, Reason.ROBOTS_REFUSED, Reason.DECOY_PAGE}
    hosts = {urlsplit(find_source(source_id).urls[0]).hostname for source_id in SHUT}
    assert not hosts & {seen.host for seen in story.asked_in_second}
    assert {rests.source_id for rests in story.second.not_due} == set(SHUT)
    for rests in story.second.not_due:
        assert rests.standing == find_source(rests.source_id).standing
        assert rests.due_at_utc - rests.last_asked_at_utc == timedelta(days=7)
    asked = story.ask("select source_id from source_freshness where runs = 1")
    assert set(SHUT) <= {source_id for (source_id,) in asked}


def test_the_second_run_is_all_noop_and_says_nothing(story: Story) -> None:
    for line in story.second.sources:
        assert (line.inserted, line.updated, line.quarantined) == (0, 0, 0), line
    assert (story.second.events, story.second.alerts_sent) == (0, 0)


def test_the_second_run_asks_each_listing_page_once_and_what_was_not_there(story: Story) -> None:
    robots = Counter(seen.host for seen in story.asked_in_second if seen.path == "/robots.txt")
    assert set(robots.values()) == {1}
    store = [seen for seen in story.asked_in_second if seen.path == "/api/symbol/access"]
    assert len(store) == 1 + 3, "what was not there, and three numbers that nobody has named"
    asked = Counter(
        f"https://{seen.host}{seen.path}" + (f"?{seen.query}" if seen.query else "")
        for seen in story.asked_in_second
        if seen.path not in ("/robots.txt", "/api/symbol/access")
    )
    pages = {page for one in load_sources() for url in one.urls for page in one.list_pages(url)}
    assert set(asked) <= pages
    assert set(asked.values()) == {1}
    feeds = [one for one in load_sources() if one.kind is SourceKind.FEED]
    assert all(asked[feed.urls[0]] == 1 and asked[feed.urls[-1]] <= 1 for feed in feeds)


def test_the_second_run_asks_conditionally_wherever_it_can(story: Story) -> None:
    for seen in story.asked_in_second:
        is_listing = seen.path not in ("/robots.txt", "/api/symbol/access")
        if is_listing and seen.host not in WITHOUT_VALIDATORS:
            assert "if-none-match" in seen.headers, seen
            assert seen.status == 304


def test_one_new_letter_is_one_event_and_one_message_a_recipient(story: Story) -> None:
    assert (story.third.events, story.third.alerts_sent) == (1, 2)
    alerts = story.ask(
        "select count(distinct event_id), count(*), list(recipient order by recipient),"
        " bool_and(state = 'sent') from ops.alerts"
    )
    assert alerts == [(1, 2, ("feed", "terminal"), True)]


def test_what_every_site_issued_is_loaded_and_alerts_nobody(story: Story) -> None:
    loaded = {
        str(title).rsplit(", ", 1)[-1] for (title,) in story.ask("select title from documents")
    }
    for source_id in WATCHED:
        line, title = line_of(story.third, source_id), story.issued.get(source_id)
        assert line.inserted == (title is not None) + (source_id == "un_ga"), line
        assert title is None or title in loaded


def test_the_feed_holds_the_alert(story: Story) -> None:
    feed = feedparser.parse(story.home.feed.read_bytes())
    assert feed.version == "atom10"
    assert len(feed.entries) == 1
    assert feed.entries[0].title.startswith("New letter: ")


def test_a_joint_document_found_in_both_feeds_is_one_row(story: Story) -> None:
    doubled = story.ask(
        "select symbol, count(*) from document_symbols join documents using (document_id)"
        " group by symbol, language having count(*) > 1"
    )
    assert doubled == []
    joint = story.ask("select count(*) from documents where len(symbols) = 2")
    assert joint[0][0] >= 3  # type: ignore[operator]


def test_poison_is_in_quarantine_with_its_reason_and_its_bytes(story: Story) -> None:
    rows = story.ask(
        "select source_id, expectation, message, archive_file from ops.quarantine"
        " where source_id <> 'seeds'"
    )
    assert {row[0] for row in rows} >= {"un_sc", "mfa_az"}
    assert all(message and archive_file for _, _, message, archive_file in rows)


def test_what_is_not_there_yet_is_pending_and_named(story: Story) -> None:
    assert line_of(story.second, "un_sc").outcome is Outcome.NOT_YET_AVAILABLE
    waiting = story.ask("select reason from ops.discoveries where state = 'pending'")
    assert waiting == [(Reason.NOT_PUBLISHED_YET.value,)]


def test_all_ministries_give_the_same_fields(story: Story) -> None:
    filled = story.ask(
        "select source_id, count(title), count(published_date), count(body), count(language),"
        " count(*) from documents where starts_with(source_id, 'mfa_') group by source_id"
        " order by source_id"
    )
    for source_id, titles, dates, bodies, languages, all_rows in filled:
        assert titles == bodies == languages == all_rows
        # One release misprints its year, two years ahead: a finding, and no date.
        assert dates == all_rows - (source_id == "mfa_am")  # type: ignore[operator]
    assert [row[0] for row in filled] == [one for one in WATCHED if one.startswith("mfa_")]


def test_releases_are_linked_to_the_letters_they_report(story: Story) -> None:
    linked = story.ask(
        "select distinct d.source_id from links join documents d on d.document_id ="
        " from_document_id where link_type = 'reports' and source_id <> 'seeds' order by all"
    )
    assert linked == [("mfa_am",), ("mfa_az",)]


def test_the_seeds_load_without_their_texts(story: Story) -> None:
    assert story.ask(
        "select count(*), count(*) filter (has_text) from documents where source_id = 'seeds'"
    ) == [(5, 0)]


def test_every_check_is_stored_and_data_docs_are_built(story: Story) -> None:
    tables = story.ask("select distinct table_name from ops.expectation_results order by all")
    assert {"documents", "letters", "press_releases"} <= {str(row[0]) for row in tables}
    assert (story.home.quality / "index.html").exists()


def test_the_manifest_says_what_is_published(story: Story) -> None:
    manifest = json.loads(story.home.manifest.read_text(encoding="utf-8"))
    assert manifest["run_id"] == story.third.run_id
    assert manifest["row_counts"]["documents"] == story.ask("select count(*) from documents")[0][0]


def test_what_was_read_over_http_is_what_was_written(story: Story) -> None:
    rows = story.ask(
        "select symbols[1], document_type, strftime(letter_date, '%Y-%m-%d'), addressees"
        " from documents join letters using (document_id) where source_id <> 'seeds'"
    )
    assert len(rows) >= 12
    for symbol, *read in rows:
        wanted = story.expected[str(symbol)]
        assert read[:2] == [wanted["document_type"], wanted["letter_date"]], symbol
        assert list(read[2]) == wanted["addressees"], symbol  # type: ignore[call-overload]


def test_an_unreachable_world_is_said_of_each_source(
    prefect_api: str, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEREWITH_REPLICA", "http://127.0.0.1:9")
    monkeypatch.setenv("HEREWITH_PACE", "0")
    summary = run_monitor()
    for source_id in (*WATCHED, *SHUT):
        line = line_of(summary, source_id)
        assert (line.outcome, line.reason) == (Outcome.FAILED, Reason.UNREACHABLE)
        assert line.message
    assert summary.documents == 5


def test_the_seed_texts_fill_the_rows_and_link_the_report_to_the_letter(
    prefect_api: str, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = Path(__file__).resolve().parents[3] / "shared" / "seeds"
    if not texts.exists():
        pytest.skip("the seed texts are not here")
    monkeypatch.setenv("HEREWITH_REPLICA", "http://127.0.0.1:9")
    monkeypatch.setenv("HEREWITH_PACE", "0")
    assert line_of(run_monitor(texts), "seeds").inserted == 5
    again = line_of(run_monitor(texts), "seeds")
    assert (again.outcome, again.noop) == (Outcome.UNCHANGED, 5)
    without = line_of(run_monitor(), "seeds")
    assert (without.updated, without.inserted) == (0, 0)
    from warehouse.reading import read_query

    rows = read_query(home, "select from_document_id, to_document_id from links").rows
    assert ("seed:000", "seed:001") in rows
