# SPDX-License-Identifier: MIT
"""A table on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from ipnb_journal.desktop.widgets.table import Table

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

QUIET = Qt.ItemDataRole.UserRole + 1


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> Table:
    model = QStandardItemModel()
    for row in range(3):
        items = [QStandardItem(f"{row}{column}") for column in range(2)]
        for item in items:
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft)
            item.setData(row == 2, QUIET)
        model.appendRow(items)
    made = Table(theme, model, "Numbers", QUIET)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(300, 220)
    made.show()
    return made


def test_the_chosen_row_is_marked_by_bar_and_fill(table: Table, theme: Theme) -> None:
    table.selectRow(1)
    image = table.grab().toImage()
    place = table.focus_rect()
    assert image.pixelColor(1, place.center().y()) == theme.colour("accent")
    assert image.pixelColor(140, place.top() + 3) == theme.colour("accent_soft")


def test_the_ring_goes_round_the_chosen_row(table: Table) -> None:
    table.setCurrentIndex(QModelIndex())
    assert table.focus_rect() == table.rect()
    table.selectRow(1)
    below_head = table.horizontalHeader().height() + table.rowHeight(0)
    assert table.focus_rect().top() == below_head
    assert table.focus_rect().height() == table.rowHeight(1)


def test_enter_and_a_double_click_open_a_row(table: Table, qtbot: QtBot) -> None:
    table.selectRow(1)
    with qtbot.waitSignal(table.row_opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [1]
    place = table.visualRect(table.model().index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.row_opened) as opened:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [0]


def test_arrows_choose_rows(table: Table, qtbot: QtBot) -> None:
    heard: list[int] = []
    table.row_chosen.connect(heard.append)
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert heard[-1] == 1


def test_columns_share_the_width_where_heads_fit_and_scroll_sideways_where_not(table: Table) -> None:
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()
    model = table.model()
    assert isinstance(model, QStandardItemModel)
    model.setHorizontalHeaderLabels(["A head of many words", "Another one of many words"])
    table.fit_columns()
    assert table.columnWidth(0) >= table.horizontalHeader().sectionSizeHint(0)
    assert table.columnWidth(0) + table.columnWidth(1) > table.viewport().width()
    table.resize(900, 220)
    assert table.columnWidth(0) == table.columnWidth(1)
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()


def test_a_first_column_of_long_names_takes_what_it_needs_and_the_others_share_the_rest(table: Table) -> None:
    model = table.model()
    assert isinstance(model, QStandardItemModel)
    model.item(0, 0).setText("A name longer than half")
    table.fit_columns()
    assert table.columnWidth(0) > table.columnWidth(1)
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()
    table.resize(900, 220)
    assert table.columnWidth(0) == table.columnWidth(1)
