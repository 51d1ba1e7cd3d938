"""The sender slot of an English title: offices, and for whom they speak.

Source: un-documents guide, section 6 (observed documents); that a representative, observer or
chargé signs: section 7 (Editorial Manual).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from tasks.normalise.un.bodies import find_body
from tasks.normalise.un.offices import normalise_office
from tasks.normalise.un.parties import Party, find_current, find_on_day, find_party, split_parties
from tasks.normalise.un.phrases import Phrases
from tasks.records import Sender

_HEADS = (
    r"Permanent\s+(?:Representative|Observer|Mission|Delegat)|Charg[eé]s?\s+d|Deputy\s|Acting\s"
    r"|Alternate\s"
    r"|(?:First|Vice|Foreign|Prime|Federal|Union|State)?\s*-?(?:Ministers?|Presidents?)\b"
    r"|Secretary-General|Secretar(?:y|ies)\s+of\s+State"
    r"|(?:Co-)?Chair(?:s|man|person|woman)?\b|Heads?\s+of|Special\s|High\s+Representative"
    r"|Under-Secretary"
    r"|Assistant\s|Director|Representatives?\s|Observers?\s|Facilitator|Executive\s|Prosecutor"
    r"|Registrar"
    r"|Chancellor|King\s|Emir\s|Ambassador|Counsellor|Commissioner|Personal\s"
)
_UNIT = re.compile(
    rf"(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+)(?:(?:by|from)\s+)?(?:the\s+)?(?={_HEADS})", re.IGNORECASE
)
_TO_UN = re.compile(
    r"\s*,?\s+(?:to|at|with)\s+the\s+United\s+Nations\b(?:\s+Office\b)?(?:\s+(?:at|in)\s+\w+)?"
    r"(?:\s+and\s+(?:the\s+)?other\s+international\s+organi[sz]ations\s+(?:at|in)\s+\w+)?",
    re.IGNORECASE,
)
_CAPACITY = Phrases(
    r" ?,? (?:in (?:his|her|their|its) capacit(?:y|ies)|speaking (?:for|on)|on behalf of"
    r"|representing|acting as|transmitting|conveying|forwarding|enclosing|containing)\b.*",
    r"(?<=to the United Nations) ?, (?:the )?(?:current )?"
    r"(?:(?:Co-)?Chair|Coordinator)\w* of\b.*",
    r"(?<=to the United Nations) and (?:current )?"
    r"(?:(?:Co-)?Chair|Coordinator|President|Facilitator)\w* of\b.*",
    r" for the month of \w+(?: \d{4})?$",
)
"""What one person is besides: `…, Chair of the Group of 77 and China`; another has an article."""

_FOR = re.compile(r"\s+for\s+(?!the\s+month\b)(?=[A-Z])(?P<portfolio>.+)", re.DOTALL)
_MISSION = re.compile(
    r"^(?:the\s+)?(?:Permanent\s+)?(?:Observer\s+)?Missions?\s+of\s+(?:the\s+(?=\S))?",
    re.IGNORECASE,
)
_MISSION_TAIL = re.compile(r"\s+Mission$", re.IGNORECASE)
_OF_STATE = re.compile(r"(?:Minister|Secretary|Ministers|Secretaries)$", re.IGNORECASE)
"""`Minister of State` is an office, not a minister of the State of somewhere."""

_OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
_OBSERVER_FOR = re.compile(r"(?<=Observer)\s+for\b", re.IGNORECASE)
_NO_OFFICE = re.compile(
    r"\b(?:for\s+the|concerning|established|pursuant|Republic|Federation|Committee|Council"
    r"|Panel|Secretary-General|United|Kingdom|States|Islamic|Emirate)\b|\bof the Union$",
    re.IGNORECASE,
)
"""Words after which another "of" belongs to a name, and names no state the office speaks for."""

_TO_OTHERS = re.compile(r"\s+to\s+(?!the\s+United\s+Nations).{3,60}$", re.IGNORECASE)
_OFFICE_OF = re.compile(
    r"(?:the\s+)?[^,]{2,60}?\s+of\s+the\s+(?P<body>.+)", re.IGNORECASE | re.DOTALL
)
_OFFICIAL = re.compile(
    r"(?:(?:Acting|Deputy)\s+)?(?:(?:Under|Assistant|Deputy)[- ]Secretary"
    r"|United\s+Nations\s+(?!in\b)"
    r"|Emergency\s+Relief\s+Coordinator|Legal\s+Counsel|High\s+Commissioner)",
    re.IGNORECASE,
)
_ENVOY = re.compile(
    r"(?:(?:High|Special)\s+(?:Representative|Envoy|Adviser|Coordinator)\s+(?:for|on)|Ombudsperson)\b",
    re.IGNORECASE,
)
"""Envoys whose title does not say for whom they speak."""

_STATE_OFFICE = re.compile(
    r"(?P<office>.{0,60}?(?:Representative|Observer|Mission|Affairs|Minister|President|a\.\s?i\.)s?)"
    r"\s+of\s+(?P<party>.+)",
    re.DOTALL,
)
_FACILITATOR = re.compile(r"(?:the\s+)?(?P<body>Security Council)\s+Facilitator\b", re.IGNORECASE)
_THE = re.compile(r"^the\s+", re.IGNORECASE)
_UNITED_NATIONS = Party("United Nations", None)
_NOBODY = Party("", None)
_TOLERANCE = timedelta(days=180)


class SenderReading(NamedTuple):
    """The senders of a title, and the names of those that no table knows."""

    senders: tuple[Sender, ...]
    unknown: tuple[str, ...]


def parse_senders(text: str, on: date | None) -> SenderReading:
    """Read the sender slot; `on` is the letter's date and chooses a state's name of the day.

    >>> text = "the Permanent Representatives of Turkey and Yemen to the United Nations"
    >>> [sender.party for sender in parse_senders(text, None).senders]
    ['Turkey', 'Yemen']
    >>> parse_senders("the President of the Security Council", None).senders[0].party
    'Security Council'
    """
    senders: list[Sender] = []
    unknown: list[str] = []
    for unit in _split_units(_CAPACITY.cut(text.strip(" ,"))):
        found, missing = _parse_unit(unit, on)
        senders.extend(found)
        unknown.extend(missing)
    return SenderReading(tuple(senders), tuple(unknown))


def make_sender(office: str | None, party: Party, on: date | None) -> Sender:
    """Name a party as on the day of the letter.

    >>> make_sender("Permanent Representative", Party("Türkiye", "TUR"), None).party
    'Türkiye'
    """
    if party.until is not None and on is not None and on > party.until + _TOLERANCE:
        party = find_on_day(find_current(party), on)
    return Sender(office=office, party=party.name or None, iso3=party.iso3)


def _split_units(text: str) -> list[str]:
    """One unit an office; an office that names nobody belongs to the next one.

    `the Deputy Prime Minister and Minister for Foreign Affairs of Nepal` is one unit.

    >>> _split_units("the Deputy Prime Minister and Minister for Foreign Affairs of Nepal")
    ['the Deputy Prime Minister and Minister for Foreign Affairs of Nepal']
    """
    pieces: list[str] = []
    start = 0
    for match in _UNIT.finditer(text):
        piece = text[start : match.start()]
        if not _names_somebody(piece):
            continue
        pieces.append(piece)
        start = match.end()
    pieces.append(text[start:])
    return [piece.strip() for piece in pieces if piece.strip()]


def _names_somebody(unit: str) -> bool:
    """Whether an office says for whom it speaks.

    >>> _names_somebody("the Permanent Observer of Palau"), _names_somebody("the Prime Minister")
    (True, False)
    """
    bare = _THE.sub("", unit.strip()).lower()
    return bare == "secretary-general" or (
        " of " in unit.lower() and _parse_party(unit) is not None
    )


def _parse_party(unit: str) -> tuple[str, list[tuple[str, Party | None]]] | None:
    """Office and parties of `OFFICE of PARTY`, where every party is known.

    >>> office, parties = _parse_party("the Permanent Mission of the Niger to the United Nations")
    >>> office, [party.iso3 for _, party in parties]
    ('the Permanent Mission', ['NER'])
    """
    bare = _OBSERVER_FOR.sub(" of", _TO_UN.sub("", unit))
    for match in _OF.finditer(bare):
        office = _THE.sub("", bare[: match.start()])
        if _NO_OFFICE.search(office) and office.lower() != "secretary-general":
            break
        tail = bare[match.end() :]
        if tail.lower().startswith("state ") and _OF_STATE.search(office):
            continue
        rest = _MISSION_TAIL.sub("", _MISSION.sub("", tail))
        parties = split_parties(rest)
        if parties and all(party is not None for _, party in parties):
            return bare[: match.start()], parties
    return _parse_portfolio(bare) or _parse_body(bare)


def _parse_portfolio(bare: str) -> tuple[str, list[tuple[str, Party | None]]] | None:
    """`the High Representative of the European Union for Foreign Affairs`: a party amid.

    >>> _parse_portfolio("High Representative of the European Union for Lamps")[0]
    'High Representative for Lamps'
    """
    match = _FOR.search(bare)
    before = bare[: match.start()] if match else ""
    if match is None or not re.search(r"\bRepresentatives?\s+of\b", before, re.IGNORECASE):
        return None
    office, of, name = before.partition(" of ")
    party = find_party(name)
    return (f"{office}{match.group(0)}", [(name, party)]) if of and party else None


def _parse_body(bare: str) -> tuple[str, list[tuple[str, Party | None]]] | None:
    """`President of the Security Council`: the whole is the office, the body the party.

    An envoy `of the Secretary-General` speaks for the United Nations.

    >>> _parse_body("the President of the Security Council")[1][0][1].name
    'Security Council'
    """
    match = _OFFICE_OF.match(bare)
    if match is None:
        return None
    name = match.group("body")
    if name.lower().startswith("secretary-general"):
        return bare, [(name, _UNITED_NATIONS)]
    body = find_body(name)
    return (bare, [(name, body)]) if body else None


def _parse_unit(unit: str, on: date | None) -> tuple[list[Sender], list[str]]:
    if _THE.sub("", unit).lower() == "secretary-general":
        return [Sender(office="Secretary-General", party="United Nations")], []
    read = _parse_party(unit)
    if read is None:
        read = _parse_party(_TO_OTHERS.sub("", unit)) or _parse_facilitator(unit)
    if read is None:
        return _parse_rest(unit, on)
    office = normalise_office(read[0], is_plural=len(read[1]) > 1)
    return [make_sender(office, party, on) for _, party in read[1] if party is not None], []


def _parse_facilitator(unit: str) -> tuple[str, list[tuple[str, Party | None]]] | None:
    """`the Security Council Facilitator for …` (S/2022/514) speaks for the Council.

    >>> _parse_facilitator("the Security Council Facilitator for lamps")[1][0][1].name
    'Security Council'
    """
    match = _FACILITATOR.match(unit)
    if match is None:
        return None
    return unit, [(match.group("body"), Party(match.group("body"), None))]


def _parse_rest(unit: str, on: date | None) -> tuple[list[Sender], list[str]]:
    """An official of the United Nations, a body without office; else nothing but a warning.

    Of an office whose state no table knows, only the office is read.

    >>> _parse_rest("the Under-Secretary-General for Lamps", None)[0][0].party
    'United Nations'
    >>> _parse_rest("the keepers of bees", None)
    ([], ['keepers of bees'])
    """
    bare = _TO_UN.sub("", _THE.sub("", unit)).strip(" ,")
    if _OFFICIAL.match(bare):
        return [Sender(office=normalise_office(bare), party="United Nations")], []
    if _ENVOY.match(bare):
        return [Sender(office=normalise_office(bare))], []
    known = find_party(bare) or find_body(bare)
    if known is not None:
        return [Sender(party=known.name, iso3=known.iso3)], []
    split = _STATE_OFFICE.match(bare)
    if split is None:
        return [], [bare]
    parties = split_parties(split.group("party"))
    office = normalise_office(split.group("office"), is_plural=len(parties) > 1)
    senders = [make_sender(office, party or _NOBODY, on) for name, party in parties
               if party or not name[0].islower() or _THE.match(name)]  # fmt: skip
    return senders, [name for name, party in parties if party is None]
