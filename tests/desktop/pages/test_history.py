# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.models.history import Heading, HistoryLine
from ipnb_journal.desktop.pages.history import HistoryPage
from ipnb_journal.desktop.places import Drawer, History, OpenEntry, Write
from ipnb_journal.domain.checkins import Item
from ipnb_journal.services import checkins, history, people, writing
from ipnb_journal.vault import entries
from tests.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault


def _write(vault: Vault, body: str, now: datetime, person: str = "", days_back: int = 0) -> int:
    draft = writing.open_free(vault, now - timedelta(days=days_back))
    named = (people.add(vault, person).id,) if person else ()
    page = replace(draft.page, writing=replace(draft.page.writing, body=body), people=named)
    writing.autosave(vault, replace(draft, page=page), now)
    entry = writing.set_down(vault, draft.id, now - timedelta(days=days_back))
    assert entry is not None
    return entry.id


def _fill(context: Context, now: datetime) -> None:
    def fill(vault: Vault) -> None:
        _write(vault, "Shoulders tight as a drum\nwhen the phone rang.", now, "Ana")
        _write(vault, "A quiet walk by the water.", now, "Tom", days_back=3)
        _write(vault, "The meeting went on.", now, days_back=40)
        checkins.save(vault, checkins.NewCheckIn({Item.D1: 60.0, Item.D2: 40.0}), now - timedelta(days=1))

    context.runner.run(context.notices, fill)


@pytest.fixture
def page(context: Context, now: datetime, qtbot: QtBot) -> HistoryPage:
    _fill(context, now)
    made = HistoryPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 756)
    made.show()
    made.arrive(History())
    return made


def _titles(page: HistoryPage) -> list[str]:
    return [line.title for line in page.model.rows if isinstance(line, HistoryLine)]


def test_everything_newest_first_under_month_headings(page: HistoryPage) -> None:
    assert _titles(page) == [
        "Shoulders tight as a drum",
        "Check-in",
        "A quiet walk by the water.",
        "The meeting went on.",
    ]
    assert [line.words for line in page.model.rows if isinstance(line, Heading)] == ["March", "January"]


def test_search_as_you_type_marks_the_words(page: HistoryPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search.line, "tig")
    qtbot.waitUntil(lambda: _titles(page) == ["Shoulders tight as a drum"])
    [line] = [line for line in page.model.rows if isinstance(line, HistoryLine)]
    start, length = line.title_hits[0]
    assert line.title[start : start + length] == "tight"
    assert page.tally.text() == "1 page with “tig”"


def test_nothing_found_says_what_to_try(page: HistoryPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search.line, "zzzz")
    qtbot.waitUntil(page.nothing.isVisible)
    assert page.nothing.body.text() == "Nothing with “zzzz”. Try a shorter word, or look by day."
    qtbot.keyClick(page.search.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.list.isVisible)
    assert len(_titles(page)) == 4


def test_kind_and_person_narrow_the_list(page: HistoryPage, qtbot: QtBot) -> None:
    chip = page.kinds.chip(history.HistoryKind.CHECKINS)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert _titles(page) == ["Check-in"]
    qtbot.keyClick(page.kinds.chip(history.HistoryKind.EVERYTHING), Qt.Key.Key_Space)
    box = next(iter(page.people._boxes.values()))
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert _titles(page) == ["Shoulders tight as a drum"]


def test_a_day_picked_twice_is_let_go(page: HistoryPage, now: datetime) -> None:
    page.month.day_picked.emit(now.date() - timedelta(days=3))
    assert _titles(page) == ["A quiet walk by the water."]
    page.month.day_picked.emit(now.date() - timedelta(days=3))
    assert len(_titles(page)) == 4


def test_enter_in_the_field_goes_to_the_first_page_and_opens_it(page: HistoryPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.search.line, Qt.Key.Key_Return)
    assert page.model.row_at(page.list.currentIndex()) == page.model.rows[1]
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert isinstance(asked.args[0], OpenEntry)


def test_an_empty_journal_invites_to_begin(context: Context, qtbot: QtBot) -> None:
    made = HistoryPage(context)
    qtbot.addWidget(made)
    made.show()
    made.arrive(History())
    assert made.empty.isVisible()
    assert made.empty.title.text() == "Your pages will gather here"
    assert not made.only_drawer.isVisible()


def test_the_drawer_shows_only_when_something_is_in_it(
    page: HistoryPage, context: Context, now: datetime, qtbot: QtBot
) -> None:
    assert not page.drawer.isVisible()
    context.runner.run(page, lambda vault: history.move_to_drawer(vault, 1, now))
    page.refresh()
    assert page.drawer.isVisible()
    assert "Shoulders tight as a drum" not in _titles(page)
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(page.drawer, Qt.Key.Key_Return)
    assert asked.args == [Drawer()]


def test_with_every_page_in_the_drawer_there_is_still_a_way_to_it(
    context: Context, now: datetime, in_vault: Callable[[Callable[[Vault], object]], object], qtbot: QtBot
) -> None:
    in_vault(lambda vault: entries.add(vault, an_entry(drawer_since=now)))
    made = HistoryPage(context)
    qtbot.addWidget(made)
    made.show()
    made.arrive(History())
    assert made.empty.isVisible()
    with qtbot.waitSignal(made.open_requested) as asked:
        qtbot.keyClick(made.only_drawer, Qt.Key.Key_Return)
    assert asked.args == [Drawer()]


