# SPDX-License-Identifier: MIT
"""Our archive comes back as it went out, and nothing that breaks its schema gets in."""

from __future__ import annotations

import io
import json
import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipnb_journal.domain.checkins import MAY_NOT_APPLY, CheckIn, Circles, Item, Method
from ipnb_journal.domain.entries import AskedPrompt, Draft, Entry, EntryKind, Page, Step, Version, Writing
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.safety import Contact
from ipnb_journal.errors import FormatError
from ipnb_journal.formats import json_archive
from ipnb_journal.formats.json_archive import Archive, KeptEntry, Preference, PromptEvent
from ipnb_journal.formats.json_archive_reader import read

MADE = datetime(2025, 3, 13, 21, 4, tzinfo=timezone(timedelta(hours=1)))

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
lines = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1, max_size=20)
ratings = st.floats(0, 100, allow_nan=False).map(abs)
zones = st.sampled_from(["Europe/London", "+05:30", "America/New_York"])
moments = st.datetimes(
    datetime(1990, 1, 1),
    datetime(2090, 1, 1),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=-5)), timezone(timedelta(hours=5, minutes=30))]),
)
writings = st.builds(Writing, texts, st.lists(lines, max_size=3).map(tuple), texts, texts, texts, texts)
asked = st.none() | st.builds(AskedPrompt, lines, st.integers(1, 9), texts, texts, st.booleans())
circles = st.none() | st.builds(Circles, *[st.none() | ratings] * 5)


@st.composite
def pages(draw, people: list[Person]) -> Page:
    chosen = draw(st.lists(st.sampled_from(people), unique=True, max_size=3)) if people else []
    return Page(
        kind=draw(st.sampled_from(EntryKind)),
        about_day=draw(st.dates(date(1990, 1, 1), date(2090, 1, 1))),
        writing=draw(writings),
        asked=draw(asked),
        theme=draw(st.none() | lines),
        people=tuple(person.id for person in chosen),
        tags=tuple(draw(st.lists(lines, unique=True, max_size=3))),
    )


@st.composite
def checkins(draw, number: int, people: list[Person], entries: int) -> CheckIn:
    skipped = draw(st.frozensets(st.sampled_from(sorted(MAY_NOT_APPLY))))
    return CheckIn(
        id=number,
        uid=f"c{number}",
        day=draw(st.dates(date(1990, 1, 1), date(2090, 1, 1))),
        at=draw(moments),
        zone=draw(zones),
        answers=draw(st.dictionaries(st.sampled_from(sorted(set(Item) - skipped)), ratings)),
        does_not_apply=skipped,
        person_id=draw(st.none() | st.sampled_from([one.id for one in people])) if people else None,
        method=draw(st.sampled_from(Method)),
        circles=draw(circles),
        entry_id=draw(st.none() | st.integers(1, entries)) if entries else None,
    )


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
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    return Archive(
        made=draw(moments),
        preferences=draw(st.dictionaries(st.from_regex(r"[a-z_]{1,20}", fullmatch=True), texts, max_size=3)),
        people=people,
        entries=entries,
        checkins=[draw(checkins(number, people, count)) for number in range(1, draw(st.integers(1, 4)))],
        drafts=drafts,
        prompt_events=draw(st.lists(st.builds(PromptEvent, lines, st.dates(), lines), max_size=3)),
        contacts=draw(st.lists(st.builds(Contact, st.just(0), texts, texts, texts, st.just(0)), max_size=2)),
    )


def written(archive: Archive) -> bytes:
    target = io.BytesIO()
    json_archive.write(archive, target)
    return target.getvalue()


def items(data: bytes) -> list[object]:
    return list(read(io.BytesIO(data), "old.json"))


def refused(data: bytes | str | dict) -> FormatError:
    if isinstance(data, dict):
        data = json.dumps(data)
    if isinstance(data, str):
        data = data.encode()
    with pytest.raises(FormatError) as caught:
        items(data)
    assert caught.value.facts["file"] == "old.json"
    assert caught.value.facts["place"]
    assert "\n" not in str(caught.value)
    return caught.value


def a_page() -> dict:
    writing = {"title": "T", "noticed": ["Tight"], "notice": "", "body": "B", "connect": "", "takeaway": ""}
    return {
        "uid": "e1",
        "written_at": "2025-03-13T21:04:00+01:00",
        "changed_at": "2025-03-13T21:04:00+01:00",
        "zone": "Europe/Berlin",
        "drawer_since": None,
        "kind": "free",
        "about_day": "2025-03-13",
        "theme": None,
        "asked": None,
        "people": ["p1"],
        "tags": ["water"],
        "writing": writing,
        "versions": [{"kept_at": "2025-03-13T20:00:00+01:00", "writing": writing}],
    }


