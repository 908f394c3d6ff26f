# SPDX-License-Identifier: MIT
"""The people a journal names."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from ipnb_journal.domain.people import Person
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import remains

if TYPE_CHECKING:
    from ipnb_journal.vault.connection import Row
    from ipnb_journal.vault.vault import Vault

_SELECT = "SELECT id, uid, label, mark, position, hidden FROM people"


def each(vault: Vault) -> tuple[Person, ...]:
    """Everybody, hidden ones too, in their order."""
    return tuple(_person(row) for row in vault.query(f"{_SELECT} ORDER BY position, id"))


def one(vault: Vault, person_id: int) -> Person:
    """The person with this id; raises NotFound."""
    row = vault.query_one(f"{_SELECT} WHERE id = ?", (person_id,))
    if row is None:
        raise NotFound(what="person")
    return _person(row)


def add(vault: Vault, person: Person) -> Person:
    """Keep somebody new; the `id` is ignored, an empty `uid` is filled in."""
    person = replace(person, uid=person.uid or secrets.token_hex(16))
    with vault.transaction():
        done = vault.execute(
            "INSERT INTO people (uid, label, mark, position, hidden) VALUES (?, ?, ?, ?, ?)",
            (person.uid, person.label, person.mark, person.position, int(person.hidden)),
        )
        vault.touch("people")
    return replace(person, id=done.lastrowid)


def change(vault: Vault, person: Person) -> Person:
    """Keep somebody's new label, mark, position or whether they are hidden. Raises NotFound."""
    with vault.transaction():
        done = vault.execute(
            "UPDATE people SET label = ?, mark = ?, position = ?, hidden = ? WHERE id = ?",
            (person.label, person.mark, person.position, int(person.hidden), person.id),
        )
        if not done.rowcount:
            raise NotFound(what="person")
        remains.note(vault)
        vault.touch("people")
    return person


def page_counts(vault: Vault) -> dict[int, int]:
    """How many pages outside the drawer name each person; nobody who is named on none."""
    rows = vault.query(
        "SELECT person_id, count(*) FROM entry_people WHERE entry_id NOT IN"
        " (SELECT id FROM entries WHERE drawer_since IS NOT NULL) GROUP BY person_id"
    )
    return dict(rows)


def _person(row: Row) -> Person:
    person_id, uid, label, mark, position, hidden = row
    return Person(person_id, uid, label, mark, position, bool(hidden))
