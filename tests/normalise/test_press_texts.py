"""Press reports that are only text: title, first-line dates, and the seed corpus."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tasks.normalise.press_release import parse_press_text
from tasks.records import PressRelease
from warehouse.errors import UnreadableDocumentError
from warehouse.vocabulary import DateSource, MentionStage

REPORT = (
    "The keepers of the vault met in Oslo. Forty thousand samples were counted.\n\nIt was cold."
)
SEEDS = Path(__file__).resolve().parents[2] / "../shared/seeds"


def seed(number: int) -> PressRelease:
    found = sorted(SEEDS.glob(f"{number:03d}_*.txt"))
    if not found:
        pytest.skip("the seed texts are not here")
    return parse_press_text(found[0].read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("line", "day", "problem"),
    [
        ("date 2024-03-12 12 Mar. 16:25 (UTC+3 MSK)", date(2024, 3, 12), None),
        ("Oslo, 12 March 2024", date(2024, 3, 12), None),
        ("Press release 12 March 2024", date(2024, 3, 12), None),
        ("12 мая 2024, 10:15", date(2024, 5, 12), None),
        ("3 Dec. 15:00", None, "date_without_year"),
        ("date 2024-03-13 29 Feb. 16:25", None, "date_disagrees"),
        ("12 March 2024 / 13 March 2024", None, "date_disagrees"),
    ],
)
def test_a_first_line_that_is_a_date(line: str, day: date | None, problem: str | None) -> None:
    release = parse_press_text(f"{line}\n\nVault opens\n\n{REPORT}")
    assert release.published_on == day
    assert release.date_source is (DateSource.TEXT if day else None)
    assert [finding.code for finding in release.findings] == ([problem] if problem else [])
    assert (release.title, release.body) == ("Vault opens", REPORT)


@pytest.mark.parametrize(
    "line",
    [
        "The vault opened on 12 March 2024 and closed again",
        "Norway counts 40 thousand seeds",
        "Marches of 2024: a season of seeds",
    ],
)
def test_a_title_that_holds_a_date_or_a_number_is_a_title(line: str) -> None:
    release = parse_press_text(f"{line}\n\n{REPORT}")
    assert (release.title, release.published_on) == (line, None)


def test_a_first_paragraph_of_sentences_is_no_title() -> None:
    release = parse_press_text(REPORT)
    assert (release.title, release.body) == (None, REPORT)


def test_a_release_number_is_taken_off_the_title() -> None:
    release = parse_press_text(f"No:280/23, Vault opens\n\n{REPORT}")
    assert (release.title, release.number) == ("Vault opens", "280/23")


@pytest.mark.parametrize("text", ["", " \n\n ", "\t"])
def test_an_empty_text_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableDocumentError):
        parse_press_text(text)


def test_seed_000_reports_a_dated_letter_and_earlier_ones() -> None:
    release = seed(0)
    assert release.title is not None
    assert release.title.startswith("Jahin Bayramov wrote to UN Secretary General")
    assert (release.published_on, release.date_source, release.language) == (None, None, "en")
    dated, earlier = release.mentions_letters
    assert dated.letter_date == date(2021, 3, 1)
    assert dated.author == "Minister of Foreign Affairs of Azerbaijan Jeyhun Bayramov"
    assert (dated.party, dated.addressee) == ("Azerbaijan", "Secretary-General")
    assert dated.stage is MentionStage.CIRCULATED
    assert (earlier.letter_date, earlier.party) == (None, "Azerbaijan")
    assert earlier.stage is MentionStage.CIRCULATED


def test_seed_003_reports_a_letter_without_a_date() -> None:
    release = seed(3)
    assert (release.published_on, release.date_source) == (date(2023, 7, 29), DateSource.TEXT)
    assert release.title is None
    (only,) = release.mentions_letters
    assert (only.letter_date, only.party) == (None, "Azerbaijan")
    assert only.author == "Azerbaijani Foreign Minister Jeyhun Bayramov"
    assert (only.addressee, only.stage) == ("Secretary-General", MentionStage.SENT)


def test_seed_004_mentions_no_letter() -> None:
    release = seed(4)
    assert release.title == "Foreign Ministry: Armenia continues to make military provocations"
    assert (release.published_on, release.number, release.mentions_letters) == (None, None, ())
