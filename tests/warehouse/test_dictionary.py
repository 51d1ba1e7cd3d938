"""The data dictionary is what the comments say."""

from __future__ import annotations

from warehouse.dictionary import PATH, render_dictionary


def test_the_page_is_up_to_date() -> None:
    wanted = render_dictionary()
    assert PATH.read_text(encoding="utf-8") == wanted, "run python -m warehouse.dictionary"


def test_every_kind_of_table_is_in_it() -> None:
    text = render_dictionary()
    for heading in ("### documents", "### letter_overview", "### ops.source_runs"):
        assert heading in text
    assert "None" not in text
