"""Redirects are followed by hand: a few, within one house, to public hosts, never down to http."""

from __future__ import annotations

import httpx

from tasks.fetch.addresses import is_public_host, is_same_house, read_host
from tasks.fetch.mapping import Mapping
from warehouse.errors import FetchError
from warehouse.vocabulary import Reason

STATUSES = frozenset({301, 302, 303, 307, 308})
MOST = 5


def read_address(text: str) -> httpx.URL:
    """Read an address that is to be asked.

    Raises:
        FetchError: REDIRECT_REFUSED when it is no http(s) address of a public host.
    """
    try:
        url = httpx.URL(text.strip()).copy_with(fragment=None)
    except httpx.InvalidURL as error:
        raise FetchError(Reason.REDIRECT_REFUSED, f"no usable address: {error}") from error
    if url.scheme not in ("http", "https") or not url.raw_host or url.userinfo:
        raise FetchError(Reason.REDIRECT_REFUSED, "no plain http or https address")
    if not is_public_host(read_host(url)):
        raise FetchError(Reason.REDIRECT_REFUSED, f"{read_host(url)} is not a public host")
    return url


def follow_redirect(
    current: httpx.URL, location: str | None, seen: set[str], mapping: Mapping
) -> httpx.URL:
    """Give the original address that a redirect leads to; `seen` are those already asked.

    Raises:
        FetchError: REDIRECT_REFUSED for a loop, too many, another house, a private host, or a
            step down from https to http; UNEXPECTED_CONTENT for a redirect to nowhere.
    """
    if not location:
        raise FetchError(Reason.UNEXPECTED_CONTENT, "a redirect without an address")
    try:
        target = read_address(str(mapping.inward(current.join(location))))
    except httpx.InvalidURL as error:
        raise FetchError(Reason.REDIRECT_REFUSED, f"no usable address: {error}") from error
    if not is_same_house(read_host(current), read_host(target)):
        elsewhere = read_host(target)
        raise FetchError(Reason.REDIRECT_REFUSED, f"a redirect to another house: {elsewhere}")
    if current.scheme == "https" and target.scheme == "http":
        raise FetchError(Reason.REDIRECT_REFUSED, "a redirect from https to http")
    if str(target) in seen:
        raise FetchError(Reason.REDIRECT_REFUSED, "a redirect loop")
    if len(seen) > MOST:
        raise FetchError(Reason.REDIRECT_REFUSED, f"more than {MOST} redirects")
    return target
