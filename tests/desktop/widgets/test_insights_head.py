# SPDX-License-Identifier: MIT
"""The head of Insights offers what the picture on show can use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop.widgets.insights_head import InsightsHead
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.windows import Span

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

ANA, BEN = Person(1, "a", "Ana", 1, 1), Person(2, "b", "Ben", 2, 2)


@pytest.fixture
def extras(qtbot: QtBot) -> list[QWidget]:
    return [QWidget(), QWidget()]


@pytest.fixture
def head(theme: Theme, qtbot: QtBot, extras: list[QWidget]) -> InsightsHead:
    made = InsightsHead(theme, [("one", "One"), ("two", "Two")], QWidget(), extras)
    qtbot.addWidget(made)
    made.resize(900, 90)
    made.show()
    return made


def test_it_begins_with_three_months_of_the_general_check_ins(head: InsightsHead) -> None:
    assert head.span.currentData() == Span.QUARTER
    assert head.whom.currentData() is None
    assert not head.whom.isVisible()


def test_each_picture_has_its_own_choices(head: InsightsHead, extras: list[QWidget]) -> None:
    head.show_people([ANA], offered=True)
    head.offer(extras[1], by_person=True, smoothed=True)
    assert [each.isVisible() for each in extras] == [False, True]
    assert head.whom.isVisible()
    assert head.smoothing.isVisible()
    head.offer(None, by_person=False, smoothed=False)
    assert [each.isVisible() for each in extras] == [False, False]
    assert not head.whom.isVisible()
    assert not head.smoothing.isVisible()


def test_the_one_chosen_stays_chosen_while_known(head: InsightsHead) -> None:
    head.show_people([ANA, BEN], offered=True)
    head.whom.choose(2)
    head.show_people([BEN], offered=True)
    assert head.whom.currentData() == 2
    head.show_people([ANA], offered=True)
    assert head.whom.currentData() is None


def test_steps_are_offered_where_there_is_something_to_go_to(head: InsightsHead, qtbot: QtBot) -> None:
    head.show_steps(earlier=False, later=False)
    assert not head.earlier.isVisible()
    head.show_steps(earlier=True, later=False)
    assert head.earlier.isEnabled()
    assert not head.later.isEnabled()
    with qtbot.waitSignal(head.stepped) as stepped:
        head.earlier.click()
    assert stepped.args == [-1]


def test_without_anything_to_choose_from_only_the_tabs_are_left(head: InsightsHead) -> None:
    head.show_choices(shown=False)
    assert head.tabs.isVisible()
    assert not head.span.isVisible()
    assert not head.smoothing.isVisible()
