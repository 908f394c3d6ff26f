# SPDX-License-Identifier: MIT
"""The people somebody can reach, as they wrote them down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipnb_journal.domain.safety import Contact
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import remains

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

_SELECT = "SELECT id, name, number, hours, position FROM contacts"


def each(vault: Vault) -> tuple[Contact, ...]:
    """Every contact in their order."""
    return tuple(Contact(*row) for row in vault.query(f"{_SELECT} ORDER BY position, id"))


def one(vault: Vault, contact_id: int) -> Contact:
    """The contact with this id; raises NotFound."""
    row = vault.query_one(f"{_SELECT} WHERE id = ?", (contact_id,))
    if row is None:
        raise NotFound(what="contact")
    return Contact(*row)


def add(vault: Vault, contact: Contact) -> Contact:
    """Keep a new contact; the `id` is ignored."""
    with vault.transaction():
        done = vault.execute(
            "INSERT INTO contacts (name, number, hours, position) VALUES (?, ?, ?, ?)",
            (contact.name, contact.number, contact.hours, contact.position),
        )
        vault.touch("contacts")
    return replace(contact, id=done.lastrowid)


def change(vault: Vault, contact: Contact) -> Contact:
    """Keep a contact's new words. Raises NotFound."""
    with vault.transaction():
        done = vault.execute(
            "UPDATE contacts SET name = ?, number = ?, hours = ?, position = ? WHERE id = ?",
            (contact.name, contact.number, contact.hours, contact.position, contact.id),
        )
        if not done.rowcount:
            raise NotFound(what="contact")
        remains.note(vault)
        vault.touch("contacts")
    return contact


def remove(vault: Vault, contact_id: int) -> None:
    """Delete a contact; nothing happens where it is gone already."""
    with vault.transaction():
        vault.execute("DELETE FROM contacts WHERE id = ?", (contact_id,))
        remains.note(vault)
        vault.touch("contacts")
