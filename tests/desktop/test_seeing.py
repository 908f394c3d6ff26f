# SPDX-License-Identifier: MIT
"""Each rule that pages are held to finds what breaks it, and nothing where all is well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import SecondaryButton
from ipnb_journal.desktop.widgets.messages import SoftMessage
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from tests.desktop import seeing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

WORDS = "Nothing in the file has been changed. If you have a backup of it, open that one."
RULES = (
    *(seeing.clipped, seeing.overlapping, seeing.nameless, seeing.confusable),
    *(seeing.small_targets, seeing.astray, seeing.learnt),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    return made


def shown(window: QWidget) -> seeing.Sight:
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 5000)
    QApplication.processEvents()
    return seeing.look(window)


def text(theme: Theme, window: QWidget, *place: int, words: str = WORDS) -> Text:
    made = Text(theme, "ui", words, parent=window)
    made.setGeometry(*place)
    return made


def button(theme: Theme, window: QWidget, name: str, x: int, y: int) -> SecondaryButton:
    made = SecondaryButton(theme, name, parent=window)
    made.move(x, y)
    made.resize(made.sizeHint())
    return made


def test_a_window_where_all_is_well_breaks_no_rule(theme: Theme, window: QWidget) -> None:
    column = QVBoxLayout(window)
    column.addWidget(Text(theme, "ui", WORDS))
    column.addWidget(SecondaryButton(theme, "Keep"))
    column.addWidget(SecondaryButton(theme, "Let go"))
    sight = shown(window)
    assert [told for rule in RULES for told in rule(sight)] == []


def test_words_without_room_are_clipped(theme: Theme, window: QWidget) -> None:
    text(theme, window, 10, 10, 200, 22)
    text(theme, window, 10, 100, 40, 150, words="Wholeheartedly")
    assert [told.split("'")[1][:9] for told in seeing.clipped(shown(window))] == ["Nothing i", "Wholehear"]


def test_a_button_and_a_hint_in_a_field_need_room(theme: Theme, window: QWidget) -> None:
    button(theme, window, "Keep the changes", 10, 10).resize(60, 42)
    field = QLineEdit(window)
    field.setPlaceholderText(WORDS)
    field.setGeometry(10, 100, 120, 40)
    assert len(list(seeing.clipped(shown(window)))) == 2


def test_what_sticks_out_of_its_parent_is_clipped(theme: Theme, window: QWidget) -> None:
    button(theme, window, "Keep", 380, 10)
    assert ["sticks out" in told for told in seeing.clipped(shown(window))] == [True]


@pytest.mark.parametrize(("width", "height", "found"), [(300, 900, 0), (900, 200, 2)])
def test_a_page_scrolls_down_but_never_sideways(
    theme: Theme, window: QWidget, width: int, height: int, found: int
) -> None:
    content = QWidget()
    content.setMinimumSize(width, height)
    Scroll(theme, content, window).setGeometry(0, 0, 400, 300)
    assert len(list(seeing.clipped(shown(window)))) == found


def test_two_texts_over_each_other_overlap_unless_one_is_laid_over_the_page(
    theme: Theme, window: QWidget
) -> None:
    text(theme, window, 10, 10, 300, 60)
    text(theme, window, 10, 68, 300, 60)
    message = SoftMessage(theme, "Moved to the drawer", parent=window)
    message.setGeometry(10, 10, 380, 60)
    message.show()
    assert ["share 300×2" in told for told in seeing.overlapping(shown(window))] == [True]


def test_a_bare_field_is_not_kept_from_input_services(window: QWidget) -> None:
    bare, kept = QLineEdit(window), QLineEdit(window)
    hint = Qt.InputMethodHint
    kept.setInputMethodHints(hint.ImhSensitiveData | hint.ImhNoPredictiveText)
    bare.move(10, 100)
    assert len(list(seeing.learnt(shown(window)))) == 1


def test_a_button_without_words_has_no_name(theme: Theme, window: QWidget) -> None:
    button(theme, window, "", 10, 10)
    button(theme, window, "", 10, 100).setAccessibleName("Close")
    assert len(list(seeing.nameless(shown(window)))) == 1


def test_buttons_called_the_same_are_told_apart_by_their_description(theme: Theme, window: QWidget) -> None:
    first, second = button(theme, window, "Show", 10, 10), button(theme, window, "Show", 10, 100)
    sight = shown(window)
    assert len(list(seeing.confusable(sight))) == 1
    first.setAccessibleDescription("Your passphrase")
    second.setAccessibleDescription("The same again")
    assert list(seeing.confusable(sight)) == []


def test_a_button_of_23_px_is_too_small(theme: Theme, window: QWidget) -> None:
    button(theme, window, "Keep", 10, 10).resize(60, 23)
    assert len(list(seeing.small_targets(shown(window)))) == 1


def chained(window: QWidget, *places: tuple[str, int, int]) -> list[QPushButton]:
    made = []
    for name, x, y in places:
        made.append(QPushButton(name, window))
        made[-1].setGeometry(x, y, 80, 30)
        made[-1].show()
    return made


def test_tab_leaping_back_is_told_but_not_the_step_to_the_next_column(window: QWidget) -> None:
    chained(window, ("one", 10, 10), ("two", 10, 110), ("three", 200, 10), ("four", 200, 110))
    assert list(seeing.astray(shown(window))) == []
    chained(window, ("five", 10, 200), ("late", 10, 60))
    leap = "Tab leaps back from QPushButton 'five' in QWidget to QPushButton 'late' in QWidget"
    assert list(seeing.astray(shown(window))) == [leap]


def test_a_part_that_eats_tab_is_told(window: QWidget) -> None:
    class Greedy(QPushButton):
        def focusNextPrevChild(self, onwards: bool) -> bool:
            return True

    greedy = Greedy("greedy", window)
    greedy.setGeometry(10, 10, 80, 30)
    chained(window, ("after", 10, 60))
    greedy.setFocus()
    assert "Tab never reaches QPushButton 'after' in QWidget" in set(seeing.astray(shown(window)))


def test_a_way_back_of_its_own_is_told(window: QWidget) -> None:
    class Odd(QPushButton):
        def focusNextPrevChild(self, onwards: bool) -> bool:
            if onwards:
                return super().focusNextPrevChild(True)
            second.setFocus(Qt.FocusReason.BacktabFocusReason)
            return True

    odd = Odd("odd", window)
    odd.setGeometry(10, 10, 80, 30)
    second, _ = chained(window, ("second", 10, 60), ("third", 10, 110))
    odd.setFocus()
    assert ["Shift+Tab" in told for told in seeing.astray(shown(window))] == [True]


def test_a_part_shown_before_it_has_a_parent_is_a_stray_window(qapp: QApplication, qtbot: QtBot) -> None:
    strays = seeing.StrayWindows()
    qapp.installEventFilter(strays)
    stray = QPushButton("stray")
    qtbot.addWidget(stray)
    stray.show()
    qapp.removeEventFilter(strays)
    assert strays.seen == ["QPushButton 'stray'"]
