# SPDX-License-Identifier: MIT
"""Our own archive: everything a journal holds as one JSON object; its schema, its parts and its writer.

UTF-8, one item per line. Keys of the outer object come in this order, and every object has exactly
the keys named here. A *day* is "2025-03-13"; a *moment* is ISO 8601 with its offset, such as
"2025-03-13T21:04:00+01:00"; a *zone* is an IANA name or "+HH:MM"; a *uid* is 1 to 64 of A-Z a-z 0-9
- _ and the same thing in every journal it is imported into; *line* is a text without line breaks.

| key | holds |
|---|---|
| `format`, `version` | "ipnb-journal-archive", 3 |
| `made` | moment the archive was written |
| `preferences` | object: the private settings by their names; each a text, a number, true, false or a list \
of texts |
| `people` | in their order: `uid`, `label` (line), `mark` (1 to 8), `hidden` (true or false) |
| `entries` | pages set down, oldest day first: see below |
| `checkins` | oldest first: `uid`, `day`, `at` (moment), `zone`, `person` (uid of a person or null), \
`entry` (uid of an entry or null), `method` ("sliders", "circles"), `answers` (object: any of C1 R1 C2 \
R2 D1 L1 D2 L2 to 0–100; a blank one is absent), `does_not_apply` (list of D2, L1, L2), `circles` (null for \
sliders; else `closeness`, `edge_me`, `edge_other`, `bridge`, `closeness_wish`: each 0–100 or null) |
| `drafts` | pages still open: `entry` (uid of the entry it changes, or null), `step` ("settle", \
"notice", "write", "connect", "close"), `started_at`, `saved_at`, `zone`, then as an entry from `kind` \
to `writing`, without `drawer_since`, then `circles` (as in a check-in: null where none were placed) and \
`writing_seconds` |
| `prompt_events` | `prompt` (id), `day`, `what` ("begun", "finished", "not_today") |
| `prompt_marks` | `prompt` (id), `favourite`, `never` (true or false, never both true) |
| `own_prompts` | a person's own, in their order: `id`, `group` (line, may be empty), `made_at`, \
`changed_at` (moments), `prompt`: every field of a prompt of a set file but `id`, as far as it was written: \
texts and lists may be empty or too long, `theme`, `depth` and `minutes` null |
| `event_notes` | on the time line, the oldest day first: `uid`, `day`, `kind` ("happened", "homework"), \
`text` (line), `made_at` (moment or null) |
| `look_backs` | the oldest day first: `uid`, `day`, `at` (moment), `person` (uid of a person or null), \
`method` (as in a check-in), `found` (list, one for each scale: `scale` ("D", "L", "C", "R"), `recent_days`, \
`base_days`, `comparison`: null, or `difference`, `error`, `ratio`, `mean`, `sd`, `up`, `same`, `down` as \
numbers and `says` ("higher", "lower", "about the same", "no clear change")), `note` (text, may be empty) |
| `contacts` | in their order: `name`, `number`, `hours` (lines, `hours` may be empty) |

An entry: `uid`, `written_at`, `changed_at` (moments), `zone`, `drawer_since` (moment or null),
`sealed` (true or false), `writing_seconds` (whole number), `kind` ("free", "guided"), `about_day`, `theme`
(text or null), `asked` (null, or the prompt as it was asked: `id`, `version` from 1, `title`, `text`,
`lighter`), `people` (list of uids, in the order of people), `tags` (list of lines), `location` (line, may
be empty), `rest` (true or false), `writing`, `versions` (earlier words, oldest first: `kept_at`, `writing`).
A `writing`: `title`, `noticed` (list of lines), `notice`, `body`, `connect`, `takeaway`.

The reader takes earlier versions too: version 2 had no `sealed`, `writing_seconds`, `event_notes` and
`look_backs`, version 1 also no `location`, `rest`, `circles` of a draft, `prompt_marks` and `own_prompts`.
The number goes up whenever what may stand here changes.

`json_archive_reader` takes at most 200 MiB, about 100,000 pages of 300 words and more than anyone writes
in a life, and at most 16 MiB for one item, such as a page with all its versions. Both directions go item
by item and never hold the whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import BinaryIO

from ipnb_journal.domain.checkins import CheckIn, Item
from ipnb_journal.domain.entries import Draft, Entry, Page, Version
from ipnb_journal.domain.event_notes import EventNote
from ipnb_journal.domain.look_back import LookBack
from ipnb_journal.domain.own_prompts import KeptPrompt, fields_of
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.prompt_marks import PromptMark
from ipnb_journal.domain.prompts import PromptEvent
from ipnb_journal.domain.safety import Contact
from ipnb_journal.formats import look_backs

FORMAT = "ipnb-journal-archive"
VERSION = 3
LARGEST = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Preference:
    """One private setting: its name and its value as kept in the journal."""

    key: str
    value: object


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """A page set down with its earlier versions, oldest first."""

    entry: Entry
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Archive:
    """What one archive holds; the iterables may be lazy and are walked once, in this order."""

    made: datetime
    preferences: Mapping[str, object]
    people: Iterable[Person]
    entries: Iterable[KeptEntry]
    checkins: Iterable[CheckIn]
    drafts: Iterable[Draft]
    prompt_events: Iterable[PromptEvent]
    prompt_marks: Iterable[PromptMark]
    own_prompts: Iterable[KeptPrompt]
    event_notes: Iterable[EventNote]
    look_backs: Iterable[LookBack]
    contacts: Iterable[Contact]


ArchiveItem = (
    Preference
    | Person
    | KeptEntry
    | CheckIn
    | Draft
    | PromptEvent
    | PromptMark
    | KeptPrompt
    | EventNote
    | LookBack
    | Contact
)


def write(archive: Archive, target: BinaryIO) -> None:
    """Write the archive item by item. Ids of people and entries become their uids."""
    people: dict[int, str] = {}
    entries: dict[int, str] = {}

    def known_people() -> Iterator[object]:
        for person in archive.people:
            people[person.id] = person.uid
            yield {"uid": person.uid, "label": person.label, "mark": person.mark, "hidden": person.hidden}

    def known_entries() -> Iterator[object]:
        for kept in archive.entries:
            entries[kept.entry.id] = kept.entry.uid
            yield _entry_out(kept, people)

    target.write(b"{\n")
    for key, value in (("format", FORMAT), ("version", VERSION), ("made", archive.made.isoformat())):
        target.write(_line(key) + b": " + _line(value) + b",\n")
    target.write(b'"preferences": ' + _line(dict(sorted(archive.preferences.items()))) + b",\n")
    _list_out(target, "people", known_people(), b",")
    _list_out(target, "entries", known_entries(), b",")
    _list_out(target, "checkins", (_checkin_out(one, people, entries) for one in archive.checkins), b",")
    _list_out(target, "drafts", (_draft_out(one, people, entries) for one in archive.drafts), b",")
    _list_out(target, "prompt_events", (_event_out(one) for one in archive.prompt_events), b",")
    _list_out(target, "prompt_marks", (_mark_out(one) for one in archive.prompt_marks), b",")
    _list_out(target, "own_prompts", (_own_prompt_out(one) for one in archive.own_prompts), b",")
    _list_out(target, "event_notes", (_event_note_out(one) for one in archive.event_notes), b",")
    _list_out(target, "look_backs", (look_backs.written(one, people) for one in archive.look_backs), b",")
    _list_out(target, "contacts", (_contact_out(one) for one in archive.contacts), b"")
    target.write(b"}\n")


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()


def _list_out(target: BinaryIO, name: str, items: Iterable[object], after: bytes) -> None:
    target.write(_line(name) + b": [")
    comma = b"\n"
    for item in items:
        target.write(comma + _line(item))
        comma = b",\n"
    target.write((b"]" if comma == b"\n" else b"\n]") + after + b"\n")


def _entry_out(kept: KeptEntry, people: Mapping[int, str]) -> dict[str, object]:
    entry = kept.entry
    return {
        "uid": entry.uid,
        "written_at": entry.written_at.isoformat(),
        "changed_at": entry.changed_at.isoformat(),
        "zone": entry.zone,
        "drawer_since": entry.drawer_since.isoformat() if entry.drawer_since else None,
        "sealed": entry.sealed,
        "writing_seconds": entry.writing_seconds,
        **_page_out(entry.page, people),
        "versions": [
            {"kept_at": version.kept_at.isoformat(), "writing": asdict(version.writing)}
            for version in kept.versions
        ],
    }


def _page_out(page: Page, people: Mapping[int, str]) -> dict[str, object]:
    return {
        "kind": page.kind,
        "about_day": page.about_day.isoformat(),
        "theme": page.theme,
        "asked": asdict(page.asked) if page.asked else None,
        "people": [uid for person, uid in people.items() if person in page.people],
        "tags": list(page.tags),
        "location": page.location,
        "rest": page.rest,
        "writing": asdict(page.writing),
    }


def _draft_out(draft: Draft, people: Mapping[int, str], entries: Mapping[int, str]) -> dict[str, object]:
    return {
        "entry": None if draft.entry_id is None else entries[draft.entry_id],
        "step": draft.step,
        "started_at": draft.started_at.isoformat(),
        "saved_at": draft.saved_at.isoformat(),
        "zone": draft.zone,
        **_page_out(draft.page, people),
        "circles": asdict(draft.circles) if draft.circles else None,
        "writing_seconds": draft.writing_seconds,
    }


def _checkin_out(one: CheckIn, people: Mapping[int, str], entries: Mapping[int, str]) -> dict[str, object]:
    return {
        "uid": one.uid,
        "day": one.day.isoformat(),
        "at": one.at.isoformat(),
        "zone": one.zone,
        "person": None if one.person_id is None else people[one.person_id],
        "entry": None if one.entry_id is None else entries[one.entry_id],
        "method": one.method,
        "answers": {item: float(one.answers[item]) for item in Item if item in one.answers},
        "does_not_apply": [item for item in Item if item in one.does_not_apply],
        "circles": asdict(one.circles) if one.circles else None,
    }


def _event_out(one: PromptEvent) -> dict[str, object]:
    return {"prompt": one.prompt_id, "day": one.day.isoformat(), "what": one.what}


def _mark_out(one: PromptMark) -> dict[str, object]:
    return {"prompt": one.prompt_id, "favourite": one.favourite, "never": one.never}


def _own_prompt_out(one: KeptPrompt) -> dict[str, object]:
    fields = {"theme": None, "depth": None, "minutes": None, **fields_of(one.draft)}
    return {
        "id": fields.pop("id"),
        "group": one.group,
        "made_at": one.made_at.isoformat(),
        "changed_at": one.changed_at.isoformat(),
        "prompt": fields,
    }


def _event_note_out(one: EventNote) -> dict[str, object]:
    return {
        "uid": one.uid,
        "day": one.day.isoformat(),
        "kind": one.kind,
        "text": one.text,
        "made_at": one.made_at.isoformat() if one.made_at else None,
    }


def _contact_out(one: Contact) -> dict[str, object]:
    return {"name": one.name, "number": one.number, "hours": one.hours}
