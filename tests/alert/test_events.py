"""Threads of events: announced, circulated, changed; each told once, as a load finds them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tasks.alerting import make_composer
from tasks.link.refresh import link_changes
from tasks.muting import mute_value, unmute_value
from tasks.previewing import count_weeks, preview_watch
from tasks.settings import Settings
from tasks.watching import find_watch, load_watches
from tests.expectations.sample import HASH, NOW, make_letter, make_mention, make_press_release
from warehouse.connection import Connection, connect_writer
from warehouse.errors import NotFoundError
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot
from warehouse.rows import AlertRow, DocumentBundle

SETTINGS = Settings()
LATER = NOW + timedelta(hours=2)


def load(
    con: Connection, *bundles: DocumentBundle, now: datetime = NOW, settings: Settings = SETTINGS
) -> list[AlertRow]:
    """Load as a run does; returns the alerts of one recipient."""
    composer = make_composer(con, load_watches(settings), now)
    result = load_batch(con, SourceBatch("run", "un_ga", bundles), composer, now)
    link_changes(con)
    return [alert for alert in result.alerts if alert.recipient == "terminal"]


def name_events(alerts: list[AlertRow]) -> list[str]:
    return [alert.event_type for alert in alerts]


def change(bundle: DocumentBundle, payload: str, title: str) -> DocumentBundle:
    """Make another version, of other bytes."""
    document = replace(bundle.document, content_sha256=payload, payload_sha256=payload, title=title)
    return replace(bundle, document=document, record_json=f'{{"title": "{title}"}}')


def test_an_announced_letter_and_its_circulation_are_one_thread(con: Connection) -> None:
    (announced,) = load(con, make_press_release())
    assert announced.event_type == "announcement"
    assert announced.title == "Announced letter: Azerbaijan to Secretary-General, 2 March 2021"
    assert "https://mfa.example/news/280" in announced.body_text
    (circulated,) = load(con, make_letter(), now=LATER)
    assert circulated.event_type == "new_letter"
    assert circulated.thread_id == announced.thread_id
    assert circulated.event_id != announced.event_id
    assert "Press release:\nhttps://mfa.example/news/280" in circulated.body_text
    (changed,) = load(con, change(make_letter(), "1f" * 32, "Letter, reissued"), now=LATER)
    assert changed.event_type == "new_version"
    assert changed.thread_id == announced.thread_id


def test_a_letter_that_is_here_is_announced_no_more(con: Connection) -> None:
    assert name_events(load(con, make_letter())) == ["new_letter"]
    assert name_events(load(con, make_press_release(), now=LATER)) == []


def test_two_releases_of_one_letter_announce_it_once(con: Connection) -> None:
    assert name_events(load(con, make_press_release(280))) == ["announcement"]
    assert name_events(load(con, make_press_release(281), now=LATER)) == []


def in_language(language: str, number: int, addressee: str) -> DocumentBundle:
    """Make a release in a language, which reads the letter's addressee in its own way."""
    bundle = make_press_release(number)
    release = bundle.press_release
    assert release is not None
    mentions = tuple(one | {"addressee": addressee} for one in release.mentions_letters)
    return replace(
        bundle,
        document=replace(bundle.document, language=language),
        press_release=replace(release, mentions_letters=mentions, announcement_id="mfa:no28023"),
    )


@pytest.mark.parametrize("are_together", [True, False])
def test_the_languages_of_a_release_announce_its_letter_once(
    con: Connection, are_together: bool
) -> None:
    english = in_language("en", 280, "Secretary-General")
    russian = in_language("ru", 281, "President of the Security Council")
    if are_together:
        assert name_events(load(con, english, russian)) == ["announcement"]
    else:
        assert name_events(load(con, english)) == ["announcement"]
        assert name_events(load(con, russian, now=LATER)) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"stage": "circulated"},
        {"symbols": ["S/2021/198"]},
        {"letter_date": date(2009, 3, 2)},
        {"party": None, "author": None},
    ],
)
def test_what_announces_nothing(con: Connection, changed: dict[str, object]) -> None:
    release = make_press_release()
    assert release.press_release is not None
    mention = make_mention(date(2021, 3, 2)) | changed
    press = replace(release.press_release, mentions_letters=(mention,))
    assert load(con, replace(release, press_release=press)) == []


def test_the_same_bytes_read_otherwise_are_no_new_version(con: Connection) -> None:
    load(con, make_letter())
    reread = change(make_letter(), "1f" * 32, "Letter, read better")
    reread = replace(reread, document=replace(reread.document, payload_sha256=HASH))
    assert load(con, reread, now=LATER) == []


def test_a_new_version_says_what_changed(con: Connection) -> None:
    first = make_letter()
    load(con, replace(first, record_json='{"title": "Letter, first"}'))
    (alert,) = load(con, change(first, "1f" * 32, "Letter, second"), now=LATER)
    assert "Changed:       title: was Letter, first, is Letter, second" in alert.body_text
    assert load(con, change(first, "1f" * 32, "Letter, second"), now=LATER) == []


def test_a_corrigendum_tells_those_who_watch_for_its_letter(con: Connection) -> None:
    settings = Settings(watches=[{"name": "az", "senders": ["AZE"]}])  # type: ignore[arg-type]
    (first,) = load(con, make_letter(), settings=settings)
    document = make_letter().document
    symbols = ("A/75/198/Corr.1", "S/2021/198/Corr.1")
    corrigendum = DocumentBundle(
        replace(
            document,
            document_id="un:A/75/198/Corr.1:en",
            document_type="corrigendum",
            symbols=symbols,
            title="Corrigendum",
            body="In paragraph 3, for basin read basins.",
        )
    )
    (alert,) = load(con, corrigendum, now=LATER, settings=settings)
    assert (alert.event_type, alert.thread_id) == ("new_version", first.thread_id)
    assert alert.watches == ("any new letter", "az")
    assert alert.title == (
        "Corrigendum to a letter: Azerbaijan to Secretary-General, 2 March 2021"
        " (A/75/198/Corr.1–S/2021/198/Corr.1)"
    )
    assert "Corrects:      A/75/198, S/2021/198" in alert.body_text
    assert load(con, corrigendum, now=LATER, settings=settings) == []


