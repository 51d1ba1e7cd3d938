"""Great Expectations' own Data Docs page of a table, made to stand alone.

Its pages take their looks, their scripts and a picture from servers elsewhere: offline they are
plain, and online they tell others who reads them. Here a page takes one stylesheet beside it and
nothing else. Its site builder is left out: it compiles all templates anew for every site, which
took a third of a second a batch; a view that is kept takes fifteen milliseconds a page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from great_expectations.core import ExpectationSuiteValidationResult
    from great_expectations.render.view.view import DefaultJinjaPageView

STYLESHEET = "../style.css"
"""Where a page looks for its looks."""

_NAVIGATION = '<nav class="way"><a href="../index.html">Quality of the last loads</a></nav>'
_LOOKS = f'<link rel="stylesheet" href="{STYLESHEET}">\n</head>'
_SUITE_LINK = re.compile(r'<a href="[^"]*/expectations/[^"]*"\s*>(.*?)</a>', re.DOTALL)
_FROM_ELSEWHERE = re.compile(
    r"<script\b.*?</script>|<link\b[^>]*>|<style\b.*?</style>|<img\b[^>]*>|<footer\b.*?</footer>",
    re.DOTALL,
)
_TOP = re.compile(r'<nav class="navbar navbar-expand-md.*?</nav>\s*</div>\s*</nav>', re.DOTALL)
# Buttons that only the scripts would make work.
_FILTER = re.compile(
    r'<div class="card mb-3">\s*<div class="card-header p-2">\s*<strong>Actions'
    r'</strong>.*?(?=<div class="card d-md-block)',
    re.DOTALL,
)


def render_page(outcome: ExpectationSuiteValidationResult) -> str:
    """Make the page of one validation: every rule of the table, its verdict, what failed it."""
    from great_expectations.render.renderer.page_renderer import ValidationResultsPageRenderer

    content = ValidationResultsPageRenderer().render(outcome)
    page: str = _open_view().render(content)  # type: ignore[no-untyped-call]
    return make_self_contained(page)


def make_self_contained(page: str) -> str:
    """Take out of a page all that it would ask of other servers."""
    page = _FROM_ELSEWHERE.sub("", page)
    page = _TOP.sub(_NAVIGATION, page)
    page = _FILTER.sub("", page)
    page = _SUITE_LINK.sub(r"\1", page).replace("Data asset: None<br>", "")
    return page.replace("</head>", _LOOKS, 1)


@lru_cache(maxsize=1)
def _open_view() -> DefaultJinjaPageView:
    """Keep the view: compiling its templates costs more than all pages of a run."""
    from great_expectations.render.view.view import DefaultJinjaPageView

    return DefaultJinjaPageView()
