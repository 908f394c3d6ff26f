# SPDX-License-Identifier: MIT
"""The page of pictures over time, from an open journal."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from ipnb_journal.desktop import places
from ipnb_journal.desktop.charts.frame import View
from ipnb_journal.desktop.pages.insights import InsightsPage
from ipnb_journal.desktop.pages.page import Command
from ipnb_journal.desktop.widgets.choices import Segmented
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.checkins import Item, Scale
from ipnb_journal.domain.windows import Span, Window
from ipnb_journal.services import checkins, people

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]


def fill(now: datetime, back: range, person: str = "") -> Callable[[Vault], None]:
    def job(vault: Vault) -> None:
        somebody = people.add(vault, person).id if person else None
        for each in back:
            given = {item: 50.0 + each % 9 for item in (Item.D1, Item.D2, Item.L1, Item.L2)}
            checkins.save(vault, checkins.NewCheckIn(given, person_id=somebody), now - timedelta(each))

    return job


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> InsightsPage:
    made = InsightsPage(context)
    qtbot.addWidget(made)
    made.resize(1040, 740)
    made.show()
    return made


@pytest.fixture
def filled(page: InsightsPage, in_vault: InVault, now: datetime) -> InsightsPage:
    in_vault(fill(now, range(60)))
    in_vault(fill(now, range(0, 30, 3), "Ana & Ben"))
    page.arrive(places.Insights())
    return page


def by_day(page: InsightsPage) -> None:
    chooser = page.frame.rows.currentWidget()
    assert isinstance(chooser, Segmented)
    chooser.segment("day").click()


def test_an_empty_journal_offers_a_check_in(page: InsightsPage, qtbot: QtBot) -> None:
    page.arrive(places.Insights())
    assert page.empty.isVisible()
    assert page.empty.title.text() == "Nothing to draw yet"
    assert page.first_focus() is page.check_in
    assert page.commands() == {}
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(page.check_in, Qt.Key.Key_Return)
    assert asked.args == [places.CheckIn()]


def test_what_needs_no_check_ins_stays_in_reach_without_any(page: InsightsPage, qtbot: QtBot) -> None:
    page.arrive(places.Insights())
    for link, place in (
        (page.empty.look_back, places.LookBack()),
        (page.empty.session_sheet, places.SessionSheet()),
    ):
        assert link.isVisible()
        with qtbot.waitSignal(page.open_requested) as asked:
            qtbot.keyClick(link, Qt.Key.Key_Return)
        assert asked.args == [place]


def test_made_up_data_is_shown_as_such_and_left_again(page: InsightsPage, qtbot: QtBot) -> None:
    page.arrive(places.Insights())
    page.example.click()
    assert page.frame.chart.isVisible()
    assert page.over_time.chart.tag == words.MADE_UP
    said = page.notes.in_words.text()
    assert said.startswith("Made-up data. Being myself, ")
    assert page.frame.chart.accessibleDescription() == said
    assert page.frame.table.accessibleDescription() == said
    assert not page.frame.open_mark.isVisible()
    with qtbot.assertNotEmitted(page.open_requested):
        qtbot.keyClick(page.frame.chart, Qt.Key.Key_End)
        qtbot.keyClick(page.frame.chart, Qt.Key.Key_Return)
    assert page.head.instead.text() == words.OWN
    page.head.instead.click()
    assert page.empty.isVisible()


def test_the_words_beside_are_those_of_the_chart(filled: InsightsPage) -> None:
    said = filled.notes.in_words.text()
    assert not filled.head.instead.isVisible()
    assert said.startswith("Being myself, 12 Jan to 12 Mar: 60 days, usual range ")
    assert filled.frame.chart.accessibleDescription() == said
    assert "60 days" in filled.notes.shows.text()


def test_one_day_is_enough_for_a_mark(page: InsightsPage, in_vault: InVault, now: datetime) -> None:
    in_vault(fill(now, range(1)))
    page.arrive(places.Insights())
    assert page.frame.chart.isVisible()
    assert len(page.frame.chart.stops()) == 1
    assert "7 more days" in page.notes.in_words.text()
    assert page.head.instead.text() == words.EXAMPLE
    page.head.instead.click()
    assert page.over_time.chart.tag == words.MADE_UP


def test_a_step_asked_for_before_anything_was_read_moves_nothing(filled: InsightsPage) -> None:
    filled._reader.forget()
    filled.head.stepped.emit(-1)
    filled.refresh()
    assert "60 days" in filled.notes.shows.text()


def test_another_stretch_of_time_and_another_smoothing(filled: InsightsPage) -> None:
    filled.look_back(Span.MONTH)
    assert "30 days" in filled.notes.in_words.text()
    before = filled.over_time.chart.panels()[0].picture.line
    filled.head.smoothing.setCurrentIndex(2)
    filled.head.smoothing.activated.emit(2)
    assert filled.over_time.chart.panels()[0].picture.line != before


def test_about_one_person(filled: InsightsPage) -> None:
    assert filled.head.whom.isVisible()
    assert filled.head.whom.itemText(1) == "Ana & Ben"
    filled.head.whom.setCurrentIndex(1)
    filled.head.whom.activated.emit(1)
    assert len(filled.frame.chart.stops()) == 10
    filled.refresh()
    assert filled.head.whom.currentIndex() == 1


def test_a_person_without_check_ins_leaves_the_way_back_open(filled: InsightsPage, in_vault: InVault) -> None:
    in_vault(lambda vault: people.add(vault, "Noor"))
    filled.refresh()
    filled.head.whom.setCurrentIndex(2)
    filled.head.whom.activated.emit(2)
    assert filled.empty.isVisible()
    assert "about Noor" in filled.empty.body.text()
    assert filled.example.isVisible() and not filled.head.instead.isVisible()
    assert filled.head.whom.isVisible()


def test_what_is_drawn_can_be_chosen_and_something_always_is(filled: InsightsPage) -> None:
    link, own = filled.over_time.chips.chip(Scale.LINKAGE), filled.over_time.chips.chip(Scale.DIFFERENTIATION)
    link.click()
    assert len(filled.over_time.chart.panels()) == 1
    assert not own.isEnabled()
    assert "eing in touch" not in filled.notes.in_words.text()
    link.click()
    assert own.isEnabled()
    filled.over_time.chips.chip("both").click()
    assert "Both present: " in filled.notes.in_words.text()
    filled.over_time.chips.chip("both").click()
    assert "Both present" not in filled.notes.in_words.text()


def test_chart_or_table_from_the_menu(filled: InsightsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(filled.commands_changed):
        filled.commands()[Command.CHART_OR_TABLE]()
    assert filled.frame.table.isVisible()
    assert filled.frame.view is View.TABLE
    assert filled.notes.shows.text() == "The same 60 days as the chart, averaged by week."
    by_day(filled)
    assert filled.notes.shows.text() == "The same 60 days as the chart, one row for each."
    filled.commands()[Command.CHART_OR_TABLE]()
    assert filled.frame.chart.isVisible()


def test_copying_puts_the_table_on_the_clipboard(filled: InsightsPage) -> None:
    filled.show_view(View.TABLE)
    filled.frame.copy.click()
    assert QGuiApplication.clipboard().text().startswith("Week of\tBeing myself\tIn touch\tDays\n")
    assert filled.context.notices.told[-1].text == words.COPIED


def test_a_day_opens_its_pages(filled: InsightsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(filled.frame.chart, Qt.Key.Key_End)
    with qtbot.waitSignal(filled.open_requested) as asked:
        qtbot.keyClick(filled.frame.chart, Qt.Key.Key_Return)
    assert asked.args == [places.History(day=date(2026, 3, 12), until=date(2026, 3, 12))]


def test_coming_back_finds_the_keyboard_where_it_was(filled: InsightsPage, qtbot: QtBot) -> None:
    chart = filled.frame.chart
    filled.open_requested.connect(filled.leave)
    filled.activateWindow()
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    filled.arrive(places.Insights())
    assert filled.first_focus() is chart
    assert filled.over_time.chart.at == 0
    filled.leave()
    filled.arrive(places.Insights())
    assert filled.first_focus() is filled.head.tabs.tab("over_time")


def test_a_new_check_in_appears_on_refresh(filled: InsightsPage, in_vault: InVault, now: datetime) -> None:
    in_vault(fill(now, range(70, 72)))
    filled.refresh()
    assert len(filled.frame.chart.stops()) == 62


def test_narrow_puts_the_words_below(filled: InsightsPage) -> None:
    beside = filled.notes.x()
    assert beside > filled.frame.x() + filled.frame.width() - 1
    filled.columns = False
    filled.resize(700, 560)
    filled.layout().activate()
    assert filled.notes.y() > 0
    assert filled.notes.x() == 0


@pytest.mark.parametrize(("percent", "size"), [(100, (1072, 756)), (100, (816, 556)), (200, (1240, 720))])
def test_nothing_scrolls_sideways(filled: InsightsPage, qapp, percent: int, size: tuple[int, int]) -> None:
    filled.columns = size[0] > 1000 and percent == 100
    filled.context.theme.apply(qapp, "light", percent, still=True)
    filled.resize(*size)
    qapp.processEvents()
    body = filled.frame.parentWidget()
    assert body is not None
    assert body.minimumSizeHint().width() <= size[0]
    assert filled.frame.chart.width() <= size[0]
    for part in (filled.head.whom, filled.head.span, filled.head.smoothing, filled.head.view):
        assert part.mapTo(filled, part.rect().topRight()).x() <= size[0]


def test_the_sheet_stays_in_sight_beside_long_words(filled: InsightsPage, qapp) -> None:
    filled.notes.about_link.click()
    qapp.processEvents()
    assert filled.frame.height() <= filled.height()


@pytest.mark.parametrize("size", [(1040, 520), (816, 556)])
def test_a_low_window_never_squeezes_the_panels(filled: InsightsPage, qapp, size: tuple[int, int]) -> None:
    filled.columns = size[0] > 1000
    filled.resize(*size)
    filled.look_back(Span.ALL)
    qapp.processEvents()
    assert filled.frame.chart.height() >= filled.frame.chart.minimumSizeHint().height()


def test_states_for_pictures(filled: InsightsPage) -> None:
    names = []
    for state in InsightsPage.states():
        filled.arrive(state.place)
        if state.prepare is not None:
            state.prepare(filled)
        names.append(state.name)
    assert names[0] == "insights"
    assert len(set(names)) == len(names)


def shown_window(page: InsightsPage) -> Window:
    axis = page.over_time.chart.time_axis()
    assert axis is not None
    return Window(axis.first, axis.last)


def test_the_window_moves_back_by_button_key_wheel_and_hand(
    filled: InsightsPage, in_vault: InVault, now: datetime, qtbot: QtBot
) -> None:
    in_vault(fill(now, range(200, 230)))
    filled.look_back(Span.MONTH)
    start = shown_window(filled)
    assert not filled.head.later.isEnabled()
    filled.head.earlier.click()
    assert shown_window(filled) == (start.first - 15, start.last - 15)
    chart = filled.over_time.chart
    qtbot.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert shown_window(filled) == (start.first - 22, start.last - 22)
    per_day = chart.panels()[0].time.per_day()
    place = QPoint(300, 200)
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(chart, place + QPoint(round(5 * per_day), 0))
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=place)
    assert shown_window(filled) == (start.first - 27, start.last - 27)
    filled.head.later.click()
    filled.head.later.click()
    assert shown_window(filled) == start
    for _ in range(40):
        filled.head.earlier.click()
    assert shown_window(filled).first == now.date().toordinal() - 229
    assert not filled.head.earlier.isEnabled()


def test_the_words_follow_when_the_window_rests(
    filled: InsightsPage, in_vault: InVault, now: datetime, qtbot: QtBot
) -> None:
    in_vault(fill(now, range(200, 230)))
    filled.look_back(Span.MONTH)
    filled.head.earlier.click()
    now_said = filled.over_time.chart.accessibleDescription()
    qtbot.waitUntil(lambda: filled.notes.in_words.text() == now_said, timeout=2000)
    filled.look_back(Span.QUARTER)
    assert shown_window(filled).last == now.date().toordinal()


def test_the_column_leads_on_to_look_back_and_to_the_numbers(page: InsightsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested) as asked:
        page.notes.look_back.click()
    assert asked.args == [places.LookBack()]
    page.head.smoothing.choose(28)
    with qtbot.waitSignal(page.open_requested) as asked:
        page.notes.numbers.click()
    assert asked.args == [places.Numbers(None, 28)]
