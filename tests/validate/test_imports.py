"""What the gate must not import: a run with nothing new pays nothing for Great Expectations."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_HEAVY = "print(sorted({'great_expectations', 'pandas', 'numpy'} & set(sys.modules)))"


def run_python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\n{_HEAVY}"],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_importing_the_gate_and_the_suites_imports_nothing_heavy() -> None:
    assert run_python("import expectations.suites, tasks.validate.gate") == "[]"


def test_a_batch_with_no_bundles_imports_nothing_heavy(tmp_path: Path) -> None:
    code = f"""
from pathlib import Path
from expectations.sources import BatchCounts
from tasks.validate.gate import check_bundles
from tests.expectations.sample import NOW
from tests.validate.declared import declare_source
source, quality = declare_source(min_listed=5), Path({str(tmp_path)!r})
checked = check_bundles([], source, BatchCounts(2), "run", NOW, quality)
assert checked.stopped and len(checked.results) == 3
"""
    assert run_python(code) == "[]"
    assert list(tmp_path.iterdir()) == []
