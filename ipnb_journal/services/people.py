# SPDX-License-Identifier: MIT
"""The people a journal names: who there is, somebody new, another label, out of sight."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipnb_journal.domain.people import MARKS, Person
from ipnb_journal.vault import people

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipnb_journal.vault.vault import Vault

LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class PersonCount:
    """Somebody and how many pages (outside the drawer) name them."""

    person: Person
    pages: int


def all_people(vault: Vault) -> tuple[PersonCount, ...]:
    """Everybody in their order, hidden ones too."""
    counts = people.page_counts(vault)
    return tuple(PersonCount(person, counts.get(person.id, 0)) for person in people.each(vault))


def add(vault: Vault, label: str) -> Person:
    """Somebody new with a mark of their own while there is one left.

    A label that is taken (in whatever case) gives the person who has it, who stays hidden where that was
    wanted: to bring somebody back takes the passphrase.
    Raises ValueError for a label not of 1 to 60 characters.
    """
    label = _fit(label)
    with vault.transaction():
        everybody = people.each(vault)
        known = _named(everybody, label)
        if known is not None:
            return known
        position = max((person.position for person in everybody), default=0) + 1
        return people.add(vault, Person(0, "", label, _next_mark(everybody), position))


def rename(vault: Vault, person_id: int, label: str) -> Person:
    """Give somebody another label; where somebody else has it nothing changes. Raises NotFound.

    Raises ValueError for a label not of 1 to 60 characters.
    """
    label = _fit(label)
    with vault.transaction():
        person = people.one(vault, person_id)
        taken = _named(people.each(vault), label)
        if person.label == label or (taken is not None and taken.id != person_id):
            return person
        return people.change(vault, replace(person, label=label))


def hide(vault: Vault, person_id: int, *, hidden: bool = True) -> Person:
    """Take somebody out of sight, or back; the pages about them stay. Raises NotFound."""
    with vault.transaction():
        return people.change(vault, replace(people.one(vault, person_id), hidden=hidden))


def hidden(vault: Vault) -> tuple[Person, ...]:
    """Everybody out of sight, in their order."""
    return tuple(person for person in people.each(vault) if person.hidden)


def move(vault: Vault, person_id: int, by: int) -> Person:
    """Move somebody among those that are not hidden: `by` places, earlier ones negative, as far as it goes.

    Hidden people keep their places between the others. Positions then run from 1 without a gap. Somebody
    hidden stays where they are. Raises NotFound.

    Example: of Ana, Mom, Tom, moving Tom by -1 gives Ana, Tom, Mom; by 1 gives it back.
    """
    with vault.transaction():
        person, everybody = people.one(vault, person_id), people.each(vault)
        shown = [one for one in everybody if not one.hidden]
        if not person.hidden:
            at = shown.index(person)
            shown.insert(min(len(shown) - 1, max(0, at + by)), shown.pop(at))
        following = iter(shown)
        ordered = [one if one.hidden else next(following) for one in everybody]
        for position, one in enumerate(ordered, 1):
            if one.position != position:
                people.change(vault, replace(one, position=position))
        return people.one(vault, person_id)


def _fit(label: str) -> str:
    label = " ".join(label.replace("\0", "").encode("utf-8", "ignore").decode().split())
    if not 1 <= len(label) <= LONGEST_LABEL:
        raise ValueError(len(label))
    return label


def _named(everybody: Iterable[Person], label: str) -> Person | None:
    return next((person for person in everybody if person.label.casefold() == label.casefold()), None)


def _next_mark(everybody: Iterable[Person]) -> int:
    used = Counter(person.mark for person in everybody)
    return min(range(1, MARKS + 1), key=lambda mark: (used[mark], mark))
