"""One document of the corpus, its form tags, and the builder that fills in what is ordinary."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.corpus.phrases import TITLES, Addressees, Senders
from tests.replica.calendar import council_year, long_date
from tests.replica.letters.forms import annex_head
from tests.replica.un.spec import (
    Annex,
    AssemblyBlock,
    Block,
    Facts,
    Footnote,
    Masthead,
    Paragraph,
    Signature,
    UnSpec,
)
from warehouse.vocabulary import DocumentType

RENDERINGS = ("pdf", "docx", "flat")
COVER = "cover"
SIGNER = Signature("Ana", "Ejemplo", ("Ambassador", "Permanent Representative"))
KINDS = {
    "Letter": DocumentType.LETTER,
    "Letters": DocumentType.LETTER,
    "Identical letters": DocumentType.IDENTICAL_LETTERS,
    "Note verbale": DocumentType.NOTE_VERBALE,
}


@dataclass(frozen=True, slots=True)
class Case:
    """A document to be read. `tags` name its forms; `fields` limits what counts (empty: all).

    `findings` are the codes the reader must raise, and no others; `agenda_source` is set where
    the items stand in the request only; `damage` spoils the flat text as extractors do.
    """

    spec: UnSpec
    tags: frozenset[str]
    findings: tuple[str, ...] = ()
    renderings: tuple[str, ...] = RENDERINGS
    fields: tuple[str, ...] = ()
    agenda_source: str | None = None
    damage: Callable[[str], str] | None = None

    @property
    def name(self) -> str:
        """The document's name, unique in the corpus."""
        return self.spec.name


@dataclass(frozen=True, slots=True)
class Head:
    """What a masthead prints beside symbols and date; the rest follows from those."""

    items: str = ""
    titles: tuple[str, ...] = ()
    provisional: bool = False
    original: str = "English"
    distribution: str = "General"
    reissued: bool = False
    language: str | None = None
    tongue: str = "en"
    old: bool = False
    agenda_text: str | None = None
    session_text: str | None = None
    rows: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    second: tuple[str, ...] = ()


def day(text: str) -> date:
    """Return the day of "2021-05-04"."""
    return date.fromisoformat(text)


def paragraphs(blocks: Sequence[Block | str]) -> tuple[Block, ...]:
    """Turn plain strings into paragraphs."""
    return tuple(Paragraph(block) if isinstance(block, str) else block for block in blocks)


def letter(
    name: str,
    symbols: str,
    written: str,
    sender: Senders,
    to: Addressees,
    *blocks: Block | str,
    tags: str,
    kind: str = "Letter",
    title: str | None = None,
    facts: Facts | None = None,
    signed: tuple[Signature, ...] = (SIGNER,),
    annexes: tuple[Annex, ...] = (),
    notes: tuple[Footnote, ...] = (),
    head: Head | None = None,
    days: int = 2,
    job: str | None = None,
    released_again: str | None = None,
    findings: tuple[str, ...] = (),
) -> Case:
    """Build a letter or note verbale dated `written`, in the masthead `days` later.

    `facts` holds all but senders and addressees, which follow from the title's words.
    """
    dated = day(written)
    head = head or Head()
    title = title or f"{kind} dated {long_date(dated)} from {sender.text} addressed to {to.text}"
    if head.old:
        title = title.upper()
    facts = replace(facts or Facts(), senders=sender.parties, addressees=to.names)
    masthead = make_masthead(symbols, dated + timedelta(days=days), head)
    spec = UnSpec(
        name=name,
        document_type=KINDS[kind],
        masthead=masthead,
        title=title,
        blocks=paragraphs(blocks),
        job_number=job or make_job(masthead),
        released=masthead.distributed + timedelta(days=1),
        letter_date=dated,
        signatures=signed,
        annexes=tuple(_put_cover(annex, title) for annex in annexes),
        notes=notes,
        facts=facts,
        released_again=day(released_again) if released_again else None,
    )
    return Case(spec, frozenset(tags.split()), findings)


