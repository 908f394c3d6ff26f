# SPDX-License-Identifier: MIT
"""Nothing that breaks the archive's schema gets in, and each refusal names its place."""

from __future__ import annotations

import io
import json
import time
from dataclasses import replace

import pytest

from ipnb_journal.domain.entries import Draft, Step
from ipnb_journal.domain.event_notes import EventNote
from ipnb_journal.domain.look_back import LookBack
from ipnb_journal.domain.own_prompts import KeptPrompt, PromptDraft, fields_of
from ipnb_journal.domain.prompt_marks import PromptMark
from ipnb_journal.domain.prompts import Depth, Theme
from ipnb_journal.errors import FormatError
from ipnb_journal.formats import json_archive_reader, json_stream
from ipnb_journal.formats.json_archive import KeptEntry
from ipnb_journal.formats.json_archive_reader import read


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
        "sealed": True,
        "writing_seconds": 540,
        "kind": "free",
        "about_day": "2025-03-13",
        "theme": None,
        "asked": None,
        "people": ["p1"],
        "tags": ["water"],
        "location": "kitchen",
        "rest": False,
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


def an_own_prompt() -> dict:
    moment = "2025-03-13T08:00:00+01:00"
    fields = fields_of(PromptDraft(title="Tea", theme=Theme.STORY, depth=Depth.GENTLE, minutes=3))
    own_id = fields.pop("id") or "own-1"
    return {"id": own_id, "group": "", "made_at": moment, "changed_at": moment, "prompt": fields}


def of_the_second_version(archive: dict) -> dict:
    """The archive as programs wrote it that knew nothing of what came with version 3."""
    second = {name: part for name, part in archive.items() if name not in ("event_notes", "look_backs")}
    for page in (*second["entries"], *second["drafts"]):
        for name in ("sealed", "writing_seconds"):
            page.pop(name, None)
    return {**second, "version": 2}


def of_the_first_version(archive: dict) -> dict:
    """The archive as programs wrote it that knew nothing of what came with version 2."""
    second = of_the_second_version(archive)
    first = {name: part for name, part in second.items() if name not in ("prompt_marks", "own_prompts")}
    for page in (*first["entries"], *first["drafts"]):
        for name in ("location", "rest", "circles"):
            page.pop(name, None)
    return {**first, "version": 1}


def a_draft() -> dict:
    page = a_page()
    kept = ("zone", "kind", "about_day", "theme", "asked", "people", "tags", "location", "rest", "writing")
    moment = "2025-03-13T08:00:00+01:00"
    own = {"entry": None, "step": "write", "started_at": moment, "saved_at": moment, "circles": None}
    own["writing_seconds"] = 12
    return {**own, **{name: page[name] for name in kept}}


def an_event_note() -> dict:
    moment = "2025-03-13T08:00:00+01:00"
    return {"uid": "n1", "day": "2025-03-01", "kind": "homework", "text": "Moved house", "made_at": moment}


def a_look_back() -> dict:
    names = ("difference", "error", "ratio", "mean", "sd", "up", "same", "down")
    comparison = {**dict.fromkeys(names, 0.5), "says": "about the same"}
    found = {"scale": "D", "recent_days": 9, "base_days": 20, "comparison": comparison}
    return {
        "uid": "l1",
        "day": "2025-03-13",
        "at": "2025-03-13T08:00:00+01:00",
        "person": "p1",
        "method": "sliders",
        "found": [found, {**found, "scale": "L", "comparison": None}],
        "note": "So it was.\nMostly.",
    }


def an_archive() -> dict:
    return {
        "format": "ipnb-journal-archive",
        "version": 3,
        "made": "2025-03-13T21:04:00+01:00",
        "preferences": {"country": "IE"},
        "people": [{"uid": "p1", "label": "Ana", "mark": 1, "hidden": False}],
        "entries": [a_page()],
        "checkins": [a_checkin()],
        "drafts": [a_draft()],
        "prompt_events": [{"prompt": "emp-01", "day": "2025-03-13", "what": "begun"}],
        "prompt_marks": [{"prompt": "emp-01", "favourite": True, "never": False}],
        "own_prompts": [an_own_prompt()],
        "event_notes": [an_event_note()],
        "look_backs": [a_look_back()],
        "contacts": [{"name": "Jo", "number": "1", "hours": ""}],
    }


