"""Coverage-guided fuzzing of the text entry point: `python -m tests.normalise.fuzz --seconds 600`.

Atheris (libFuzzer) mutates flattened letters of the corpus and keeps what reaches new branches of
the grammar. It fails on any exception that is not the parser's own, and on text that takes more
than a second of processor time a page.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["tasks.normalise"]):
    from tasks.normalise.parse import parse_bytes
from warehouse.errors import NormaliseError

SIGNS_A_PAGE = 3000
SECONDS_A_PAGE = 1.0
LONGEST = 4 * SIGNS_A_PAGE
PHRASES = (
    "Letter dated ", "Identical letters dated ", "Note verbale dated ", "addressed to the ",
    "Secretary-General", "President of the Security Council", "Permanent Representative of ",
    "Distr.: General", "Original: English", "Agenda item ", "Annex to the ", "Enclosure",
    "(Signed) ", "A/75/1", "S/2021/100", "2 March 2021", "as a document of the ",
    "Lettre datée du ",
    "Carta de fecha ", "Письмо ", "رسالة مؤرخة ", "年", "\\x0c",
)  # fmt: skip


def main() -> None:
    """Fuzz for so long, or for so many texts; the exit code is not 0 when something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--texts", type=int, default=-1, help="at most so many; -1 for no limit")
    parser.add_argument("--found", type=Path, default=Path(), help="where a text goes that broke")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        seeds = write_seeds(Path(folder) / "seeds")
        phrases = Path(folder) / "phrases"
        phrases.write_text("".join(f'"{_quote(one)}"\n' for one in PHRASES))
        limits = [f"-max_total_time={options.seconds}", f"-runs={options.texts}"]
        shape = [f"-max_len={LONGEST}", "-len_control=20", f"-dict={phrases}"]
        atheris.Setup(
            [sys.argv[0], *limits, *shape, f"-artifact_prefix={options.found}/", str(seeds)],
            try_text,
        )
        atheris.Fuzz()


def try_text(data: bytes) -> None:
    """Read one text; what breaks is raised. What is slow is tried again: some of it loads once.

    Raises:
        AssertionError: it took more than a second a page, twice.
    """
    allowed = SECONDS_A_PAGE * max(1.0, len(data) / SIGNS_A_PAGE)
    spent = measure_reading(data)
    if spent > allowed:
        spent = min(spent, measure_reading(data))
    assert spent <= allowed, f"{len(data)} bytes took {spent:.1f} s"


def measure_reading(data: bytes) -> float:
    """Return the processor time in seconds that reading took, or refusing by name."""
    started = time.process_time()
    with contextlib.suppress(NormaliseError):
        parse_bytes(data)
    return time.process_time() - started


def write_seeds(folder: Path) -> Path:
    """Write the corpus's letters as flat text, a file each; return the folder."""
    from bench.eval_corpus import render
    from tests.corpus.catalogue import CASES

    folder.mkdir()
    for number, case in enumerate(CASES):
        (folder / f"{number:04d}").write_bytes(render(case, "flat"))
    return folder


def _quote(text: str) -> str:
    """Write a phrase as libFuzzer's dictionaries want it: bytes above ASCII in hexadecimal."""
    if text.startswith("\\x"):
        return text
    return "".join(chr(one) if 32 <= one < 127 else f"\\x{one:02x}" for one in text.encode())


if __name__ == "__main__":
    main()
