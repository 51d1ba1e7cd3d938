"""The gate of `bench.eval`: it fails below a floor, and no floor is lowered in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.eval import GOLD, main, run
from bench.eval_fields import Compared, Miss, compare
from bench.eval_floors import Floors, read_floors, write_floors
from bench.eval_record import read_record
from bench.eval_score import Score, count

Answer = dict[str, object]

RIGHT: Answer = {"file": "a:pdf", "symbols": ["S/2021/1"], "letter_date": "2021-05-04"}
WRONG: Answer = RIGHT | {"letter_date": "2021-04-05"}
FIELDS = ("symbols", "letter_date")


def scored(*records: Answer) -> dict[str, Score]:
    """The score of made-up records, each compared with the right one."""
    compared = [
        Compared(f"{number}:pdf", field, miss)
        for number, record in enumerate(records)
        for field, miss in compare(RIGHT | {"file": f"{number}:pdf"}, record, FIELDS)
    ]
    return {"corpus": count(compared)}


def gate(folder: Path, scores: dict[str, Score], reason: str | None, *, record: bool) -> int:
    return run(
        scores,
        record=record,
        reason=reason,
        floors_path=folder / "floors.yml",
        record_path=folder / "record.json",
    )


def test_right_wrong_and_missing_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    score = scored(RIGHT, WRONG, {"symbols": [], "letter_date": None})["corpus"]
    assert score.right == {"symbols": 2, "letter_date": 1}
    assert [miss.is_missing for miss in score.missed("letter_date")] == [False, True]
    assert score.share("letter_date") == 33.33
    assert capsys.readouterr().out == ""


def test_a_broken_floor_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate(tmp_path, scored(RIGHT, RIGHT), None, record=True) == 0
    assert gate(tmp_path, scored(RIGHT, RIGHT), None, record=False) == 0
    assert gate(tmp_path, scored(RIGHT, WRONG), None, record=False) == 1
    printed = capsys.readouterr().out
    assert "corpus letter_date: 50.00 % is below the floor of 100.00 %" in printed
    assert "  - 1:pdf letter_date" in printed


def test_a_field_that_is_no_longer_compared_breaks_its_floor(tmp_path: Path) -> None:
    write_floors(Floors({"corpus": {"senders": 90.0}}), tmp_path / "floors.yml")
    assert gate(tmp_path, scored(RIGHT), None, record=False) == 1


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_no_floor_is_lowered_without_a_reason(tmp_path: Path, reason: str | None) -> None:
    gate(tmp_path, scored(RIGHT, RIGHT), None, record=True)
    before = (tmp_path / "floors.yml").read_bytes(), (tmp_path / "record.json").read_bytes()
    assert gate(tmp_path, scored(RIGHT, WRONG), reason, record=True) == 1
    after = (tmp_path / "floors.yml").read_bytes(), (tmp_path / "record.json").read_bytes()
    assert before == after


def test_a_reason_is_written_beside_the_lowered_floor(tmp_path: Path) -> None:
    gate(tmp_path, scored(RIGHT, RIGHT), None, record=True)
    assert gate(tmp_path, scored(RIGHT, WRONG), "harder letters came in", record=True) == 0
    floors = read_floors(tmp_path / "floors.yml")
    assert floors.sets["corpus"] == {"symbols": 100.0, "letter_date": 50.0}
    assert floors.lowered == [
        "corpus letter_date: 50.00 % is below the floor of 100.00 % (harder letters came in)"
    ]
    assert gate(tmp_path, scored(RIGHT, RIGHT), None, record=True) == 0
    assert len(read_floors(tmp_path / "floors.yml").lowered) == 1


def test_gains_are_told_and_the_record_names_every_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gate(tmp_path, scored(RIGHT, WRONG), None, record=True)
    assert read_record(tmp_path / "record.json") == {
        "corpus": {"0:pdf": [], "1:pdf": ["letter_date"]}
    }
    capsys.readouterr()
    gate(tmp_path, scored(RIGHT, RIGHT, RIGHT), None, record=False)
    printed = capsys.readouterr().out
    assert "corpus since the record: 1 gained, 0 lost, 1 new readings" in printed
    assert "  + 1:pdf letter_date" in printed


def test_a_set_that_is_not_at_hand_keeps_its_record(tmp_path: Path) -> None:
    gate(tmp_path, {"samples": scored(RIGHT)["corpus"]}, None, record=True)
    gate(tmp_path, scored(RIGHT), None, record=True)
    assert set(read_record(tmp_path / "record.json")) == {"samples", "corpus"}
    assert set(read_floors(tmp_path / "floors.yml").sets) == {"samples", "corpus"}


def test_without_samples_the_corpus_alone_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bench.eval.GOLD", tmp_path / "absent.jsonl")
    monkeypatch.setattr("bench.eval.evaluate_corpus", lambda: [Compared("a", "symbols", None)])
    main([])
    printed = capsys.readouterr().out
    assert "samples: skipped" in printed
    assert "corpus: 1 readings" in printed


def test_a_miss_of_nothing_is_missing_and_not_wrong() -> None:
    assert Miss("a", "senders", ["x"], None).is_missing
    assert not Miss("a", "senders", None, ["x"]).is_missing
    assert GOLD.name == "gold.jsonl"
