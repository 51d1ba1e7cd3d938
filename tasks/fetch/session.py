"""Opening the httpx client: who we say we are, and what it may not do by itself."""

from __future__ import annotations

from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx

from tasks.fetch.transport import GuardedBackend, GuardedTransport
from tasks.fetch.trust import build_trust
from tasks.settings import Settings

VERSION = "0.1"


def open_client(settings: Settings, backend: GuardedBackend) -> httpx.AsyncClient:
    """Open the client: no cookies, no proxies from the environment, redirects left to us."""
    tls = None if settings.replica else build_trust(settings.certificates)
    return httpx.AsyncClient(
        transport=GuardedTransport(backend, tls, http2=settings.http2),
        headers={"User-Agent": build_user_agent(settings.contact)},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        timeout=httpx.Timeout(
            settings.read_timeout_seconds, connect=settings.connect_timeout_seconds
        ),
        follow_redirects=False,
        trust_env=False,
    )


def build_user_agent(contact: str) -> str:
    """Say who asks and whom to write to; only what a header may hold is kept of `contact`."""
    words = " ".join(contact.encode("ascii", errors="ignore").decode("ascii").split())
    return f"herewith/{VERSION} (+{words})"
