"""The installed program runs without the development dependencies."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLAIN_INSTALL = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index")
HEAVY = ("great_expectations", "prefect", "pandas", "trafilatura", "duckdb", "httpx", "pyarrow")

BLOCKER = '''
import importlib.metadata, sys

refused = set({names!r})
owners = importlib.metadata.packages_distributions()

class Refuse:
    """Refuses modules that only development dependencies bring."""

    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        distributions = {{d.lower().replace("_", "-") for d in owners.get(top, ())}}
        if distributions and distributions <= refused:
            raise ModuleNotFoundError(f"{{name}} is a development dependency")
        return None

sys.meta_path.insert(0, Refuse())
sys.argv = ["herewith", *{arguments!r}]
from flows.cli import main
main()
'''


def _locked(name: str) -> set[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {m.group(1) for m in re.finditer(r"^([a-z0-9][a-z0-9._-]*)==", text, re.MULTILINE)}


def _installed_copy(folder: Path) -> Path:
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            *PLAIN_INSTALL,
            "--target",
            str(folder),
            str(ROOT),
        ],
        check=True,
        cwd=folder,
    )
    return folder


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _installed_copy(tmp_path_factory.mktemp("installed"))


def _run(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    development = sorted(_locked("requirements-dev.txt") - _locked("requirements.txt"))
    program = BLOCKER.format(names=development, arguments=list(arguments))
    return subprocess.run(
        [sys.executable, "-P", "-c", program],
        env={"PYTHONPATH": str(installed), "HEREWITH_HOME": str(cwd / "home")},
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_development_lock_holds_more_than_the_runtime_lock() -> None:
    assert {"pytest", "mypy", "ruff"} <= _locked("requirements-dev.txt") - _locked(
        "requirements.txt"
    )


def test_an_installed_copy_reads_a_letter_elsewhere(installed: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "S/2026/9001\n\nUnited Nations\n\nSecurity Council\n\nDistr.: General\n2 March 2026\n"
        "Original: English\n\nLetter dated 1 March 2026 from the Permanent Representative of\n"
        "Norway to the United Nations addressed to the President of the\nSecurity Council\n"
        "I have the honour to transmit herewith a list of seed vaults.\n(Signed) Kari Nordmann\n",
        encoding="utf-8",
    )
    done = _run(installed, tmp_path, "parse", str(letter), "--json")
    assert done.returncode == 0, done.stderr
    fields = json.loads(done.stdout)
    assert fields["symbols"] == ["S/2026/9001"]
    assert fields["letter_date"] == "2026-03-01"


def test_help_is_light_and_lists_every_command(installed: Path, tmp_path: Path) -> None:
    done = _run(installed, tmp_path, "--help")
    assert done.returncode == 0, done.stderr
    for command in ("run", "demo", "parse", "sql", "show", "sources", "watches", "alerts", "up"):
        assert re.search(rf"^  {command} ", done.stdout, re.MULTILINE), command


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys, contextlib, io\n"
        "sys.argv = ['herewith', '--help']\n"
        "from flows.cli import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    main()\n"
        f"print(sorted(set(sys.modules) & set({HEAVY!r})))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
