# SPDX-License-Identifier: MIT
"""Adding somebody while a page is written: into the journal, among the chips, and picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.hidden_people import STAYS_HIDDEN
from ipnb_journal.services import people

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.runner import Runner, Vault
    from ipnb_journal.desktop.widgets.people_picker import PeoplePicker
    from ipnb_journal.domain.people import Person

Known = tuple["Person", ...]


def everybody(vault: Vault) -> Known:
    """All people of the journal."""
    return tuple(counted.person for counted in people.all_people(vault))


def add_and_pick(
    runner: Runner,
    owner: QWidget,
    label: str,
    picker: PeoplePicker,
    then: Callable[[Known], None],
    tell: Callable[[str], None],
) -> None:
    """Add a person by a label and pick them; `then` gets everybody once that is done.

    `tell` is told where the label is that of somebody hidden, who is picked but not shown.
    """

    def add(vault: Vault) -> tuple[Person, Known]:
        added = people.add(vault, label)
        return added, everybody(vault)

    def show(found: tuple[Person, Known]) -> None:
        picker.show_people(found[1])
        picker.choose((*picker.chosen, found[0].id))
        then(found[1])
        if found[0].hidden:
            tell(STAYS_HIDDEN)

    runner.run(owner, add, show)
