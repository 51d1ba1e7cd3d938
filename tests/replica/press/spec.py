"""The description of one press release, and what a parser must read out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from warehouse.vocabulary import MentionStage

Language = Literal["en", "az", "ru", "hy"]
AZERBAIJAN, ARMENIA = "mfa_az", "mfa_am"


@dataclass(frozen=True, slots=True)
class Mention:
    """A letter the text speaks of; `author` is the whole phrase as it stands in the text."""

    stage: MentionStage
    party: str | None
    author: str | None = None
    addressee: str | None = None
    letter_date: date | None = None
    symbols: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """One press release on one ministry's site.

    `number` is the running number: with the year the release number of mfa.gov.az, the page id
    of mfa.am. `code` is the word in mfa.am's address. `listed_in` names the languages whose
    listing shows it: English pages may show an item in another language. `alternates` are the
    paths of the same release in other languages, which the page names in its head.
    """

    source_id: str
    number: int
    day: date
    title: str
    paragraphs: tuple[str, ...]
    language: Language = "en"
    listed_in: tuple[Language, ...] = ("en",)
    category: str = "News"
    code: str = "page"
    mentions: tuple[Mention, ...] = ()
    has_body: bool = True
    alternates: tuple[tuple[Language, str], ...] = ()

    @property
    def key(self) -> str:
        """The source's natural key."""
        if self.source_id == AZERBAIJAN:
            return f"no{self.number:03d}{self.day:%y}"
        return str(self.number)

    @property
    def path(self) -> str:
        """The page's path on its host; the language in it is the listing's, not the text's."""
        language = self.listed_in[0]
        if self.source_id == AZERBAIJAN:
            return f"/{language}/news/{self.key}"
        return f"/{language}/press-releases/{self.day:%Y/%m/%d}/{self.code}/{self.number}"

    @property
    def printed_number(self) -> str | None:
        """The release number as mfa.gov.az prints it."""
        return f"{self.number:03d}/{self.day:%y}" if self.source_id == AZERBAIJAN else None


def expected_release(release: Release) -> dict[str, object]:
    """Return the fields of `herewith parse`, without `body`, `date_source` and `findings`."""
    return {
        "document_type": "press_release",
        "title": release.title,
        "published_on": release.day.isoformat(),
        "language": release.language,
        "number": release.printed_number,
        "mentions_letters": [_mention(mention) for mention in release.mentions],
    }


def _mention(mention: Mention) -> dict[str, object]:
    return {
        "letter_date": mention.letter_date.isoformat() if mention.letter_date else None,
        "author": mention.author,
        "party": mention.party,
        "addressee": mention.addressee,
        "symbols": list(mention.symbols),
        "stage": mention.stage.value,
    }
