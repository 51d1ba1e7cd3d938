"""Who wrote the letter of a passage."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.normalise.press.passages import Passage
from tasks.normalise.press.phrases import (
    Author,
    Phrase,
    connects,
    find_authors,
    find_letter_dates,
    mask,
)
from tasks.normalise.press.wording import Wording

# Organs that write themselves, under the party that the gold conventions give them.
_WRITING_ORGANS = {
    "Secretary-General": "United Nations",
    "President of the Security Council": "Security Council",
    "President of the General Assembly": "General Assembly",
}


def choose_author(
    passage: Passage, organs: Sequence[Phrase], addressed: Sequence[Phrase], wording: Wording
) -> Author | None:
    """The author after the noun ("letter of …"), else the one before it or before its verb.

    Only small words may stand between; otherwise the text does not say who wrote.
    """
    groups = find_letter_dates(passage.text, wording.language)
    spans = [(organ.start, organ.end) for organ in organs]
    text = mask(passage.text, [*spans, *((group[0].start, group[0].end) for group in groups)])
    people = find_authors(passage.text, organs, wording)
    writers = [organ for organ in organs if organ not in addressed]
    authors = [*people, *(one for organ in writers for one in _as_author(organ, passage.text))]
    authors.sort(key=lambda author: author.start)
    return _author_after(text, passage, authors, wording) or _author_before(
        text, passage, authors, wording
    )


def _author_after(
    text: str, passage: Passage, authors: Sequence[Author], wording: Wording
) -> Author | None:
    is_own = wording.own.search(text[: passage.start]) is not None
    for author in authors:
        if author.start < passage.end or not connects(text[passage.end : author.start], wording):
            continue
        if is_own or wording.author_lead.search(text[passage.start : author.start]):
            return author
    return None


def _author_before(
    text: str, passage: Passage, authors: Sequence[Author], wording: Wording
) -> Author | None:
    verbs = (*wording.sending.finditer(text), *wording.will_send.finditer(text))
    heads = [*(match.start() for match in verbs), passage.start]
    for author in reversed([one for one in authors if one.end <= passage.start]):
        head = min((place for place in heads if place >= author.end), default=passage.start)
        if connects(text[author.end : head], wording):
            return author
    return None


def _as_author(organ: Phrase, text: str) -> list[Author]:
    party = _WRITING_ORGANS.get(organ.meaning)
    if party is None:
        return []
    return [Author(organ.start, organ.end, text[organ.start : organ.end], party, None)]
