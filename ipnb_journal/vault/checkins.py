# SPDX-License-Identifier: MIT
"""Check-ins: their rows and the ways they are asked for."""

from __future__ import annotations

import secrets
from dataclasses import astuple, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from ipnb_journal.domain.checkin_scores import Pair
from ipnb_journal.domain.checkins import CheckIn, Circles, Item, Method
from ipnb_journal.errors import NotFound
from ipnb_journal.vault.place import free_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipnb_journal.domain.checkins import Scale
    from ipnb_journal.vault.connection import Row
    from ipnb_journal.vault.vault import Vault

_ANSWERS = tuple(item.value.lower() for item in Item)
_CIRCLES = ("closeness", "edge_me", "edge_other", "bridge", "closeness_wish")
_COLUMNS = (
    *("uid", "day", "at", "zone", "person_id", "method", "entry_id", "does_not_apply"),
    *(*_ANSWERS, *_CIRCLES),
)
COLUMNS = ("id", *_COLUMNS)
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM checkins"
_ABOUT_SOMEBODY_SHOWN = "person_id IN (SELECT id FROM people WHERE NOT hidden)"


def add(vault: Vault, checkin: CheckIn) -> CheckIn:
    """Keep a check-in. Its `id` is kept where it is not 0 and free; an empty `uid` is filled in.

    An `entry_id` that names no page is dropped.
    """
    checkin = replace(checkin, uid=checkin.uid or secrets.token_hex(16))
    names = ("id", "place", *_COLUMNS)
    with vault.transaction():
        wanted = checkin.id if checkin.id and not _has(vault, "checkins", checkin.id) else None
        if checkin.entry_id is not None and not _has(vault, "entries", checkin.entry_id):
            checkin = replace(checkin, entry_id=None)
        place = free_place(vault, checkin.day, checkin.at)
        done = vault.execute(
            f"INSERT INTO checkins ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
            (wanted, place, *_values(checkin)),
        )
        vault.touch("checkins")
    return replace(checkin, id=done.lastrowid)


def one(vault: Vault, checkin_id: int) -> CheckIn:
    """The check-in with this id; raises NotFound."""
    row = vault.query_one(f"{_SELECT} WHERE id = ?", (checkin_id,))
    if row is None:
        raise NotFound(what="checkin")
    return from_row(row)


def id_of(vault: Vault, uid: str) -> int | None:
    """The id of the check-in with this uid, None where there is none."""
    row = vault.query_one("SELECT id FROM checkins WHERE uid = ?", (uid,))
    return None if row is None else int(row[0])


def remove(vault: Vault, checkin_id: int) -> CheckIn:
    """Delete a check-in and say what it was. Raises NotFound."""
    removed = one(vault, checkin_id)
    with vault.transaction():
        vault.execute("DELETE FROM checkins WHERE id = ?", (checkin_id,))
        vault.touch("checkins")
    return removed


def last(vault: Vault, person_id: int | None, method: Method = Method.SLIDERS) -> CheckIn | None:
    """The newest check-in about this person, or with None the newest general one."""
    return next(iter(newest(vault, person_id, method, 1)), None)


def newest(vault: Vault, person_id: int | None, method: Method, most: int) -> tuple[CheckIn, ...]:
    """The last `most` check-ins about this person (None: the general ones), newest first."""
    rows = vault.query(
        f"{_SELECT} WHERE person_id IS ? AND method = ? ORDER BY day DESC, place DESC LIMIT ?",
        (person_id, method, most),
    )
    return tuple(from_row(row) for row in rows)


def of_entry(vault: Vault, entry_id: int, method: Method = Method.CIRCLES) -> CheckIn | None:
    """The newest check-in given on a page by this method, None where there is none."""
    row = vault.query_one(
        f"{_SELECT} WHERE entry_id = ? AND method = ? ORDER BY place DESC LIMIT 1", (entry_id, method)
    )
    return None if row is None else from_row(row)


def redraw(vault: Vault, checkin_id: int, circles: Circles, person_id: int | None) -> CheckIn:
    """Give a check-in by circles another picture and person; it stays where it stands. Raises NotFound."""
    settings = ", ".join(f"{name} = ?" for name in ("person_id", *_CIRCLES))
    with vault.transaction():
        done = vault.execute(
            f"UPDATE checkins SET {settings} WHERE id = ? AND method = ?",
            (person_id, *astuple(circles), checkin_id, Method.CIRCLES),
        )
        if not done.rowcount:
            raise NotFound(what="checkin")
        vault.touch("checkins")
    return one(vault, checkin_id)


