"""Letters that a press text speaks of: evidence in the text, or nothing.

Only letters to an organ of an international organisation, or circulated as its document, are
mentions; a letter between two governments is none. What a text does not say stays null: a date
without its year, a party that is not named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tasks.normalise.press.azerbaijani import azerbaijani
from tasks.normalise.press.english import english
from tasks.normalise.press.passages import Passage, split_passages
from tasks.normalise.press.phrases import find_authors
from tasks.normalise.press.reading import Said, read_passage
from tasks.normalise.press.russian import russian
from tasks.normalise.press.sentences import split_sentences
from tasks.normalise.press.wording import Wording
from tasks.records import MentionedLetter
from warehouse.vocabulary import MentionStage

_STAGES = tuple(MentionStage)


def find_mentions(
    title: str | None, body: str, language: str | None
) -> tuple[MentionedLetter, ...]:
    """Every letter that the text gives evidence of, in reading order; the body before the title.

    The title only completes what the body says of the first letter, or stands alone where the
    body speaks of none. Languages other than English, Azerbaijani and Russian give none.
    """
    wording = _wording(language)
    if wording is None:
        return ()
    parties = _introduce(f"{title or ''}\n\n{body}", wording)
    letters = _collect(body, wording, parties)
    headed = _collect(title or "", wording, parties)
    if letters and headed and _is_same(letters[0], headed[0]):
        letters[0] = _unite(letters[0], headed[0])
    return tuple(_to_record(said) for said in letters or headed)


def _wording(language: str | None) -> Wording | None:
    if language == "en":
        return english()
    if language == "az":
        return azerbaijani()
    return russian() if language == "ru" else None


def _introduce(text: str, wording: Wording) -> dict[str, str]:
    """Which party the text itself gives to each surname; a contradicted one is left out."""
    parties: dict[str, str | None] = {}
    for sentence in split_sentences(text):
        for author in find_authors(sentence, (), wording):
            if author.surname and author.party:
                known = parties.setdefault(author.surname, author.party)
                if known != author.party:
                    parties[author.surname] = None
    return {surname: party for surname, party in parties.items() if party is not None}


def _collect(text: str, wording: Wording, parties: dict[str, str]) -> list[Said]:
    letters: list[Said] = []
    for sentence in split_sentences(text):
        # Two letters of one sentence are never one, so only earlier sentences are looked at.
        before = len(letters)
        for said in _read_sentence(sentence, wording, bool(letters)):
            _absorb(letters, _with_party(said, parties), before)
    return [said for said in letters if said.is_evident]


def _read_sentence(sentence: str, wording: Wording, has_letter: bool) -> Iterator[Said]:
    passages = list(split_passages(sentence, wording))
    for passage in passages:
        yield from read_passage(passage, wording)
    # "It was circulated as a document …": about the letter, without naming it.
    circulates = wording.as_document.search(sentence) and wording.circulating.search(sentence)
    if has_letter and circulates and not passages:
        for said in read_passage(Passage(sentence, 0, 0), wording):
            yield replace(said, is_back=True)


def _absorb(letters: list[Said], said: Said, before: int) -> None:
    """Join what is said to one of the first `before` letters, or begin a new one."""
    if said.is_back and letters:
        letters[-1] = _unite(letters[-1], said)
        return
    if said in letters:
        return
    if not said.is_apart:
        for place, known in enumerate(letters[:before]):
            if not known.is_apart and _is_same(known, said):
                letters[place] = _unite(known, said)
                return
    letters.append(said)


def _is_same(known: Said, said: Said) -> bool:
    """Whether nothing that two passages say keeps them from being about one letter."""
    pairs = (
        (known.letter_date, said.letter_date),
        (known.party, said.party),
        (known.addressee, said.addressee),
    )
    if any(one is not None and other is not None and one != other for one, other in pairs):
        return False
    symbols = set(known.symbols), set(said.symbols)
    return not (all(symbols) and symbols[0].isdisjoint(symbols[1]))


def _unite(known: Said, said: Said) -> Said:
    return replace(
        known,
        letter_date=known.letter_date or said.letter_date,
        author=known.author or said.author,
        party=known.party or said.party,
        surname=known.surname or said.surname,
        addressee=known.addressee or said.addressee,
        symbols=tuple(dict.fromkeys((*known.symbols, *said.symbols))),
        stage=_further(known, said),
        is_evident=known.is_evident or said.is_evident,
        has_stage=known.has_stage or said.has_stage,
    )


def _further(known: Said, said: Said) -> MentionStage:
    """The stage farther on; a bare reference back says nothing of the stage."""
    if not said.has_stage:
        return known.stage
    return max(known.stage, said.stage, key=_STAGES.index)


def _with_party(said: Said, parties: dict[str, str]) -> Said:
    if said.party is not None or said.surname is None:
        return said
    return replace(said, party=parties.get(said.surname))


def _to_record(said: Said) -> MentionedLetter:
    return MentionedLetter(
        letter_date=said.letter_date,
        author=said.author,
        party=said.party,
        addressee=said.addressee,
        symbols=said.symbols,
        stage=said.stage,
    )
