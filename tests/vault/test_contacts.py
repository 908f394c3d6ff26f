# SPDX-License-Identifier: MIT
"""Contacts: kept in order, changed, removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.domain.safety import Contact
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import contacts

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def test_contacts_come_back_in_their_order(vault: Vault) -> None:
    second = contacts.add(vault, Contact(0, "Tom", "020", "evenings", 2))
    first = contacts.add(vault, Contact(0, "Ana", "010", "", 1))
    assert contacts.each(vault) == (first, second)
    assert vault.take_topics() == {"contacts"}


def test_change_and_remove(vault: Vault) -> None:
    kept = contacts.add(vault, Contact(0, "Tom", "020", "", 1))
    changed = contacts.change(vault, replace(kept, number="030"))
    assert contacts.one(vault, kept.id) == changed
    contacts.remove(vault, kept.id)
    contacts.remove(vault, kept.id)
    with pytest.raises(NotFound):
        contacts.one(vault, kept.id)
    with pytest.raises(NotFound):
        contacts.change(vault, kept)
