# SPDX-License-Identifier: MIT
"""The pictures kept before: listed newest first in words and glyphs, each pressed by key or pointer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ipnb_journal.desktop.widgets.buttons import QuietButton
from ipnb_journal.desktop.widgets.circles_before import CirclesBefore
from ipnb_journal.desktop.widgets.scroll import scroll
from ipnb_journal.desktop.widgets.tab_order import TabOrdered
from ipnb_journal.desktop.wording import circles as words
from ipnb_journal.domain.checkins import Circles, Method
from tests.builders import DAY, a_checkin
from tests.desktop import seeing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.checkins import CheckIn

LONG = Circles(66, 86, 30, 70, 20)


def kept(number: int, circles: Circles, day: date = DAY) -> CheckIn:
    return a_checkin(id=number, day=day, answers={}, method=Method.CIRCLES, circles=circles)


PICTURES = (
    kept(3, LONG),
    kept(2, Circles(bridge=70), date(2026, 2, 3)),
    kept(1, Circles(10), date(2024, 5, 4)),
)


@pytest.fixture
def before(qtbot: QtBot, theme: Theme) -> CirclesBefore:
    made = CirclesBefore(theme)
    qtbot.addWidget(made)
    made.show_pictures(PICTURES, "Ana", DAY)
    made.resize(296, made.heightForWidth(296))
    made.show()
    return made


def test_each_says_its_day_and_the_picture(before: CirclesBefore) -> None:
    assert [row.accessibleName() for row in before.rows] == [
        "Today: Near, your edge very clear, Ana’s edge soft. "
        "In touch: a good deal passes between you, both ways. You’d like more room than there is.",
        "3 February: In touch: a good deal passes between you, both ways.",
        "4 May 2024: Far apart.",
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_asks_to_see_one(qtbot: QtBot, before: CirclesBefore, key: Qt.Key) -> None:
    with qtbot.waitSignal(before.wanted) as asked:
        qtbot.keyClick(before.rows[1], key)
    assert asked.args == [PICTURES[1]]
    with qtbot.waitSignal(before.wanted) as asked:
        qtbot.mouseClick(before.rows[2], Qt.MouseButton.LeftButton)
    assert asked.args == [PICTURES[2]]


def test_the_one_on_show_is_marked_for_eye_and_ear(before: CirclesBefore) -> None:
    plain = before.rows[0].grab().toImage()
    before.mark(PICTURES[0])
    assert [row.chosen for row in before.rows] == [True, False, False]
    assert before.rows[0].accessibleDescription() == words.ON_SHOW
    assert before.rows[0].grab().toImage() != plain
    before.mark(None)
    assert before.rows[0].accessibleDescription() == ""
    assert before.rows[0].grab().toImage() == plain


def test_without_any_it_says_where_they_will_be(before: CirclesBefore) -> None:
    assert not before.none.isVisible()
    before.show_pictures((), "Ana", DAY)
    assert before.none.isVisible()
    assert before.rows == []


def test_a_new_list_keeps_the_keyboard_where_it_was(qtbot: QtBot, before: CirclesBefore) -> None:
    before.activateWindow()
    before.rows[1].setFocus()
    qtbot.waitUntil(before.rows[1].hasFocus)
    before.show_pictures((kept(4, Circles(50)), *PICTURES), "Ana", DAY)
    assert before.focusWidget() is before.rows[2]


def test_long_words_take_more_lines_and_days_one_column(before: CirclesBefore) -> None:
    long, short, _ = before.rows
    assert long.heightForWidth(260) > short.heightForWidth(600)
    assert long.heightForWidth(900) == before.rows[2].heightForWidth(900)
    assert len({row.heightForWidth(100_000) for row in before.rows}) == 1


def test_what_the_circles_mean_can_be_asked(qtbot: QtBot, before: CirclesBefore) -> None:
    with qtbot.waitSignal(before.help_wanted):
        qtbot.keyClick(before.help, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("width", "percent", "mirrored"), [(296, 100, False), (296, 100, True), (640, 200, False)]
)
def test_it_can_be_seen_reached_and_heard_everywhere(
    qtbot: QtBot, qapp: QApplication, theme: Theme, width: int, percent: int, mirrored: bool
) -> None:
    theme.apply(qapp, "dark", percent=percent, still=True)
    window = TabOrdered()
    qtbot.addWidget(window)
    if mirrored:
        window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    before = CirclesBefore(theme)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(QuietButton(theme, "Back"))
    column.addWidget(scroll(theme, before))
    before.show_pictures(PICTURES, "Somebody with a long name", DAY)
    window.resize(width, 500)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before.rows[0].setFocus()
    sight = seeing.look(window)
    rules = (seeing.clipped, seeing.overlapping, seeing.nameless, seeing.confusable, seeing.small_targets)
    assert [told for rule in (*rules, seeing.astray) for told in rule(sight)] == []
