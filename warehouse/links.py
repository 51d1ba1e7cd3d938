"""What linking reads from the warehouse, and the links it writes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from warehouse.answers import Counts
from warehouse.connection import Connection, transaction
from warehouse.incoming import present_rows
from warehouse.merging import merge_rows
from warehouse.rows import LinkRow, Struct
from warehouse.selecting import restore_value


@dataclass(frozen=True, slots=True)
class Paper:
    """A dated letter: a document itself, or a letter annexed to it (`annex_label`).

    `parties`, `offices` and `addressees` are those of the document; of an annexed letter its own
    office and addressee stand in `annex_title`. `names` are the paper's own signatories.
    """

    document_id: str
    symbols: tuple[str, ...]
    language: str | None
    letter_date: date
    parties: tuple[str, ...]
    offices: tuple[str, ...]
    addressees: tuple[str, ...]
    names: tuple[str, ...]
    annex_label: str | None = None
    annex_title: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A letter that a press release speaks of; what it does not say is null."""

    document_id: str
    language: str | None
    letter_date: date | None
    author: str | None
    party: str | None
    addressee: str | None
    symbols: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that cites a symbol, with one document that bears it here."""

    document_id: str
    language: str | None
    cited_symbol: str
    is_reply: bool
    cited_document_id: str
    cited_language: str | None


@dataclass(frozen=True, slots=True)
class LinkMaterial:
    """Everything that links are made of."""

    papers: tuple[Paper, ...]
    mentions: tuple[Mention, ...]
    citations: tuple[Citation, ...]
    bearers: dict[str, tuple[tuple[str, str | None], ...]]
    """By symbol that a mention names: the documents that bear it, with their languages."""


_ALL = "create or replace temp table linking as select document_id from documents"

_CHANGED = """
create or replace temp table linking as
with old_records as (
    select v.record_json
    from versions v
    join documents d on d.document_id = v.document_id
    where d.document_id in (from ops.unlinked) and d.version_number > v.version_number
),
days as (
    select letter_date from letters where document_id in (from ops.unlinked)
    union
    select coalesce(letter_date, date_from_cover) from annexes
    where document_id in (from ops.unlinked)
    union
    select try_cast(unnest([json_extract_string(record_json, '$.letter_date')]
        || json_extract_string(record_json, '$.annexes[*].letter_date')
        || json_extract_string(record_json, '$.annexes[*].date_from_cover')) as date)
    from old_records
),
symbols as (select symbol from document_symbols where document_id in (from ops.unlinked)),
mentions as (select document_id, unnest(mentions_letters) as mention from press_releases)
select document_id from ops.unlinked
union
select from_document_id from links where to_document_id in (from ops.unlinked)
union
select document_id from citations where cited_symbol in (from symbols)
union
select document_id from mentions where mention.letter_date in (from days)
union
select document_id from (select document_id, unnest(mention.symbols) as symbol from mentions)
where symbol in (from symbols)
"""

_MENTIONS = """
select p.document_id, d.language, unnest(p.mentions_letters) as mention
from press_releases p
join documents d on d.document_id = p.document_id
where p.document_id in (from linking)
order by p.document_id
"""

_PAPERS = """
with dated as (
    select document_id, letter_date, null as label, null as title, signatories, 0 as position
    from letters where letter_date is not null
    union all
    select document_id, coalesce(letter_date, date_from_cover), label, title, signatories, position
    from annexes where coalesce(letter_date, date_from_cover) is not null
)
select d.document_id, d.symbols, d.language, dated.letter_date, l.senders, l.addressees,
    dated.signatories, dated.label, dated.title
