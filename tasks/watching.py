"""The watches of herewith.toml made ready: names looked up, conditions tried, recipients found.

A rule that cannot be evaluated is an error here, at the start of whatever is started.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tasks.alert.operations import OPERATORS
from tasks.alert.recipients import FEED, TERMINAL, Recipient, find_recipients, list_urls
from tasks.alert.rules import LETTERS, Party, Rule, Watch
from tasks.alert_settings import WatchSettings, suggest
from tasks.settings import Settings
from tasks.sources.registry import load_all_sources
from warehouse.errors import NotFoundError, QueryError, SettingsError

ANY_NEW_LETTER = "any new letter"
"""The first rule: every letter, announced letter and new version, to everybody."""

_ITEM = re.compile(r"\d{1,3}( \([a-z]{1,2}\))*")


def load_watches(settings: Settings) -> tuple[Watch, ...]:
    """Make every watch ready, the first rule before all others unless it is switched off.

    Raises:
        SettingsError: one line naming the watch and what cannot be evaluated.
    """
    configured = [_load_watch(one, settings) for one in settings.watches]
    names = {watch.name for watch in configured}
    if names & {ANY_NEW_LETTER, OPERATORS}:
        raise SettingsError(f"no watch can be called {ANY_NEW_LETTER!r} or {OPERATORS!r}")
    first = Watch(ANY_NEW_LETTER, Rule(), (TERMINAL, FEED, *list_urls(settings)))
    return (*([first] if settings.any_new_letter else ()), *configured)


def load_operators(settings: Settings) -> tuple[Recipient, ...]:
    """Find who is told of operators' alarms: as set, else the terminal and `alert_urls`."""
    named = settings.operators.channels
    if named is None:
        return (TERMINAL, *list_urls(settings))
    return find_recipients(settings, named)


def find_watch(settings: Settings, name: str) -> Watch:
    """Find one watch by its name.

    Raises:
        NotFoundError: there is none; the message names the nearest.
        SettingsError: as `load_watches`.
    """
    watches = load_watches(settings)
    for watch in watches:
        if watch.name == name:
            return watch
    raise NotFoundError(f"no watch {name!r}{suggest(name, [one.name for one in watches])}")


def _load_watch(given: WatchSettings, settings: Settings) -> Watch:
    try:
        rule = _load_rule(given)
    except (SettingsError, QueryError) as error:
        raise SettingsError(f"watch {given.name!r}: {error}") from error
    recipients = find_recipients(settings, given.channels)
    return Watch(given.name, rule, recipients, given, given.note)


def _load_rule(given: WatchSettings) -> Rule:
    from tasks.normalise.un.addressees import KNOWN as ADDRESSEES
    from tasks.normalise.un.symbols import ORGANS

    sources = [one.id for one in load_all_sources()]
    for words in given.words:
        if not re.search(r"\w", words):
            raise SettingsError(f"words: {words!r} holds no word")
    if given.sql is not None:
        _check_sql(given.sql)
    return Rule(
        senders=_find_parties("senders", given.senders),
        mentioned=_find_parties("mentioned", given.mentioned),
        addressees=_choose("addressees", given.addressees, ADDRESSEES, lambda one: one[-1:] == "*"),
        agenda_items=tuple(_check_item(one) for one in given.agenda_items),
        organs=_choose("organs", given.organs, tuple(ORGANS.values())),
        kinds=frozenset(one.value for one in given.kinds) or LETTERS,
        sources=_choose("sources", given.sources, sources),
        words=given.words,
        sql=given.sql,
        events=frozenset(given.events),
    )


def _find_parties(field: str, names: Sequence[str]) -> tuple[Party, ...]:
    from tasks.lexicon import find_named

    try:
        return tuple(dict.fromkeys(Party(*find_named(name)) for name in names))
    except SettingsError as error:
        raise SettingsError(f"{field}: {error}") from error


def _choose(
    field: str,
    values: Sequence[str],
    known: Sequence[str],
    is_free: Callable[[str], bool] = lambda one: False,
) -> tuple[str, ...]:
    """Put each value as the known list writes it."""
    by_key = {one.casefold(): one for one in known}
    for value in values:
        if value.casefold() not in by_key and not is_free(value):
            raise SettingsError(f"{field}: {value!r} is not known{suggest(value, known)}")
    return tuple(by_key.get(value.casefold(), value) for value in values)


def _check_item(value: str) -> str:
    item = re.sub(r"\s*\(", " (", value.strip())
    if not _ITEM.fullmatch(item):
        raise SettingsError(f"agenda_items: {value!r} is not written as 34 or 79 (a)")
    return item


def _check_sql(condition: str) -> None:
    from warehouse.letter_conditions import check_condition

    try:
        check_condition(condition)
    except QueryError as error:
        raise SettingsError(f"sql: {error}") from error
