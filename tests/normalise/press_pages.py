"""Press pages written fresh in the described layouts, on invented matters."""

from __future__ import annotations

PARAGRAPHS = (
    "On 12 March 2024, the Minister of Foreign Affairs of Norway met the keepers of the vault.",
    "The keepers reported that forty thousand samples of barley and rye were stored last year.",
)


def azerbaijani(body: str, heading: str = "No:280/23, On the seed vault", head: str = "") -> bytes:
    """A detail page in the layout described for mfa.gov.az."""
    return (
        f"<html><head><meta charset='utf-8'>{head}</head><body><nav>Search in archive</nav>"
        f"<h1>{heading}</h1>"
        f"<div class='section_articleInner_body_content--description'>{body}</div>"
        "<footer>All rights reserved by the ministry, subscribe to the newsletter</footer></body>"
        "</html>"
    ).encode()


def armenian(body: str, head: str = "") -> bytes:
    """A detail page in the layout described for mfa.am."""
    return (
        f"<html><head>{head}</head><body><ul><li>Interviews</li></ul><h1>On fisheries</h1>"
        f"<div class='static-content'>{body}<a class='print-page'>Print the page</a>"
        "<p>Print the page</p><p>Download / Full album</p></div></body></html>"
    ).encode()


def paragraphs(*texts: str) -> str:
    """Texts as paragraphs."""
    return "".join(f"<p>{text}</p>" for text in texts)
