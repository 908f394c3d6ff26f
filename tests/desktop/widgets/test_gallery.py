# SPDX-License-Identifier: MIT
"""Every part in every look, text size and direction: nothing is clipped, nothing too small to hit."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QScrollBar, QWidget

from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from types import ModuleType

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

SMALLEST_TARGET = 24
LOOKS = [
    (mode, strong, percent)
    for mode in ("light", "dark")
    for strong in (False, True)
    for percent in (100, 150, 200)
]


@pytest.fixture(scope="module")
def gallery() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gallery", Path(__file__).with_name("gallery.py"))
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def show(qtbot: QtBot, page: QWidget, theme: Theme) -> None:
    qtbot.addWidget(page)
    width = theme.px(1280)
    layout = page.layout()
    assert layout is not None
    page.resize(width, layout.heightForWidth(width))
    page.show()
    qtbot.waitExposed(page)


def clipped(page: QWidget) -> list[str]:
    found = []
    for text in page.findChildren(Text):
        if text.isVisibleTo(page) and text.height() < text.heightForWidth(text.width()):
            found.append(f"{text.text()!r} is {text.height()} high")
        if text.isVisibleTo(page) and text.width() < text.minimumSizeHint().width():
            found.append(f"{text.text()!r} is {text.width()} wide")
    for button in page.findChildren(QAbstractButton):
        hint = button.sizeHint()
        if hint.isValid() and button.isVisibleTo(page) and button.size().expandedTo(hint) != button.size():
            found.append(f"{type(button).__name__} {button.text()!r} {button.size()} {hint}")
    return found


@pytest.mark.parametrize(("mode", "strong", "percent"), LOOKS)
def test_nothing_is_clipped(
    qtbot: QtBot, qapp: QApplication, theme: Theme, gallery: ModuleType, mode: str, strong: bool, percent: int
) -> None:
    theme.apply(qapp, "dark" if mode == "dark" else "light", percent, strong, still=True)
    page = gallery.Gallery(theme)
    show(qtbot, page, theme)
    assert clipped(page) == []
    assert not page.grab().isNull()
    assert theme.problems == ()


def test_switching_while_shown_clips_nothing(
    qtbot: QtBot, qapp: QApplication, theme: Theme, gallery: ModuleType
) -> None:
    page = gallery.Gallery(theme)
    show(qtbot, page, theme)
    theme.apply(qapp, "dark", 150, True, still=True)
    show(qtbot, page, theme)
    qapp.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert clipped(page) == []


def test_right_to_left(qtbot: QtBot, theme: Theme, gallery: ModuleType) -> None:
    page = gallery.Gallery(theme)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(qtbot, page, theme)
    assert clipped(page) == []
    assert not page.grab().isNull()


@pytest.mark.parametrize("percent", (100, 200))
def test_targets_are_big_enough(
    qtbot: QtBot, qapp: QApplication, theme: Theme, gallery: ModuleType, percent: int
) -> None:
    theme.apply(qapp, "light", percent, still=True)
    page = gallery.Gallery(theme)
    show(qtbot, page, theme)
    kinds = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit)
    parts = [part for kind in kinds for part in page.findChildren(kind) if part.isVisibleTo(page)]
    parts = [part for part in parts if not isinstance(part, QScrollBar)]
    assert len(parts) > 40
    for part in parts:
        assert min(part.width(), part.height()) >= SMALLEST_TARGET, (type(part), part.size())


def test_every_part_that_can_be_pressed_has_a_name(qtbot: QtBot, theme: Theme, gallery: ModuleType) -> None:
    page = gallery.Gallery(theme)
    show(qtbot, page, theme)
    bare = 3  # the gallery's own check box, switch and field without words
    nameless = [
        part
        for part in page.findChildren(QAbstractButton)
        if part.isVisibleTo(page) and not (part.text() or part.accessibleName())
    ]
    assert len(nameless) <= bare
