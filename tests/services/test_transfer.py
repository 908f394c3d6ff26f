# SPDX-License-Identifier: MIT
"""A journal goes out and comes back whole; an import adds what is missing, or nothing at all."""

from __future__ import annotations

import io
import json
import os
import shutil
import stat
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipnb_journal.domain.checkins import CheckIn, Circles, Item, Method
from ipnb_journal.domain.entries import AskedPrompt, Draft, Entry, EntryKind, Page, Step, Writing
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.own_prompts import PromptDraft, draft_of
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.prompt_marks import PromptMark
from ipnb_journal.domain.prompts import Happening, PromptEvent
from ipnb_journal.domain.safety import Contact
from ipnb_journal.errors import DiskFull, FileProblem, FormatError
from ipnb_journal.services import history, own_prompts, preferences, prompts, sample, transfer, writing
from ipnb_journal.vault import (
    checkins,
    contacts,
    drafts,
    entries,
    event_notes,
    look_backs,
    people,
    prompt_events,
    prompt_marks,
    schema,
    versions,
)
from ipnb_journal.vault import preferences as stored
from ipnb_journal.vault.vault import Vault
from tests.builders import a_look_back, a_prompt
from tests.domain.test_own_prompts import DRAFTS as ANY_DRAFTS
from tests.vault.test_look_backs import LOOKS

DRAFTS = ANY_DRAFTS.filter(lambda draft: max(abs(draft.minutes or 0), abs(draft.version)) < 1_000_000)
CIRCLES = Circles(closeness=12.5, edge_me=0.0)
ZONE = ZoneInfo("America/New_York")
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
words = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=12)
moments = st.datetimes(
    datetime(2001, 1, 1), datetime(2040, 1, 1), timezones=st.just(ZONE), allow_imaginary=False
)
days = st.dates(date(2001, 1, 1), date(2040, 1, 1))
writings = st.builds(Writing, texts, st.lists(words, max_size=2).map(tuple), texts, texts, texts, texts)
asked = st.none() | st.builds(AskedPrompt, words, st.integers(1, 3), texts, texts, st.booleans())


@st.composite
def filled(draw):
    """A recipe: a function that puts a drawn journal into an empty vault."""
    labels = draw(st.lists(words, max_size=3))
    positions = draw(st.permutations(range(len(labels))))
    pages = st.builds(
        Page, st.sampled_from(EntryKind), days, writings, asked, st.none() | words,
        st.sets(st.integers(1, max(1, len(labels)))).map(tuple) if labels else st.just(()),
        st.lists(words, max_size=2).map(tuple), st.just("") | words, st.booleans(),
    )  # fmt: skip
    kept = draw(st.lists(st.tuples(pages, moments, moments, st.none() | moments), max_size=4))
    earlier = draw(st.lists(st.tuples(st.integers(1, max(1, len(kept))), writings, moments), max_size=3))
    opened = draw(st.lists(st.tuples(pages, st.sampled_from(Step), moments, moments), max_size=2))
    answers = st.dictionaries(st.sampled_from(Item), st.floats(0, 100).map(abs), max_size=8)
    given_answers = draw(st.lists(st.tuples(days, moments, answers, st.booleans()), max_size=4))
    events = draw(st.lists(st.builds(PromptEvent, words, days, st.sampled_from(Happening)), max_size=3))
    reached = draw(st.lists(st.tuples(texts, texts, texts), max_size=2))
    name = draw(texts)
    marked = draw(st.lists(st.tuples(words, st.booleans()), max_size=2, unique_by=lambda mark: mark[0]))
    noted = draw(
        st.lists(st.tuples(days, words, st.sampled_from(EventKind), st.none() | moments), max_size=2)
    )
    looked = draw(st.lists(LOOKS, max_size=2))
    sealed, seconds = draw(st.booleans()), draw(st.integers(0, 9000))
    own = draw(st.lists(st.tuples(DRAFTS, st.sampled_from(["", "With Ruth"])), max_size=3))

    def put(vault: Vault) -> None:
        for label, position in zip(labels, positions, strict=True):
            people.add(vault, Person(0, "", label, position + 1, position))
        for page, written, changed, since in kept:
            zone = "America/New_York"
            entries.add(vault, Entry(0, "", page, written, changed, zone, since, sealed, seconds))
        for entry, former, at in earlier if kept else []:
            versions.keep(vault, entry, former, at)
        for page, step, started, saved in opened:
            drafts.add(
                vault, Draft(0, 1 if kept else None, page, step, started, saved, "-05:00", CIRCLES, seconds)
            )
        for number, (day, at, values, pictured) in enumerate(given_answers):
            about = 1 if labels and number % 2 else None
            method, picture = (Method.CIRCLES, Circles(bridge=5.5)) if pictured else (Method.SLIDERS, None)
            checkins.add(
                vault, CheckIn(0, "", day, at, "-05:00", values, frozenset(), about, method, picture, 1)
            )
        for event in events:
            prompt_events.add(vault, event)
        for prompt_id, favourite in marked:
            prompt_marks.put(vault, PromptMark(prompt_id, favourite, not favourite))
        for number, (draft, group) in enumerate(own):
            own_prompts.add(
                vault, replace(draft, id=f"own-{number}"), group, datetime(2026, 1, 2, tzinfo=ZONE)
            )
        for day, text, kind, at in noted:
            event_notes.add(vault, EventNote(0, "", day, text, kind, at))
        for look in looked:
            look_backs.add(vault, replace(look, person_id=1 if labels else None))
        for place, contact in enumerate(reached):
            contacts.add(vault, Contact(0, *contact, place))
        preferences.write(vault, preferences.Preferences(journal_name=name, left_out_themes=("story",)))

    return put


