"""Which document speaks of which: by symbols and structured keys, never by likeness of text.

A press release is joined to a letter by the symbol it names, else by party, date, author and
addressee of the letter it speaks of. Where two letters would fit there is no link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasks.link.capacities import read_capacities, shares_name
from warehouse.links import Citation, LinkMaterial, Mention, Paper
from warehouse.rows import LinkRow

Bearer = tuple[str, str | None]
"""A document id and its language."""


def match_links(material: LinkMaterial) -> tuple[LinkRow, ...]:
    """Make all links out of the material, in a fixed order."""
    rows = {*match_citations(material.citations)}
    for mention in material.mentions:
        row = match_mention(mention, material)
        if row is not None:
            rows.add(row)
    return _unite_evidence(rows)


def match_citations(citations: Sequence[Citation]) -> tuple[LinkRow, ...]:
    """Join each citing document to the one that bears the symbol, in the fitting language."""
    by_symbol: dict[tuple[str, str], list[Citation]] = {}
    for one in citations:
        by_symbol.setdefault((one.document_id, one.cited_symbol), []).append(one)
    rows = []
    for (document_id, symbol), found in by_symbol.items():
        bearers = [(one.cited_document_id, one.cited_language) for one in found]
        chosen = choose_language(bearers, found[0].language)
        if chosen is not None:
            link_type = "replies_to" if any(one.is_reply for one in found) else "cites"
            rows.append(LinkRow(document_id, chosen, link_type, symbol))
    return tuple(rows)


def match_mention(mention: Mention, material: LinkMaterial) -> LinkRow | None:
    """Find the one letter that a mention can mean; None where there is none or more than one."""
    named = [bearer for symbol in mention.symbols for bearer in material.bearers.get(symbol, ())]
    if named:
        chosen = choose_language(named, mention.language)
        evidence = "symbol " + ", ".join(mention.symbols)
        return None if chosen is None else _report(mention, chosen, evidence)
    fitting = [paper for paper in material.papers if fits(mention, paper)]
    if mention.symbols:
        # A symbol was named: a document that prints others cannot be meant.
        fitting = [paper for paper in fitting if not paper.symbols]
    if len({paper.symbols or paper.document_id for paper in fitting}) != 1:
        return None
    chosen = choose_language([(p.document_id, p.language) for p in fitting], mention.language)
    if chosen is None:
        return None
    paper = next(one for one in fitting if one.document_id == chosen)
    return _report(mention, chosen, _describe(mention, paper))


def fits(mention: Mention, paper: Paper) -> bool:
    """Say whether date and party are the same and nothing else contradicts."""
    return (
        mention.letter_date is not None
        and mention.letter_date == paper.letter_date
        and _fits_party(mention, paper)
        and _fits_author(mention, paper)
        and _fits_addressee(mention, paper)
    )


def choose_language(bearers: Iterable[Bearer], wanted: str | None) -> str | None:
    """Choose among the language versions of one document; None where it stays open.

    The wanted language first, then English, then the only one there is.
    """
    documents = dict.fromkeys(bearers)
    for language in (wanted, "en"):
        found = [document_id for document_id, its in documents if its == language]
        if language is not None and found:
            return found[0] if len(found) == 1 else None
    return next(iter(documents))[0] if len(documents) == 1 else None


def _fits_party(mention: Mention, paper: Paper) -> bool:
    """The party must be a sender; a title that names another author's party contradicts it."""
    if mention.party is None:
        return False
    party = mention.party.casefold()
    if party not in {one.casefold() for one in paper.parties}:
        return False
    title = paper.annex_title
    return title is None or party.split(" (")[0] in title.casefold()


def _fits_author(mention: Mention, paper: Paper) -> bool:
    """A capacity must agree where both sides tell one, else the name where both tell that."""
    if mention.author is None:
        return True
    said = read_capacities(mention.author)
    is_annex = paper.annex_label is not None
    office = (paper.annex_title or "") if is_annex else " ".join(paper.offices)
    held = read_capacities(office.partition(" addressed to ")[0])
    if said and held:
        return bool(said & held)
    if said and is_annex and not held and not paper.names:
        return False
    return not paper.names or shares_name(mention.author, paper.names)


def _fits_addressee(mention: Mention, paper: Paper) -> bool:
    if mention.addressee is None:
        return True
    if paper.annex_label is None:
        return not paper.addressees or mention.addressee in paper.addressees
    _, addressed, to = (paper.annex_title or "").partition(" addressed to ")
    return not addressed or mention.addressee.casefold() in to.casefold()


def _report(mention: Mention, document_id: str, evidence: str) -> LinkRow:
    return LinkRow(mention.document_id, document_id, "reports", evidence)


def _describe(mention: Mention, paper: Paper) -> str:
    parts = [f"party {mention.party}", f"letter of {paper.letter_date.isoformat()}"]
    if mention.author is not None:
        parts.append(f"author {mention.author}")
    if mention.addressee is not None:
        parts.append(f"addressee {mention.addressee}")
    if paper.annex_label is not None:
        parts.append(f"in {paper.annex_label}")
    return "; ".join(parts)


def _unite_evidence(rows: Iterable[LinkRow]) -> tuple[LinkRow, ...]:
    """One link a pair and type; a reply is no mere citation, evidence is listed in order."""
    replies = {
        (row.from_document_id, row.to_document_id) for row in rows if row.link_type == "replies_to"
    }
    evidence: dict[tuple[str, str, str], set[str]] = {}
    for row in rows:
        pair = (row.from_document_id, row.to_document_id)
        if row.link_type == "cites" and pair in replies:
            continue
        evidence.setdefault((*pair, row.link_type), set()).add(row.evidence)
    return tuple(
        LinkRow(*key, evidence=" | ".join(sorted(found))) for key, found in sorted(evidence.items())
    )
