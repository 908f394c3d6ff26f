# SPDX-License-Identifier: MIT
"""Our archive comes back as it went out, and nothing that breaks its schema gets in."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from ipnb_journal.domain.checkins import MAY_NOT_APPLY, CheckIn, Circles, Item, Method
from ipnb_journal.domain.entries import AskedPrompt, Draft, Entry, EntryKind, Page, Step, Version, Writing
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.look_back import LookBack
from ipnb_journal.domain.own_prompts import KeptPrompt
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.prompt_marks import PromptMark
from ipnb_journal.domain.prompts import Happening, PromptEvent
from ipnb_journal.domain.safety import Contact
from ipnb_journal.formats import json_archive
from ipnb_journal.formats.json_archive import Archive, KeptEntry, Preference
from ipnb_journal.formats.json_archive_reader import read
from tests.domain.test_own_prompts import DRAFTS as ANY_DRAFTS
from tests.vault.test_look_backs import LOOKS

MADE = datetime(2025, 3, 13, 21, 4, tzinfo=timezone(timedelta(hours=1)))

DRAFTS = ANY_DRAFTS.filter(lambda draft: max(abs(draft.minutes or 0), abs(draft.version)) < 1_000_000)
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
lines = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1, max_size=20)
ratings = st.floats(0, 100, allow_nan=False).map(abs)
zones = st.sampled_from(["Europe/London", "+05:30", "America/New_York"])
days = st.dates(date(1990, 1, 1), date(2090, 1, 1))
moments = st.datetimes(
    datetime(1990, 1, 1),
    datetime(2090, 1, 1),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=-5)), timezone(timedelta(hours=5, minutes=30))]),
)
writings = st.builds(Writing, texts, st.lists(lines, max_size=3).map(tuple), texts, texts, texts, texts)
asked = st.none() | st.builds(AskedPrompt, lines, st.integers(1, 9), texts, texts, st.booleans())
settings_kept = texts | st.booleans() | st.integers(-99, 99) | st.lists(texts, max_size=3)
marks = st.builds(PromptMark, lines) | st.builds(PromptMark, lines, never=st.booleans())
circles = st.builds(Circles, *[st.none() | ratings] * 5)


@st.composite
def pages(draw, people: list[Person]) -> Page:
    chosen = draw(st.lists(st.sampled_from(people), unique=True, max_size=3)) if people else []
    return Page(
        kind=draw(st.sampled_from(EntryKind)),
        about_day=draw(st.dates(date(1990, 1, 1), date(2090, 1, 1))),
        writing=draw(writings),
        asked=draw(asked),
        theme=draw(st.none() | lines),
        people=tuple(sorted(person.id for person in chosen)),
        tags=tuple(draw(st.lists(lines, unique=True, max_size=3))),
        location=draw(st.just("") | lines),
        rest=draw(st.booleans()),
    )


@st.composite
def checkins(draw, number: int, people: list[Person], entries: int) -> CheckIn:
    skipped = draw(st.frozensets(st.sampled_from(sorted(MAY_NOT_APPLY))))
    method = draw(st.sampled_from(Method))
    return CheckIn(
        id=number,
        uid=f"c{number}",
        day=draw(st.dates(date(1990, 1, 1), date(2090, 1, 1))),
        at=draw(moments),
        zone=draw(zones),
        answers=draw(st.dictionaries(st.sampled_from(sorted(set(Item) - skipped)), ratings)),
        does_not_apply=skipped,
        person_id=draw(st.none() | st.sampled_from([one.id for one in people])) if people else None,
        method=method,
        circles=draw(circles) if method is Method.CIRCLES else None,
        entry_id=draw(st.none() | st.integers(1, entries)) if entries else None,
    )


@st.composite
def look_backs(draw, number: int, people: list[int]) -> LookBack:
    person = draw(st.none() | st.sampled_from(people)) if people else None
    return draw(LOOKS.map(lambda look: replace(look, id=number, uid=f"l{number}", person_id=person)))


@st.composite
def archives(draw) -> Archive:
    """Archives as the reader yields them: ids count from one, so that equality is exact."""
    people = [
        Person(number, f"p{number}", draw(lines), draw(st.integers(1, 8)), number, draw(st.booleans()))
        for number in range(1, draw(st.integers(1, 4)))
    ]
    entries = []
    for number in range(1, draw(st.integers(1, 4))):
        entry = Entry(
            number,
            f"e{number}",
            draw(pages(people)),
            draw(moments),
            draw(moments),
            draw(zones),
            draw(st.none() | moments),
            draw(st.booleans()),
            draw(st.integers(0, 10_000)),
        )
        kept = draw(st.lists(st.tuples(writings, moments), max_size=2))
        versions = tuple(Version(index, number, words, at) for index, (words, at) in enumerate(kept, 1))
        entries.append(KeptEntry(entry, versions))
    count = len(entries)
    drafts = [
        Draft(
            0,
            draw(st.none() | st.integers(1, count)) if count else None,
            draw(pages(people)),
            draw(st.sampled_from(Step)),
            draw(moments),
            draw(moments),
            draw(zones),
            draw(st.none() | circles),
            draw(st.integers(0, 10_000)),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    return Archive(
        made=draw(moments),
        preferences=draw(
            st.dictionaries(st.from_regex(r"[a-z_]{1,20}", fullmatch=True), settings_kept, max_size=3)
        ),
        people=people,
        entries=entries,
        checkins=[draw(checkins(number, people, count)) for number in range(1, draw(st.integers(1, 4)))],
        drafts=drafts,
        prompt_events=draw(
            st.lists(st.builds(PromptEvent, lines, st.dates(), st.sampled_from(Happening)), max_size=3)
        ),
        prompt_marks=draw(st.lists(marks, max_size=2)),
        own_prompts=[
            KeptPrompt(0, draw(texts), number, replace(draw(DRAFTS), id=f"own-{number}"), False, MADE, MADE)
            for number in range(1, draw(st.integers(1, 4)))
        ],
        event_notes=[
            EventNote(
                number,
                f"n{number}",
                draw(days),
                draw(lines),
                draw(st.sampled_from(EventKind)),
                draw(st.none() | moments),
            )
            for number in range(1, draw(st.integers(1, 3)))
        ],
        look_backs=[
            draw(look_backs(number, [person.id for person in people]))
            for number in range(1, draw(st.integers(1, 3)))
        ],
        contacts=draw(st.lists(st.builds(Contact, st.just(0), texts, texts, texts, st.just(0)), max_size=2)),
    )


def written(archive: Archive) -> bytes:
    target = io.BytesIO()
    json_archive.write(archive, target)
    return target.getvalue()


def items(data: bytes) -> list[object]:
    return list(read(io.BytesIO(data), "old.json"))


@settings(max_examples=40)
@given(archives())
def test_what_is_written_is_read_back_whole(archive):
    data = written(archive)
    expected = [Preference(key, archive.preferences[key]) for key in sorted(archive.preferences)]
    for part in (archive.people, archive.entries, archive.checkins, archive.drafts):
        expected += part
    expected += [*archive.prompt_events, *archive.prompt_marks, *archive.own_prompts]
    expected += [*archive.event_notes, *archive.look_backs]
    assert items(data) == [*expected, *archive.contacts]
    assert json.loads(data)["format"] == "ipnb-journal-archive"


@settings(max_examples=40)
@given(archives())
def test_writing_what_was_read_gives_the_same_bytes(archive):
    data = written(archive)
    found = items(data)

    def of(kind):
        return [item for item in found if isinstance(item, kind)]

    again = Archive(
        archive.made,
        {item.key: item.value for item in of(Preference)},
        of(Person),
        of(KeptEntry),
        of(CheckIn),
        of(Draft),
        of(PromptEvent),
        of(PromptMark),
        of(KeptPrompt),
        of(EventNote),
        of(LookBack),
        of(Contact),
    )
    assert written(again) == data


def test_each_item_stands_on_its_own_line_and_ids_never_leave():
    entry = Entry(41, "e1", Page(EntryKind.FREE, date(2025, 3, 13), people=(7,)), MADE, MADE, "+01:00")
    other = Entry(42, "e2", Page(EntryKind.FREE, date(2025, 3, 14)), MADE, MADE, "+01:00")
    archive = Archive(
        MADE,
        {},
        [Person(7, "p7", "Ana", 1, 0)],
        [KeptEntry(entry), KeptEntry(other)],
        [CheckIn(9, "c9", date(2025, 3, 13), MADE, "+01:00", person_id=7, entry_id=42)],
        *[[]] * 7,
    )
    data = written(archive)
    found = json.loads(data)
    assert len([line for line in data.splitlines() if line.startswith(b'{"uid": "e')]) == 2
    assert found["entries"][0]["people"] == ["p7"]
    assert (found["checkins"][0]["person"], found["checkins"][0]["entry"]) == ("p7", "e2")
    assert not any("id" in part for name in ("people", "entries", "checkins") for part in found[name])


def test_writing_takes_one_entry_at_a_time():
    held = 0

    class Sink(io.RawIOBase):
        def write(self, data):
            nonlocal held
            held = max(held, len(data))
            return len(data)

    def many():
        for number in range(200):
            page = Page(EntryKind.FREE, date(2025, 3, 13), Writing(body="word " * 300))
            yield KeptEntry(Entry(number, f"e{number}", page, MADE, MADE, "+01:00"))

    json_archive.write(Archive(MADE, {}, [], many(), *[[]] * 8), Sink())
    assert held < 4000
