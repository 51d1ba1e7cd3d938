"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("flows", "tasks", "warehouse", "expectations", "tests", "bench")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
LONGEST_FUNCTION = 80
LONGEST_FILE = 400


def _named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_every_module_opens_with_one_sentence_and_is_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(source))
    assert docstring, "a module opens with a sentence"
    assert docstring.splitlines()[0].endswith((".", ":")), "the first line is a sentence"
    assert len(source.splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_no_function_is_over_eighty_lines(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions}
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}


def test_the_repository_names_no_machine_and_no_package_index() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    hosts = re.compile(r"https?://[^ \"']*(/simple\b|/packages/[0-9a-f]{2}/|registry\.)")
    places = re.compile(r"(?<![\w.])/(work|farm|root|home)/")
    offenders = []
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if not path.is_file() or path == Path(__file__):
            continue
        text = path.read_bytes().decode("utf-8", errors="ignore")
        offenders += [name for pattern in (hosts, places) if pattern.search(text)]
    assert offenders == []
