# SPDX-License-Identifier: MIT
"""The made-up year is the same for a seed, believable, and says everywhere that it is made up."""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple, replace
from datetime import date, timedelta
from statistics import fmean, pstdev

import pytest

from ipnb_journal.domain.checkins import MAY_NOT_APPLY, CheckIn, Item, Method, Scale
from ipnb_journal.domain.entries import EntryKind
from ipnb_journal.domain.prompts import Technique
from ipnb_journal.domain.threads import Thread
from ipnb_journal.errors import WrongPassphrase
from ipnb_journal.formats.json_archive import KeptEntry, Preference
from ipnb_journal.services import (
    checkins,
    history,
    look_back,
    own_prompts,
    preferences,
    prompt_marks,
    prompts,
    sample,
    transfer,
)
from ipnb_journal.services import people as people_service

UNTIL = date(2026, 3, 12)


def a_year(seed: int = 1, days: int = 365):
    return sample.year(prompts.library().prompts, seed, UNTIL, days)


def of(kind, items):
    return [item for item in items if isinstance(item, kind)]


def test_a_seed_gives_the_same_year_and_another_seed_another():
    assert a_year(1) == a_year(1)
    assert a_year(1) != a_year(2)


def test_check_ins_come_three_to_five_days_a_week_with_gaps():
    for seed in range(5):
        days = sorted({checkin.day for checkin in of(CheckIn, a_year(seed))})
        assert 130 <= len(days) <= 230
        assert max(Counter((day - UNTIL).days // 7 for day in days).values()) <= 7
        gaps = [(after - before).days for before, after in zip(days, days[1:], strict=False)]
        assert sum(gap > 10 for gap in gaps) == 2
        assert days[0] > UNTIL - timedelta(days=365)
        assert days[-1] <= UNTIL


def test_answers_vary_as_a_persons_would():
    spreads, carried = [], []
    for seed in range(12):
        general = [one for one in of(CheckIn, a_year(seed)) if one.person_id is None]
        for scale in Scale:
            first, second = (item for item in Item if item.scale is scale)
            both = [(one.answers.get(first), one.answers.get(second)) for one in general]
            values = [(a + b) / 2 for a, b in both if a is not None and b is not None]
            spreads.append(pstdev(values))
            carried.append(lag_one(values))
    assert 12.5 < fmean(spreads) < 15.5
    assert 0.2 < fmean(carried) < 0.4


def lag_one(values: list[float]) -> float:
    mean = fmean(values)
    away = [value - mean for value in values]
    return sum(a * b for a, b in zip(away, away[1:], strict=False)) / sum(a * a for a in away)


def test_some_answers_are_blank_and_some_do_not_apply():
    given = [one for one in of(CheckIn, a_year()) if one.circles is None]
    blank = [one for one in given if len(one.answers) + len(one.does_not_apply) < len(Item)]
    skipped = [one for one in given if one.does_not_apply]
    assert 0.05 < len(blank) / len(given) < 0.3
    assert skipped
    assert all(one.does_not_apply <= MAY_NOT_APPLY and one.person_id is None for one in skipped)
    assert all(not one.does_not_apply & one.answers.keys() for one in given)
    assert all(0 <= value <= 100 for one in given for value in one.answers.values())
    assert len({one.person_id for one in given}) == 6


def test_two_circles_are_placed_about_two_people_and_on_pages_that_ask_for_them():
    items = a_year()
    drawn = [one for one in of(CheckIn, items) if one.circles is not None]
    by_person = Counter(one.person_id for one in drawn)
    assert len(by_person) == 2 and None not in by_person
    assert min(by_person.values()) >= 6
    values = [value for one in drawn for value in astuple(one.circles)]
    assert None in values and all(0 <= value <= 100 for value in values if value is not None)
    assert {one.method for one in drawn} == {Method.CIRCLES}
    asking = {
        one.entry.id
        for one in of(KeptEntry, items)
        if one.entry.page.asked and one.entry.page.asked.id == "bnd-03"
    }
    assert {one.entry_id for one in drawn} - {None} == asking
    assert len({one.id for one in of(CheckIn, items)}) == len(of(CheckIn, items))


def test_pages_are_guided_and_free_dated_back_changed_and_in_the_drawer():
    kept = of(KeptEntry, a_year())
    entries = [one.entry for one in kept]
    guided = [entry for entry in entries if entry.page.kind is EntryKind.GUIDED]
    assert len(kept) >= 50
    assert len({entry.page.asked.id for entry in guided}) == 12
    assert all(entry.page.theme and entry.page.asked.text for entry in guided)
    assert any(entry.written_at.date() > entry.page.about_day for entry in entries)
    assert [one.versions[0].writing.body for one in kept if one.versions]
    assert sum(entry.drawer_since is not None for entry in entries) == 1
    assert all(entry.page.about_day <= UNTIL >= entry.written_at.date() for entry in entries)


def test_everything_is_marked_as_made_up():
    items = a_year()
    assert all("made up" in one.entry.page.tags for one in of(KeptEntry, items))
    assert Preference("journal_name", "Made-up journal") in items


@pytest.mark.parametrize("days", [1, 10, 28, 90, 365, 500])
def test_fewer_days_are_the_end_of_the_year(days):
    items = a_year(days=days)
    start = UNTIL - timedelta(days=days - 1)
    assert all(start <= one.day <= UNTIL for one in of(CheckIn, items))
    assert all(start <= one.entry.page.about_day for one in of(KeptEntry, items))


def test_a_vault_filled_with_it_reads_like_a_journal(vault):
    told = sample.fill(vault, seed=1, until=UNTIL)
    assert told.entries >= 50
    assert told.checkins >= 150
    jonas = next(one.person.id for one in people_service.all_people(vault) if one.person.label == "Jonas")
    assert len(checkins.earlier_circles(vault, jonas)) == 5
    assert preferences.read(vault).journal_name == "Made-up journal"
    assert len(people_service.all_people(vault)) == 5
    found = history.page_of(vault, history.HistoryFilter(text="skylarks"))
    assert len(found.rows) == 2
    assert history.tags(vault)["made up"] == told.entries - 1
    assert len(history.drawer(vault)) == 1
    assert [len(look.scales) for look in look_back.all_looks(vault)] == [2, 2]


def test_filling_twice_adds_nothing(vault):
    first = sample.fill(vault, seed=1, until=UNTIL)
    again = sample.fill(vault, seed=1, until=UNTIL)
    assert again.entries == again.checkins == again.people == again.event_notes == again.look_backs == 0
    added = first.entries + first.checkins + first.people + first.own_prompts + first.event_notes
    assert again.already_there == added + first.look_backs


def test_a_made_journal_opens_again_with_its_key_only(tmp_path):
    path = tmp_path / "notes.vault"
    vault = sample.reopen(path, sample.make(path, seed=1, until=UNTIL))
    assert preferences.read(vault).journal_name == "Made-up journal"
    vault.close()
    with pytest.raises(WrongPassphrase):
        sample.reopen(path, bytes(32))


def test_the_library_is_marked_added_to_and_a_thread_of_it_followed(vault):
    shipped = prompts.library()
    why = "One small thing after the other."
    ids = ("emp-01", "bnd-01")
    thread = Thread("small", "Small", why, (Technique.IF_THEN,), ids, "en", 1, "Somebody", "CC BY 4.0")
    library = replace(shipped, threads=(thread,))
    transfer.take_in(vault, sample.year(library.prompts, 1, UNTIL, 365, library.threads))
    marks = prompt_marks.read(vault)
    assert (len(marks.favourites), len(marks.never)) == (2, 1)
    assert {one.id for one in library.prompts} >= marks.favourites | marks.never
    whole, begun = sorted(own_prompts.all_own(vault), key=lambda own: own.prompt is None)
    assert whole.prompt is not None and whole.problems == () and begun.prompt is None
    assert {own.draft.author for own in (whole, begun)} == {"A made-up person"}
    followed = prompts.following(vault, library)
    assert followed is not None and followed.thread == thread and followed.next is not None
