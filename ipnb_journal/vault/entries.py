# SPDX-License-Identifier: MIT
"""Pages that were set down: their rows, the people and tags they name, and the drawer."""

from __future__ import annotations

import secrets
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ipnb_journal.domain.entries import AskedPrompt, Entry, EntryKind, Page, Writing
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import remains
from ipnb_journal.vault.place import free_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipnb_journal.vault.connection import Row
    from ipnb_journal.vault.vault import Vault

WRITING_COLUMNS = ("title", "noticed", "notice", "body", "connect", "takeaway")
PAGE_COLUMNS = (
    *("kind", "about_day", "theme", "prompt_id", "prompt_version", "prompt_title", "prompt_text"),
    *("prompt_lighter", *WRITING_COLUMNS, "location", "rest"),
)
_ENTRY_COLUMNS = (
    *("uid", *PAGE_COLUMNS, "written_at", "changed_at", "zone", "drawer_since"),
    *("sealed", "writing_seconds"),
)
_SELECT = f"SELECT id, {', '.join(_ENTRY_COLUMNS)}, place FROM entries"
_INSERT = f"INSERT INTO entries (place, {', '.join(_ENTRY_COLUMNS)}) VALUES (?{', ?' * len(_ENTRY_COLUMNS)})"
_AT_ONCE = 100


def tidy(page: Page) -> Page:
    """The page as the vault keeps it: sorted people and tags, no empty ones, no character SQLite refuses."""
    return replace(
        page,
        writing=tidy_writing(page.writing),
        people=tuple(sorted(set(page.people))),
        tags=tuple(sorted(_lines(page.tags))),
        location=" ".join(storable(page.location).split()),
    )


def tidy_writing(writing: Writing) -> Writing:
    """The words without lone surrogates and NULs, which SQLite cannot keep; `noticed` as single lines."""
    return Writing(
        storable(writing.title),
        _lines(writing.noticed),
        *(storable(text) for text in (writing.notice, writing.body, writing.connect, writing.takeaway)),
    )


def page_values(page: Page) -> tuple[Any, ...]:
    """A tidy page as the values of PAGE_COLUMNS."""
    asked = page.asked
    prompt = (
        (asked.id, asked.version, asked.title, asked.text, int(asked.lighter))
        if asked
        else (None,) * 4 + (0,)
    )
    context = (page.kind, page.about_day.isoformat(), page.theme)
    return (*context, *prompt, *writing_values(page.writing), page.location, int(page.rest))


def page_from(values: Sequence[Any], people: Iterable[int] = (), tags: Iterable[str] = ()) -> Page:
    """A page from the values of PAGE_COLUMNS."""
    kind, about_day, theme, prompt_id, version, title, text, lighter, *words, location, rest = values
    return Page(
        kind=EntryKind(kind),
        about_day=date.fromisoformat(about_day),
        writing=writing_from(words),
        asked=AskedPrompt(prompt_id, version, title, text, bool(lighter)) if prompt_id is not None else None,
        theme=theme,
        people=tuple(people),
        tags=tuple(tags),
        location=location,
        rest=bool(rest),
    )


