# SPDX-License-Identifier: MIT
"""The smaller parts by keyboard: buttons, chips, segments, steps, tabs, places, messages, dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QStringListModel, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets import net_paths
from ipnb_journal.desktop.widgets.breath import BreathCord
from ipnb_journal.desktop.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.choices import Segmented, Switch
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.dialog import CalmDialog
from ipnb_journal.desktop.widgets.entry_list import EntryList, EntryRow, EntryRowDelegate
from ipnb_journal.desktop.widgets.help_panel import HelpPanel
from ipnb_journal.desktop.widgets.messages import SoftMessage
from ipnb_journal.desktop.widgets.nav import SideNav
from ipnb_journal.desktop.widgets.net import MacrameNet
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.sheet import BookmarkCord, Sheet
from ipnb_journal.desktop.widgets.step_cord import StepCord
from ipnb_journal.desktop.widgets.strength import StrengthCord
from ipnb_journal.desktop.widgets.tabs import Tabs
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

STEPS = ["Settle", "Notice", "Write", "Connect", "Close"]


@pytest.mark.parametrize("key", (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space))
def test_enter_and_space_press_a_button(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    button = PrimaryButton(theme, "Begin")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_boxed_icon_that_does_nothing_now_looks_so(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "chevron-right", "Later", boxed=True)
    qtbot.addWidget(button)
    inside = QPoint(5, button.sizeHint().height() // 2)
    at_rest = button.grab().toImage().pixelColor(inside)
    button.setEnabled(False)
    off = button.grab().toImage().pixelColor(inside)
    assert (at_rest, off) == (theme.colour("raised"), theme.colour("room2"))


def test_a_name_with_an_ampersand_is_shown_as_it_is(qtbot: QtBot, theme: Theme) -> None:
    button = SecondaryButton(theme, "Ben & Ana")
    qtbot.addWidget(button)
    assert button.text() == "Ben & Ana"
    assert button.shortcut().isEmpty()


def test_words_are_never_rich(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, "ui", "<b>not bold</b><img src='file:///etc/passwd'>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text().startswith("<b>")
    assert label.sizeHint().width() > Text(theme, "ui", "not bold").sizeHint().width()


def test_words_take_the_lines_they_need(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, "writing", "word " * 60)
    qtbot.addWidget(label)
    assert label.heightForWidth(400) % 34 == 0
    assert label.heightForWidth(200) > label.heightForWidth(400) > 34
    cut = Text(theme, "ui", "word " * 60, max_lines=2)
    qtbot.addWidget(cut)
    assert cut.heightForWidth(200) == 44


def test_chips_take_any_number(qtbot: QtBot, theme: Theme) -> None:
    group = ChipGroup(theme, [(n, n.title()) for n in ("tight", "held", "warm")])
    qtbot.addWidget(group)
    for key in ("warm", "tight"):
        with qtbot.waitSignal(group.changed):
            qtbot.keyClick(group.chip(key), Qt.Key.Key_Space)
    assert group.chosen() == ("tight", "warm")


def test_single_chips_let_go_of_the_others(qtbot: QtBot, theme: Theme) -> None:
    group = ChipGroup(theme, [(n, str(n)) for n in range(3)], single=True)
    qtbot.addWidget(group)
    qtbot.keyClick(group.chip(0), Qt.Key.Key_Return)
    qtbot.keyClick(group.chip(2), Qt.Key.Key_Return)
    assert group.chosen() == (2,)


def test_arrows_walk_the_chips(qtbot: QtBot, theme: Theme) -> None:
    group = ChipGroup(theme, [(n, str(n)) for n in range(3)])
    qtbot.addWidget(group)
    group.show()
    group.activateWindow()
    group.chip(0).setFocus()
    qtbot.waitUntil(group.chip(0).hasFocus)
    qtbot.keyClick(group.chip(0), Qt.Key.Key_Right)
    assert group.chip(1).hasFocus()
    qtbot.keyClick(group.chip(1), Qt.Key.Key_Left)
    qtbot.keyClick(group.chip(0), Qt.Key.Key_Left)
    assert group.chip(2).hasFocus()


def test_new_chips_keep_what_was_chosen(qtbot: QtBot, theme: Theme) -> None:
    group = ChipGroup(theme, [(1, "one"), (2, "two")])
    qtbot.addWidget(group)
    group.choose([2])
    group.set_options([(2, "two"), (3, "three")])
    assert group.chosen() == (2,)


def test_segments(qtbot: QtBot, theme: Theme) -> None:
    row = Segmented(theme, [("a", "Close"), ("b", "Open"), ("c", "Wide")], "b")
    qtbot.addWidget(row)
    assert row.value() == "b"
    with qtbot.waitSignal(row.changed) as told:
        qtbot.keyClick(row.segment("c"), Qt.Key.Key_Space)
    assert told.args == ["c"]
    assert row.value() == "c"


def test_switch(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch(theme, "Still pictures")
    qtbot.addWidget(switch)
    with qtbot.waitSignal(switch.toggled):
        qtbot.keyClick(switch, Qt.Key.Key_Return)
    assert switch.isChecked()
    assert switch.accessibleName() == "Still pictures"


def test_combo_by_key(qtbot: QtBot, theme: Theme) -> None:
    combo = Combo(theme, "About")
    qtbot.addWidget(combo)
    combo.add("Ana", 7, mark=1)
    combo.add("Tom", 9, mark=2)
    combo.choose(9)
    assert combo.currentData() == 9
    qtbot.keyClick(combo, Qt.Key.Key_Up)
    assert combo.currentData() == 7
    combo.choose("nobody")
    assert combo.currentData() == 7


def test_steps_are_buttons_that_say_where_one_is(qtbot: QtBot, theme: Theme) -> None:
    cord = StepCord(theme, STEPS, 2)
    qtbot.addWidget(cord)
    assert cord.button(2).accessibleName() == "Step 3 of 5, write, now"
    assert cord.button(0).accessibleName() == "Step 1 of 5, settle, done"
    with qtbot.waitSignal(cord.step_requested) as told:
        qtbot.keyClick(cord.button(4), Qt.Key.Key_Return)
    assert told.args == [4]
    assert cord.current == 2
    cord.set_current(4)
    assert cord.button(4).accessibleName() == "Step 5 of 5, close, now"


def test_steps_in_words_where_there_is_no_room(qtbot: QtBot, theme: Theme) -> None:
    cord = StepCord(theme, STEPS, 2)
    qtbot.addWidget(cord)
    cord.show()
    cord.set_compact(True)
    assert cord.words() == "Step 3 of 5, write"
    assert not cord.button(0).isVisible()
    assert cord.sizeHint().width() < 200


def test_tabs(qtbot: QtBot, theme: Theme) -> None:
    tabs = Tabs(theme, [("a", "Privacy"), ("b", "Appearance")])
    qtbot.addWidget(tabs)
    with qtbot.waitSignal(tabs.changed) as told:
        qtbot.keyClick(tabs.tab("b"), Qt.Key.Key_Space)
    assert told.args == ["b"]


def test_places(qtbot: QtBot, theme: Theme) -> None:
    nav = SideNav(
        theme, [("today", "Today", "sun-medium"), ("write", "Write", "pen-line")], journal_name="Mine"
    )
    qtbot.addWidget(nav)
    nav.set_here("today")
    assert nav.item("today").isChecked()
    with qtbot.waitSignal(nav.chosen) as told:
        qtbot.keyClick(nav.item("write"), Qt.Key.Key_Return)
    assert told.args == ["write"]
    nav.set_here("pause")
    assert not any(nav.item(key).isChecked() for key in ("today", "write"))


def test_strength_in_words(qtbot: QtBot, theme: Theme) -> None:
    cord = StrengthCord(theme)
    qtbot.addWidget(cord)
    said = []
    for level in range(5):
        cord.set_level(level)
        said.append(cord.words())
    assert said == ["Too easy to guess", "Too easy to guess", "Could be longer", "Good", "Strong"]
    cord.set_level(0, typed=False)
    assert (cord.level, cord.words()) == (0, "")


@pytest.mark.parametrize(
    ("undo", "icon", "goes"), [("", "check", True), ("Undo", "check", False), ("", "circle-alert", False)]
)
def test_only_what_is_done_and_needs_nothing_goes_by_itself(
    qtbot: QtBot, theme: Theme, undo: str, icon: str, *, goes: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    elsewhere = PrimaryButton(theme, "Begin", parent=window)
    window.show()
    elsewhere.setFocus()
    message = SoftMessage(theme, "The table is on the clipboard", undo=undo, icon=icon, parent=window)
    message.show()
    assert message.leaving == goes
    message.leave_soon()
    assert message.leaving


def test_a_message_waits_for_the_focus_to_leave(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    message, elsewhere = SoftMessage(theme, "Page moved", undo="Undo"), PrimaryButton(theme, "Begin")
    column.addWidget(message)
    column.addWidget(elsewhere)
    window.show()
    window.activateWindow()
    elsewhere.setFocus()
    qtbot.waitUntil(elsewhere.hasFocus)
    assert not message.leaving
    message.undo.setFocus()
    assert not message.leaving
    elsewhere.setFocus()
    assert message.leaving
    message.undo.setFocus()
    assert not message.leaving
    with qtbot.waitSignals([message.undo_pressed, message.gone]):
        qtbot.keyClick(message.undo, Qt.Key.Key_Return)
    assert message.isHidden()


def test_escape_puts_a_message_away(qtbot: QtBot, theme: Theme) -> None:
    message = SoftMessage(theme, "Page moved")
    qtbot.addWidget(message)
    message.show()
    with qtbot.waitSignal(message.gone):
        qtbot.keyClick(message, Qt.Key.Key_Escape)


def test_the_first_action_of_a_dialog_is_the_safe_one(qtbot: QtBot, theme: Theme) -> None:
    dialog = CalmDialog(
        theme, "Part is damaged", "4 of 212", safe="Nothing changed.",
        actions=[("keep", "Keep it"), ("drop", "Let it go")], danger="drop",
    )  # fmt: skip
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.buttons["keep"].isDefault()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.chosen == "keep"
    dialog.show()
    qtbot.keyClick(dialog.buttons["drop"], Qt.Key.Key_Return)
    assert dialog.chosen == "drop"


def test_a_dialog_is_as_high_as_its_words_but_no_higher_than_its_window(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    fits = CalmDialog(theme, "Part is damaged", "So it is. " * 30, actions=[("keep", "Keep")], parent=window)
    long = CalmDialog(theme, "Part is damaged", "So it is. " * 900, actions=[("keep", "Keep")], parent=window)
    for dialog in (fits, long):
        dialog.show()
        QApplication.processEvents()
    body = next(text for text in fits.findChildren(Text) if text.text().startswith("So it is"))
    assert body.height() >= body.heightForWidth(body.width())
    assert fits.height() < 600 == long.height()
    scroll = long.findChild(Scroll)
    assert fits.findChild(Scroll).verticalScrollBar().maximum() == 0
    qtbot.keyClick(long.buttons["keep"], Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > 0
    assert long.rect().contains(long.buttons["keep"].geometry())


@pytest.mark.parametrize("key", (Qt.Key.Key_Escape, Qt.Key.Key_F1))
def test_help_goes_away_by_key(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    panel = HelpPanel(theme)
    qtbot.addWidget(panel)
    panel.show_help("What the circles mean", [("", "Two things."), ("Near", "is how in touch.")])
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, key)
    assert panel.isHidden()


def test_a_second_help_text_takes_the_whole_place_of_the_first(qtbot: QtBot, theme: Theme) -> None:
    panel = HelpPanel(theme)
    qtbot.addWidget(panel)
    second = ("What the words mean", [("Stuck", "Flat, or shut down."), ("", "Two.")], "F1 closes this.")
    panel.show_help(*second)
    alone = panel.wanted_height(362)
    panel.show_help("Keyboard", [("F1", "Help"), ("F6", "Next part"), ("F12", "Lock at once")])
    panel.show_help(*second)
    shown = [text.text() for text in panel.findChildren(Text) if text.isVisible()]
    assert shown == ["What the words mean", "Stuck\nFlat, or shut down.", "Two.", "F1 closes this."]
    assert panel.wanted_height(362) == alone > 120


def test_the_still_breath_turns_on_space(qtbot: QtBot, theme: Theme) -> None:
    cord = BreathCord(theme)
    qtbot.addWidget(cord)
    cord.show()
    before = cord.words()
    with qtbot.waitSignal(cord.turned) as told:
        qtbot.keyClick(cord, Qt.Key.Key_Space)
    assert told.args == [cord.words()]
    assert cord.words() != before
    cord.hide()
    assert not cord.running


def test_the_breath_moves_only_when_pictures_may(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    cord = BreathCord(theme)
    qtbot.addWidget(cord)
    cord.resize(600, 150)
    cord.show()
    still = cord.grab().toImage()
    qtbot.wait(120)
    assert cord.grab().toImage() == still
    theme.apply(qapp, "light", still=False)
    first = cord.grab().toImage()
    qtbot.waitUntil(lambda: cord.grab().toImage() != first)


def test_nets_keep_every_cord_and_cache_the_picture(qtbot: QtBot, theme: Theme) -> None:
    for net in (net_paths.UNLOCK, net_paths.FIRST_RUN, net_paths.LOOSE):
        pieces = dict(net.segments())
        assert set(net.dyed()) <= set(pieces)
        assert all(not path.isEmpty() for path in pieces.values())
    assert QPointF(net_paths.UNLOCK.left, 134.0) in list(net_paths.UNLOCK.knots())
    widget = MacrameNet.unlock(theme)
    qtbot.addWidget(widget)
    widget.resize(560, 800)
    widget.show()
    widget.grab()
    kept = widget._picture()
    assert widget._picture().cacheKey() == kept.cacheKey()


def test_the_bookmark_hangs_beside_the_sheet_and_goes_with_it(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(20, 40, 20, 20)
    sheet = Sheet(theme, cord=True)
    column.addWidget(sheet)
    window.resize(500, 400)
    window.show()
    cord = window.findChild(BookmarkCord)
    assert cord is not None
    assert cord.isVisible()
    assert cord.y() == sheet.y() - 13
    sheet.hide()
    assert not cord.isVisible()


ROWS = (
    EntryRow(heading="March"),
    EntryRow("Thu 13", "Saying yes", "Hands steady, jaw tight.", hits=((18, 5),), people=((1, "Ana"),)),
    EntryRow("Fri 7", "The meeting", "Short."),
)


def test_rows_of_pages(qtbot: QtBot, theme: Theme) -> None:
    rows = EntryList(theme)
    qtbot.addWidget(rows)
    rows.setModel(QStringListModel([str(n) for n in range(3)]))
    rows.setItemDelegate(EntryRowDelegate(theme, lambda index: ROWS[index.row()], rows))
    rows.resize(690, 300)
    rows.show()
    rows.activateWindow()
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    assert rows.sizeHintForRow(1) == rows.sizeHintForRow(2) > rows.sizeHintForRow(0)
    rows.setCurrentIndex(rows.model().index(1, 0))
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentIndex().row() == 2
    assert rows.focus_rect().y() > rows.sizeHintForRow(0)
    with qtbot.waitSignal(rows.activated) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert told.args[0].row() == 2
    picture = rows.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(0, 690) for y in range(0, 300)}
    assert {theme.colour("mark").name(), theme.colour("chaos").name()} <= seen
    qtbot.mouseMove(rows.viewport())
    QApplication.processEvents()
