# SPDX-License-Identifier: MIT
"""The people somebody can reach when it is too much: written down, changed, taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipnb_journal.domain.safety import Contact
from ipnb_journal.vault import contacts as kept

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

LONGEST = 200


def contacts(vault: Vault) -> tuple[Contact, ...]:
    """Every contact in their order."""
    return kept.each(vault)


def add_contact(vault: Vault, name: str, number: str, hours: str = "") -> Contact:
    """Write somebody down after all the others.

    Raises ValueError where neither a name nor a number is given, or one has over 200 characters.
    """
    name, number, hours = _fit(name, number, hours)
    with vault.transaction():
        position = max((contact.position for contact in kept.each(vault)), default=0) + 1
        return kept.add(vault, Contact(0, name, number, hours, position))


def change_contact(vault: Vault, contact_id: int, name: str, number: str, hours: str = "") -> Contact:
    """Change what is written down. Raises NotFound, and ValueError as `add_contact`."""
    name, number, hours = _fit(name, number, hours)
    with vault.transaction():
        present = kept.one(vault, contact_id)
        return kept.change(vault, replace(present, name=name, number=number, hours=hours))


def remove_contact(vault: Vault, contact_id: int) -> Contact:
    """Take a contact away; what is returned brings it back by `restore_contact`. Raises NotFound."""
    with vault.transaction():
        present = kept.one(vault, contact_id)
        kept.remove(vault, contact_id)
    return present


def restore_contact(vault: Vault, contact: Contact) -> Contact:
    """Bring back a contact that was taken away, in its old position."""
    return kept.add(vault, contact)


def _fit(*texts: str) -> tuple[str, ...]:
    lines = tuple(
        " ".join(text.replace("\0", "").encode("utf-8", "ignore").decode().split()) for text in texts
    )
    if not any(lines[:2]) or max(map(len, lines)) > LONGEST:
        raise ValueError(tuple(map(len, lines)))
    return lines
