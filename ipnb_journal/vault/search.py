# SPDX-License-Identifier: MIT
"""Finding rows of the history: full-text search as typed, filters, and reading on from a place."""

from __future__ import annotations

from datetime import date, datetime
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Any

from ipnb_journal.domain.entries import AskedPrompt, EntryKind, Page, Writing
from ipnb_journal.domain.history import (
    HIT_CLOSES,
    HIT_OPENS,
    HistoryFilter,
    HistoryKind,
    HistoryRow,
    RowKind,
    snippet_of,
    title_of,
)
from ipnb_journal.vault import checkins, entries
from ipnb_journal.vault.place import END, day_range

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipnb_journal.vault.connection import Row
    from ipnb_journal.vault.vault import Vault

_LONGEST_QUESTION = 400
_MOST_WORDS = 24
_SHOWN = 1000
_LONG = 12_000
_TOKENS_OF_A_LONG_ONE = 40
_HEAD = "entries.place, entries.id, about_day, written_at, kind, theme, prompt_title"
_FORGOTTEN = "SELECT place FROM entries WHERE drawer_since IS NOT NULL"
_ALL_WHITE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())


def expression(text: str) -> str | None:
    """What was typed as a full-text question, None while there is nothing to look for yet.

    Every word must occur; the last one may go on. Nothing typed is ever syntax. A single letter waits
    for its second one.
    """
    clean = text[:_LONGEST_QUESTION].replace("\0", " ").encode("utf-8", "ignore").decode()
    words = [word for word in clean.split() if any(map(str.isalnum, word))]
    unfinished = bool(words) and len(words[-1]) < 2 and not clean[-1].isspace()
    if unfinished:
        words.pop()
    if sum(map(len, words)) < 2:
        return None
    quoted = ['"' + word.replace('"', '""') + '"' for word in words[:_MOST_WORDS]]
    if not unfinished and len(words[-1]) >= 2 and len(words) <= _MOST_WORDS:
        quoted[-1] += "*"
    return " ".join(quoted)


def newest(vault: Vault, wanted: HistoryFilter, before: int | None, limit: int) -> list[HistoryRow]:
    """At most `limit` rows, newest first, that stand before a place; None: from the newest on."""
    place = END if before is None else before
    asked = expression(wanted.text)
    found: list[Iterable[HistoryRow]] = []
    if wanted.kind is not HistoryKind.CHECKINS:
        found.append(_pages(vault, wanted, asked, place, limit))
    if _may_be_checkins(wanted, asked):
        found.append(_checkins(vault, wanted, place, limit))
    return list(islice(merge(*found, key=lambda row: -row.place), limit))


def count(vault: Vault, wanted: HistoryFilter) -> int:
    """How many rows there are in all."""
    asked = expression(wanted.text)
    total = 0
    if wanted.kind is not HistoryKind.CHECKINS:
        source, where, values = _asked_for(wanted, asked, END)
        total += _number(vault, f"SELECT count(*) FROM {source} WHERE {where}", values)
    if _may_be_checkins(wanted, asked):
        where, values = _checkins_asked_for(wanted, END)
        total += _number(vault, f"SELECT count(*) FROM checkins WHERE {where}", values)
    return total


def _number(vault: Vault, sql: str, values: dict[str, Any]) -> int:
    row = vault.query_one(sql, values)
    return int(row[0]) if row else 0


def _pages(
    vault: Vault, wanted: HistoryFilter, asked: str | None, before: int, limit: int
) -> list[HistoryRow]:
    source, where, values = _asked_for(wanted, asked, before)
    if asked:
        join = f"{source} CROSS JOIN entries ON entries.place = entry_search.rowid"
        sql = f"SELECT {_HEAD}, {_MARKED} FROM {join} WHERE {where} ORDER BY entry_search.rowid DESC"
    else:
        sql = f"SELECT {_HEAD}, {_CUT} FROM {source} WHERE {where} ORDER BY place DESC"
        values["white"] = _ALL_WHITE
    rows = vault.query(f"{sql} LIMIT :limit", {**values, "limit": limit})
    people = entries.people_of(vault, [row[1] for row in rows])
    return [_page_row(row, tuple(people[row[1]])) for row in rows]


def _marked(number: int, column: str) -> str:
    marks = f"'{HIT_OPENS}', '{HIT_CLOSES}'"
    return (
        f"CASE WHEN length(entries.{column}) > {_LONG}"
        f" THEN snippet(entry_search, {number}, {marks}, '…', {_TOKENS_OF_A_LONG_ONE})"
        f" ELSE highlight(entry_search, {number}, {marks}) END"
    )