def test_pages_are_fetched_as_the_list_is_scrolled(context: Context, now: datetime, qtbot: QtBot) -> None:
    def fill(vault: Vault) -> None:
        for number in range(120):
            _write(vault, f"Page number {number}", now, days_back=number)

    context.runner.run(context.notices, fill)
    made = HistoryPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 756)
    made.show()
    made.arrive(History())
    assert len(_titles(made)) < 120
    while made.model.canFetchMore(made.list.rootIndex()):
        made.model.fetchMore(made.list.rootIndex())
    titles = _titles(made)
    assert titles == [f"Page number {number}" for number in range(120)]
    headings = [line.words for line in made.model.rows if isinstance(line, Heading)]
    assert len(headings) == len(set(headings))


def test_in_a_narrow_window_the_month_takes_the_lists_place(page: HistoryPage, qtbot: QtBot) -> None:
    page.columns = False
    assert not page.month.isVisible()
    qtbot.keyClick(page.aside, Qt.Key.Key_Return)
    assert page.month.isVisible()
    assert not page.list.isVisible()
    qtbot.keyClick(page.aside, Qt.Key.Key_Return)
    assert page.list.isVisible()


def test_a_day_picked_in_a_narrow_window_shows_its_pages_and_the_way_back_to_all(
    page: HistoryPage, now: datetime, qtbot: QtBot
) -> None:
    page.columns = False
    assert not page.picked.isVisible()
    qtbot.keyClick(page.aside, Qt.Key.Key_Return)
    page.month.day_picked.emit(now.date() - timedelta(days=3))
    assert page.list.isVisible()
    assert page.picked.text() == "Monday, 9 March"
    qtbot.keyClick(page.all_days, Qt.Key.Key_Return)
    assert not page.picked.isVisible()
    assert len(_titles(page)) == 4


def test_who_comes_back_from_a_page_is_on_its_row_again(page: HistoryPage, qtbot: QtBot) -> None:
    assert page.first_focus() is page.search.line
    qtbot.keyClick(page.search.line, Qt.Key.Key_Return)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    was = page.model.row_at(page.list.currentIndex())
    assert isinstance(was, HistoryLine)
    page.arrive(History())
    assert page.model.row_at(page.list.currentIndex()) == was
    assert page.first_focus() is page.list


def test_where_a_page_went_to_the_drawer_the_next_row_has_the_keyboard(
    page: HistoryPage, context: Context, now: datetime, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.search.line, Qt.Key.Key_Return)
    context.runner.run(page, lambda vault: history.move_to_drawer(vault, 1, now))
    page.arrive(History())
    line = page.model.row_at(page.list.currentIndex())
    assert isinstance(line, HistoryLine)
    assert line.title == "Check-in"


def test_a_row_is_as_high_as_what_it_tells(page: HistoryPage) -> None:
    heights = {
        line.title: page.list.sizeHintForIndex(page.model.index(at)).height()
        for at, line in enumerate(page.model.rows)
        if isinstance(line, HistoryLine)
    }
    assert heights["Check-in"] < heights["Shoulders tight as a drum"]
    [checkin] = [line for line in page.model.rows if isinstance(line, HistoryLine) and not line.is_entry]
    assert checkin.answered == "two of eight answered"
    assert "two of eight answered" in str(page.model.index(page.model.rows.index(checkin)).data())


def test_begin_with_one_line_opens_a_free_page(context: Context, qtbot: QtBot) -> None:
    made = HistoryPage(context)
    qtbot.addWidget(made)
    made.arrive(History())
    with qtbot.waitSignal(made.open_requested) as asked:
        qtbot.keyClick(made.begin, Qt.Key.Key_Return)
    assert asked.args == [Write()]


def test_a_week_shows_all_its_days_until_one_of_them_or_all_days_are_picked(
    page: HistoryPage, context: Context, now: datetime
) -> None:
    def fill(vault: Vault) -> None:
        for back, title in ((0, "Thursday"), (3, "Monday"), (4, "Sunday")):
            entries.add(vault, an_entry(title=title, about_day=now.date() - timedelta(days=back)))

    context.runner.run(context.notices, fill)
    monday = now.date() - timedelta(days=3)
    page.arrive(History(day=monday, until=monday + timedelta(days=6)))
    assert {"Thursday", "Monday", "Sunday"} & set(_titles(page)) == {"Thursday", "Monday"}
    assert page.picked.text() == "9 to 15 Mar"
    page.month.day_picked.emit(monday)
    assert {"Thursday", "Monday", "Sunday"} & set(_titles(page)) == {"Monday"}
    page.all_days.click()
    assert {"Thursday", "Monday", "Sunday"} <= set(_titles(page))
    assert not page.picked.isVisible()


def test_arriving_for_a_theme_shows_its_pages_until_another_is_asked_for(
    page: HistoryPage, context: Context, now: datetime
) -> None:
    def fill(vault: Vault) -> None:
        for title, theme in (("Rain", "empathy"), ("A fence", "boundaries")):
            entries.add(vault, an_entry(theme=theme, title=title, about_day=now.date()))

    context.runner.run(context.notices, fill)
    page.arrive(History(text="phone"))
    page.arrive(History(theme="empathy"))
    assert _titles(page) == ["Rain"]
    assert page.search.text() == ""
    assert page.more.themes.isVisible()
    assert page.more.theme == "empathy"
    page.arrive(History(day=now.date()))
    assert page.more.theme is None
    assert {"Rain", "A fence"} <= set(_titles(page))


def test_a_theme_is_asked_for_before_the_journal_was_read_for_its_themes(
    context: Context, now: datetime, qtbot: QtBot
) -> None:
    _fill(context, now)
    page_of_theme = an_entry(theme="empathy", title="Rain", about_day=now.date())
    context.runner.run(context.notices, lambda vault: entries.add(vault, page_of_theme))
    fresh = HistoryPage(context)
    qtbot.addWidget(fresh)
    fresh.arrive(History(theme="empathy"))
    assert _titles(fresh) == ["Rain"]
    assert fresh.more.theme == "empathy"