def series(
    vault: Vault, person_id: int | None, method: Method = Method.SLIDERS, since: date = date.min
) -> tuple[CheckIn, ...]:
    """The check-ins about this person (None: the general ones) from a day on, oldest first."""
    rows = vault.query(
        f"{_SELECT} WHERE person_id IS ? AND method = ? AND day >= ? ORDER BY day, place",
        (person_id, method, since.isoformat()),
    )
    return tuple(from_row(row) for row in rows)


def pairs(
    vault: Vault,
    person_id: int | None,
    scales: Sequence[Scale],
    method: Method = Method.SLIDERS,
    since: date = date.min,
) -> tuple[list[Pair], ...]:
    """The two answers of each check-in about this person (None: general), a list a scale, oldest first.

    Leaves everything else in the file: ten years of days are read in a few milliseconds.
    """
    names = ", ".join(f"{scale}1, {scale}2".lower() for scale in scales)
    rows = vault.query(
        f"SELECT day, {names} FROM checkins WHERE person_id IS ? AND method = ? AND day >= ?"
        " ORDER BY day, place",
        (person_id, method, since.isoformat()),
    )
    days = [date.fromisoformat(row[0]).toordinal() for row in rows]
    return tuple(
        [Pair(day, row[at], row[at + 1]) for day, row in zip(days, rows, strict=True)]
        for at in range(1, 2 * len(scales), 2)
    )


def pairs_by_person(vault: Vault, scales: Sequence[Scale]) -> dict[int, tuple[list[Pair], ...]]:
    """As `pairs`, of everybody who is not hidden, by person id; nobody without a check-in by sliders."""
    names = ", ".join(f"{scale}1, {scale}2".lower() for scale in scales)
    rows = vault.query(
        f"SELECT person_id, day, {names} FROM checkins WHERE method = ? AND {_ABOUT_SOMEBODY_SHOWN}"
        " ORDER BY person_id, day, place",
        (Method.SLIDERS,),
    )
    found: dict[int, tuple[list[Pair], ...]] = {}
    for person_id, day, *given in rows:
        lists = found.setdefault(person_id, tuple([] for _ in scales))
        number = date.fromisoformat(day).toordinal()
        for at, kept in enumerate(lists):
            kept.append(Pair(number, given[2 * at], given[2 * at + 1]))
    return found


def pictures_by_person(vault: Vault) -> dict[int, list[CheckIn]]:
    """The check-ins by two circles about everybody who is not hidden, by person id, oldest first."""
    rows = vault.query(
        f"{_SELECT} WHERE method = ? AND {_ABOUT_SOMEBODY_SHOWN} ORDER BY person_id, day, place",
        (Method.CIRCLES,),
    )
    found: dict[int, list[CheckIn]] = {}
    for row in rows:
        picture = from_row(row)
        found.setdefault(picture.person_id or 0, []).append(picture)
    return found


def each(vault: Vault) -> Iterator[CheckIn]:
    """Every check-in, oldest first, a few at a time; change nothing meanwhile."""
    return map(from_row, vault.stream(f"{_SELECT} ORDER BY place"))


def count(vault: Vault) -> int:
    """How many check-ins there are."""
    row = vault.query_one("SELECT count(*) FROM checkins")
    return int(row[0]) if row else 0


def days(vault: Vault, first: date, last: date) -> set[date]:
    """The days from `first` to `last` that have a check-in."""
    rows = vault.query(
        "SELECT DISTINCT day FROM checkins WHERE day BETWEEN ? AND ?", (first.isoformat(), last.isoformat())
    )
    return {date.fromisoformat(day) for (day,) in rows}


def from_row(row: Row) -> CheckIn:
    """A check-in from the values of COLUMNS."""
    checkin_id, uid, day, at, zone, person_id, method, entry_id, does_not_apply = row[:9]
    answers, circles = row[9 : 9 + len(_ANSWERS)], row[9 + len(_ANSWERS) :]
    return CheckIn(
        id=checkin_id,
        uid=uid,
        day=date.fromisoformat(day),
        at=datetime.fromisoformat(at),
        zone=zone,
        answers={item: value for item, value in zip(Item, answers, strict=True) if value is not None},
        does_not_apply=frozenset(Item(item) for item in does_not_apply.split()),
        person_id=person_id,
        method=Method(method),
        circles=Circles(*circles) if method == Method.CIRCLES else None,
        entry_id=entry_id,
    )


def _values(checkin: CheckIn) -> tuple[object, ...]:
    return (
        *(checkin.uid, checkin.day.isoformat(), checkin.at.isoformat(), checkin.zone),
        *(checkin.person_id, checkin.method, checkin.entry_id, " ".join(sorted(checkin.does_not_apply))),
        *(checkin.answers.get(item) for item in Item),
        *astuple(checkin.circles or Circles()),
    )


def _has(vault: Vault, table: str, row_id: int) -> bool:
    return vault.query_one(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)) is not None
