# SPDX-License-Identifier: MIT
"""Rows of parts that wrap: a quiet button that begins a row has its words at the row's edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop.widgets.buttons import QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme


def test_a_quiet_button_lines_up_only_where_it_begins_a_row(qtbot: QtBot, theme: Theme) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = FlowLayout(theme, whole)
    first, quiet = SecondaryButton(theme, "Show me another"), QuietButton(theme, "Not today")
    flow.addWidget(first)
    flow.addWidget(quiet)
    whole.resize(600, 100)
    whole.show()
    qtbot.waitExposed(whole)
    assert quiet.y() == first.y()
    assert quiet.focus_rect() == quiet.rect()
    whole.resize(first.width() + 20, 100)
    qtbot.waitUntil(lambda: quiet.y() > first.y())
    assert quiet.x() == first.x()
    assert quiet.focus_rect().left() == 0
    assert quiet.focus_rect().width() < quiet.width() - theme.space(12)


def test_rows_may_stand_closer_than_the_parts_of_a_row(theme: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(theme, holder, gap=20, between=3)
    parts = [QWidget() for _ in range(2)]
    for part in parts:
        part.setFixedSize(60, 20)
        flow.addWidget(part)
    holder.resize(100, 60)
    holder.show()
    assert parts[1].y() - parts[0].y() == 23
    assert flow.heightForWidth(100) == 43
    assert flow.heightForWidth(140) == 20
