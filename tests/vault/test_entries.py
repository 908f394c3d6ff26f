# SPDX-License-Identifier: MIT
"""Pages come back as they went in, move with their day, and the drawer keeps its promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipnb_journal.domain.entries import AskedPrompt, EntryKind, Writing
from ipnb_journal.errors import NotFound
from ipnb_journal.vault import drafts, entries, people, remains, versions
from tests.builders import DAY, MOMENT, a_page, a_person, an_entry
from tests.vault.test_drafts import a_draft

if TYPE_CHECKING:
    from ipnb_journal.vault.vault import Vault

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
picked = st.lists(st.sampled_from(["calm", "tight", "far away"]), unique=True, max_size=3).map(tuple)
writings = st.builds(Writing, texts, picked, texts, texts, texts, texts)


def searchable(vault: Vault, word: str) -> int:
    return len(vault.query("SELECT rowid FROM entry_search WHERE entry_search MATCH ?", (word,)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(writings, st.booleans())
def test_words_come_back_as_they_were(vault: Vault, writing: Writing, lighter: bool) -> None:
    asked = AskedPrompt("no", 2, "A no", "When?", lighter)
    page = replace(a_page(kind=EntryKind.GUIDED, asked=asked, theme="boundaries"), writing=writing)
    kept = entries.add(vault, an_entry(page=page))
    assert kept.page == page
    assert entries.one(vault, kept.id) == kept


def test_an_entry_comes_back_whole(vault: Vault) -> None:
    ana, tom = (people.add(vault, a_person(label)).id for label in ("Ana", "Tom"))
    given_entry = an_entry(
        uid="u1", people=(ana, tom), tags=("a", "b"), drawer_since=MOMENT, about_day=date(1999, 1, 2)
    )
    kept = entries.add(vault, given_entry)
    assert kept == replace(given_entry, id=kept.id)
    assert entries.one(vault, kept.id) == kept
    assert entries.id_of(vault, "u1") == kept.id
    assert entries.id_of(vault, "u2") is None


def test_what_sqlite_cannot_keep_is_left_out_and_nothing_else(vault: Vault) -> None:
    page = a_page(
        "a\0b\ud800c", title="\udfff", noticed=("two\nlines", " ", "two lines"), tags=("b", " a ", "", "b")
    )
    kept = entries.add(vault, an_entry(page=page)).page
    assert (kept.writing.body, kept.writing.title) == ("ab?c", "?")
    assert (kept.writing.noticed, kept.tags) == (("two lines",), ("a", "b"))


def test_people_nobody_knows_are_left_out(vault: Vault) -> None:
    ana = people.add(vault, a_person()).id
    kept = entries.add(vault, an_entry(people=(99, ana, ana)))
    assert kept.page.people == (ana,)
    assert entries.one(vault, kept.id) == kept


def test_uids_are_made_and_differ(vault: Vault) -> None:
    assert entries.add(vault, an_entry()).uid != entries.add(vault, an_entry()).uid


def test_each_gives_every_page_oldest_day_first(vault: Vault) -> None:
    with vault.transaction():
        for number in range(205):
            entries.add(vault, an_entry(about_day=DAY - timedelta(days=number * 7 % 205), uid=f"u{number}"))
    days = [entry.page.about_day for entry in entries.each(vault)]
    assert days == sorted(days)
    assert len({entry.uid for entry in entries.each(vault)}) == len(days) == 205


def test_change_gives_new_content_and_finds_it(vault: Vault) -> None:
    ana, tom = (people.add(vault, a_person(label)).id for label in ("Ana", "Tom"))
    kept = entries.add(vault, an_entry(people=(ana,), tags=("old",)))
    page = a_page("A lighthouse.", people=(tom,), tags=("new", "old"), theme="values")
    later = MOMENT + timedelta(hours=1)
    after = entries.change(vault, kept, page, later)
    assert after == entries.one(vault, kept.id) == replace(kept, page=page, changed_at=later)
    assert (searchable(vault, "lighthouse"), searchable(vault, "harbour")) == (1, 0)


def test_change_without_new_words_writes_no_index(vault: Vault) -> None:
    kept = entries.add(vault, an_entry())
    before = vault.query("SELECT * FROM entry_search_data")
    entries.change(vault, kept, replace(kept.page, theme="values"), MOMENT)
    assert vault.query("SELECT * FROM entry_search_data") == before


def test_a_page_moves_with_its_day_and_is_found_there(vault: Vault) -> None:
    early, late = (
        entries.add(vault, an_entry(about_day=day)) for day in (date(2026, 1, 1), date(2026, 2, 1))
    )
    entries.change(vault, early, replace(early.page, about_day=date(2026, 3, 1)), MOMENT)
    assert [entry.id for entry in entries.each(vault)] == [late.id, early.id]
    rows = vault.query("SELECT rowid FROM entry_search WHERE entry_search MATCH 'harbour' ORDER BY rowid")
    assert rows == vault.query("SELECT place FROM entries ORDER BY place")


def test_no_page_no_answer(vault: Vault) -> None:
    with pytest.raises(NotFound):
        entries.one(vault, 1)
    with pytest.raises(NotFound):
        entries.put_in_drawer(vault, 1, MOMENT)


def test_drawer_newest_first_across_zones(vault: Vault) -> None:
    first, second = (entries.add(vault, an_entry()) for _ in range(2))
    entries.put_in_drawer(vault, first.id, datetime(2026, 3, 12, 23, 0, tzinfo=UTC))
    entries.put_in_drawer(vault, second.id, datetime.fromisoformat("2026-03-13T00:30:00+02:00"))
    assert [entry.id for entry in entries.in_drawer(vault)] == [first.id, second.id]
    entries.put_in_drawer(vault, first.id, None)
    assert [entry.id for entry in entries.in_drawer(vault)] == [second.id]


def test_removing_takes_versions_and_search_along_but_no_open_changes(vault: Vault) -> None:
    gone, open_, fresh = (entries.add(vault, an_entry()) for _ in range(3))
    versions.keep(vault, gone.id, gone.page.writing, MOMENT)
    drafts.add(vault, a_draft(entry_id=open_.id))
    for entry in (gone, open_):
        entries.put_in_drawer(vault, entry.id, MOMENT - timedelta(days=2))
    entries.put_in_drawer(vault, fresh.id, MOMENT)
    assert entries.remove_drawn_before(vault, MOMENT - timedelta(days=1)) == 1
    assert {entry.id for entry in entries.each(vault)} == {open_.id, fresh.id}
    assert versions.of_entry(vault, gone.id) == ()
    assert searchable(vault, "harbour") == 2
    vault.take_topics()
    assert entries.remove_drawn_before(vault, MOMENT - timedelta(days=1)) == 0
    assert vault.take_topics() == frozenset()


def test_counts_and_days_leave_the_drawer_out(vault: Vault) -> None:
    for day, theme, drawer in (
        (1, "values", None),
        (2, "values", None),
        (3, None, None),
        (4, "story", MOMENT),
    ):
        entries.add(
            vault,
            an_entry(about_day=date(2026, 3, day), theme=theme, tags=(f"t{day % 2}",), drawer_since=drawer),
        )
    assert entries.themes(vault) == {"values": 2}
    assert entries.tags(vault) == {"t0": 1, "t1": 2}
    assert entries.days(vault, date(2026, 3, 2), date(2026, 3, 4)) == {date(2026, 3, 2), date(2026, 3, 3)}


def test_writers_say_what_they_changed(vault: Vault) -> None:
    kept = entries.add(vault, an_entry())
    assert vault.take_topics() == {"entries"}
    entries.change(vault, kept, a_page("new"), MOMENT)
    assert vault.take_topics() == {"entries"}
    entries.put_in_drawer(vault, kept.id, MOMENT)
    assert vault.take_topics() == {"entries"}


def test_where_a_page_belongs_is_one_line_and_is_swept_when_it_changes(vault: Vault) -> None:
    kept = entries.add(vault, an_entry(location=" the 14\n bus\0", rest=True))
    assert (kept.page.location, kept.page.rest) == ("the 14 bus", True)
    assert entries.one(vault, kept.id) == kept
    kept = entries.change(vault, kept, replace(kept.page, rest=False), MOMENT)
    assert not remains.are_due(vault)
    changed = entries.change(vault, kept, replace(kept.page, location="kitchen"), MOMENT)
    assert remains.are_due(vault)
    assert entries.one(vault, kept.id) == changed


def test_a_page_is_sealed_and_unsealed(vault: Vault) -> None:
    kept = entries.add(vault, an_entry())
    vault.take_topics()
    sealed = entries.seal(vault, kept.id, sealed=True)
    assert sealed == entries.one(vault, kept.id) == replace(kept, sealed=True)
    assert vault.take_topics() == {"entries"}
    assert entries.change(vault, sealed, a_page("new"), MOMENT).sealed
    assert entries.one(vault, kept.id).sealed
    assert not entries.seal(vault, kept.id, sealed=False).sealed
    with pytest.raises(NotFound):
        entries.seal(vault, 99, sealed=True)


def test_seconds_add_up_without_another_write_of_the_index(vault: Vault) -> None:
    kept = entries.add(vault, an_entry(writing_seconds=20))
    vault.take_topics()
    assert entries.add_seconds(vault, kept, 0) == kept
    assert vault.take_topics() == frozenset()
    more = entries.add_seconds(vault, kept, 22)
    assert more == entries.one(vault, kept.id) == replace(kept, writing_seconds=42)
    assert vault.take_topics() == {"entries"}
