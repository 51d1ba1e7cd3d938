"""One passage to what it says of a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tasks.normalise.press.authorship import choose_author
from tasks.normalise.press.passages import Passage
from tasks.normalise.press.phrases import (
    WHOLE,
    Phrase,
    connects,
    find_authors,
    find_letter_dates,
    find_organs,
    mask,
    select_addressed,
)
from tasks.normalise.press.wording import Wording
from tasks.normalise.un.symbols import find_symbols
from tasks.sources.dates import FoundDate
from warehouse.vocabulary import MentionStage

# Symbols of what is no letter: resolutions, presidential statements, records, agendas.
_NO_LETTER = frozenset({"RES", "PRST", "PV", "Agenda", "AGENDA", "DEC"})
_SPACED = re.compile(r"\b([ASE])\s*/\s*((?:ES-)?\d+)\s*/\s*(\d+)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """What one passage says of a letter.

    `is_back` marks a letter already spoken of, `is_apart` one that is another or an earlier
    one; `is_evident` says that the passage alone shows a letter to an organ, or its circulation
    as an organ's document; `has_stage` that it says how far the letter had come.
    """

    letter_date: date | None
    author: str | None
    party: str | None
    surname: str | None
    addressee: str | None
    symbols: tuple[str, ...]
    stage: MentionStage
    is_back: bool = False
    is_apart: bool = False
    is_evident: bool = False
    has_stage: bool = False


def read_passage(passage: Passage, wording: Wording) -> list[Said]:
    """What a passage says; several where several dates share one noun; none where it denies."""
    text = passage.text
    if wording.negation.search(text):
        return []
    organs = find_organs(text, wording)
    addressed = select_addressed(text, organs, wording)
    dates = _letter_dates(passage, addressed, wording)
    author = choose_author(passage, organs, addressed, wording)
    symbols = read_symbols(text)
    circulated = _is_circulated(text, symbols, wording)
    said = Said(
        letter_date=dates[0] if dates else None,
        author=author.written if author else None,
        party=author.party if author else None,
        surname=author.surname if author else None,
        addressee=_join_addressees(addressed),
        # Which symbol belongs to which of several dates is not said.
        symbols=symbols if len(dates) < 2 else (),
        stage=_read_stage(text, circulated, wording),
        is_back=_is_back(passage, dates, wording),
        is_apart=wording.apart.search(text) is not None,
        is_evident=bool(addressed or symbols or (circulated and wording.organ.search(text))),
        has_stage=bool(addressed or symbols or circulated),
    )
    return [said, *(replace(said, letter_date=day, is_apart=True) for day in dates[1:])]


def read_symbols(text: str) -> tuple[str, ...]:
    """The symbols that may be a letter's, inner spaces closed; fused ones are left out."""
    closed = _SPACED.sub(r"\1/\2/\3", text)
    kept: list[str] = []
    for _, _, symbol in find_symbols(closed):
        numbers = [part for part in symbol.parts[1:] if part.isdigit()]
        if len(numbers) <= 2 and not _NO_LETTER.intersection(symbol.parts):
            kept.append(str(symbol))
    return tuple(dict.fromkeys(kept))


def _join_addressees(addressed: Sequence[Phrase]) -> str | None:
    names = list(dict.fromkeys(phrase.meaning for phrase in addressed))
    # "to the United Nations" beside an organ of it says no more.
    exact = [name for name in names if name != WHOLE] or names
    return " and ".join(exact) or None


def _is_back(passage: Passage, dates: Sequence[date], wording: Wording) -> bool:
    match = next(
        (m for m in wording.back.finditer(passage.text) if m.start() <= passage.start < m.end()),
        None,
    )
    return match is not None and not dates


def _is_circulated(text: str, symbols: tuple[str, ...], wording: Wording) -> bool:
    if not wording.circulating.search(text):
        return False
    return bool(symbols) or wording.as_document.search(text) is not None


def _read_stage(text: str, circulated: bool, wording: Wording) -> MentionStage:
    if circulated:
        announced = wording.will_circulate.search(text) is not None
        return MentionStage.ANNOUNCED if announced else MentionStage.CIRCULATED
    if wording.will_send.search(text):
        return MentionStage.ANNOUNCED
    return MentionStage.SENT


def _letter_dates(
    passage: Passage, addressed: Sequence[Phrase], wording: Wording
) -> tuple[date, ...]:
    """The dates that small words tie to the letter or to its sending."""
    people = find_authors(passage.text, addressed, wording)
    spans = [
        *((one.start, one.end) for one in addressed),
        *((one.start, one.end) for one in people),
    ]
    found = find_letter_dates(passage.text, wording.language)
    for group in found:
        others = [(one.start, one.end) for one in found_spans(found) if one.start != group[0].start]
        text = mask(passage.text, [*spans, *others])
        if _is_tied(text, passage, group[0], wording):
            return tuple(dict.fromkeys(one.value for one in group))
    return ()


def found_spans(groups: Sequence[tuple[FoundDate, ...]]) -> list[FoundDate]:
    """The first date of each group, for its place."""
    return [group[0] for group in groups]


def _is_tied(text: str, passage: Passage, found: FoundDate, wording: Wording) -> bool:
    anchors = [
        *((m.start(), m.end()) for m in wording.sending.finditer(text)),
        (passage.start, passage.end),
    ]
    before = max((end for _, end in anchors if end <= found.start), default=None)
    after = min((start for start, _ in anchors if start >= found.end), default=None)
    lead = wording.date_lead.search(text[: found.start]) is not None
    if before is not None and lead and connects(text[before : found.start], wording):
        return wording.date_follows or after is None
    if after is None or not connects(text[found.end : after], wording):
        return False
    return not wording.date_follows or bool(
        re.search(r"(?:^|[,;])\s*(?:on\s+|от\s+)?$", text[: found.start], re.IGNORECASE)
        or connects(text[: found.start], wording)
    )