from dated
join letters l on l.document_id = dated.document_id
join documents d on d.document_id = dated.document_id
where dated.letter_date in (select unnest(?::date[]))
order by d.document_id, dated.position
"""

_CITATIONS = """
select c.document_id, d.language, c.cited_symbol, c.is_reply, s.document_id, cited.language
from citations c
join documents d on d.document_id = c.document_id
join document_symbols s on s.symbol = c.cited_symbol
join documents cited on cited.document_id = s.document_id
where s.document_id <> c.document_id and c.document_id in (from linking)
order by c.document_id, c.position, s.document_id
"""

_BEARERS = """
select s.symbol, s.document_id, d.language
from document_symbols s
join documents d on d.document_id = s.document_id
where s.symbol in (select unnest(?::varchar[]))
order by s.symbol, s.document_id
"""


def mark_all(con: Connection) -> None:
    """Say that the links of all documents are to be made again."""
    con.execute(_ALL)


def mark_changed(con: Connection) -> None:
    """Say that links are to be made again of what was loaded since, and of what it touches.

    A document touches those that cite a symbol of it, that link to it, and the releases that
    speak of a letter of its days, those that older versions of it bore included.
    """
    con.execute(_CHANGED)


def read_link_material(con: Connection) -> LinkMaterial:
    """Read citations and mentions of what is marked, and the letters of the days they name."""
    mentions = tuple(_build_mention(*row) for row in con.execute(_MENTIONS).fetchall())
    days = sorted({one.letter_date for one in mentions if one.letter_date is not None})
    symbols = sorted({symbol for one in mentions for symbol in one.symbols})
    papers = con.execute(_PAPERS, [days]).fetchall() if days else []
    citations = con.execute(_CITATIONS).fetchall()
    return LinkMaterial(
        papers=tuple(_build_paper(*(restore_value(value) for value in row)) for row in papers),
        mentions=mentions,
        citations=tuple(Citation(*row) for row in citations),
        bearers=_read_bearers(con, symbols) if symbols else {},
    )


def merge_links(con: Connection, rows: Sequence[LinkRow]) -> Counts:
    """Make these and no others the links from what is marked; count insert, update, noop.

    In one transaction with the note that nothing waits for its links any more.
    """
    with transaction(con):
        con.execute("delete from ops.unlinked")
        if not rows:
            con.execute("delete from links where from_document_id in (from linking)")
            return Counts()
        with present_rows(con, rows) as incoming:
            con.execute(
                "delete from links where from_document_id in (from linking)"  # noqa: S608
                f" and not exists (select 1 from {incoming} i"
                " where i.from_document_id = links.from_document_id"
                " and i.to_document_id = links.to_document_id"
                " and i.link_type = links.link_type)"
            )
        return merge_rows(con, rows)


def _build_mention(document_id: str, language: str | None, mention: Struct) -> Mention:
    return Mention(
        document_id=document_id,
        language=language,
        letter_date=mention["letter_date"],
        author=mention["author"],
        party=mention["party"],
        addressee=mention["addressee"],
        symbols=tuple(mention["symbols"] or ()),
    )


def _build_paper(
    document_id: str,
    symbols: tuple[str, ...],
    language: str | None,
    letter_date: date,
    senders: tuple[Struct, ...],
    addressees: tuple[str, ...],
    signatories: tuple[Struct, ...],
    label: str | None,
    title: str | None,
) -> Paper:
    return Paper(
        document_id=document_id,
        symbols=symbols,
        language=language,
        letter_date=letter_date,
        parties=tuple(sender["party"] for sender in senders if sender["party"]),
        offices=tuple(sender["office"] for sender in senders if sender["office"]),
        addressees=addressees,
        names=tuple(signatory["name"] for signatory in signatories if signatory["name"]),
        annex_label=label,
        annex_title=title,
    )


def _read_bearers(
    con: Connection, symbols: Sequence[str]
) -> dict[str, tuple[tuple[str, str | None], ...]]:
    bearers: dict[str, tuple[tuple[str, str | None], ...]] = {}
    for symbol, document_id, language in con.execute(_BEARERS, [list(symbols)]).fetchall():
        bearers[symbol] = (*bearers.get(symbol, ()), (document_id, language))
    return bearers
