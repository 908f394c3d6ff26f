# SPDX-License-Identifier: MIT
"""Reads our own archive, whose schema `json_archive` documents, and trusts nothing in it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO, NoReturn, TypeVar

from ipnb_journal.domain.checkins import MAY_NOT_APPLY, CheckIn, Circles, Item, Method
from ipnb_journal.domain.entries import AskedPrompt, Draft, Entry, EntryKind, Page, Step, Version, Writing
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.own_prompts import TEXTS, KeptPrompt, PromptDraft
from ipnb_journal.domain.people import MARKS, Person
from ipnb_journal.domain.prompt_marks import PromptMark
from ipnb_journal.domain.prompts import (
    BodyUse,
    Depth,
    Domain,
    Happening,
    HoldBack,
    Moment,
    PromptEvent,
    Technique,
    Theme,
)
from ipnb_journal.domain.safety import Contact
from ipnb_journal.formats import look_backs
from ipnb_journal.formats.json_archive import (
    FORMAT,
    LARGEST,
    VERSION,
    ArchiveItem,
    KeptEntry,
    Preference,
)
from ipnb_journal.formats.json_stream import Fields, JsonStream
from ipnb_journal.formats.prompts import ID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ipnb_journal.domain.look_back import LookBack

_Word = TypeVar("_Word", bound=StrEnum)
_LINE = 5_000
_MOST = 1_000_000
_MOST_SECONDS = 1_000_000_000
_UID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
_WRITING = frozenset({"title", "noticed", "notice", "body", "connect", "takeaway"})
_PAGE_1 = frozenset({"kind", "about_day", "theme", "asked", "people", "tags", "writing"})
_PAGE = _PAGE_1 | {"location", "rest"}
_ENTRY_1 = frozenset({"uid", "written_at", "changed_at", "zone", "drawer_since", "versions"})
_ENTRY = _ENTRY_1 | {"sealed", "writing_seconds"}
_DRAFT_1 = frozenset({"entry", "step", "started_at", "saved_at", "zone"})
_DRAFT_2 = _DRAFT_1 | {"circles"}
_DRAFT = _DRAFT_2 | {"writing_seconds"}
_PAGES_OF = {1: _PAGE_1, 2: _PAGE, 3: _PAGE}
_ENTRIES_OF = {1: _ENTRY_1, 2: _ENTRY_1, 3: _ENTRY}
_DRAFTS_OF = {1: _DRAFT_1, 2: _DRAFT_2, 3: _DRAFT}
_MARK = frozenset({"prompt", "favourite", "never"})
_EVENT_NOTE = frozenset({"uid", "day", "kind", "text", "made_at"})
_OWN_PROMPT = frozenset({"id", "group", "made_at", "changed_at", "prompt"})
_PROMPT = frozenset(PromptDraft.__dataclass_fields__) - {"id"}
_ASKED = frozenset({"id", "version", "title", "text", "lighter"})
_CIRCLES = frozenset({"closeness", "edge_me", "edge_other", "bridge", "closeness_wish"})
_CHECKIN = frozenset(
    {"uid", "day", "at", "zone", "person", "entry", "method", "answers", "does_not_apply", "circles"}
)


def read(source: BinaryIO, file: str) -> Iterator[ArchiveItem]:
    """Every item of an archive in its order, checked one by one.

    Ids are local to the file: people and entries are numbered from 1 in the order they stand there.
    Raises FormatError with `file`, `place` and `reason`; what was yielded before it must be thrown away.
    """
    stream = JsonStream(source, file, LARGEST)
    reading = _Reading(stream, _head(stream))
    yield from reading.preferences()
    for name, make in reading.sections():
        stream.expect(",")
        stream.key(name)
        for place, value in stream.items(name):
            yield make(value, place)
    stream.expect("}")
    stream.end()


def _head(stream: JsonStream) -> int:
    """The version of the archive."""
    if not stream.follows("{"):
        stream.refuse("the file", "this is no IPNB Journal archive")
    stream.key("format")
    if stream.value("format") != FORMAT:
        stream.refuse("format", "this is no IPNB Journal archive")
    stream.expect(",")
    stream.key("version")
    version = stream.value("version")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= VERSION:
        known = f"only versions 1 to {VERSION} can be read here"
        stream.refuse("version", f"{known}; a newer program may have made it")
    stream.expect(",")
    stream.key("made")
    Fields(stream, {"made": stream.value("made")}, "archive", frozenset({"made"})).moment("made")
    stream.expect(",")
    return version


class _Reading:
    """Turns values into domain objects and remembers which uids the file has named so far."""

    def __init__(self, stream: JsonStream, version: int) -> None:
        self._stream = stream
        self._version = version
        self._page_keys = _PAGES_OF[version]
        self._people: dict[str, int] = {}
        self._entries: dict[str, int] = {}
        self._checkins: dict[str, int] = {}
        self._own_prompts: set[str] = set()
        self._event_notes: dict[str, int] = {}
        self._look_backs: dict[str, int] = {}

    def sections(self) -> tuple[tuple[str, Callable[[object, str], ArchiveItem]], ...]:
        """The lists of the archive in their order, and what makes an item of each."""
        since_2 = (("prompt_marks", self.prompt_mark), ("own_prompts", self.own_prompt))
        since_3 = (("event_notes", self.event_note), ("look_backs", self.look_back))
        return (
            ("people", self.person),
            ("entries", self.entry),
            ("checkins", self.checkin),
            ("drafts", self.draft),
            ("prompt_events", self.prompt_event),
            *(since_2 if self._version >= 2 else ()),
            *(since_3 if self._version >= 3 else ()),
            ("contacts", self.contact),
        )

    def preferences(self) -> Iterator[Preference]:
        self._stream.key("preferences")
        value = {"preferences": self._stream.value("preferences")}
        found = Fields(self._stream, value, "archive", frozenset(value)).pairs("preferences")
        for key in found.names():
            if not _UID.fullmatch(key):
                found.refuse("name", "a name of letters, digits, - and _ was expected")
            yield Preference(key, found.plain(key))

    def person(self, value: object, place: str) -> Person:
        fields = self._fields(value, place, frozenset({"uid", "label", "mark", "hidden"}))
        number = self._new_uid(fields, self._people)
        mark = fields.whole("mark", 1, MARKS)
        label = fields.line("label", _LINE)
        return Person(number, fields.text("uid"), label, mark, number, fields.yes_or_no("hidden"))

    def entry(self, value: object, place: str) -> KeptEntry:
        fields = self._fields(value, place, _ENTRIES_OF[self._version] | self._page_keys)
        number = self._new_uid(fields, self._entries)
        entry = Entry(
            id=number,
            uid=fields.text("uid"),
            page=self._page(fields),
            written_at=fields.moment("written_at"),
            changed_at=fields.moment("changed_at"),
            zone=fields.line("zone", _LINE),
            drawer_since=None if fields.is_null("drawer_since") else fields.moment("drawer_since"),
            sealed=self._version >= 3 and fields.yes_or_no("sealed"),
            writing_seconds=self._seconds(fields),
        )
        versions = tuple(
            Version(index, number, _writing(one), one.moment("kept_at"))
            for index, one in enumerate(fields.each("versions", frozenset({"kept_at", "writing"})), 1)
        )
        return KeptEntry(entry, versions)

    def checkin(self, value: object, place: str) -> CheckIn:
        fields = self._fields(value, place, _CHECKIN)
        number = self._new_uid(fields, self._checkins)
        answers = fields.pairs("answers")
        skipped = frozenset(
            _item(fields, "does_not_apply", name) for name in fields.lines("does_not_apply", 2)
        )
        if skipped - MAY_NOT_APPLY:
            fields.refuse("does_not_apply", "only D2, L1 and L2 may not apply")
        if skipped & set(answers.names()):
            fields.refuse("does_not_apply", "an item that does not apply is answered too")
        method = fields.choice("method", Method)
        if fields.is_null("circles") is not (method is Method.SLIDERS):
            fields.refuse("circles", "it belongs to the method circles, and to that only")
        return CheckIn(
            id=number,
            uid=fields.text("uid"),
            day=fields.day("day"),
            at=fields.moment("at"),
            zone=fields.line("zone", _LINE),
            answers={_item(fields, "answers", name): answers.rating(name) for name in answers.names()},
            does_not_apply=skipped,
            person_id=self._reference(fields, "person", self._people),
            method=method,
            circles=_circles(fields),
            entry_id=self._reference(fields, "entry", self._entries),
        )

    def draft(self, value: object, place: str) -> Draft:
        fields = self._fields(value, place, _DRAFTS_OF[self._version] | self._page_keys)
        return Draft(
            id=0,
            entry_id=self._reference(fields, "entry", self._entries),
            page=self._page(fields),
            step=fields.choice("step", Step),
            started_at=fields.moment("started_at"),
            saved_at=fields.moment("saved_at"),
            zone=fields.line("zone", _LINE),
            circles=_circles(fields) if self._version >= 2 else None,
            writing_seconds=self._seconds(fields),
        )

    def prompt_event(self, value: object, place: str) -> PromptEvent:
        fields = self._fields(value, place, frozenset({"prompt", "day", "what"}))
        return PromptEvent(fields.line("prompt", _LINE), fields.day("day"), fields.choice("what", Happening))

    def prompt_mark(self, value: object, place: str) -> PromptMark:
        fields = self._fields(value, place, _MARK)
        favourite, never = fields.yes_or_no("favourite"), fields.yes_or_no("never")
        if favourite and never:
            fields.refuse("never", "a favourite is never that too")
        return PromptMark(fields.line("prompt", _LINE), favourite, never)

    def own_prompt(self, value: object, place: str) -> KeptPrompt:
        fields = self._fields(value, place, _OWN_PROMPT)
        own_id = fields.line("id", ID.longest)
        if not re.fullmatch(ID.shape, own_id):
            fields.refuse("id", "small letters, digits and dashes were expected")
        if own_id in self._own_prompts:
            fields.refuse("id", "the same id stands further up")
        self._own_prompts.add(own_id)
        return KeptPrompt(
            id=0,
            group=fields.text("group"),
            position=len(self._own_prompts),
            draft=_draft_prompt(fields.inner("prompt", _PROMPT), own_id),
            complete=False,
            made_at=fields.moment("made_at"),
            changed_at=fields.moment("changed_at"),
        )

    def event_note(self, value: object, place: str) -> EventNote:
        fields = self._fields(value, place, _EVENT_NOTE)
        return EventNote(
            id=self._new_uid(fields, self._event_notes),
            uid=fields.text("uid"),
            day=fields.day("day"),
            text=fields.text("text", _LINE),
            kind=fields.choice("kind", EventKind),
            made_at=None if fields.is_null("made_at") else fields.moment("made_at"),
        )

    def look_back(self, value: object, place: str) -> LookBack:
        fields = self._fields(value, place, look_backs.KEYS)
        number = self._new_uid(fields, self._look_backs)
        return look_backs.read(fields, number, self._reference(fields, "person", self._people))

    def contact(self, value: object, place: str) -> Contact:
        fields = self._fields(value, place, frozenset({"name", "number", "hours"}))
        return Contact(
            0, fields.text("name", _LINE), fields.text("number", _LINE), fields.text("hours", _LINE), 0
        )

    def _seconds(self, fields: Fields) -> int:
        return fields.whole("writing_seconds", 0, _MOST_SECONDS) if self._version >= 3 else 0

    def _fields(self, value: object, place: str, keys: frozenset[str]) -> Fields:
        return Fields(self._stream, value, place, keys)

    def _new_uid(self, fields: Fields, known: dict[str, int]) -> int:
        uid = fields.text("uid")
        if not _UID.fullmatch(uid):
            fields.refuse("uid", "1 to 64 letters, digits, - or _ were expected")
        if uid in known:
            fields.refuse("uid", "the same uid stands further up")
        return known.setdefault(uid, len(known) + 1)

    def _reference(self, fields: Fields, key: str, known: Mapping[str, int]) -> int | None:
        if fields.is_null(key):
            return None
        uid = fields.text(key)
        return known[uid] if uid in known else _unknown(fields, key)

    def _page(self, fields: Fields) -> Page:
        people, tags = fields.lines("people", 64), fields.lines("tags", _LINE)
        for key, texts in (("people", people), ("tags", tags)):
            if len(set(texts)) != len(texts):
                fields.refuse(key, "something is listed twice")
        if not self._people.keys() >= set(people):
            _unknown(fields, "people")
        return Page(
            kind=fields.choice("kind", EntryKind),
            about_day=fields.day("about_day"),
            writing=_writing(fields),
            asked=_asked(fields),
            theme=None if fields.is_null("theme") else fields.text("theme"),
            people=tuple(self._people[uid] for uid in people),
            tags=tags,
            location=fields.text("location") if self._version >= 2 else "",
            rest=self._version >= 2 and fields.yes_or_no("rest"),
        )


def _unknown(fields: Fields, key: str) -> NoReturn:
    fields.refuse(key, "the uid stands nowhere further up")


def _item(fields: Fields, key: str, name: str) -> Item:
    if name not in Item.__members__:
        fields.refuse(key, "only C1, R1, C2, R2, D1, L1, D2 and L2 can be answered")
    return Item(name)


def _writing(fields: Fields) -> Writing:
    inner = fields.inner("writing", _WRITING)
    return Writing(
        title=inner.text("title"),
        noticed=inner.lines("noticed", _LINE),
        notice=inner.text("notice"),
        body=inner.text("body"),
        connect=inner.text("connect"),
        takeaway=inner.text("takeaway"),
    )


def _asked(fields: Fields) -> AskedPrompt | None:
    if fields.is_null("asked"):
        return None
    inner = fields.inner("asked", _ASKED)
    version = inner.whole("version", 1, _MOST)
    return AskedPrompt(
        inner.line("id", _LINE), version, inner.text("title"), inner.text("text"), inner.yes_or_no("lighter")
    )


def _draft_prompt(fields: Fields, own_id: str) -> PromptDraft:
    steps = fields.inner("steps", frozenset(step.value for step in Step))
    return PromptDraft(
        **{name: fields.text(name) for name in TEXTS if name != "id"},
        id=own_id,
        theme=None if fields.is_null("theme") else fields.choice("theme", Theme),
        also=_words(fields, "also", Theme),
        domains=_words(fields, "domains", Domain),
        depth=None if fields.is_null("depth") else fields.choice("depth", Depth),
        minutes=None if fields.is_null("minutes") else fields.whole("minutes", -_MOST, _MOST),
        draws_on=_words(fields, "draws_on", Technique),
        hold_back=_words(fields, "hold_back", HoldBack),
        steps={step: steps.text(step.value) for step in Step},
        circles=fields.yes_or_no("circles"),
        body=fields.choice("body", BodyUse),
        suits=_words(fields, "suits", Moment),
        version=fields.whole("version", -_MOST, _MOST),
    )


def _words(fields: Fields, key: str, kind: type[_Word]) -> tuple[_Word, ...]:
    known = {member.value: member for member in kind}
    found = fields.lines(key, _LINE)
    if not known.keys() >= set(found):
        fields.refuse(key, f"only {', '.join(known)} were expected")
    return tuple(known[word] for word in found)


def _circles(fields: Fields) -> Circles | None:
    if fields.is_null("circles"):
        return None
    inner = fields.inner("circles", _CIRCLES)
    return Circles(**{key: None if inner.is_null(key) else inner.rating(key) for key in _CIRCLES})