def test_history_and_a_load_without_watches_tell_nobody(con: Connection) -> None:
    letter = make_letter(1)
    assert load(con, replace(letter, document=replace(letter.document, is_history=True))) == []
    batch = SourceBatch("run", "un_ga", [make_letter(2)])
    assert load_batch(con, batch, make_composer(con, (), NOW), NOW).alerts == ()
    assert load(con, make_letter(1), make_letter(2)) == []


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2126, 1, 1)])
def test_a_back_dated_or_future_dated_letter_is_told_once_on_first_sight(
    con: Connection, day: date
) -> None:
    letter = make_letter()
    assert letter.letter is not None
    odd = replace(
        letter,
        letter=replace(letter.letter, letter_date=day),
        document=replace(letter.document, distribution_date=day),
    )
    assert name_events(load(con, odd)) == ["new_letter"]
    assert load(con, odd, now=LATER) == []
    assert load(con, odd, now=LATER + timedelta(days=400)) == []


def test_a_sql_condition_sees_its_batch_only_and_a_broken_one_speaks(con: Connection) -> None:
    watches = [
        {"name": "long", "sql": "annexes >= 1 and (select count(*) from letter_overview) = 1"},
        {"name": "none", "sql": "annexes > 9"},
        {"name": "breaks", "sql": "cast(title as integer) = 1"},
    ]
    settings = Settings(watches=watches, any_new_letter=False)  # type: ignore[arg-type]
    load(con, make_letter(1), settings=settings)
    (alert,) = load(con, make_letter(2), settings=settings)
    assert alert.watches == ("long", "breaks")
    assert "could not be evaluated for this letter (Conversion Error" in alert.reasons[1]


def test_a_document_of_another_kind_is_told_to_those_who_ask(con: Connection) -> None:
    watches = [{"name": "reports", "kinds": ["report"]}]
    letter = make_letter()
    report = replace(letter, letter=None, document=replace(letter.document, document_type="report"))
    (alert,) = load(con, report, settings=Settings(watches=watches))  # type: ignore[arg-type]
    assert (alert.event_type, alert.watches) == ("new_document", ("reports",))
    assert alert.title.startswith("New report: Letter dated 2 March 2021")


# --- mutes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("watch", "any new letter"),
        ("sender", "Republic of Azerbaijan"),
        ("symbol", "s/2021/198"),
        ("source", "un_ga"),
    ],
)
def test_what_is_muted_is_kept_but_not_sent(home: Home, kind: str, value: str) -> None:
    settings = Settings(home=home.root)
    until = NOW + timedelta(days=7)
    with connect_writer(home) as con:
        load(con, make_letter(198), settings=settings)
        load(con, make_press_release(), settings=settings)
    assert mute_value(settings, kind, value, until)[1] == 2
    with connect_writer(home) as con:
        again = load(con, replace_number(make_letter(199), 198), settings=settings)
        assert [alert.state for alert in again] == ["muted"]
        (late,) = load(con, replace_number(make_letter(200), 198), now=until, settings=settings)
        assert late.state == "pending"
    unmute_value(settings, kind, value)
    with pytest.raises(NotFoundError, match="is muted"):
        unmute_value(settings, kind, value)


def replace_number(bundle: DocumentBundle, number: int) -> DocumentBundle:
    """Give a letter the symbols of another in another language, so that it is a new document."""
    identity = f"{bundle.document.document_id}:other"
    symbols = (f"A/75/{number}", f"S/2021/{number}")
    document = replace(
        bundle.document, document_id=identity, symbols=symbols, language=f"x{identity[-12:-9]}"
    )
    assert bundle.letter is not None
    return DocumentBundle(document, letter=replace(bundle.letter, document_id=identity))


# --- preview ---------------------------------------------------------------------------------


def test_a_preview_says_what_a_rule_would_have_caught(home: Home) -> None:
    settings = Settings(
        home=home.root,
        watches=[{"name": "fish", "words": ["sturgeon"], "organs": []}],  # type: ignore[arg-type]
    )
    now = datetime(2021, 3, 20, tzinfo=UTC)
    with connect_writer(home) as con:
        for number in (1, 2):
            letter = make_letter(number)
            history = replace(letter, document=replace(letter.document, is_history=True))
            load_batch(con, SourceBatch("run", "un_ga", [history]), lambda news: (), NOW)
    publish_snapshot(home, "run", kept=1)
    found = preview_watch(settings, find_watch(settings, "fish"), 30, now)
    assert [catch.title.split(": ")[0] for catch in found.catches] == ["New letter"] * 2
    assert found.catches[0].grounds == ("words “sturgeon”",)
    assert found.catches[0].day == date(2021, 3, 3)
    assert [number for _, number in found.weeks] == [0, 0, 2, 0, 0]
    assert (found.looked_at, found.undated) == (2, 0)
    assert preview_watch(settings, find_watch(settings, "fish"), 5, now).catches == ()


def test_weeks_begin_on_monday_and_none_is_left_out() -> None:
    days = [date(2026, 1, 1), date(2026, 1, 5)]
    assert count_weeks(days, date(2026, 1, 1), date(2026, 1, 18)) == (
        (date(2025, 12, 29), 1),
        (date(2026, 1, 5), 1),
        (date(2026, 1, 12), 0),
    )
