"""Feeds and listing pages written fresh in the sources' described layouts."""

from __future__ import annotations

from html import escape


def rss_item(title: str, description: str, published: str = "Tue, 12 Mar 2024 09:00:00 GMT") -> str:
    """One feed item; its link is made of the title, as the real ones are."""
    return (
        f"<item><title>{escape(title)}</title><link>https://undocs.org/{escape(title)}</link>"
        f"<description>{escape(description)}</description><pubDate>{published}</pubDate></item>"
    )


def rss(*items: str) -> bytes:
    """A complete feed of these items."""
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Documents'
    return f"{head}</title><link>https://undocs.org</link>{''.join(items)}</channel></rss>".encode()


def azerbaijani(*items: tuple[str, str, str]) -> bytes:
    """A listing in the layout described for mfa.gov.az: (address, printed date, title) each."""
    links = "".join(
        f'<a class="section_newsIn_item" href="{href}">'
        '<div class="section_newsIn_item_content_information">'
        f"<span>News</span><span>{printed}</span></div>"
        f'<div class="section_newsIn_item_content--header">{title}</div></a>'
        for href, printed, title in items
    )
    return (
        "<html><body><div class='section_content'><p>Search</p></div>"
        f"<div class='section_content'>{links}<a href='/en/news'>More</a></div></body></html>"
    ).encode()


def armenian(*items: tuple[str, str, str]) -> bytes:
    """A listing in the layout described for mfa.am: (address, printed date, title) each."""
    entries = "".join(
        f'<li><div class="date italic">{printed}</div><div><a href="{href}">{title}</a></div>'
        f'<p class="description">About {title}</p></li>'
        for href, printed, title in items
    )
    pager = "<ul class='pages'><li><a href='?page=2'>2</a></li></ul>"
    return (
        f"<html><body><div class='news-list'><ul>{entries}</ul>{pager}</div></body></html>"
    ).encode()