def archive_of(vault: Vault, now: datetime) -> bytes:
    target = io.BytesIO()
    transfer.export_archive(vault, target, now)
    return target.getvalue()


@pytest.fixture
def fresh(vault_template, vault_key, tmp_path):
    """Makes as many empty vaults as asked for, one open after another."""
    opened: list[Vault] = []

    def make() -> Vault:
        path = tmp_path / f"fresh-{len(opened)}.vault"
        shutil.copy(vault_template, path)
        opened.append(Vault.open(path, vault_key.raw))
        return opened[-1]

    yield make
    for vault in opened:
        vault.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filled())
def test_out_in_and_out_again_gives_the_same_bytes(fresh, now, put):
    first, second = fresh(), fresh()
    put(first)
    data = archive_of(first, now)
    transfer.import_archive(second, io.BytesIO(data), "a.json")
    assert archive_of(second, now) == data
    first.close()
    second.close()


def test_marks_own_prompts_and_the_thread_followed_are_taken_in_beside_what_is_here(fresh, now):
    first, second = fresh(), fresh()
    theirs = own_prompts.add(first, PromptDraft(title="Tea", id="own-1"), "Mornings", now)
    own_prompts.add(first, draft_of(a_prompt("own-2")), "Mornings", now)
    mine = own_prompts.add(second, PromptDraft(title="Coffee", id="own-1"), "", now)
    prompt_marks.put(first, PromptMark("emp-01", favourite=True))
    prompt_marks.put(first, PromptMark("emp-02", never=True))
    prompt_marks.put(second, PromptMark("emp-01", never=True))
    stored.store(first, {prompts.FOLLOWING: ["small", "2026-03-01"]})
    data = archive_of(first, now)
    told = transfer.import_archive(second, io.BytesIO(data), "a.json")
    assert (told.own_prompts, told.already_there, told.different) == (1, 1, 1)
    assert [(own.group, own.draft.title) for own in own_prompts.all_own(second)] == [
        *(("", "Coffee"), ("Mornings", "A small no")),
    ]
    assert own_prompts.one(second, mine.id) == mine and theirs.draft.title == "Tea"
    assert [prompt.id for prompt in own_prompts.whole_ones(second)] == ["own-2"]
    assert prompt_marks.each(second) == (PromptMark("emp-01", never=True), PromptMark("emp-02", never=True))
    assert stored.read_all(second)[prompts.FOLLOWING] == ["small", "2026-03-01"]
    again = transfer.import_archive(second, io.BytesIO(data), "a.json")
    assert (again.own_prompts, again.already_there) == (0, 2)