_MARKED = ", ".join(_marked(number, column) for number, column in enumerate(entries.WRITING_COLUMNS))
# white space at the start would make the cut text look blank
_CUT = ", ".join(f"substr(ltrim({column}, :white), 1, {_SHOWN})" for column in entries.WRITING_COLUMNS)


def _asked_for(wanted: HistoryFilter, asked: str | None, before: int) -> tuple[str, str, dict[str, Any]]:
    """Where to look for pages, the condition and its values.

    Every condition but the words is one about places: indexes alone answer it, so that no page is read
    (and deciphered) that is not shown. A unary plus keeps SQLite from starting at the wrong end.
    """
    place, source = ("entry_search.rowid", "entry_search") if asked else ("place", "entries")
    conditions = [f"{place} < :before", f"+{place} NOT IN ({_FORGOTTEN})"]
    values: dict[str, Any] = {"before": before}
    if asked:
        conditions.append("entry_search MATCH :asked")
        values["asked"] = asked
    if wanted.day is not None:
        values["first"], values["last"] = day_range(wanted.day)
        conditions.append(f"{place} BETWEEN :first AND :last")
    if wanted.theme is not None:
        themed = "SELECT place FROM entries WHERE theme = :theme AND drawer_since IS NULL"
        conditions.append(f"+{place} IN ({themed})")
        values["theme"] = wanted.theme
    if wanted.people:
        ids = "SELECT entry_id FROM entry_people WHERE " + _any_of(wanted.people, values)
        conditions.append(f"+{place} IN (SELECT place FROM entries WHERE +id IN ({ids}))")
    if wanted.tag is not None:
        ids = "SELECT entry_id FROM entry_tags WHERE tag = :tag"
        conditions.append(f"+{place} IN (SELECT place FROM entries WHERE +id IN ({ids}))")
        values["tag"] = wanted.tag
    return source, " AND ".join(conditions), values


def _any_of(people: frozenset[int], values: dict[str, Any]) -> str:
    named = {f"person{number}": person for number, person in enumerate(sorted(people))}
    values |= named
    return f"person_id IN ({', '.join(f':{name}' for name in named)})"


def _page_row(row: Row, people: tuple[int, ...]) -> HistoryRow:
    place, entry_id, about_day, written_at, kind, theme, prompt_title, title, noticed, *texts = row
    day = date.fromisoformat(about_day)
    page = Page(
        kind=EntryKind(kind),
        about_day=day,
        writing=Writing(title, tuple(noticed.split("\n")) if noticed else (), *texts),
        asked=AskedPrompt("", 0, prompt_title, "") if prompt_title else None,
    )
    named = title_of(page)
    return HistoryRow(
        place=place,
        kind=RowKind.ENTRY,
        id=entry_id,
        day=day,
        at=datetime.fromisoformat(written_at),
        title=named.text,
        title_hits=named.hits,
        snippet=snippet_of(page),
        people=people,
        theme=theme,
        guided=page.kind is EntryKind.GUIDED,
    )


def _may_be_checkins(wanted: HistoryFilter, asked: str | None) -> bool:
    pages_only = asked or wanted.theme is not None or wanted.tag is not None
    return wanted.kind is not HistoryKind.WRITTEN and not pages_only


def _checkins_asked_for(wanted: HistoryFilter, before: int) -> tuple[str, dict[str, Any]]:
    conditions, values = ["place < :before"], dict[str, Any](before=before)
    if wanted.day is not None:
        values["first"], values["last"] = day_range(wanted.day)
        conditions.append("place BETWEEN :first AND :last")
    if wanted.people:
        conditions.append(_any_of(wanted.people, values))
    return " AND ".join(conditions), values


def _checkins(vault: Vault, wanted: HistoryFilter, before: int, limit: int) -> list[HistoryRow]:
    where, values = _checkins_asked_for(wanted, before)
    rows = vault.query(
        f"SELECT place, {', '.join(checkins.COLUMNS)} FROM checkins WHERE {where}"
        " ORDER BY place DESC LIMIT :limit",
        {**values, "limit": limit},
    )
    return [_checkin_row(row) for row in rows]


def _checkin_row(row: Row) -> HistoryRow:
    checkin = checkins.from_row(row[1:])
    return HistoryRow(
        place=row[0],
        kind=RowKind.CHECKIN,
        id=checkin.id,
        day=checkin.day,
        at=checkin.at,
        people=() if checkin.person_id is None else (checkin.person_id,),
        checkin=checkin,
    )
