"""Coverage-guided fuzzing finds nothing: a few texts in the suite, ten minutes in the trials."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("atheris", reason="Atheris is made for Linux on x86-64")

FUZZ = (sys.executable, "-m", "tests.normalise.fuzz")


def fuzz(folder: Path, *options: str) -> None:
    """Run the fuzzer to its end; what it found stands in its output."""
    here = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [*FUZZ, *options, "--found", str(folder)],
        cwd=here,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    assert "Done" in done.stderr
    assert not list(folder.iterdir())


def test_a_few_guided_texts_break_nothing(tmp_path: Path) -> None:
    fuzz(tmp_path, "--texts", "1500", "--seconds", "60")


@pytest.mark.trial
def test_ten_minutes_of_guided_texts_break_nothing(tmp_path: Path) -> None:
    fuzz(tmp_path, "--seconds", "600")
