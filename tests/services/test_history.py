# SPDX-License-Identifier: MIT
"""Looking back: every row once and in order, the drawer out of sight, the calendar, earlier words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipnb_journal.errors import NotFound
from ipnb_journal.services import checkins as checking_in
from ipnb_journal.services import history, people, versions, writing
from ipnb_journal.services.history import DayMark, HistoryFilter, HistoryKind
from ipnb_journal.vault import checkins, entries
from tests.builders import DAY, a_checkin, an_entry
from tests.vault.test_search import plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipnb_journal.domain.history import HistoryRow
    from ipnb_journal.vault.vault import Vault

EVERYTHING = HistoryFilter()


def read_on(vault: Vault, wanted: HistoryFilter, limit: int) -> Iterator[HistoryRow]:
    after = None
    while True:
        page = history.page_of(vault, wanted, after, limit)
        assert len(page.rows) <= limit
        yield from page.rows
        if page.next is None:
            return
        after = page.next


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 3)), max_size=12), st.integers(1, 5))
def test_paging_gives_each_row_once_in_order(vault: Vault, made: list[tuple[bool, int]], limit: int) -> None:
    for is_page, days in made:
        day = DAY - timedelta(days=days)
        if is_page:
            entries.add(vault, an_entry(about_day=day))
        else:
            checkins.add(vault, a_checkin(day=day))
    rows = list(read_on(vault, EVERYTHING, limit))
    places = [row.place for row in rows]
    assert places == sorted(set(places), reverse=True)
    assert len(rows) == history.count(vault, EVERYTHING) == entries_and_checkins(vault)
    found = list(read_on(vault, HistoryFilter("harb"), limit))
    assert found == [row for row in found if row.kind == "entry"]
    assert len(found) == history.count(vault, HistoryFilter(kind=HistoryKind.WRITTEN))


def entries_and_checkins(vault: Vault) -> int:
    return vault.query("SELECT (SELECT count(*) FROM entries) + (SELECT count(*) FROM checkins)")[0][0]


def test_filters(vault: Vault, now: datetime) -> None:
    ana, tom = (people.add(vault, label).id for label in ("Ana", "Tom"))
    about_ana = entries.add(vault, an_entry(people=(ana,), theme="values", tags=("work",))).id
    about_both = entries.add(vault, an_entry("No sea.", people=(tom, ana), about_day=date(2026, 3, 1))).id
    checked = checking_in.save(vault, checking_in.NewCheckIn(person_id=tom), now).id

    def found(**wanted: object) -> set[tuple[str, int]]:
        asked = HistoryFilter(**wanted)
        rows = history.page_of(vault, asked).rows
        assert len(rows) == history.count(vault, asked)
        return {(str(row.kind), row.id) for row in rows}

    one, both, checkin = ("entry", about_ana), ("entry", about_both), ("checkin", checked)
    assert found() == {one, both, checkin}
    assert found(kind=HistoryKind.WRITTEN) == {one, both}
    assert found(kind=HistoryKind.CHECKINS) == {checkin}
    assert found(people=frozenset({ana})) == {one, both}
    assert found(people=frozenset({tom})) == {both, checkin}
    assert found(people=frozenset({ana, tom})) == {one, both, checkin}
    assert found(people=frozenset({99})) == set()
    assert found(theme="values") == found(tag="work") == {one}
    assert found(theme="values", kind=HistoryKind.CHECKINS) == set()
    assert found(day=DAY) == {one, checkin}
    assert found(text="sea") == {both}
    assert found(text="harbour", people=frozenset({tom})) == set()
    assert found(text="harbour", people=frozenset({ana}), theme="values", tag="work", day=DAY) == {one}
    (row,) = history.page_of(vault, HistoryFilter("sea")).rows
    assert row.people == (ana, tom)


def test_one_letter_is_no_text_yet(vault: Vault) -> None:
    entries.add(vault, an_entry())
    assert len(history.page_of(vault, HistoryFilter("z")).rows) == 1
    assert len(history.page_of(vault, HistoryFilter("zz")).rows) == 0


def test_what_lies_in_the_drawer_is_seen_only_there(vault: Vault, now: datetime) -> None:
    ana = people.add(vault, "Ana").id
    kept = entries.add(vault, an_entry(people=(ana,), theme="values", tags=("work",)))
    asked = (
        *(EVERYTHING, HistoryFilter("harbour"), HistoryFilter(theme="values"), HistoryFilter(tag="work")),
        *(HistoryFilter(people=frozenset({ana})), HistoryFilter(day=DAY), HistoryFilter("quiet", day=DAY)),
    )
    for times in (1, 0, 1):
        assert [len(history.page_of(vault, wanted).rows) for wanted in asked] == [times] * len(asked)
        assert [history.count(vault, wanted) for wanted in asked] == [times] * len(asked)
        assert len(history.lately(vault)) == times
        assert len(history.month(vault, 2026, 3)) == times
        assert sum(history.themes(vault).values()) == sum(history.tags(vault).values()) == times
        assert people.all_people(vault)[0].pages == times
        assert len(history.drawer(vault)) == 1 - times
        if times:
            history.move_to_drawer(vault, kept.id, now)
        else:
            history.take_from_drawer(vault, kept.id)
            assert history.entry(vault, kept.id) == kept


def test_the_drawer_is_emptied_after_thirty_days(vault: Vault, now: datetime) -> None:
    old, new = (entries.add(vault, an_entry()).id for _ in range(2))
    history.move_to_drawer(vault, old, now - timedelta(days=30, seconds=1))
    history.move_to_drawer(vault, new, now - timedelta(days=30))
    assert history.empty_drawer(vault, now) == 1
    assert [entry.id for entry in history.drawer(vault)] == [new]
    with pytest.raises(NotFound):
        history.entry(vault, old)


def test_a_month_marks_pages_before_checkins(vault: Vault) -> None:
    for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1)):
        checkins.add(vault, a_checkin(day=day))
    entries.add(vault, an_entry(about_day=date(2026, 3, 31)))
    assert history.month(vault, 2026, 3) == {
        date(2026, 3, 1): DayMark.CHECKIN_ONLY,
        date(2026, 3, 31): DayMark.WRITTEN,
    }


def test_a_page_moves_to_another_day(vault: Vault, now: datetime) -> None:
    first, second = (entries.add(vault, an_entry(about_day=DAY - timedelta(days=days))) for days in (2, 1))
    moved = history.change_day(vault, first.id, DAY, now)
    assert (moved.page.about_day, moved.written_at, moved.changed_at) == (DAY, first.written_at, now)
    assert [row.id for row in history.lately(vault)] == [first.id, second.id]
    assert [row.id for row in history.page_of(vault, HistoryFilter("harbour")).rows] == [first.id, second.id]
    assert history.change_day(vault, first.id, DAY, now + timedelta(days=1)) == moved


def test_earlier_words_are_brought_back_and_the_present_ones_kept(vault: Vault, now: datetime) -> None:
    entry = entries.add(vault, an_entry("First."))
    draft = writing.open_for_change(vault, entry.id, now)
    page = an_entry("Second.").page
    writing.autosave(vault, replace(draft, page=page), now)
    writing.set_down(vault, draft.id, now)
    (version,) = history.versions(vault, entry.id)
    assert versions.bring_back(vault, version.id, now) is not None
    assert history.entry(vault, entry.id).page == entry.page
    assert [kept.writing.body for kept in history.versions(vault, entry.id)] == ["Second.", "First."]
    assert versions.bring_back(vault, version.id, now) is None
    assert len(history.versions(vault, entry.id)) == 2
    with pytest.raises(NotFound):
        versions.bring_back(vault, 99, now)


TODAY_ASKS = {
    "lately": history.lately,
    "month": lambda vault: history.month(vault, 2026, 3),
    "unfinished": writing.unfinished,
    "people": people.all_people,
    "themes": history.themes,
    "tags": history.tags,
    "last": lambda vault: checking_in.last(vault, None),
    "count": checking_in.count,
}


@pytest.mark.parametrize("ask", TODAY_ASKS.values(), ids=TODAY_ASKS)
def test_nothing_on_the_way_to_today_reads_every_page(vault: Vault, now: datetime, monkeypatch, ask) -> None:
    entry = entries.add(vault, an_entry())
    writing.open_for_change(vault, entry.id, now)
    steps = plan(vault, monkeypatch, ask)
    assert not [step for step in steps if re.match(r"SCAN (entries|checkins|entry_\w+)(?!.*INDEX)", step)], (
        steps
    )


def test_an_open_page_that_nobody_changed_follows_what_is_done_to_it(vault: Vault, now: datetime) -> None:
    entry = entries.add(vault, an_entry("First."))
    draft = writing.open_for_change(vault, entry.id, now)
    writing.autosave(
        vault, replace(draft, page=replace(draft.page, writing=an_entry("Second.").page.writing)), now
    )
    writing.set_down(vault, draft.id, now)
    left_open = writing.open_for_change(vault, entry.id, now)
    history.change_day(vault, entry.id, DAY - timedelta(days=9), now)
    versions.bring_back(vault, history.versions(vault, entry.id)[-1].id, now)
    assert writing.unfinished(vault) is None
    closed = writing.set_down(vault, left_open.id, now)
    assert closed is not None
    assert (closed.page.about_day, closed.page.writing.body) == (DAY - timedelta(days=9), "First.")


def test_changes_begun_outlast_what_is_done_to_the_page(vault: Vault, now: datetime) -> None:
    entry = entries.add(vault, an_entry("First."))
    for words in ("Second.", "Begun."):
        draft = writing.open_for_change(vault, entry.id, now)
        page = replace(draft.page, writing=replace(draft.page.writing, body=words))
        writing.autosave(vault, replace(draft, page=page), now)
        if words == "Second.":
            writing.set_down(vault, draft.id, now)
    versions.bring_back(vault, history.versions(vault, entry.id)[-1].id, now)
    begun = writing.unfinished(vault)
    assert begun is not None and begun.page.writing.body == "Begun."


def test_a_page_left_open_unchanged_does_not_stay_in_the_drawer(vault: Vault, now: datetime) -> None:
    plain, begun = (entries.add(vault, an_entry()).id for _ in range(2))
    writing.open_for_change(vault, plain, now)
    draft = writing.open_for_change(vault, begun, now)
    page = replace(draft.page, writing=replace(draft.page.writing, body="Begun."))
    writing.autosave(vault, replace(draft, page=page), now)
    for entry_id in (plain, begun):
        history.move_to_drawer(vault, entry_id, now)
    assert history.empty_drawer(vault, now + timedelta(days=31)) == 1
    assert [entry.id for entry in history.drawer(vault)] == [begun]
