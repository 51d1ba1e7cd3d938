"""The pages are true: commands exist, SQL runs, settings and tables are all described."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from flows.cli import cli
from tasks.normalise.seeds import build_seed_bundles
from tasks.settings import Settings
from warehouse.connection import connect_writer
from warehouse.errors import HerewithError
from warehouse.loading import SourceBatch, load_batch
from warehouse.paths import Home
from warehouse.publishing import publish_snapshot
from warehouse.reading import read_query
from warehouse.seeds.catalogue import load_catalogue

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
QUERIES = [
    query
    for page in PAGES
    for query in re.findall(r"```sql\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Publish the seed catalogue, without texts."""
    from datetime import UTC, datetime

    home = Home(tmp_path_factory.mktemp("published"))
    batch = SourceBatch("run-1", "seeds", bundles=build_seed_bundles(load_catalogue(), None))
    with connect_writer(home) as con:
        load_batch(con, batch, lambda news: (), datetime(2026, 1, 1, tzinfo=UTC))
    publish_snapshot(home, "run-1", kept=1)
    return home


def test_the_readme_has_five_queries() -> None:
    assert len(QUERIES) >= 5


@pytest.mark.parametrize("query", QUERIES)
def test_the_readmes_sql_runs(published: Home, query: str) -> None:
    assert read_query(published, query).columns


def test_the_notebook_runs_and_holds_no_answers(
    published: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    notebook = json.loads((ROOT / "docs" / "notebook.ipynb").read_text(encoding="utf-8"))
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    monkeypatch.setenv("HEREWITH_HOME", str(published.root))
    names: dict[str, object] = {}
    for cell in cells:
        assert cell["outputs"] == []
        exec(compile("".join(cell["source"]), "notebook", "exec"), names)  # noqa: S102
    assert "Azerbaijan" in capsys.readouterr().out


def test_every_command_is_in_the_readme_and_every_one_there_exists() -> None:
    table = set(re.findall(r"^\| `herewith (\w+)", README, re.MULTILINE))
    assert table == set(cli.commands)


def test_every_named_query_that_is_shown_exists_and_every_one_is_described() -> None:
    from warehouse.named import find_named, list_named

    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for line in re.findall(r"herewith sql --name ([a-z][^`\n]*)", text):
            given = dict(one.split("=") for one in re.findall(r"(?:--param|-p) (\S+)", line))
            assert find_named(line.split()[0]).bind(given) is not None
    described = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([\w-]+)`", described, re.MULTILINE) == [
        one.name for one in list_named()
    ]


def test_every_make_target_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"`make ([a-z-]+)", page.read_text())}
    assert named <= targets


def test_every_setting_is_described() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    described = set(re.findall(r"`HEREWITH_([A-Z0-9_]+)`", page))
    assert described == {name.upper() for name in Settings.model_fields}


def test_links_between_pages_lead_somewhere() -> None:
    broken = []
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []


def test_every_error_stands_in_the_tree() -> None:
    from warehouse import errors

    def below(kind: type[HerewithError]) -> set[str]:
        return {kind.__name__}.union(*(below(sub) for sub in kind.__subclasses__()))

    drawn = set(re.findall(r"(\w+Error)\b", errors.__doc__ or ""))
    assert below(HerewithError) <= drawn
    defined = {name for name in vars(errors) if name.endswith("Error")}
    assert defined <= drawn
