# SPDX-License-Identifier: MIT
"""People: a mark of their own, one label each, out of sight without loss."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.errors import NotFound
from ipnb_journal.services import people
from ipnb_journal.services.people import PersonCount
from ipnb_journal.vault import entries
from ipnb_journal.vault import people as stored
from tests.builders import an_entry

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault


def test_eight_people_have_eight_marks_then_they_come_round(vault: Vault) -> None:
    marks = [people.add(vault, f"P{number}").mark for number in range(10)]
    assert marks == [1, 2, 3, 4, 5, 6, 7, 8, 1, 2]


def test_people_come_in_the_order_they_were_added_with_their_pages(vault: Vault) -> None:
    ana, tom = people.add(vault, "Ana"), people.add(vault, "Tom")
    entries.add(vault, an_entry(people=(tom.id,)))
    assert people.all_people(vault) == (PersonCount(ana, 0), PersonCount(tom, 1))


def test_a_label_in_use_gives_its_person(vault: Vault) -> None:
    ana = people.add(vault, "  Ana\tMaria ")
    assert ana.label == "Ana Maria"
    vault.take_topics()
    assert people.add(vault, "ANA MARIA") == ana
    assert vault.take_topics() == frozenset()
    hidden = people.hide(vault, ana.id)
    assert people.add(vault, "ana maria") == hidden


@pytest.mark.parametrize("label", ["", " \n", "\0", "x" * 61])
def test_an_unfit_label_is_our_mistake(vault: Vault, label: str) -> None:
    with pytest.raises(ValueError, match=str(len(label.strip("\0 \n")))):
        people.add(vault, label)


def test_rename(vault: Vault) -> None:
    ana, tom = people.add(vault, "Ana"), people.add(vault, "Tom")
    assert people.rename(vault, ana.id, "ana").label == "ana"
    assert people.rename(vault, ana.id, "x" * 60).label == "x" * 60
    assert people.rename(vault, tom.id, "X" * 60) == tom
    vault.take_topics()
    assert people.rename(vault, tom.id, "Tom") == tom
    assert vault.take_topics() == frozenset()
    with pytest.raises(NotFound):
        people.rename(vault, 99, "Tom")


def test_hide_and_show(vault: Vault) -> None:
    ana = people.add(vault, "Ana")
    assert people.hide(vault, ana.id).hidden
    assert people.all_people(vault)[0].person.hidden
    assert people.hide(vault, ana.id, hidden=False) == ana
    with pytest.raises(NotFound):
        people.hide(vault, 99)


def order(vault: Vault) -> list[str]:
    return [each.person.label for each in people.all_people(vault)]


def test_move_goes_as_far_as_there_is_room_and_is_undone_by_the_opposite(vault: Vault) -> None:
    ana, mom, tom = (people.add(vault, label) for label in ("Ana", "Mom", "Tom"))
    assert people.move(vault, tom.id, -1).position == 2
    assert order(vault) == ["Ana", "Tom", "Mom"]
    people.move(vault, tom.id, 1)
    assert order(vault) == ["Ana", "Mom", "Tom"]
    people.move(vault, ana.id, 9)
    assert order(vault) == ["Mom", "Tom", "Ana"]
    people.move(vault, ana.id, -9)
    assert order(vault) == ["Ana", "Mom", "Tom"]
    vault.take_topics()
    assert people.move(vault, ana.id, -1) == ana
    assert vault.take_topics() == frozenset()
    assert mom.position == 2
    with pytest.raises(NotFound):
        people.move(vault, 99, 1)


def test_move_steps_over_hidden_people_who_keep_their_places(vault: Vault) -> None:
    ana, ben, cleo, _ = (people.add(vault, label) for label in ("Ana", "Ben", "Cleo", "Dad"))
    people.hide(vault, ben.id)
    people.move(vault, cleo.id, -1)
    assert order(vault) == ["Cleo", "Ben", "Ana", "Dad"]
    people.move(vault, cleo.id, 1)
    assert order(vault) == ["Ana", "Ben", "Cleo", "Dad"]
    assert people.move(vault, ben.id, 2).hidden
    assert order(vault) == ["Ana", "Ben", "Cleo", "Dad"]
    assert people.move(vault, ana.id, 2).position == 4


def test_move_leaves_no_gap_between_positions(vault: Vault) -> None:
    ana, mom, tom = (people.add(vault, label) for label in ("Ana", "Mom", "Tom"))
    stored.change(vault, replace(tom, position=17))
    stored.change(vault, replace(mom, position=17))
    people.move(vault, ana.id, 0)
    assert [each.person.position for each in people.all_people(vault)] == [1, 2, 3]


def test_only_those_out_of_sight_are_listed(vault: Vault) -> None:
    ana, tom = people.add(vault, "Ana"), people.add(vault, "Tom")
    assert people.hidden(vault) == ()
    people.hide(vault, tom.id)
    assert people.hidden(vault) == (replace(tom, hidden=True),)
    assert ana.id != tom.id