def a_checkin() -> dict:
    return {
        "uid": "c1",
        "day": "2025-03-13",
        "at": "2025-03-13T08:00:00+01:00",
        "zone": "+01:00",
        "person": "p1",
        "entry": "e1",
        "method": "sliders",
        "answers": {"C1": 20.0},
        "does_not_apply": ["L1"],
        "circles": None,
    }


def an_archive() -> dict:
    return {
        "format": "ipnb-journal-archive",
        "version": 1,
        "made": "2025-03-13T21:04:00+01:00",
        "preferences": {"country": "IE"},
        "people": [{"uid": "p1", "label": "Ana", "mark": 1, "hidden": False}],
        "entries": [a_page()],
        "checkins": [a_checkin()],
        "drafts": [],
        "prompt_events": [{"prompt": "emp-01", "day": "2025-03-13", "what": "offered"}],
        "contacts": [{"name": "Jo", "number": "1", "hours": ""}],
    }


@settings(max_examples=40)
@given(archives())
def test_what_is_written_is_read_back_whole(archive):
    data = written(archive)
    expected = [Preference(key, archive.preferences[key]) for key in sorted(archive.preferences)]
    for part in (archive.people, archive.entries, archive.checkins, archive.drafts):
        expected += part
    assert items(data) == [*expected, *archive.prompt_events, *archive.contacts]
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
        [],
        [],
        [],
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

    json_archive.write(Archive(MADE, {}, [], many(), [], [], [], []), Sink())
    assert held < 4000


def test_a_reformatted_archive_is_read_alike():
    plain = items(json.dumps(an_archive()).encode())
    assert items(json.dumps(an_archive(), indent=4).encode()) == plain
    assert items(b"\xef\xbb\xbf" + json.dumps(an_archive()).encode()) == plain


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("version", 2, "version"),
        ("version", True, "version"),
        ("format", "something", "format"),
        ("made", "yesterday", "archive.made"),
        ("made", "2025-03-13T21:04:00", "archive.made"),
        ("preferences.country", 3, "archive.preferences.country"),
        ("people.0.mark", 9, "people[0].mark"),
        ("people.0.mark", True, "people[0].mark"),
        ("people.0.label", " ", "people[0].label"),
        ("people.0.label", "a\nb", "people[0].label"),
        ("people.0.hidden", 0, "people[0].hidden"),
        ("people.0.uid", "", "people[0].uid"),
        ("people.0.uid", "a b", "people[0].uid"),
        ("people.0.surprise", 1, "people[0]"),
        ("entries.0.about_day", "13 March", "entries[0].about_day"),
        ("entries.0.about_day", "20250313", "entries[0].about_day"),
        ("entries.0.about_day", 5, "entries[0].about_day"),
        ("entries.0.written_at", 5, "entries[0].written_at"),
        ("entries.0.kind", "letter", "entries[0].kind"),
        ("entries.0.people", ["p2"], "entries[0].people"),
        ("entries.0.people", ["p1", "p1"], "entries[0].people"),
        ("entries.0.people", "p1", "entries[0].people"),
        ("entries.0.tags", ["a", "a"], "entries[0].tags"),
        ("entries.0.tags", [7], "entries[0].tags[0]"),
        ("entries.0.tags", ["x" * 6000], "entries[0].tags[0]"),
        ("entries.0.writing", None, "entries[0].writing"),
        ("entries.0.writing.body", None, "entries[0].writing.body"),
        ("entries.0.versions", {}, "entries[0].versions"),
        ("entries.0.versions.0.kept_at", "", "entries[0].versions[0].kept_at"),
        ("entries.0.versions.0.writing.body", [], "entries[0].versions[0].writing.body"),
        ("entries.0.asked", {"id": "emp-01"}, "entries[0].asked.lighter"),
        ("checkins.0.answers", {"C1": 101}, "checkins[0].answers.C1"),
        ("checkins.0.answers", {"C1": -0.5}, "checkins[0].answers.C1"),
        ("checkins.0.answers", {"C1": "50"}, "checkins[0].answers.C1"),
        ("checkins.0.answers", {"C1": True}, "checkins[0].answers.C1"),
        ("checkins.0.answers", {"X9": 50}, "checkins[0].answers"),
        ("checkins.0.answers", [], "checkins[0].answers"),
        ("checkins.0.does_not_apply", ["C1"], "checkins[0].does_not_apply"),
        ("checkins.0.person", "p9", "checkins[0].person"),
        ("checkins.0.entry", 1, "checkins[0].entry"),
        ("checkins.0.method", "dice", "checkins[0].method"),
        ("prompt_events.0.day", "2025-02-30", "prompt_events[0].day"),
        ("contacts.0.hours", None, "contacts[0].hours"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named(path, value, place):
    archive = json.loads(json.dumps(an_archive()))
    items(json.dumps(archive).encode())
    *way, last = path.split(".")
    spot = archive
    for part in way:
        spot = spot[int(part)] if part.isdigit() else spot[part]
    spot[last] = value
    problem = refused(archive)
    assert problem.facts["place"] == place


@pytest.mark.parametrize("part", ["people", "entries", "checkins"])
def test_a_uid_twice_is_refused(part):
    archive = an_archive()
    archive[part] = archive[part] * 2
    assert refused(archive).facts["place"] == f"{part}[1].uid"


@pytest.mark.parametrize("missing", list(an_archive()))
def test_a_missing_part_is_named(missing):
    archive = an_archive()
    del archive[missing]
    assert refused(archive).facts["place"]


@pytest.mark.parametrize("missing", [*a_page()])
def test_a_missing_key_of_an_entry_is_named(missing):
    archive = an_archive()
    del archive["entries"][0][missing]
    assert refused(archive).facts["place"] == f"entries[0].{missing}"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "",
        lambda text: "[]",
        lambda text: "nonsense",
        lambda text: text + "{}",
        lambda text: text[: len(text) // 2],
        lambda text: text[:-1],
        lambda text: text.replace('"country": "IE"', '"country": "IE", "country": "FR"'),
        lambda text: text.replace('"mark": 1', '"mark": 1, "mark": 2'),
        lambda text: text.replace('"C1": 20.0', '"C1": NaN'),
        lambda text: text.replace('"C1": 20.0', '"C1": Infinity'),
        lambda text: text.replace('"C1": 20.0', '"C1": 1e999'),
        lambda text: text.replace('"C1": 20.0', '"C1": ' + "9" * 5000),
        lambda text: text.replace('"C1": 20.0', '"C1": 1.'),
        lambda text: text.replace('"body": "B"', '"body": "\\ud800"', 1),
        lambda text: text.replace('"body": "B"', '"body": "a\nb"', 1),
        lambda text: text.replace('"body": "B"', '"body": "B', 1),
        lambda text: text.replace('"label": "Ana"', '"label": ' + "[" * 100 + "]" * 100),
        lambda text: text.replace(", ", ",, ", 1),
        lambda text: text.replace("}", "]", 1),
    ],
)
def test_broken_json_is_refused(change):
    text = json.dumps(an_archive())
    assert change(text) != text
    refused(change(text))


