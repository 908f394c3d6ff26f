# SPDX-License-Identifier: MIT
"""The places that are always in reach, and the trail of where the person has been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop import places
from ipnb_journal.records import Record

if TYPE_CHECKING:
    from ipnb_journal.desktop.places import Place


class Destination(Record):
    """One entry of the sidebar. `also` are places that light it up too."""

    place: Place
    name: str
    icon: str
    keys: str
    also: tuple[type, ...] = ()


DESTINATIONS = (
    Destination(places.Today(), "Today", "sun-medium", "Ctrl+1"),
    Destination(places.CheckIn(), "Check in", "circles", "Ctrl+2", (places.Circles,)),
    Destination(
        places.Write(), "Write", "pen-line", "Ctrl+3", (places.Guided, places.Prompts, places.OwnPrompt)
    ),
    Destination(
        places.History(), "History", "book-open", "Ctrl+4", (places.OpenEntry, places.Versions, places.Drawer)
    ),
    Destination(
        places.Insights(),
        "Insights",
        "waves",
        "Ctrl+5",
        (places.LookBack, places.Numbers, places.TakeAlong, places.SessionSheet),
    ),
)
FOOT = Destination(places.Settings(), "Settings", "settings", "Ctrl+,", (places.Backups,))


def entries(destinations: tuple[Destination, ...]) -> list[tuple[object, str, str]]:
    """Destinations as the sidebar takes them: key, words, icon."""
    return [(destination.place, destination.name, destination.icon) for destination in destinations]


def lit_by(place: Place) -> Place | None:
    """The sidebar entry that belongs to a place, None where none does."""
    for destination in (*DESTINATIONS, FOOT):
        if isinstance(place, (type(destination.place), *destination.also)):
            return destination.place
    return None


class Trail:
    """Where the person has been, newest last; going back forgets the newest."""

    def __init__(self, longest: int = 30) -> None:
        self._places: list[Place] = []
        self._longest = longest

    @property
    def here(self) -> Place | None:
        """Where the person is."""
        return self._places[-1] if self._places else None

    def go(self, place: Place) -> None:
        """Move on; a place of the same kind takes the place of the one before."""
        if self._places and type(self._places[-1]) is type(place):
            self._places[-1] = place
        else:
            self._places = [*self._places, place][-self._longest :]

    def back(self) -> Place | None:
        """Step back and say where to; None where there is nothing behind."""
        if len(self._places) < 2:
            return None
        self._places.pop()
        return self._places.pop()

    def clear(self) -> None:
        """Forget everything: the journal was locked."""
        self._places.clear()
