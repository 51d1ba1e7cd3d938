"""Each rule of the grammar shows an example that runs, and its module names its source."""

from __future__ import annotations

import ast
import doctest
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
ROOM = ROOT / "tasks" / "normalise"
GRAMMAR = sorted(path for path in (ROOM / "un").glob("*.py") if path.name != "__init__.py")
MODULES = [*GRAMMAR, ROOM / "flat.py", ROOM / "un_document.py"]

SHOWN_IN_WORDS = {
    "findings.list_findings": "what it weighs is a whole reading: tests/normalise/test_un_forms.py",
}
"""Public functions whose example would be longer than what it shows, and why."""

NO_RULES = {
    "alternatives": "a technique of search",
    "language": "a count of common words",
    "phrases": "a technique of search",
    "places": "where a field was read",
}
"""Modules that hold no rule of a document: they say so where others name a source."""

_SOURCE = re.compile(r"\bSources?: (.+)", re.DOTALL)
_KNOWN = re.compile(r"\bobserved (?:documents|extractions)\b|\bEditorial\s+Manual\b")

Documented = ast.Module | ast.ClassDef | ast.FunctionDef


def _named(path: Path) -> str:
    return path.stem


def _read(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _has_example(node: Documented) -> bool:
    return ">>> " in (ast.get_docstring(node) or "")


def _list_public(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Public functions and methods, and whether they, or their class, show an example."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name, _has_example(node)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
                    yield f"{node.name}.{inner.name}", _has_example(inner) or _has_example(node)


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_every_example_runs_and_says_the_truth(path: Path) -> None:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    module = importlib.import_module(name)
    found = [one for one in doctest.DocTestFinder().find(module) if one.examples]
    written = [node for node in ast.walk(_read(path)) if isinstance(node, Documented)]
    assert len(found) == sum(map(_has_example, written)), "an example that nobody runs"
    said: list[str] = []
    runner = doctest.DocTestRunner(verbose=False)
    for one in found:
        runner.run(one, out=said.append)
    assert said == [], "".join(said)


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_every_public_rule_shows_an_example(path: Path) -> None:
    public = dict(_list_public(_read(path)))
    bare = {f"{path.stem}.{name}" for name, has_example in public.items() if not has_example}
    in_words = {name for name in SHOWN_IN_WORDS if name.split(".")[0] == path.stem}
    assert bare == in_words


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_every_module_names_the_source_of_its_rules(path: Path) -> None:
    source = _SOURCE.search(ast.get_docstring(_read(path)) or "")
    assert source is not None, "the module's docstring names a source"
    if path.stem in NO_RULES:
        assert source.group(1).startswith("none, no rule")
    else:
        assert _KNOWN.search(source.group(1))


def test_every_exception_is_one_of_the_grammar() -> None:
    names = {path.stem for path in MODULES}
    assert names >= set(NO_RULES)
    assert names >= {name.split(".")[0] for name in SHOWN_IN_WORDS}