def test_a_reformatted_archive_is_read_alike():
    plain = items(json.dumps(an_archive()).encode())
    assert items(json.dumps(an_archive(), indent=4).encode()) == plain
    assert items(b"\xef\xbb\xbf" + json.dumps(an_archive()).encode()) == plain


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("version", 4, "version"),
        ("version", 0, "version"),
        ("version", "3", "version"),
        ("version", True, "version"),
        ("format", "something", "format"),
        ("made", "yesterday", "archive.made"),
        ("made", "2025-03-13T21:04:00", "archive.made"),
        ("preferences.country", None, "archive.preferences.country"),
        ("preferences.country", {}, "archive.preferences.country"),
        ("preferences.country", [1], "archive.preferences.country[0]"),
        ("preferences.country", 10**400, "archive.preferences.country"),
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
        ("checkins.0.answers", {"C1": 10**400}, "checkins[0].answers.C1"),
        ("checkins.0.answers", {"C1": True}, "checkins[0].answers.C1"),
        ("checkins.0.answers", {"X9": 50}, "checkins[0].answers"),
        ("checkins.0.answers", [], "checkins[0].answers"),
        ("checkins.0.does_not_apply", ["C1"], "checkins[0].does_not_apply"),
        ("checkins.0.answers", {"L1": 50}, "checkins[0].does_not_apply"),
        ("checkins.0.person", "p9", "checkins[0].person"),
        ("checkins.0.entry", 1, "checkins[0].entry"),
        ("checkins.0.method", "dice", "checkins[0].method"),
        ("checkins.0.method", "circles", "checkins[0].circles"),
        ("prompt_events.0.day", "2025-02-30", "prompt_events[0].day"),
        ("prompt_events.0.what", "loved", "prompt_events[0].what"),
        ("entries.0.location", None, "entries[0].location"),
        ("entries.0.rest", 0, "entries[0].rest"),
        ("drafts.0.circles", {"closeness": 1}, "drafts[0].circles.bridge"),
        ("prompt_marks.0.never", True, "prompt_marks[0].never"),
        ("prompt_marks.0.prompt", "", "prompt_marks[0].prompt"),
        ("own_prompts.0.id", "Own 1", "own_prompts[0].id"),
        ("own_prompts.0.id", "x" * 41, "own_prompts[0].id"),
        ("own_prompts.0.prompt.theme", "weather", "own_prompts[0].prompt.theme"),
        ("own_prompts.0.prompt.also", ["weather"], "own_prompts[0].prompt.also"),
        ("own_prompts.0.prompt.steps", {}, "own_prompts[0].prompt.steps.close"),
        ("own_prompts.0.prompt.steps.close", 3, "own_prompts[0].prompt.steps.close"),
        ("own_prompts.0.prompt.id", "own-1", "own_prompts[0].prompt"),
        ("entries.0.sealed", 0, "entries[0].sealed"),
        ("entries.0.writing_seconds", -1, "entries[0].writing_seconds"),
        ("drafts.0.writing_seconds", 1.5, "drafts[0].writing_seconds"),
        ("event_notes.0.kind", "party", "event_notes[0].kind"),
        ("event_notes.0.text", None, "event_notes[0].text"),
        ("event_notes.0.made_at", "", "event_notes[0].made_at"),
        ("look_backs.0.person", "p2", "look_backs[0].person"),
        ("look_backs.0.method", "dice", "look_backs[0].method"),
        ("look_backs.0.found", {}, "look_backs[0].found"),
        ("look_backs.0.found.0.scale", "X", "look_backs[0].found[0].scale"),
        ("look_backs.0.found.0.scale", "L", "look_backs[0].found"),
        ("look_backs.0.found.0.recent_days", -1, "look_backs[0].found[0].recent_days"),
        ("look_backs.0.found.0.comparison.says", "more", "look_backs[0].found[0].comparison.says"),
        ("look_backs.0.found.0.comparison.mean", 10**400, "look_backs[0].found[0].comparison.mean"),
        ("look_backs.0.found.0.comparison.mean", True, "look_backs[0].found[0].comparison.mean"),
        ("look_backs.0.found.0.comparison", {}, "look_backs[0].found[0].comparison.difference"),
        ("look_backs.0.note", None, "look_backs[0].note"),
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


