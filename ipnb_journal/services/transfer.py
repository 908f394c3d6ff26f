# SPDX-License-Identifier: MIT
"""Taking a whole journal out as an archive, and taking an archive in: additive, all or nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ipnb_journal.domain.checkins import CheckIn
from ipnb_journal.domain.entries import Draft, Page
from ipnb_journal.domain.event_notes import EventNote
from ipnb_journal.domain.look_back import LookBack
from ipnb_journal.domain.own_prompts import KeptPrompt
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.prompt_marks import PromptMark
from ipnb_journal.domain.prompts import PromptEvent
from ipnb_journal.domain.safety import Contact
from ipnb_journal.formats import json_archive, json_archive_reader
from ipnb_journal.formats import own_prompts as own_prompt_rules
from ipnb_journal.formats.json_archive import Archive, ArchiveItem, KeptEntry, Preference
from ipnb_journal.services import access, outgoing, rehearsal
from ipnb_journal.vault import (
    checkins,
    contacts,
    drafts,
    entries,
    event_notes,
    look_backs,
    own_prompts,
    people,
    preferences,
    prompt_events,
    prompt_marks,
    remains,
    versions,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from ipnb_journal.vault.vault import Vault

_OF_THIS_FILE = access.OF_THIS_FILE | rehearsal.OF_THIS_FILE | {remains.KEY}


@dataclass(frozen=True, slots=True)
class Imported:
    """How many of each an import added, and how many were there already.

    `different`: pages and own prompts there with other words; those of this journal were kept.
    """

    entries: int = 0
    checkins: int = 0
    people: int = 0
    drafts: int = 0
    own_prompts: int = 0
    event_notes: int = 0
    look_backs: int = 0
    already_there: int = 0
    different: int = 0


def export_archive(vault: Vault, target: BinaryIO | Path, now: datetime) -> None:
    """Write the whole journal as readable JSON, entry by entry.

    A path appears whole or not at all, readable by its owner only; a file that stood there is replaced,
    but never a journal. Raises FileProblem (`reason` "journal" or the system's word) and DiskFull.
    """
    if not isinstance(target, Path):
        json_archive.write(_archive(vault, now), target)
        return
    with outgoing.appearing(vault, target) as file:
        json_archive.write(_archive(vault, now), file)


def import_archive(vault: Vault, source: BinaryIO, file: str) -> Imported:
    """Add everything an archive holds that is not here yet; `file` names it in a FormatError.

    Pages, check-ins and people are known by their uid. What was here stays as it was. With any
    fault in the archive nothing at all is added.
    """
    return take_in(vault, json_archive_reader.read(source, file))


def take_in(vault: Vault, items: Iterable[ArchiveItem]) -> Imported:
    """Add archive items, whose ids are local to them, in one transaction."""
    with vault.transaction():
        arrival = _Arrival(vault)
        for item in items:
            arrival.take(item)
        return arrival.told


def _archive(vault: Vault, now: datetime) -> Archive:
    kept = preferences.read_all(vault)
    return Archive(
        made=now,
        preferences={key: value for key, value in kept.items() if key not in _OF_THIS_FILE},
        people=people.each(vault),
        entries=_kept_entries(vault),
        checkins=checkins.each(vault),
        drafts=reversed(drafts.each(vault)),
        prompt_events=prompt_events.each(vault),
        prompt_marks=prompt_marks.each(vault),
        own_prompts=own_prompts.each(vault),
        event_notes=event_notes.each(vault),
        look_backs=reversed(look_backs.each(vault)),
        contacts=contacts.each(vault),
    )


def _kept_entries(vault: Vault) -> Iterator[KeptEntry]:
    for entry in entries.each(vault):
        yield KeptEntry(entry, tuple(reversed(versions.of_entry(vault, entry.id))))


class _Arrival:
    """One import under way: which ids of the archive became which ids here, and what was counted."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        here = people.each(vault)
        self._person_by_uid = {person.uid: person.id for person in here}
        self._next_position = max((person.position for person in here), default=-1) + 1
        self._preferences = preferences.read_all(vault)
        self._events = Counter(prompt_events.each(vault))
        self._marked = {mark.prompt_id for mark in prompt_marks.each(vault)}
        self._own_prompts = {one.draft.id: one.draft for one in own_prompts.each(vault)}
        self._contacts = Counter((one.name, one.number, one.hours) for one in contacts.each(vault))
        self._contact_count = self._contacts.total()
        self._drafts = {(one.entry_id, one.started_at) for one in drafts.each(vault)}
        self._changing = {one.entry_id for one in drafts.each(vault)} - {None}
        self._people: dict[int, int] = {}
        self._entries: dict[int, int] = {}
        self.told = Imported()
        self._takers: Mapping[type, Callable[[Any], None]] = {
            Preference: self._preference,
            Person: self._person,
            KeptEntry: self._entry,
            CheckIn: self._checkin,
            Draft: self._draft,
            PromptEvent: self._event,
            PromptMark: self._mark,
            KeptPrompt: self._own_prompt,
            EventNote: self._event_note,
            LookBack: self._look_back,
            Contact: self._contact,
        }

    def take(self, item: ArchiveItem) -> None:
        self._takers[type(item)](item)

    def _count(self, name: str) -> None:
        self.told = replace(self.told, **{name: getattr(self.told, name) + 1})

    def _preference(self, item: Preference) -> None:
        if item.key not in self._preferences and item.key not in _OF_THIS_FILE:
            preferences.store(self._vault, {item.key: item.value})

    def _person(self, item: Person) -> None:
        known = self._person_by_uid.get(item.uid)
        if known is None:
            known = people.add(self._vault, replace(item, position=self._next_position)).id
            self._next_position += 1
            self._count("people")
        else:
            self._count("already_there")
        self._people[item.id] = known

    def _entry(self, item: KeptEntry) -> None:
        entry = replace(item.entry, page=self._page(item.entry.page))
        known = entries.id_of(self._vault, entry.uid)
        if known is not None:
            self._entries[entry.id] = known
            self._count("already_there")
            if entries.one(self._vault, known).page.writing != entries.tidy_writing(entry.page.writing):
                self._count("different")
            return
        added = entries.add(self._vault, entry).id
        self._entries[entry.id] = added
        for version in item.versions:
            versions.keep(self._vault, added, version.writing, version.kept_at)
        self._count("entries")

    def _checkin(self, item: CheckIn) -> None:
        if checkins.id_of(self._vault, item.uid) is not None:
            self._count("already_there")
            return
        person = None if item.person_id is None else self._people[item.person_id]
        entry = None if item.entry_id is None else self._entries[item.entry_id]
        checkins.add(self._vault, replace(item, id=0, person_id=person, entry_id=entry))
        self._count("checkins")

    def _draft(self, item: Draft) -> None:
        entry = None if item.entry_id is None else self._entries[item.entry_id]
        if (entry, item.started_at) in self._drafts or entry in self._changing:
            self._count("already_there")
            return
        drafts.add(self._vault, replace(item, entry_id=entry, page=self._page(item.page)))
        self._count("drafts")

    def _event(self, item: PromptEvent) -> None:
        if self._events[item] > 0:
            self._events[item] -= 1
            return
        prompt_events.add(self._vault, item)

    def _mark(self, item: PromptMark) -> None:
        if item.prompt_id not in self._marked:
            prompt_marks.put(self._vault, item)

    def _own_prompt(self, item: KeptPrompt) -> None:
        here = self._own_prompts.get(item.draft.id)
        if here is not None:
            self._count("already_there")
            if here.words != item.draft.words:
                self._count("different")
            return
        complete = own_prompt_rules.check(item.draft)[0] is not None
        own_prompts.add(self._vault, replace(item, id=0, position=own_prompts.LAST, complete=complete))
        self._count("own_prompts")

    def _event_note(self, item: EventNote) -> None:
        if event_notes.with_uid(self._vault, item.uid) is not None:
            self._count("already_there")
            return
        event_notes.add(self._vault, replace(item, id=0))
        self._count("event_notes")

    def _look_back(self, item: LookBack) -> None:
        if look_backs.id_of(self._vault, item.uid) is not None:
            self._count("already_there")
            return
        person = None if item.person_id is None else self._people[item.person_id]
        look_backs.add(self._vault, replace(item, person_id=person))
        self._count("look_backs")

    def _contact(self, item: Contact) -> None:
        words = (item.name, item.number, item.hours)
        if self._contacts[words] > 0:
            self._contacts[words] -= 1
            return
        contacts.add(self._vault, replace(item, position=self._contact_count))
        self._contact_count += 1

    def _page(self, page: Page) -> Page:
        return replace(page, people=tuple(self._people[person] for person in page.people))