def test_notes_and_look_backs_are_known_by_their_uid(fresh, now):
    """An import opens no Look-back: one from elsewhere is kept, however near it stands to another."""
    there, here = fresh(), fresh()
    ana = people.add(there, Person(0, "ana", "Ana", 1, 1))
    moved = event_notes.add(there, EventNote(0, "", now.date(), "Moved house", made_at=now))
    look = look_backs.add(there, a_look_back(person_id=ana.id, note="So."))
    people.add(here, Person(0, "tom", "Tom", 2, 1))
    mine = event_notes.add(here, replace(moved, text="Left home"))
    nearby = look_backs.add(here, a_look_back())
    archive = archive_of(there, now)
    told = transfer.import_archive(here, io.BytesIO(archive), "old.json")
    assert (told.event_notes, told.look_backs, told.people, told.already_there) == (0, 1, 1, 1)
    assert event_notes.each(here) == (mine,)
    [taken] = [one for one in look_backs.each(here) if one.uid == look.uid]
    assert people.one(here, taken.person_id).label == "Ana"
    assert {one.uid for one in look_backs.each(here)} == {look.uid, nearby.uid}
    again = transfer.import_archive(here, io.BytesIO(archive), "old.json")
    assert again == transfer.Imported(already_there=3)


def test_a_whole_year_survives(fresh, now):
    first, second = fresh(), fresh()
    sample.fill(first, seed=3, until=now.date())
    draft = writing.open_free(first, now)
    writing.autosave(first, draft, now)
    data = archive_of(first, now)
    told = transfer.import_archive(second, io.BytesIO(data), "a.json")
    assert archive_of(second, now) == data
    assert told.already_there == told.different == 0
    assert told.drafts == 1
    changed = next(entry for entry in entries.each(second) if history.versions(second, entry.id))
    assert "cried on the roof" in history.versions(second, changed.id)[0].writing.body


def test_importing_again_adds_nothing_and_keeps_what_was_changed_here(vault, now):
    sample.fill(vault, seed=3, until=now.date(), days=60)
    data = archive_of(vault, now)
    entry = next(entries.each(vault))
    entries.change(vault, entry, Page(EntryKind.FREE, entry.page.about_day, Writing(body="mine")), now)
    told = transfer.import_archive(vault, io.BytesIO(data), "a.json")
    assert (told.entries, told.checkins, told.people, told.drafts) == (0, 0, 0, 0)
    assert told.different == 1
    assert history.entry(vault, entry.id).page.writing.body == "mine"


def test_two_journals_become_one_without_merging_people(fresh, now):
    first, second = fresh(), fresh()
    people.add(first, Person(0, "", "Ana", 1, 0))
    people.add(second, Person(0, "", "Ana", 2, 0))
    writing.autosave(second, writing.open_free(second, now), now)
    preferences.write(second, preferences.Preferences(journal_name="Mine"))
    preferences.write(first, preferences.Preferences(journal_name="Theirs"))
    transfer.import_archive(second, io.BytesIO(archive_of(first, now)), "a.json")
    assert [person.label for person in people.each(second)] == ["Ana", "Ana"]
    assert len({person.uid for person in people.each(second)}) == 2
    assert preferences.read(second).journal_name == "Mine"


def test_a_fault_at_the_very_end_adds_nothing_at_all(fresh, now):
    first, second = fresh(), fresh()
    sample.fill(first, seed=3, until=now.date(), days=30)
    before = archive_of(second, now)
    second.take_topics()
    broken = json.loads(archive_of(first, now))
    broken["contacts"][-1]["number"] = 999
    with pytest.raises(FormatError) as caught:
        transfer.import_archive(second, io.BytesIO(json.dumps(broken).encode()), "a.json")
    assert caught.value.facts["place"] == "contacts[0].number"
    assert archive_of(second, now) == before
    assert second.take_topics() == frozenset()


