"""Whatever the bytes are, the press side ends in a record or in a named error."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.normalise.press_release import parse_press_page, parse_press_text
from tasks.records import PressRelease
from tasks.sources.declaration import SourceKind
from tasks.sources.registry import find_source, listing_parser, load_sources
from tests.normalise.press_pages import PARAGRAPHS, armenian, paragraphs
from tests.sources.pages import armenian as armenian_listing
from tests.sources.pages import rss, rss_item
from warehouse.errors import ListingError, NormaliseError

PAGES = (
    armenian(paragraphs(*PARAGRAPHS)),
    armenian_listing(("/en/news/2024/03/12/x/12301", "12 March, 2024", "On fisheries")),
    rss(rss_item("A/78/900–S/2024/200", "LETTER ON SEED VAULTS")),
)
TALK = (
    "The Minister of Norway letter letters dated sent to UN Secretary-General on 3 and 5 March"
    " 2021 , . ( ) circulated as a document S/2021/5 his wrote date 29 Jul."
)
WORDS = st.sampled_from([*TALK.split(), "\n\n"])


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good page with a stretch of it replaced by other bytes."""
    page = draw(st.sampled_from(PAGES))
    start = draw(st.integers(0, len(page)))
    length = draw(st.integers(0, 60))
    return page[:start] + draw(st.binary(max_size=40)) + page[start + length :]


@settings(max_examples=60, deadline=None)
@given(st.one_of(damaged(), st.binary(max_size=200)))
def test_any_bytes_as_a_page(page: bytes) -> None:
    url = "https://www.mfa.am/en/news/2024/03/12/x/12301"
    for source in (find_source("mfa_am"), None):
        try:
            release = parse_press_page(page, url if source else None, source, None)
        except NormaliseError:
            continue
        assert PressRelease.model_validate_json(release.model_dump_json()) == release


@settings(max_examples=60, deadline=None)
@given(damaged())
def test_any_bytes_as_a_listing_or_feed(page: bytes) -> None:
    for source in load_sources():
        if source.kind is SourceKind.PROBE:
            continue  # it asks for numbers and reads no listing
        url = source.urls[0].format(page=1)
        try:
            discoveries = listing_parser(source)(page, url, source)
        except ListingError:
            continue
        assert discoveries
        assert len({item.key for item in discoveries}) == len(discoveries)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
def test_any_words_as_a_text(text: str) -> None:
    try:
        release = parse_press_text(text)
    except NormaliseError:
        assert not text.strip()
        return
    for letter in release.mentions_letters:
        assert letter.author is None or letter.author in " ".join(text.split())
        assert all(symbol == "S/2021/5" for symbol in letter.symbols)