def neighbour(
    name: str,
    symbols: str,
    distributed: str,
    kind: DocumentType,
    title: str,
    *blocks: Block | str,
    tags: str,
    subtitle: str | None = None,
    lead: str | None = None,
    cited: tuple[str, ...] = (),
    annexes: tuple[Annex, ...] = (),
    notes: tuple[Footnote, ...] = (),
    head: Head | None = None,
) -> Case:
    """Build a document that is no letter."""
    masthead = make_masthead(symbols, day(distributed), head or Head())
    spec = UnSpec(
        name=name,
        document_type=kind,
        masthead=masthead,
        title=title,
        blocks=paragraphs(blocks),
        job_number=make_job(masthead),
        released=masthead.distributed + timedelta(days=1),
        lead=lead,
        subtitle=subtitle,
        annexes=annexes,
        notes=notes,
        facts=Facts(cited_symbols=cited),
    )
    return Case(spec, frozenset(tags.split()))


def annex(
    label: str,
    title: str | None,
    *blocks: Block | str,
    head: str | None = None,
    dated: str | None = None,
    original: str | None = None,
    signed: tuple[Signature, ...] = (),
    under: tuple[Annex, ...] = (),
) -> Annex:
    """Build an annex; `head=COVER` repeats the covering letter's title in its head."""
    return Annex(
        label=label,
        head=head or label,
        blocks=paragraphs(blocks),
        title=title,
        letter_date=day(dated) if dated else None,
        original_language=original,
        signatures=signed,
        under=under,
    )


def make_masthead(symbols: str, distributed: date, head: Head) -> Masthead:
    """Return the masthead; organs, session and Council's year follow from the symbols."""
    names = tuple(symbols.split("–"))
    organs = head.organs or tuple(_organ(symbol) for symbol in names)
    is_joint = len(organs) == 2 and (not head.second or head.tongue != "en")
    return Masthead(
        symbols=names,
        organs=organs,
        distributed=distributed,
        distribution=head.distribution,
        original=head.original,
        language=head.language,
        is_reissued=head.reissued,
        assembly=_make_block(names[0], head),
        council_year=council_year(distributed) if is_joint else None,
        second_column=head.second,
        tongue=head.tongue,
        is_old=head.old,
    )


def make_job(masthead: Masthead) -> str:
    """Return a job number that fits the year; its serial comes from the symbol's digits."""
    digits = re.sub(r"\D", "", masthead.symbols[-1])[-4:]
    return f"{masthead.distributed:%y}-{20000 + int(digits):05d}"


def _make_block(symbol: str, head: Head) -> AssemblyBlock | None:
    """The session block: of the Assembly by its symbol, of another organ by its printed words."""
    match = re.match(r"A/(?:(?P<kind>ES-|S-)?(?P<session>\d+)|(?:C\.\d|RES)/(?P<of>\d+))/", symbol)
    if match is None and head.session_text is None:
        return None
    items = tuple(item.strip() for item in head.items.split(",") if item.strip())
    titles = head.titles or tuple(TITLES[place % len(TITLES)] for place in range(len(items)))
    return AssemblyBlock(
        session=int(match["session"] or match["of"]) if match else 0,
        items=items,
        titles=titles,
        is_provisional=head.provisional,
        is_emergency_special=bool(match and match["kind"] == "ES-"),
        organ="General Assembly" if match else "other",
        session_text=head.session_text,
        agenda_text=head.agenda_text,
        rows=head.rows,
    )


def _organ(symbol: str) -> str:
    return {"A": "General Assembly", "S": "Security Council", "E": "Economic and Social Council"}[
        symbol[0]
    ]


def _put_cover(below: Annex, title: str) -> Annex:
    if below.head == COVER:
        below = replace(below, head=annex_head(title, below.label))
    return below
