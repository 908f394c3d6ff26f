# SPDX-License-Identifier: MIT
"""Where attention went on the page of pictures: its span, its links, what stands beside it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.charts.frame import View
from ipnb_journal.desktop.pages.insights import InsightsPage
from ipnb_journal.desktop.wording import attention as told
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.prompts import Domain
from ipnb_journal.domain.prompts import Theme as About
from ipnb_journal.domain.windows import Span
from ipnb_journal.vault import entries
from tests.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]


@pytest.fixture
def page(context: Context, in_vault: InVault, now: datetime, qtbot: QtBot) -> InsightsPage:
    def fill(vault: Vault) -> None:
        for back in (0, 40, 200, 900):
            entries.add(vault, an_entry(theme="empathy", about_day=now.date() - timedelta(days=back)))

    in_vault(fill)
    made = InsightsPage(context)
    qtbot.addWidget(made)
    made.resize(1040, 740)
    made.show()
    made.arrive(places.Insights())
    made.show_lens("attention")
    return made


@pytest.fixture
def gone(page: InsightsPage) -> list[object]:
    asked: list[object] = []
    page.open_requested.connect(asked.append)
    return asked


def test_pages_are_shown_without_any_check_in(page: InsightsPage) -> None:
    assert page.attention.chart.isVisible()
    assert not page.empty.isVisible()
    said = page.notes.in_words.text()
    assert "Empathy 2 pages" in said
    assert page.frame.chart.accessibleDescription() == said


def test_the_span_is_chosen_and_nothing_is_panned_or_smoothed(page: InsightsPage) -> None:
    page.look_back(Span.ALL)
    assert "Empathy 4 pages" in page.notes.in_words.text()
    head = page.head
    hidden = (head.earlier, head.later, head.smoothing, head.whom)
    assert [part.isVisible() for part in hidden] == [False] * 4


def test_enter_on_a_theme_goes_to_its_pages_and_on_a_tile_to_its_prompts(
    page: InsightsPage, gone: list[object], qtbot: QtBot
) -> None:
    chart = page.frame.chart
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert page.frame.readout.text() == "Empathy: 2 pages"
    assert page.frame.open_mark.text() == told.OPEN_PAGES
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert page.frame.open_mark.text() == told.OPEN_PROMPTS
    qtbot.keyClick(page.frame.open_mark, Qt.Key.Key_Return)
    pages = gone[0]
    assert isinstance(pages, places.History)
    assert pages.theme == "empathy"
    assert pages.day is not None and pages.until == page.context.clock().date()
    assert gone[1:] == [places.Prompts(domain=Domain.BELONGING.value)]


def test_a_theme_without_pages_opens_nothing(page: InsightsPage, gone: list[object], qtbot: QtBot) -> None:
    qtbot.keyClick(page.frame.chart, Qt.Key.Key_Home)
    qtbot.keyClick(page.frame.chart, Qt.Key.Key_Down)
    assert page.frame.readout.text() == "Boundaries: 0 so far"
    assert not page.frame.open_mark.isEnabled()
    qtbot.keyClick(page.frame.chart, Qt.Key.Key_Return)
    assert gone == []


def test_the_suggestion_goes_to_the_prompts_of_a_theme(page: InsightsPage, gone: list[object]) -> None:
    page.attention.suggest.click()
    assert gone == [places.Prompts(theme=About.BOUNDARIES.value)]


def test_the_table_has_no_word_of_sliders(page: InsightsPage) -> None:
    page.show_view(View.TABLE)
    notes = [note.text() for note in page.frame.findChildren(type(page.frame.readout)) if note.isVisible()]
    assert words.SLIDER_ENDS not in notes
    assert page.frame.model.heads == (told.THEME_HEAD, told.PAGES_HEAD, told.MINUTES_HEAD)
    page.show_lens("over_time", table=True)
    page.show_example(wanted=True)
    notes = [note.text() for note in page.frame.findChildren(type(page.frame.readout)) if note.isVisible()]
    assert words.SLIDER_ENDS in notes


def test_what_the_numbers_are_is_told_of_these(page: InsightsPage) -> None:
    assert page.notes.about.text() == told.ABOUT
    page.show_lens("plane")
    assert page.notes.about.text() == words.ABOUT_TEXT


def test_an_example_suggests_nothing_and_opens_nothing(
    page: InsightsPage, gone: list[object], qtbot: QtBot
) -> None:
    page.show_example(wanted=True)
    assert page.attention.chart.tag == words.MADE_UP
    assert not page.attention.suggest.isVisible()
    qtbot.keyClick(page.frame.chart, Qt.Key.Key_End)
    qtbot.keyClick(page.frame.chart, Qt.Key.Key_Return)
    assert gone == []


def test_a_new_page_is_counted_when_it_is_there(page: InsightsPage, in_vault: InVault, now: datetime) -> None:
    assert {"entries", "prompts", "preferences"} <= page.topics
    in_vault(lambda vault: entries.add(vault, an_entry(theme="empathy", about_day=now.date())))
    page.refresh()
    assert "Empathy 3 pages" in page.notes.in_words.text()