def test_the_day_of_the_recovery_sheet_stays_with_its_file(fresh, now):
    first, second = fresh(), fresh()
    stored.store(first, {"recovery_sheet_made": "2025-01-01", "journal_name": "A"})
    data = archive_of(first, now)
    assert b"recovery_sheet_made" not in data
    foreign = json.loads(data)
    foreign["preferences"]["recovery_sheet_made"] = "1999-01-01"
    transfer.import_archive(second, io.BytesIO(json.dumps(foreign).encode()), "a.json")
    left = {key: value for key, value in stored.read_all(second).items() if key not in schema.WORDS_LEFT}
    assert left == {"journal_name": "A"}


def test_a_file_appears_whole_private_and_alone(vault, now, tmp_path):
    target = tmp_path / "out" / "journal.json"
    target.parent.mkdir()
    target.write_text("what was here before")
    target.chmod(0o644)
    transfer.export_archive(vault, target, now)
    assert json.loads(target.read_bytes())["format"] == "ipnb-journal-archive"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [path.name for path in target.parent.iterdir()] == ["journal.json"]


def test_a_write_that_breaks_leaves_what_was_there(vault, now, tmp_path, monkeypatch):
    sample.fill(vault, seed=1, until=now.date(), days=30)
    target = tmp_path / "out" / "journal.json"
    target.parent.mkdir()
    target.write_text("before")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        transfer.export_archive(vault, target, now)
    assert target.read_text() == "before"
    assert [path.name for path in target.parent.iterdir()] == ["journal.json"]


def test_no_journal_is_ever_written_over(vault, vault_template, now, tmp_path):
    other = tmp_path / "other.vault"
    shutil.copy(vault_template, other)
    link = tmp_path / "link.json"
    link.hardlink_to(vault.path)
    soft = tmp_path / "soft.json"
    soft.symlink_to(vault.path)
    for target in (vault.path, link, soft, other, Path(f"{vault.path}-wal"), Path(f"{vault.path}.lock")):
        with pytest.raises(FileProblem) as caught:
            transfer.export_archive(vault, target, now)
        assert caught.value.facts["reason"] == "journal"
    assert archive_of(vault, now)


def test_a_folder_that_is_not_there_is_named(vault, now, tmp_path):
    with pytest.raises(FileProblem) as caught:
        transfer.export_archive(vault, tmp_path / "nowhere" / "a.json", now)
    assert "nowhere" in str(caught.value.facts["file"])


def test_prompt_events_and_contacts_are_topped_up(fresh, now):
    first, second = fresh(), fresh()
    event = PromptEvent("emp-01", now.date(), Happening.FINISHED)
    for _ in range(2):
        prompt_events.add(first, event)
    prompt_events.add(second, event)
    contacts.add(first, Contact(0, "Jo", "1", "", 0))
    contacts.add(second, Contact(0, "Al", "2", "", 0))
    data = archive_of(first, now)
    for _ in range(2):
        transfer.import_archive(second, io.BytesIO(data), "a.json")
    assert prompt_events.each(second) == (event, event)
    assert [contact.name for contact in contacts.each(second)] == ["Al", "Jo"]


def test_a_page_already_being_changed_here_keeps_its_changes(vault, now):
    entry = entries.add(
        vault, Entry(0, "", Page(EntryKind.FREE, now.date(), Writing(body="a")), now, now, "+01:00")
    )
    writing.open_for_change(vault, entry.id, now)
    data = archive_of(vault, now)
    there = json.loads(data)
    there["drafts"][0]["started_at"] = (now + timedelta(hours=1)).isoformat()
    told = transfer.import_archive(vault, io.BytesIO(json.dumps(there).encode()), "a.json")
    assert told.drafts == 0
    assert len(drafts.each(vault)) == 1
