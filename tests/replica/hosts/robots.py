"""robots.txt of every host: the United Nations allow, the ministries refuse a little."""

from __future__ import annotations

from tests.replica.answers import TEXT, Answer, not_found

_FILES = {
    "esubscription.un.org": "User-agent: *\nAllow: /\n",
    "docs.un.org": "User-agent: *\nAllow: /\n",
    "documents.un.org": "User-agent: *\nDisallow: /api/search\nAllow: /\n",
    "www.mfa.gov.az": (
        "User-agent: *\nCrawl-delay: 2\nDisallow: /*/search?*\nDisallow: /*?print=\n"
        "Disallow: /admin/\n\nSitemap: https://www.mfa.gov.az/sitemap.xml\n"
    ),
    "www.mfa.am": (
        "User-agent: *\nDisallow: /*/print/\nDisallow: /filemanager/\nCrawl-delay: 1\n\n"
        "User-agent: GreedyBot\nDisallow: /\n"
    ),
    "www.un.org": "User-agent: *\nDisallow: /*?s=\nDisallow: /search/\n",
    "www.state.gov": "User-agent: *\nCrawl-delay: 5\nDisallow: /wp-admin/\nDisallow: /*?s=\n",
    "www.gov.uk": (
        "User-agent: *\nDisallow: /*/print$\nDisallow: /search/all*\n\n"
        "User-agent: GreedyBot\nDisallow: /\n"
    ),
    "www.diplomatie.gouv.fr": "User-agent: *\nDisallow: /*/search?*\nDisallow: /admin/\n",
    "www.auswaertiges-amt.de": "User-agent: *\nDisallow: /ajax/\n",
    "mofa.gov.pk": "User-agent: *\nDisallow: /wp-admin/\n",
}


def answer_robots(host: str) -> Answer:
    """Return the host's rules, 404 where it has none."""
    if host not in _FILES:
        return not_found()
    return Answer(200, _FILES[host].encode(), TEXT)