def storable(text: str) -> str:
    """The text without lone surrogates and NULs, which SQLite cannot keep."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def writing_values(writing: Writing) -> tuple[str, ...]:
    """Tidy words as the values of WRITING_COLUMNS."""
    noticed = "\n".join(writing.noticed)
    return (writing.title, noticed, writing.notice, writing.body, writing.connect, writing.takeaway)


def writing_from(values: Sequence[str]) -> Writing:
    """Words from the values of WRITING_COLUMNS."""
    title, noticed, *texts = values
    return Writing(title, tuple(noticed.split("\n")) if noticed else (), *texts)


def add(vault: Vault, entry: Entry) -> Entry:
    """Keep a new page; its `id` is ignored, an empty `uid` is filled in. The page as kept is returned."""
    since = entry.drawer_since.isoformat() if entry.drawer_since else None
    with vault.transaction():
        page = _naming_known_people(vault, tidy(entry.page))
        entry = replace(entry, uid=entry.uid or secrets.token_hex(16), page=page)
        values = (
            free_place(vault, page.about_day, entry.written_at),
            entry.uid,
            *page_values(page),
            *(entry.written_at.isoformat(), entry.changed_at.isoformat(), entry.zone, since),
            *(int(entry.sealed), entry.writing_seconds),
        )
        entry = replace(entry, id=vault.execute(_INSERT, values).lastrowid)
        _name(vault, entry)
        vault.touch("entries")
    return entry


def one(vault: Vault, entry_id: int) -> Entry:
    """The page with this id, in the drawer or not; raises NotFound."""
    found = _read(vault, vault.query(f"{_SELECT} WHERE id = ?", (entry_id,)))
    if not found:
        raise NotFound(what="entry")
    return found[0]


def each(vault: Vault) -> Iterator[Entry]:
    """Every page, those in the drawer too, oldest day first, a few at a time."""
    after = 0
    while rows := vault.query(f"{_SELECT} WHERE place > ? ORDER BY place LIMIT ?", (after, _AT_ONCE)):
        after = rows[-1][-1]
        yield from _read(vault, rows)


def id_of(vault: Vault, uid: str) -> int | None:
    """The id of the page with this uid, None where there is none."""
    row = vault.query_one("SELECT id FROM entries WHERE uid = ?", (uid,))
    return None if row is None else int(row[0])


def change(vault: Vault, before: Entry, page: Page, changed_at: datetime) -> Entry:
    """Give a page, as it was read in this transaction, new content. The page as kept is returned.

    It moves when the day it is about changes.
    """
    with vault.transaction():
        page = _naming_known_people(vault, tidy(page))
        new: dict[str, Any] = {"changed_at": changed_at.isoformat()}
        columns = zip(PAGE_COLUMNS, page_values(page), page_values(before.page), strict=True)
        # naming an unchanged column would write the search index again
        new |= {name: value for name, value, former in columns if value != former}
        if "about_day" in new:
            new["place"] = free_place(vault, page.about_day, before.written_at)
        settings = ", ".join(f"{name} = ?" for name in new)
        vault.execute(f"UPDATE entries SET {settings} WHERE id = ?", (*new.values(), before.id))
        after = replace(before, page=page, changed_at=changed_at)
        if (page.people, page.tags) != (before.page.people, before.page.tags):
            for table in ("entry_people", "entry_tags"):
                vault.execute(f"DELETE FROM {table} WHERE entry_id = ?", (before.id,))
            _name(vault, after)
        if not set(before.page.tags) <= set(page.tags) or before.page.location not in ("", page.location):
            remains.note(vault)
        vault.touch("entries")
    return after


def put_in_drawer(vault: Vault, entry_id: int, since: datetime | None) -> None:
    """Lay a page in the drawer, or with None take it out again. Raises NotFound."""
    with vault.transaction():
        moment = since.isoformat() if since else None
        done = vault.execute("UPDATE entries SET drawer_since = ? WHERE id = ?", (moment, entry_id))
        if not done.rowcount:
            raise NotFound(what="entry")
        vault.touch("entries")


def seal(vault: Vault, entry_id: int, *, sealed: bool) -> Entry:
    """Say whether a page may be shown unasked. Raises NotFound."""
    with vault.transaction():
        vault.execute("UPDATE entries SET sealed = ? WHERE id = ?", (int(sealed), entry_id))
        vault.touch("entries")
        return one(vault, entry_id)


def add_seconds(vault: Vault, entry: Entry, seconds: int) -> Entry:
    """Add to how long a page was written at."""
    if not seconds:
        return entry
    with vault.transaction():
        vault.execute(
            "UPDATE entries SET writing_seconds = writing_seconds + ? WHERE id = ?", (seconds, entry.id)
        )
        vault.touch("entries")
    return replace(entry, writing_seconds=entry.writing_seconds + seconds)


def in_drawer(vault: Vault) -> tuple[Entry, ...]:
    """The pages in the drawer, the last one laid there first."""
    found = _read(vault, vault.query(f"{_SELECT} WHERE drawer_since IS NOT NULL"))
    return tuple(sorted(found, key=lambda entry: (entry.drawer_since, entry.id), reverse=True))


def remove_drawn_before(vault: Vault, moment: datetime) -> int:
    """Delete what was laid in the drawer before `moment`, with its versions; says how many pages.

    A page with changes still open stays.
    """
    with vault.transaction():
        done = vault.execute(
            "DELETE FROM entries WHERE drawer_since IS NOT NULL AND julianday(drawer_since) < julianday(?)"
            " AND id NOT IN (SELECT entry_id FROM drafts WHERE entry_id IS NOT NULL)",
            (moment.isoformat(),),
        )
        if done.rowcount:
            remains.note(vault)
            vault.touch("entries")
    return done.rowcount


def remove(vault: Vault, entry_id: int) -> None:
    """Delete a page with its versions and what is open of it. Raises NotFound."""
    with vault.transaction():
        if not vault.execute("DELETE FROM entries WHERE id = ?", (entry_id,)).rowcount:
            raise NotFound(what="entry")
        remains.note(vault)
        vault.touch("entries")
        vault.touch("drafts")


def themes(vault: Vault) -> dict[str, int]:
    """The themes of pages outside the drawer and how many have each, by name."""
    rows = vault.query(
        "SELECT theme, count(*) FROM entries WHERE drawer_since IS NULL AND theme IS NOT NULL GROUP BY theme"
    )
    return dict(rows)


def tags(vault: Vault) -> dict[str, int]:
    """The tags of pages outside the drawer and how many have each, by name."""
    rows = vault.query(
        "SELECT tag, count(*) FROM entry_tags WHERE entry_id NOT IN"
        " (SELECT id FROM entries WHERE drawer_since IS NOT NULL) GROUP BY tag"
    )
    return dict(rows)


def first_day(vault: Vault) -> date | None:
    """The oldest day that a page outside the drawer is about, None where there is none."""
    row = vault.query_one("SELECT min(about_day) FROM entries WHERE drawer_since IS NULL")
    return date.fromisoformat(row[0]) if row and row[0] else None


def days(vault: Vault, first: date, last: date) -> set[date]:
    """The days from `first` to `last` that a page outside the drawer is about."""
    rows = vault.query(
        "SELECT DISTINCT about_day FROM entries WHERE about_day BETWEEN ? AND ? AND drawer_since IS NULL",
        (first.isoformat(), last.isoformat()),
    )
    return {date.fromisoformat(day) for (day,) in rows}


def people_of(vault: Vault, entry_ids: Sequence[int]) -> dict[int, list[int]]:
    """The people each of these pages names, ascending; a page that names nobody may be absent."""
    return _grouped(vault, "SELECT entry_id, person_id FROM entry_people", "person_id", entry_ids)


def _read(vault: Vault, rows: list[Row]) -> list[Entry]:
    ids = [row[0] for row in rows]
    people = people_of(vault, ids)
    tagged = _grouped(vault, "SELECT entry_id, tag FROM entry_tags", "tag", ids)
    return [_entry(row, people[row[0]], tagged[row[0]]) for row in rows]


def _grouped(vault: Vault, select: str, column: str, entry_ids: Sequence[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    holes = ", ".join("?" * len(entry_ids))
    for entry_id, value in vault.query(f"{select} WHERE entry_id IN ({holes}) ORDER BY {column}", entry_ids):
        found[entry_id].append(value)
    return found


def _entry(row: Row, people: list[int], tagged: list[str]) -> Entry:
    entry_id, uid, *page, written_at, changed_at, zone, since, sealed, seconds, _ = row
    return Entry(
        id=entry_id,
        uid=uid,
        page=page_from(page, people, tagged),
        written_at=datetime.fromisoformat(written_at),
        changed_at=datetime.fromisoformat(changed_at),
        zone=zone,
        drawer_since=datetime.fromisoformat(since) if since else None,
        sealed=bool(sealed),
        writing_seconds=seconds,
    )


def _naming_known_people(vault: Vault, page: Page) -> Page:
    if not page.people:
        return page
    holes = ", ".join("?" * len(page.people))
    rows = vault.query(f"SELECT id FROM people WHERE id IN ({holes}) ORDER BY id", page.people)
    return replace(page, people=tuple(number for (number,) in rows))


def _name(vault: Vault, entry: Entry) -> None:
    """Write down who and what a page names, which nothing is written of yet."""
    for table, named in (("entry_people", entry.page.people), ("entry_tags", entry.page.tags)):
        if named:
            vault.execute_many(f"INSERT INTO {table} VALUES (?, ?)", [(entry.id, one) for one in named])


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    single = (" ".join(storable(text).split()) for text in texts)
    return tuple(dict.fromkeys(text for text in single if text))
