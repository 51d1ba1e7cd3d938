"""The gate quarantines errors, loads warnings with findings, and stops a collapsed source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from expectations.sources import BatchCounts
from tasks.sources.declaration import Source
from tasks.validate.gate import Checked, check_bundles
from tests.expectations.examples import BREAKS
from tests.expectations.sample import NOW, make_letter, make_press_release
from tests.validate.declared import declare_source
from warehouse.rows import DocumentBundle, QuarantineRow


def check(
    bundles: list[DocumentBundle],
    quality: Path,
    source: Source | None = None,
    listed: int | None = None,
    failed: int = 0,
) -> Checked:
    counts = BatchCounts(listed, len(bundles), failed)
    return check_bundles(bundles, source, counts, "run-1", NOW, quality)


def spoil_date(bundle: DocumentBundle) -> DocumentBundle:
    assert bundle.letter is not None
    return replace(bundle, letter=replace(bundle.letter, letter_date=date(2021, 9, 9)))


def drop_signatories(bundle: DocumentBundle) -> DocumentBundle:
    assert bundle.letter is not None
    return replace(bundle, letter=replace(bundle.letter, signatories=()))


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """A batch of four: one poisoned, one doubtful, two sound."""
    bundles = [
        make_letter(1),
        spoil_date(make_letter(2)),
        drop_signatories(make_letter(3)),
        make_press_release(4),
    ]
    return check(bundles, tmp_path_factory.mktemp("quality"))


def test_an_error_quarantines_the_whole_document(mixed: Checked) -> None:
    assert [bundle.document.document_id for bundle in mixed.clean] == [
        "un:A/75/1:en",
        "un:A/75/3:en",
        "mfa_xx:4",
    ]


def test_a_quarantine_row_says_what_failed_and_where_the_bytes_are(mixed: Checked) -> None:
    (row,) = mixed.quarantine
    bundle = make_letter(2)
    assert row == QuarantineRow(
        quarantine_id=row.quarantine_id,
        run_id="run-1",
        source_id="un_ga",
        table_name="letters",
        row_key="un:A/75/2:en",
        expectation="letter_date_is_not_after_distribution",
        message="A letter is dated on or before the day it was distributed.",
        quarantined_at_utc=NOW,
        column_name="letter_date",
        value="2021-09-09",
        payload_sha256=bundle.document.payload_sha256,
        archive_file="20210303.warc.gz",
        archive_offset=512,
        record_json=bundle.record_json,
    )


def test_a_warning_loads_with_a_finding(mixed: Checked) -> None:
    doubtful = mixed.clean[1]
    assert [finding["code"] for finding in doubtful.document.findings] == ["letter_has_signatory"]
    assert doubtful.document.findings[0]["field"] == "signatories"


def test_a_sound_document_passes_unchanged(mixed: Checked) -> None:
    assert mixed.clean[0] == make_letter(1)


def test_every_rule_leaves_a_result(mixed: Checked) -> None:
    failed = {row.expectation: row.unexpected_count for row in mixed.results if not row.is_success}
    assert failed == {"letter_date_is_not_after_distribution": 1, "letter_has_signatory": 1}
    counted = {row.expectation: row.element_count for row in mixed.results}
    assert counted["document_type_is_known"] == 4
    assert counted["published_date_is_plausible"] == 1
    keys = {(row.table_name, row.expectation, row.column_name) for row in mixed.results}
    assert len(keys) == len(mixed.results)


def test_the_same_failure_of_the_same_bytes_is_one_row_in_every_run(tmp_path: Path) -> None:
    poisoned = [spoil_date(make_letter(2))]
    first = check(poisoned, tmp_path).quarantine[0]
    second = check([make_letter(1), *poisoned], tmp_path).quarantine[0]
    assert first.quarantine_id == second.quarantine_id
    document = replace(poisoned[0].document, payload_sha256="ab" * 32)
    other = check([replace(poisoned[0], document=document)], tmp_path).quarantine[0]
    assert other.quarantine_id != first.quarantine_id


def test_a_document_with_two_errors_has_two_rows(tmp_path: Path) -> None:
    bundle = spoil_date(make_letter(2))
    worse = replace(bundle, document=replace(bundle.document, language="english"))
    checked = check([worse], tmp_path)
    assert sorted(row.expectation for row in checked.quarantine) == [
        "language_has_known_form",
        "letter_date_is_not_after_distribution",
    ]
    assert checked.clean == ()


def test_a_collapsed_listing_stops_the_source(tmp_path: Path) -> None:
    checked = check([make_letter(1)], tmp_path, declare_source(min_listed=5), listed=2)
    assert checked.stopped == "The listing of the source names at least 5 items. It was 2."
    assert checked.clean == ()
    assert checked.quarantine == ()


def test_too_many_unreadable_items_stop_the_source(tmp_path: Path) -> None:
    source = declare_source(min_parsed_share=0.5)
    two = [make_letter(1), make_letter(2)]
    assert check(two, tmp_path, source, listed=9, failed=3).stopped is not None
    assert check(two, tmp_path, source, listed=9, failed=2).stopped is None


def test_one_unreadable_item_in_a_quiet_week_does_not_stop_the_source(tmp_path: Path) -> None:
    assert (
        check([], tmp_path, declare_source(min_parsed_share=0.5), listed=9, failed=1).stopped
        is None
    )


def test_an_explosion_only_warns(tmp_path: Path) -> None:
    checked = check([make_letter(1)], tmp_path, declare_source(max_listed=10), listed=11)
    assert checked.stopped is None
    assert len(checked.clean) == 1
    row = next(row for row in checked.results if row.expectation == "listing_is_not_exploded")
    assert (row.severity, row.is_success, row.table_name) == ("warning", False, "source")


def test_a_listing_not_read_in_full_is_not_judged(tmp_path: Path) -> None:
    checked = check([], tmp_path, declare_source(min_listed=5), listed=None)
    assert checked.stopped is None
    assert {row.element_count for row in checked.results} == {0}


POISONS = (
    "letter_date_is_not_after_distribution",
    "language_has_known_form",
    "body_has_text",
    "agenda_items_belong_to_an_agenda",
    "annexes_are_numbered",
)


def test_fifty_poisoned_of_a_thousand_are_quarantined_and_the_others_load(tmp_path: Path) -> None:
    bundles = [make_letter(number) for number in range(1, 1001)]
    poison = {place: POISONS[place // 20 % len(POISONS)] for place in range(0, 1000, 20)}
    for place, rule in poison.items():
        bundles[place] = BREAKS[rule](bundles[place])
    checked = check(bundles, tmp_path)
    sound = [bundle for place, bundle in enumerate(bundles) if place not in poison]
    assert [one.document.document_id for one in checked.clean] == [
        one.document.document_id for one in sound
    ]
    assert len(checked.clean) == 950
    held: dict[str, set[str]] = {}
    for row in checked.quarantine:
        held.setdefault(row.row_key.partition("#")[0], set()).add(row.expectation)
    wanted = {bundles[place].document.document_id: rule for place, rule in poison.items()}
    assert held.keys() == wanted.keys()
    assert len(held) == 50
    assert all(rule in held[name] for name, rule in wanted.items())


@pytest.mark.parametrize("days", [3, 60, 4000])
def test_a_letter_whose_date_is_ahead_loads_with_a_finding(tmp_path: Path, days: int) -> None:
    letter = make_letter(5)
    assert letter.letter is not None
    ahead = NOW.date() + timedelta(days=days)
    checked = check([replace(letter, letter=replace(letter.letter, letter_date=ahead))], tmp_path)
    assert checked.quarantine == ()
    (loaded,) = checked.clean
    assert [one["code"] for one in loaded.document.findings] == ["letter_date_is_not_ahead"]