@pytest.mark.parametrize("part", ["people", "entries", "checkins", "event_notes", "look_backs"])
def test_a_uid_twice_is_refused(part):
    archive = an_archive()
    archive[part] = archive[part] * 2
    assert refused(archive).facts["place"] == f"{part}[1].uid"


@pytest.mark.parametrize("missing", list(an_archive()))
def test_a_missing_part_is_named(missing):
    archive = an_archive()
    del archive[missing]
    assert refused(archive).facts["place"]


def test_an_archive_of_the_first_version_is_read_as_it_was():
    found = items(json.dumps(of_the_first_version(an_archive())).encode())
    now = [
        item
        for item in items(json.dumps(an_archive()).encode())
        if not isinstance(item, PromptMark | KeptPrompt | EventNote | LookBack)
    ]
    entry, draft = (next(item for item in now if isinstance(item, kind)) for kind in (KeptEntry, Draft))
    assert (entry.entry.page.location, draft.page.location) == ("kitchen", "kitchen")
    nowhere = replace(entry.entry, page=replace(entry.entry.page, location=""))
    expected = [
        replace(item, entry=replace(nowhere, sealed=False, writing_seconds=0))
        if item is entry
        else replace(item, page=replace(draft.page, location=""), writing_seconds=0)
        if item is draft
        else item
        for item in now
    ]
    assert found == expected


def test_an_archive_of_the_second_version_is_read_as_it_was():
    found = items(json.dumps(of_the_second_version(an_archive())).encode())
    now = [
        item
        for item in items(json.dumps(an_archive()).encode())
        if not isinstance(item, EventNote | LookBack)
    ]
    expected = [
        replace(item, entry=replace(item.entry, sealed=False, writing_seconds=0))
        if isinstance(item, KeptEntry)
        else replace(item, writing_seconds=0)
        if isinstance(item, Draft)
        else item
        for item in now
    ]
    assert found == expected


@pytest.mark.parametrize("part", ["event_notes", "look_backs"])
def test_what_came_later_does_not_belong_into_the_second_version(part):
    assert refused({**of_the_second_version(an_archive()), part: []})


@pytest.mark.parametrize("part", ["prompt_marks", "own_prompts", "event_notes"])
def test_what_came_later_does_not_belong_into_the_first_version(part):
    archive = {**of_the_first_version(an_archive()), part: []}
    assert refused(archive)


def test_an_own_prompt_twice_is_refused():
    archive = an_archive()
    archive["own_prompts"] *= 2
    assert refused(archive).facts["place"] == "own_prompts[1].id"


def test_what_was_typed_beyond_every_limit_is_taken():
    archive = an_archive()
    archive["own_prompts"][0]["prompt"]["steps"]["write"] = "word " * 10_000
    kept = next(item for item in items(json.dumps(archive).encode()) if isinstance(item, KeptPrompt))
    assert kept.draft.steps[Step.WRITE] == "word " * 10_000


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


@pytest.mark.parametrize("sign", [b"\0", b" ", b"[", b'"', b"1"])
def test_a_file_without_end_is_refused_after_a_little_of_it(sign):
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size=-1):
            assert size > 0
            self.given += size
            return sign * size

    source = Endless()
    with pytest.raises(FormatError):
        next(read(source, "big.json"))
    assert source.given <= 3 * json_stream.MAX_VALUE


def test_a_file_over_the_cap_is_refused(monkeypatch):
    data = json.dumps(an_archive()).encode()
    monkeypatch.setattr(json_archive_reader, "LARGEST", len(data) - 1)
    with pytest.raises(FormatError) as caught:
        list(read(io.BytesIO(data), "big.json"))
    assert caught.value.facts["place"] == "the file"


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


def test_a_refusal_repeats_nothing_that_somebody_may_have_written():
    misplaced, added = an_archive(), an_archive()
    text = json.dumps(misplaced).replace('"people": [{', '"I told Ana today": [{', 1)
    added["people"][0]["what she said"] = 1
    for data, words in ((text, "Ana"), (added, "she said")):
        error = refused(data)
        assert words not in str(error)
        assert "something else" in str(error)
    assert "version" in str(refused('{"version": 1}'))
