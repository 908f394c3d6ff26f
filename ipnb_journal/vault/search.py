# SPDX-License-Identifier: MIT
"""Finding rows of the history: full-text search as typed, filters, and reading on from a place."""

from __future__ import annotations

import re
from datetime import date, datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import combining, normalize

from ipnb_journal.domain.entries import EntryKind
from ipnb_journal.domain.history import (
    HIT_CLOSES,
    HIT_OPENS,
    HistoryFilter,
    HistoryKind,
    HistoryRow,
    RowKind,
    is_plain,
    shown,
)
from ipnb_journal.vault import checkins
from ipnb_journal.vault.place import END, day_range

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ipnb_journal.vault.connection import Row
    from ipnb_journal.vault.vault import Vault

_LONGEST_QUESTION = 400
_MOST_WORDS = 24
_SHOWN = 1000
_LONG = 12_000
_TOKENS_OF_A_LONG_ONE = 40
_HEAD_COLUMNS = 8
_HEAD = (
    "entries.place, entries.id, about_day, written_at, kind, theme, prompt_title,"
    " (SELECT group_concat(person_id, ' ') FROM entry_people WHERE entry_id = entries.id)"
)
# the order in which a page is shown, and where each column stands in the index
_WORDS = {"title": 0, "noticed": 1, "body": 3, "takeaway": 5, "connect": 4, "notice": 2}
_FORGOTTEN = "SELECT place FROM entries WHERE drawer_since IS NOT NULL"
_SEALED = "SELECT place FROM entries WHERE sealed = 1"
_ALL_WHITE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())


class Question(NamedTuple):
    """Typed words made ready: for the index, and for showing where a text of ASCII alone has them."""

    match: str
    hit: re.Pattern[str]