def test_bytes_that_are_no_text_are_refused():
    data = json.dumps(an_archive()).encode().replace(b'"B"', b'"\xff\xfe"', 1)
    problem = refused(data)
    assert problem.facts["place"] == "entries[0]"
    assert "UTF-8" in str(problem.facts["reason"])


def test_every_cut_of_an_archive_is_refused():
    data = json.dumps(an_archive()).encode()
    for length in range(len(data)):
        refused(data[:length])


def test_a_file_over_the_cap_is_refused_before_it_is_read(monkeypatch):
    class Endless(io.RawIOBase):
        def read(self, size=-1):
            assert 0 < size <= json_archive.LARGEST + 1
            return bytes(size)

    problem = None
    with pytest.raises(FormatError) as caught:
        next(read(Endless(), "big.json"))
    problem = caught.value
    assert "200 MiB" in str(problem.facts["reason"])


HEAD = json.dumps(an_archive())[: json.dumps(an_archive()).index('"people"')]
MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * MEGABYTE,
        HEAD + '"people": ' + "[" * MEGABYTE,
        HEAD + '"people": [' + "{}," * (MEGABYTE // 3),
        HEAD + '"people": [[' + "[]," * (MEGABYTE // 3),
        HEAD + '"people": [[' + "1," * (MEGABYTE // 2),
        HEAD + '"people": [{' + ",".join(f'"{number}":1' for number in range(MEGABYTE // 10)),
        HEAD + '"people": [' + "9" * MEGABYTE + "]",
        HEAD + '"people": ["' + "\\" * MEGABYTE,
        HEAD + '"people": ["' + "\\u00" * (MEGABYTE // 4) + '"]',
        HEAD + '"people": ["' + "a" * MEGABYTE,
        HEAD + '"people": ["' + "a" * MEGABYTE + '"]',
        HEAD + '"people": [' + '"a"' * (MEGABYTE // 3),
        HEAD + " " * MEGABYTE,
        " " * MEGABYTE,
        HEAD + "\n" * MEGABYTE + "x",
        HEAD + '"people": [' + "x" * MEGABYTE,
        HEAD + '"people": [1' + "e1" * (MEGABYTE // 2),
        HEAD + '"people": [' + '"' * MEGABYTE,
        HEAD + '"people": [' + ":" * MEGABYTE,
        HEAD + '"people": [-' + "0" * MEGABYTE + "]",
        HEAD + '"people": [0.' + "1" * MEGABYTE + "]",
    ],
    ids=range(21),
)
def test_a_hostile_megabyte_is_refused_at_once(bomb):
    started = time.process_time()
    refused(bomb)
    assert time.process_time() - started < 0.5
