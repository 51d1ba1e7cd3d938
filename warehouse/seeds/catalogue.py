"""The catalogue of the seed corpus: bibliographic facts, figures and abstracts, no texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from warehouse.errors import SeedError
from warehouse.vocabulary import DateSource, DocumentType, MentionStage

PATH = Path(__file__).with_name("catalogue.yml")

TEXTS = Path(__file__).with_name("texts")
"""Where the texts are looked for when no other folder is set; ignored by git."""


class Fact(BaseModel):
    """The base of what the catalogue holds: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FigureFact(Fact):
    """A number as a document states it; `label` in our words, `as_printed` in the document's."""

    label: str
    value: float
    unit: str | None = None
    as_printed: str = Field(max_length=60)
    note: str | None = None


class SenderFact(Fact):
    """Who signs for whom."""

    office: str | None = None
    party: str | None = None
    iso3: str | None = None


class SignatoryFact(Fact):
    """A name under `(Signed)` with its title lines."""

    name: str
    title_lines: tuple[str, ...] = ()


class AnnexFact(Fact):
    """An annex and what its head and foot say."""

    label: str
    title: str | None = None
    letter_date: date | None = None
    signatories: tuple[SignatoryFact, ...] = ()


class LetterFacts(Fact):
    """What a letter says of itself; names and meanings as in the contract of `herewith parse`."""

    title: str | None = None
    distribution: str | None = None
    distribution_date: date | None = None
    original_language: str | None = None
    ga_session: int | None = None
    sc_year: int | None = None
    agenda_items: tuple[str, ...] = ()
    agenda_provisional: bool | None = None
    agenda_source: str | None = None
    letter_date: date | None = None
    senders: tuple[SenderFact, ...] = ()
    addressees: tuple[str, ...] = ()
    signatories: tuple[SignatoryFact, ...] = ()
    annexes: tuple[AnnexFact, ...] = ()
    cited_symbols: tuple[str, ...] = ()
    requests_circulation: tuple[str, ...] = ()


class MentionFact(Fact):
    """A letter that a press text speaks of."""

    letter_date: date | None = None
    author: str | None = None
    party: str | None = None
    addressee: str | None = None
    stage: MentionStage


class ReleaseFacts(Fact):
    """What a press text says of itself and of letters."""

    published_on: date | None = None
    date_source: DateSource | None = None
    number: str | None = None
    mentions_letters: tuple[MentionFact, ...] = ()


class CatalogueEntry(Fact):
    """One seed document; either `letter` or `release` says what its text says."""

    key: str = Field(pattern=r"^\d{3}$")
    file: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    document_type: DocumentType
    language: str
    publisher: str | None = None
    abstract: str
    letter: LetterFacts | None = None
    release: ReleaseFacts | None = None
    figures: tuple[FigureFact, ...] = ()

    @model_validator(mode="after")
    def _facts_fit_type(self) -> CatalogueEntry:
        is_letter, is_release = self.letter is not None, self.release is not None
        if is_letter is is_release or is_letter is not self.document_type.is_letter:
            raise ValueError(f"{self.key}: the facts do not fit the type {self.document_type}")
        return self

    @property
    def document_id(self) -> str:
        """The identity of a seed, as no symbol is printed in it."""
        return f"seed:{self.key}"


class Catalogue(Fact):
    """All seed documents."""

    documents: tuple[CatalogueEntry, ...]

    @model_validator(mode="after")
    def _once_each(self) -> Catalogue:
        keys = [entry.key for entry in self.documents]
        hashes = [entry.sha256 for entry in self.documents]
        if len(set(keys)) < len(keys) or len(set(hashes)) < len(hashes):
            raise ValueError("a key or a hash stands twice")
        return self


def load_catalogue(path: Path = PATH) -> Catalogue:
    """Read the catalogue.

    Raises:
        SeedError: one line naming the place and what is wrong with it.
    """
    try:
        return Catalogue.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise SeedError(f"{path.name}: {place}: {first['msg']}") from error
    except yaml.YAMLError as error:
        raise SeedError(f"{path.name}: {str(error).splitlines()[0]}") from error
