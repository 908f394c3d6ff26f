# SPDX-License-Identifier: MIT
"""The numbers: each first, how it was made folded under it, and what is missing where it isn't there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop import places
from ipnb_journal.desktop.navigation import lit_by
from ipnb_journal.desktop.pages.numbers import NumbersPage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import insights as chart_words
from ipnb_journal.desktop.wording import numbers as words
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.numbers import How
from ipnb_journal.services import numbers, people, sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.widgets.numbers_sheet import NumberRow
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> NumbersPage:
    made = NumbersPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 756)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    context.runner.changed.connect(lambda topics: made.refresh() if made.topics & topics else None)
    return made


@pytest.fixture
def year(in_vault: InVault, now: datetime) -> None:
    """The made-up year."""
    in_vault(lambda vault: sample.fill(vault, 1, now.date()))


def said(page: NumbersPage, scale: Scale) -> dict[str, str]:
    return {row.name: row.said.text() for row in page.sheets[scale].rows}


def row(page: NumbersPage, scale: Scale, how: How) -> NumberRow:
    return next(row for row in page.sheets[scale].rows if row.name == words.HOW[how].name)


def test_it_belongs_to_insights_and_can_be_looked_at() -> None:
    assert lit_by(places.Numbers()) == places.Insights()
    assert places.Numbers in places.WHILE_LOOKING


def test_before_any_check_in_it_says_what_each_needs(page: NumbersPage) -> None:
    page.arrive(places.Numbers())
    assert said(page, Scale.CHAOS)["Days"] == "None yet."
    assert said(page, Scale.CHAOS)["Usual range"] == "Not yet: 14 more days."
    assert "Look-back" in said(page, Scale.LINKAGE) and "Look-back" not in said(page, Scale.CHAOS)
    assert not page.whom.isVisible() and page.first_focus() is page.back
    shown = {text.text() for text in page.findChildren(Text) if text.isVisible()}
    assert {words.ABOUT, chart_words.ABOUT_TEXT, "Being myself", "differentiation"} <= shown


@pytest.mark.usefixtures("year")
def test_all_four_scales_show_what_the_service_reckons(
    page: NumbersPage, in_vault: InVault, now: datetime
) -> None:
    page.arrive(places.Numbers(bandwidth=28))
    assert page.smoothing.currentData() == 28
    found = in_vault(lambda vault: numbers.of_check_ins(vault, None, now.date(), 28))
    for one in found:  # type: ignore[attr-defined]
        assert said(page, one.scale) == {line.made.name: line.said for line in words.lines(one)}
        assert not page.sheets[one.scale].way.isVisible()


@pytest.mark.usefixtures("year")
def test_how_it_was_made_folds_out_by_keyboard_and_stays_out(page: NumbersPage, qtbot: QtBot) -> None:
    page.arrive(places.Numbers())
    before = row(page, Scale.LINKAGE, How.NOISE)
    assert not before.is_out
    assert before.fold.accessibleName() == "How it was made: In touch, Scatter around the line"
    assert before.fold.accessibleDescription() == before.said.text()
    before.fold.setFocus()
    qtbot.keyClick(before.fold, Qt.Key.Key_Return)
    shown = {text.text() for text in before.findChildren(Text) if text.isVisible()}
    made = words.HOW[How.NOISE]
    assert {made.plain, made.formula, made.source, words.FORMULA, words.SOURCE} <= shown
    page.smoothing.choose(28)
    page.refresh()
    after = row(page, Scale.LINKAGE, How.NOISE)
    assert after is not before and after.is_out and QApplication.focusWidget() is after.fold
    qtbot.keyClick(after.fold, Qt.Key.Key_Return)
    assert not after.is_out


@pytest.mark.usefixtures("year")
def test_somebody_is_chosen_and_the_way_is_named(page: NumbersPage, in_vault: InVault) -> None:
    page.arrive(places.Numbers())
    general = said(page, Scale.LINKAGE)["Days"]
    page.whom.setCurrentIndex(1)
    page.whom.activated.emit(1)
    assert said(page, Scale.LINKAGE)["Days"] != general
    assert page.sheets[Scale.LINKAGE].way.text() == "By sliders."
    chosen = page.whom.currentData()
    in_vault(lambda vault: people.hide(vault, chosen))
    assert page.whom.currentData() is None and said(page, Scale.LINKAGE)["Days"] == general


def test_no_two_ways_to_fold_out_are_called_the_same(page: NumbersPage) -> None:
    page.arrive(places.Numbers())
    names = [row.fold.accessibleName() for sheet in page.sheets.values() for row in sheet.rows]
    assert len(set(names)) == len(names) == 26
