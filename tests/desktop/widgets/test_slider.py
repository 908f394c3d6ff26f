# SPDX-License-Identifier: MIT
"""The cord slider: blank is not the middle, any first touch sets it, Delete clears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop.widgets.slider import CordSlider

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme


@pytest.fixture
def slider(qtbot: QtBot, theme: Theme) -> CordSlider:
    made = CordSlider(theme, "I was stirred up")
    qtbot.addWidget(made)
    made.resize(444, 44)
    made.show()
    return made


def test_blank_is_no_number_at_all(slider: CordSlider) -> None:
    assert slider.answer() is None
    assert slider.value() != 50
    assert "left blank" in slider.accessibleDescription()


@pytest.mark.parametrize(
    ("key", "answer"),
    (
        (Qt.Key.Key_Right, 51),
        (Qt.Key.Key_Left, 49),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 100),
        (Qt.Key.Key_PageUp, 60),
        (Qt.Key.Key_PageDown, 40),
    ),
)
def test_the_first_key_sets_it(qtbot: QtBot, slider: CordSlider, key: Qt.Key, answer: int) -> None:
    with qtbot.waitSignal(slider.answered) as told:
        qtbot.keyClick(slider, key)
    assert slider.answer() == answer
    assert told.args == [answer]


@pytest.mark.parametrize("key", (Qt.Key.Key_Delete, Qt.Key.Key_Backspace))
def test_delete_leaves_it_blank(qtbot: QtBot, slider: CordSlider, key: Qt.Key) -> None:
    slider.set_answer(70)
    with qtbot.waitSignal(slider.answered) as told:
        qtbot.keyClick(slider, key)
    assert slider.answer() is None
    assert told.args == [None]


def test_home_sets_even_where_the_hidden_value_is_already_there(qtbot: QtBot, slider: CordSlider) -> None:
    told: list[object] = []
    slider.answered.connect(told.append)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert (slider.answer(), told) == (0, [0])


def test_a_click_sets_it_where_it_lands(qtbot: QtBot, slider: CordSlider) -> None:
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(22 + 300, 22))
    assert slider.answer() == 75


def test_shift_takes_bigger_steps(qtbot: QtBot, slider: CordSlider) -> None:
    slider.set_answer(30)
    qtbot.keyClick(slider, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert slider.answer() == 40


def test_the_wheel_changes_nothing(slider: CordSlider) -> None:
    wheel = QWheelEvent(
        QPoint(100, 20), slider.mapToGlobal(QPoint(100, 20)), QPoint(0, 0), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, wheel)
    assert slider.answer() is None


def test_setting_by_code_is_not_the_persons_answer(slider: CordSlider) -> None:
    told: list[object] = []
    slider.answered.connect(told.append)
    slider.set_answer(40)
    slider.set_answer(None)
    assert told == []


def test_no_thumb_is_drawn_until_it_is_set(slider: CordSlider, theme: Theme) -> None:
    bead = {theme.colour("accent").name(), theme.colour("accent_hover").name()}
    assert not bead & _colours(slider)
    slider.set_last(80)
    assert not bead & _colours(slider)
    slider.set_answer(50)
    assert bead & _colours(slider)


def test_the_ring_goes_round_the_bead(slider: CordSlider) -> None:
    assert slider.focus_rect().width() > 300
    slider.set_answer(75)
    assert abs(slider.focus_rect().center().x() - 322) <= 1
    assert slider.focus_rect().width() < 60


def test_right_to_left_mirrors_it(qtbot: QtBot, slider: CordSlider) -> None:
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(22 + 300, 22))
    assert slider.answer() == 25
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.answer() == 26


def test_a_setting_is_never_blank(qtbot: QtBot, theme: Theme) -> None:
    size = CordSlider(theme, "Text size", ticks=5, blank=False, minimum=100, maximum=200)
    qtbot.addWidget(size)
    assert size.answer() == 100
    size.set_answer(125)
    qtbot.keyClick(size, Qt.Key.Key_Delete)
    assert size.answer() == 125


def _colours(slider: CordSlider) -> set[str]:
    picture = slider.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