def question(text: str) -> Question | None:
    """What was typed, ready to look for; None while there is nothing to look for yet.

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
    goes_on = not unfinished and len(words[-1]) >= 2 and len(words) <= _MOST_WORDS
    words = words[:_MOST_WORDS]
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    hits = [_hit(word) for word in words]
    if goes_on:
        quoted[-1] += "*"
        hits[-1] += r"[^\W_]*"
    anywhere = "|".join(sorted(hits, key=len, reverse=True))
    return Question(" ".join(quoted), re.compile(rf"(?:{anywhere})(?![^\W_])", re.ASCII))


def _hit(word: str) -> str:
    # starting with the letters themselves lets the search run ahead to them
    first, *more = re.findall(r"[^\W_]+", _plain(word)) or [re.escape(word)]
    return r"[\W_]+".join((rf"{first}(?<![^\W_]{first})", *more))


def _plain(word: str) -> str:
    """The word in lower case and without marks on its letters, as the index has it."""
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter)).lower()


def newest(vault: Vault, wanted: HistoryFilter, before: int | None, limit: int) -> list[HistoryRow]:
    """At most `limit` rows, newest first, that stand before a place; None: from the newest on."""
    place = END if before is None else before
    asked = question(wanted.text)
    found: list[HistoryRow] = []
    if wanted.kind is not HistoryKind.CHECKINS:
        found += _pages(vault, wanted, asked, place, limit)
    if _may_be_checkins(wanted, asked):
        found += _checkins(vault, wanted, place, limit)
    found.sort(key=attrgetter("place"), reverse=True)
    return found[:limit]


def unasked(vault: Vault, limit: int) -> list[HistoryRow]:
    """At most `limit` rows, newest first, as `newest`, without the pages that are sealed."""
    found = _pages(vault, HistoryFilter(), None, END, limit, f"+place NOT IN ({_SEALED})")
    found += _checkins(vault, HistoryFilter(), END, limit)
    found.sort(key=attrgetter("place"), reverse=True)
    return found[:limit]


def pages_on(vault: Vault, days: Sequence[date], not_themes: Collection[str], limit: int) -> list[HistoryRow]:
    """At most `limit` pages about these days that may be shown unasked, newest first.

    None that is sealed or in the drawer, names somebody hidden, or has one of the themes.
    """
    holes, themes = ", ".join("?" * len(days)), ", ".join("?" * len(not_themes))
    cut = _CUT.replace(":white", "?")
    rows = vault.query(
        f"SELECT {_HEAD}, {cut} FROM entries WHERE about_day IN ({holes}) AND drawer_since IS NULL"
        f" AND sealed = 0 AND (theme IS NULL OR theme NOT IN ({themes})) AND NOT EXISTS (SELECT 1 FROM"
        " entry_people JOIN people ON people.id = person_id WHERE entry_id = entries.id AND hidden)"
        f" ORDER BY place DESC LIMIT {limit:d}",
        (*[_ALL_WHITE] * len(_WORDS), *(day.isoformat() for day in days), *not_themes),
    )
    return [_page_row(row, None) for row in rows]


def count(vault: Vault, wanted: HistoryFilter) -> int:
    """How many rows there are in all."""
    asked = question(wanted.text)
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
    vault: Vault,
    wanted: HistoryFilter,
    asked: Question | None,
    before: int,
    limit: int,
    also: str = "",
) -> list[HistoryRow]:
    source, where, values = _asked_for(wanted, asked, before)
    where += f" AND {also}" if also else ""
    if asked:
        join = f"{source} CROSS JOIN entries ON entries.place = entry_search.rowid"
        sql = f"SELECT {_HEAD}, {_RAW} FROM {join} WHERE {where} ORDER BY entry_search.rowid DESC"
    else:
        sql = f"SELECT {_HEAD}, {_CUT} FROM {source} WHERE {where} ORDER BY place DESC"
        values["white"] = _ALL_WHITE
    # a bound limit would make SQLite plan the statement anew each time
    rows = vault.query(f"{sql} LIMIT {limit:d}", values)
    if asked is None:
        return [_page_row(row, None) for row in rows]
    return [_page_row(row, asked.hit) for row in _with_marks(vault, asked, rows)]


def _with_marks(vault: Vault, asked: Question, rows: list[Row]) -> list[Row]:
    """The rows with hits marked where only the index can tell them; in plain texts Python finds them,
    at half the cost.
    """
    odd = [row[0] for row in rows if not is_plain("".join(row[_HEAD_COLUMNS:]))]
    if not odd:
        return rows
    places = ", ".join(map(str, odd))
    marked = {
        place: tuple(texts)
        for place, *texts in vault.query(
            f"SELECT entry_search.rowid, {_MARKED} FROM entry_search"
            " CROSS JOIN entries ON entries.place = entry_search.rowid"
            f" WHERE entry_search MATCH ? AND entry_search.rowid IN ({places})",
            (asked.match,),
        )
    }
    return [(*row[:_HEAD_COLUMNS], *marked.get(row[0], row[_HEAD_COLUMNS:])) for row in rows]


def _marked(number: int, column: str) -> str:
    """A column with its hits marked, or as it is where that is plain beyond doubt."""
    marks, text = f"'{HIT_OPENS}', '{HIT_CLOSES}'", f"entries.{column}"
    return (
        f"CASE WHEN octet_length({text}) = length({text}) THEN {text}"
        f" WHEN octet_length({text}) > {_LONG}"
        f" THEN snippet(entry_search, {number}, {marks}, '…', {_TOKENS_OF_A_LONG_ONE})"
        f" ELSE highlight(entry_search, {number}, {marks}) END"
    )


_RAW = ", ".join(f"entries.{column}" for column in _WORDS)
_MARKED = ", ".join(_marked(number, column) for column, number in _WORDS.items())
# white space at the start would make the cut text look blank
_CUT = ", ".join(f"substr(ltrim({column}, :white), 1, {_SHOWN})" for column in _WORDS)


def _asked_for(wanted: HistoryFilter, asked: Question | None, before: int) -> tuple[str, str, dict[str, Any]]:
    """Where to look for pages, the condition and its values.

    Every condition but the words is one about places: indexes alone answer it, so that no page is read
    (and deciphered) that is not shown. A unary plus keeps SQLite from starting at the wrong end.
    """
    place, source = ("entry_search.rowid", "entry_search") if asked else ("place", "entries")
    conditions = [f"{place} < :before", f"+{place} NOT IN ({_FORGOTTEN})"]
    values: dict[str, Any] = {"before": before}
    if asked:
        conditions.append("entry_search MATCH :asked")
        values["asked"] = asked.match
    if wanted.day is not None:
        values["first"], values["last"] = day_range(wanted.day, wanted.until)
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


def _page_row(row: Row, hit: re.Pattern[str] | None) -> HistoryRow:
    place, entry_id, about_day, written_at, kind, theme, prompt_title, people, title, noticed, *texts = row
    named, snippet = shown(title, texts, noticed.replace("\n", ", "), hit)
    return HistoryRow(
        place,
        RowKind.ENTRY,
        entry_id,
        date.fromisoformat(about_day),
        datetime.fromisoformat(written_at),
        title=named.text or prompt_title or "",
        title_hits=named.hits,
        snippet=snippet,
        people=tuple(sorted(map(int, people.split()))) if people else (),
        theme=theme,
        guided=kind == EntryKind.GUIDED,
    )


def _may_be_checkins(wanted: HistoryFilter, asked: Question | None) -> bool:
    pages_only = asked or wanted.theme is not None or wanted.tag is not None
    return wanted.kind is not HistoryKind.WRITTEN and not pages_only


def _checkins_asked_for(wanted: HistoryFilter, before: int) -> tuple[str, dict[str, Any]]:
    conditions, values = ["place < :before"], dict[str, Any](before=before)
    if wanted.day is not None:
        values["first"], values["last"] = day_range(wanted.day, wanted.until)
        conditions.append("place BETWEEN :first AND :last")
    if wanted.people:
        conditions.append(_any_of(wanted.people, values))
    return " AND ".join(conditions), values


def _checkins(vault: Vault, wanted: HistoryFilter, before: int, limit: int) -> list[HistoryRow]:
    where, values = _checkins_asked_for(wanted, before)
    rows = vault.query(
        f"SELECT place, {', '.join(checkins.COLUMNS)} FROM checkins WHERE {where}"
        f" ORDER BY place DESC LIMIT {limit:d}",
        values,
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
