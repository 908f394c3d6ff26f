# SPDX-License-Identifier: MIT
"""The focus ring follows the keyboard, hides at the pointer, and keeps to what can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from ipnb_journal.desktop.widgets.editor import PaperEditor
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.ring import FocusRing
from ipnb_journal.desktop.widgets.scroll import Scroll

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

REACH = 5


class Page(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first, self.second = PrimaryButton(theme, "Begin"), SecondaryButton(theme, "Not today")
        self.field, self.editor = Field(theme, "A word"), PaperEditor(theme)
        column = QVBoxLayout(self)
        for widget in (self.first, self.second, self.field, self.editor):
            column.addWidget(widget)
        self.ring = FocusRing(theme, self)
        self.resize(500, 500)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Page:
    made = Page(theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press_tab(page: QWidget) -> None:
    handle = page.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Tab)


def goes_round(ring: QWidget, widget: QWidget) -> bool:
    place = widget.rect().translated(widget.mapTo(ring.parentWidget(), QPoint(0, 0)))
    return ring.isVisible() and ring.geometry() == place.adjusted(-REACH, -REACH, REACH, REACH)


def test_it_follows_tab(qtbot: QtBot, page: Page) -> None:
    page.first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: goes_round(page.ring, page.first))
    press_tab(page)
    qtbot.waitUntil(lambda: goes_round(page.ring, page.second))


def test_it_follows_resizing(qtbot: QtBot, page: Page) -> None:
    page.field.line.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: goes_round(page.ring, page.field.line))
    page.resize(700, 600)
    qtbot.waitUntil(lambda: goes_round(page.ring, page.field.line))


def test_the_pointer_hides_it_but_not_in_fields(qtbot: QtBot, page: Page) -> None:
    handle = page.windowHandle()
    assert handle is not None
    page.first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(page.ring.isVisible)
    at = page.second.mapTo(page, page.second.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    qtbot.waitUntil(lambda: not page.ring.isVisible())
    at = page.field.line.mapTo(page, page.field.line.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    qtbot.waitUntil(lambda: goes_round(page.ring, page.field.line))


def test_a_key_brings_it_back(qtbot: QtBot, page: Page) -> None:
    handle = page.windowHandle()
    assert handle is not None
    at = page.first.mapTo(page, page.first.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    qtbot.waitUntil(lambda: not page.ring.isVisible())
    press_tab(page)
    qtbot.waitUntil(page.ring.isVisible)


def test_the_page_to_write_on_has_none(qtbot: QtBot, page: Page) -> None:
    page.first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(page.ring.isVisible)
    page.editor.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: not page.ring.isVisible())


def test_it_goes_with_what_it_rings(qtbot: QtBot, page: Page) -> None:
    page.second.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: goes_round(page.ring, page.second))
    page.second.hide()
    qtbot.waitUntil(lambda: not goes_round(page.ring, page.second))


def test_it_is_deaf_to_the_pointer(page: Page) -> None:
    assert page.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_it_follows_scrolling_and_is_cut_at_the_edge(qtbot: QtBot, theme: Theme) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    buttons = [SecondaryButton(theme, f"Number {n}") for n in range(30)]
    for button in buttons:
        column.addWidget(button)
    window = QWidget()
    qtbot.addWidget(window)
    outer = QVBoxLayout(window)
    area = Scroll(theme, content)
    outer.addWidget(area)
    ring = FocusRing(theme, window)
    window.resize(300, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    buttons[-1].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: goes_round(ring, buttons[-1]))
    assert area.verticalScrollBar().value() > 0
    area.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: not ring.isVisible())
