# SPDX-License-Identifier: MIT
"""Contacts: written down in order, changed, taken away and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import NotFound
from ipnb_journal.services import contacts

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def test_contacts_stand_in_the_order_written(vault: Vault) -> None:
    tom = contacts.add_contact(vault, " Tom\n", "020 7946", "evenings")
    ana = contacts.add_contact(vault, "", "030")
    assert contacts.contacts(vault) == (tom, ana)
    assert (tom.name, tom.hours) == ("Tom", "evenings")
    assert contacts.change_contact(vault, tom.id, "Tom", "1").number == "1"
    assert contacts.contacts(vault)[0].hours == ""


def test_taken_away_and_brought_back(vault: Vault) -> None:
    tom, ana = (contacts.add_contact(vault, name, "1") for name in ("Tom", "Ana"))
    removed = contacts.remove_contact(vault, tom.id)
    assert contacts.contacts(vault) == (ana,)
    contacts.restore_contact(vault, removed)
    assert [contact.name for contact in contacts.contacts(vault)] == ["Tom", "Ana"]
    with pytest.raises(NotFound):
        contacts.remove_contact(vault, 99)


@pytest.mark.parametrize(("name", "number"), [("", " "), ("x" * 201, "1"), ("x", "1" * 201)])
def test_unfit_words_are_our_mistake(vault: Vault, name: str, number: str) -> None:
    with pytest.raises(ValueError, match=r"^\([0-9, ]+\)$"):
        contacts.add_contact(vault, name, number)
    with pytest.raises(ValueError, match=r"^\([0-9, ]+\)$"):
        contacts.change_contact(vault, 1, name, number)
