"""The CSS selectors of a declaration, seen to be some before a page is read with them."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.sources.declaration import Source
from warehouse.errors import DeclarationError


def check_selectors(source: Source) -> None:
    """See that every selector of a source is one.

    Not when the declaration is loaded: what reads selectors is loaded only when there is a page.

    Raises:
        DeclarationError: one line with the key, the selector and what is wrong with it.
    """
    from soupsieve import SelectorSyntaxError
    from soupsieve import compile as compile_selector

    for key, selector in _list_selectors(source):
        try:
            compile_selector(selector)
        except SelectorSyntaxError as error:
            said = str(error).splitlines()[0]
            raise DeclarationError(f"{source.id}: {key}: {selector!r}: {said}") from error


def _list_selectors(source: Source) -> Iterator[tuple[str, str]]:
    for name, part in (("items", source.items), ("page", source.page)):
        said = part.model_dump(exclude_none=True) if part is not None else {}
        for key, value in said.items():
            for selector in (value,) if isinstance(value, str) else value:
                yield f"{name}.{key}", selector
