# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ipnb_journal.desktop.models.rows import ROW_ROLE, Rows

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot


def test_model_keeps_qt_promises(qtmodeltester: ModelTester, qapp: object) -> None:
    model = Rows[str](str.upper)
    model.set_rows(["one", "two"], more=True)
    qtmodeltester.check(model)
    model.append_rows(["three"])
    qtmodeltester.check(model)


def test_rows_give_themselves_and_their_words(qapp: object) -> None:
    model = Rows[str](str.upper)
    model.set_rows(["one"])
    index = model.index(0)
    assert index.data(ROW_ROLE) == "one"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "ONE"
    assert model.row_at(model.index(7)) is None


def test_more_is_asked_for_once(qtbot: QtBot) -> None:
    model = Rows[str](str)
    model.set_rows(["one"], more=True)
    assert model.canFetchMore(model.index(-1))
    with qtbot.waitSignal(model.more_wanted):
        model.fetchMore(model.index(-1))
    assert not model.canFetchMore(model.index(-1))
    model.append_rows(["two"], more=False)
    assert list(model.rows) == ["one", "two"]


def test_a_heading_is_passed_over(qapp: object) -> None:
    model = Rows[str](str, selectable=lambda row: row != "March")
    model.set_rows(["March", "a page"])
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
