"""Full-text search in titles and texts: by DuckDB's index where it can be had, else by reading.

Every word must occur. With the index words match by their English stems; without it as they are
written. Both rank by BM25, and give the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from warehouse.connection import Connection
from warehouse.errors import QueryError
from warehouse.paths import Home
from warehouse.reading import READ_CATALOG, open_latest
from warehouse.search_index import INDEX, attach_index
from warehouse.selecting import restore_value
from warehouse.snippets import cut_snippet, fold, split_words

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look; `state` is a sender of a letter, or wrote one that a release speaks of."""

    source_id: str | None = None
    state: str | None = None
    since: date | None = None
    until: date | None = None
    language: str | None = None
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """One document that has all the words; `snippet` has them between `**`.

    `dated` is the date of the letter, of its masthead, or of the release. `score` tells the
    order within one answer and nothing else.
    """

    document_id: str
    symbols: tuple[str, ...]
    dated: date | None
    source_id: str
    language: str | None
    title: str | None
    snippet: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The hits, the best first; `why_not_indexed` is null where the index was used."""

    hits: tuple[Hit, ...]
    why_not_indexed: str | None


_IN_SCOPE = """
select d.document_id, d.symbols, coalesce(l.letter_date, d.distribution_date, d.published_date)
    as dated, d.source_id, d.language, d.title, d.body
from documents d
left join letters l on l.document_id = d.document_id
left join press_releases p on p.document_id = d.document_id
where ($source_id::varchar is null or d.source_id = $source_id::varchar)
    and ($language::varchar is null or d.language = $language::varchar)
    and ($state::varchar is null
        or len(list_filter(l.senders, lambda sender: is_state(sender, $state::varchar))) > 0
        or len(list_filter(p.mentions_letters,
            lambda mention: lower(mention.party) = lower($state::varchar))) > 0)
    and ($since::date is null
        or coalesce(l.letter_date, d.distribution_date, d.published_date) >= $since::date)
    and ($until::date is null
        or coalesce(l.letter_date, d.distribution_date, d.published_date) <= $until::date)
"""

# What the extension made finds its own tables only in the catalog in use.
_RANK = """
create temp table ranked as
select name, fts_main_texts.match_bm25(name, $words::varchar, conjunctive := 1) as score
from fts_main_texts.docs
"""

_BY_INDEX = f"""
select scope.*, ranked.score
from ({_IN_SCOPE}) as scope
join temp.ranked on ranked.name = scope.document_id
where ranked.score is not null
order by ranked.score desc, scope.document_id
limit $limit
"""  # noqa: S608

_EDGE = r"[^\p{L}\p{N}]"

_COUNT = (
    "case when contains(text, $word{place}) then len(regexp_extract_all(text, $edged{place}))"
    " else 0 end"
)

_BY_READING = f"""
with texts as (
    select *, lower(strip_accents(concat_ws(' ', title, body))) as text from ({_IN_SCOPE})
),
counted as (
    select * exclude (text), length(text) as size,
        [{{times}}] as times
    from texts
),
corpus as (
    select count(*) as documents, avg(size) as size from counted
),
spread as (
    select place, count(*) filter (times[place] > 0) as documents
    from counted, range(1, {{words}} + 1) as places(place)
    group by place
),
weights as (
    select list(ln(1 + (corpus.documents - spread.documents + 0.5) / (spread.documents + 0.5))
        order by place) as weight
    from spread, corpus
)
select counted.* exclude (size, times),
    list_sum(list_transform(range(1, len(times) + 1), lambda place: weight[place]
        * times[place] * 2.2 / (times[place] + 1.2 * (0.25 + 0.75 * counted.size / corpus.size))))
        as score
from counted, corpus, weights
where list_min(times) > 0
order by score desc, document_id
limit $limit
"""  # noqa: S608


def search_documents(home: Home, text: str, scope: Scope, *, is_asked: bool = False) -> Found:
    """Search the published snapshot for documents that have all the words of a text.

    `is_asked` makes the index however many documents there are.

    Raises:
        QueryError: there is no word in it.
        NotFoundError: nothing has been published yet.
    """
    words = split_words(text)
    if not words:
        raise QueryError(f"{text!r}: no word to search for")
    con = open_latest(home.published)
    try:
        why_not = attach_index(con, home, is_asked=is_asked)
        if why_not is None:
            con.execute(f"use {INDEX}")
            con.execute(_RANK, {"words": " ".join(words)})
            con.execute(f"use {READ_CATALOG}")
        con.execute("set enable_external_access = false")
        con.execute("set lock_configuration = true")
        rows = _read_all(con, words, scope) if why_not else _ask_index(con, scope)
        stems = _Stems(con, words, is_stemmed=why_not is None)
        return Found(tuple(_build_hit(row, stems) for row in rows), why_not)
    finally:
        con.close()


def _ask_index(con: Connection, scope: Scope) -> list[tuple[object, ...]]:
    return con.execute(_BY_INDEX, _name_values(scope)).fetchall()


def _read_all(con: Connection, words: Sequence[str], scope: Scope) -> list[tuple[object, ...]]:
    """Count each word in each text; words hold letters and digits only, so patterns are safe.

    A pattern that is a parameter of its own is compiled once, one out of a list for every row.
    """
    values = _name_values(scope)
    for place, word in enumerate(words):
        values |= {f"word{place}": word, f"edged{place}": f"(?:^|{_EDGE}){word}(?:{_EDGE}|$)"}
    times = ", ".join(_COUNT.format(place=place) for place in range(len(words)))
    return con.execute(_BY_READING.format(times=times, words=len(words)), values).fetchall()


def _name_values(scope: Scope) -> Values:
    names = ("source_id", "state", "since", "until", "language", "limit")
    return {name: getattr(scope, name) for name in names}


class _Stems:
    """Which words of a text are those that were searched for."""

    def __init__(self, con: Connection, words: Sequence[str], *, is_stemmed: bool) -> None:
        self._con = con
        self._is_stemmed = is_stemmed
        self._wanted = set(self._stem(words).values())

    def find(self, text: str) -> frozenset[str]:
        """Find the words of a text, folded, that match."""
        stems = self._stem(sorted(set(split_words(text))))
        return frozenset(word for word, stem in stems.items() if stem in self._wanted)

    def _stem(self, words: Sequence[str]) -> dict[str, str]:
        if not self._is_stemmed or not words:
            return {word: fold(word) for word in words}
        found = self._con.execute(
            "select word, stem(word, 'porter') from (select unnest(?::varchar[]) as word)",
            [list(words)],
        )
        return dict(found.fetchall())


def _build_hit(row: Sequence[object], stems: _Stems) -> Hit:
    document_id, symbols, dated, source_id, language, title, body, score = (
        restore_value(value) for value in row
    )
    snippet = cut_snippet(body or "", stems.find(body or ""))
    return Hit(
        document_id=document_id,
        symbols=symbols,
        dated=dated,
        source_id=source_id,
        language=language,
        title=title,
        snippet=snippet or cut_snippet(title or "", stems.find(title or "")),
        score=float(score),
    )
