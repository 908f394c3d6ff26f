# SPDX-License-Identifier: MIT
"""People: kept in order, counted by the pages that name them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import NotFound
from ipnb_journal.vault import entries, people
from tests.builders import MOMENT, a_person, an_entry

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def test_people_come_back_in_their_order(vault: Vault) -> None:
    tom = people.add(vault, a_person("Tom", position=2, mark=8))
    ana = people.add(vault, a_person("Ana", uid="own", hidden=True))
    assert people.each(vault) == (ana, tom)
    assert people.one(vault, tom.id) == tom
    assert (ana.uid, ana.hidden) == ("own", True)
    assert vault.take_topics() == {"people"}


def test_change(vault: Vault) -> None:
    ana = people.add(vault, a_person())
    changed = people.change(vault, replace(ana, label="Anna", mark=4, position=9, hidden=True))
    assert people.one(vault, ana.id) == changed


def test_nobody_no_answer(vault: Vault) -> None:
    with pytest.raises(NotFound):
        people.one(vault, 1)
    with pytest.raises(NotFound):
        people.change(vault, a_person(id=1))


def test_pages_in_the_drawer_do_not_count(vault: Vault) -> None:
    ana, tom, _ = (people.add(vault, a_person(label)).id for label in ("Ana", "Tom", "Mum"))
    for named in ((ana,), (ana, tom)):
        entries.add(vault, an_entry(people=named))
    entries.add(vault, an_entry(people=(tom,), drawer_since=MOMENT))
    assert people.page_counts(vault) == {ana: 2, tom: 1}
