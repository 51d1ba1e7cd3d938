"""The description of one United Nations document, from which everything else is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from warehouse.vocabulary import DocumentType


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note under the rule; `mark` is what stands in the text ("*", "1")."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `<i>`, `<b>` and `<sup>` are understood, `number` stands in the margin."""

    text: str
    number: str | None = None
    notes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A bold heading within the text, with an optional number in the margin."""

    text: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Bullet:
    """One item of a bulleted list."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A small table; every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Raw:
    """Lines printed as they stand: a second masthead, an address, the days of a session."""

    lines: tuple[str, ...]


Block = Paragraph | Heading | Bullet | Table | Raw


@dataclass(frozen=True, slots=True)
class Signature:
    """A `(Signed)` block; the surname is printed bold."""

    given: str
    surname: str
    title_lines: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name as one reads it."""
        return f"{self.given} {self.surname}"


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex on pages of its own, with what stands under it (enclosures) as a tree.

    `head` is the printed first line, `label` its first words; `title` is null where the head
    only repeats the covering letter's title.
    """

    label: str
    head: str
    blocks: tuple[Block, ...]
    title: str | None = None
    letter_date: date | None = None
    original_language: str | None = None
    signatures: tuple[Signature, ...] = ()
    under: tuple[Annex, ...] = ()


@dataclass(frozen=True, slots=True)
class AssemblyBlock:
    """The second block of the masthead: session in words, agenda items and their titles.

    `session_text` and `agenda_text` are printed in place of the ordinary forms; `rows` stand
    below the session (its days, a committee). `session` counts for the General Assembly only.
    """

    session: int
    items: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    is_provisional: bool = False
    is_emergency_special: bool = False
    organ: str = "General Assembly"
    session_text: str | None = None
    agenda_text: str | None = None
    rows: tuple[str, ...] = ()

    @property
    def session_type(self) -> str | None:
        """What the printed session says of its kind; null for a regular one."""
        if self.is_emergency_special:
            return "emergency special"
        return "special" if "special session" in (self.session_text or "") else None


@dataclass(frozen=True, slots=True)
class Masthead:
    """The top of page 1; `symbols` without asterisk, General Assembly first.

    `council_year` is printed in joint documents only, `second_column` stands in place of it
    for another organ; `language` is printed only in translations. `tongue` is the ISO 639-1 code
    of the language the document is in; `is_old` sets the form of the 1990s.
    """

    symbols: tuple[str, ...]
    organs: tuple[str, ...]
    distributed: date
    distribution: str = "General"
    original: str = "English"
    language: str | None = None
    is_reissued: bool = False
    assembly: AssemblyBlock | None = None
    council_year: int | None = None
    second_column: tuple[str, ...] = ()
    tongue: str = "en"
    is_old: bool = False

    @property
    def joined_symbols(self) -> str:
        """The symbols as the masthead prints them: joined by an en dash, `*` when reissued."""
        return "–".join(self.symbols) + ("*" if self.is_reissued else "")


@dataclass(frozen=True, slots=True)
class Party:
    """A sender: office as normalised, state in short form, ISO 3166-1 alpha-3."""

    office: str
    party: str | None
    iso3: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader must find in the text; organs are named in full, symbols split."""

    senders: tuple[Party, ...] = ()
    addressees: tuple[str, ...] = ()
    cited_symbols: tuple[str, ...] = ()
    requests_circulation: tuple[str, ...] = ()
    requests_attention: tuple[str, ...] = ()
    announces_circulation: tuple[str, ...] = ()
    in_reply_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnSpec:
    """One document. `name` is its name among the fixtures and never changes with the calendar.

    `lead` stands bold above the title (sponsors of a draft), `subtitle` below it ("Report of
    the Secretary-General"); `notes` are the footnotes of page 1; `released` is the job line's
    date, `released_again` its second one; `letter_date` is the title's, null for what is no
    letter.
    """

    name: str
    document_type: DocumentType
    masthead: Masthead
    title: str
    blocks: tuple[Block, ...]
    job_number: str
    released: date
    letter_date: date | None = None
    lead: str | None = None
    subtitle: str | None = None
    signatures: tuple[Signature, ...] = ()
    annexes: tuple[Annex, ...] = ()
    notes: tuple[Footnote, ...] = ()
    facts: Facts = Facts()
    released_again: date | None = None

    @property
    def symbol(self) -> str:
        """The first symbol."""
        return self.masthead.symbols[0]

    @property
    def job_digits(self) -> str:
        """The job number without its hyphen, as barcode and file name have it."""
        return self.job_number.replace("-", "")
