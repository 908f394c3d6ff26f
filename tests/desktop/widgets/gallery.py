# SPDX-License-Identifier: MIT
"""Every small part in its states on one page, for the test that nothing is clipped (and for looking at).

Run `python tests/desktop/widgets/gallery.py out.png light|dark percent [strong] [rtl]` to see it.
"""

from __future__ import annotations

import os
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.breath import BreathCord
from ipnb_journal.desktop.widgets.buttons import (
    CornerButton,
    DangerButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from ipnb_journal.desktop.widgets.chips import Chip, ChipGroup
from ipnb_journal.desktop.widgets.choices import CheckBox, RadioButton, Segmented, Switch
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.editor import PaperEditor
from ipnb_journal.desktop.widgets.entry_list import EntryList, EntryRow, EntryRowDelegate
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.marks import AppMark, CircleGlyph, PersonMark
from ipnb_journal.desktop.widgets.messages import SoftMessage
from ipnb_journal.desktop.widgets.month import MonthGrid
from ipnb_journal.desktop.widgets.nav import NavRail, SideNav
from ipnb_journal.desktop.widgets.secret import SecretField
from ipnb_journal.desktop.widgets.setting_row import SettingRow
from ipnb_journal.desktop.widgets.sheet import Rule, Sheet
from ipnb_journal.desktop.widgets.slider import CordSlider
from ipnb_journal.desktop.widgets.step_cord import StepCord
from ipnb_journal.desktop.widgets.strength import StrengthCord
from ipnb_journal.desktop.widgets.strip import TopStrip
from ipnb_journal.desktop.widgets.tabs import Tabs
from ipnb_journal.desktop.widgets.text import PromptLabel, Text
from ipnb_journal.domain.history import DayMark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from ipnb_journal.desktop.theme.theme import Theme

PLACES = (
    ("today", "Today", "sun-medium"),
    ("checkin", "Check in", "circles"),
    ("write", "Write", "pen-line"),
    ("history", "History", "book-open"),
    ("insights", "Insights", "waves"),
)
PEOPLE = ("moss", "cochineal", "woad", "weld", "logwood", "walnut", "indigo", "madder")
ROWS = (
    EntryRow(heading="March"),
    EntryRow(
        "Thu 13", "Saying yes to Saturday",
        "My shoulders went up and stayed up, the whole of me tight as a drum while my mouth said yes.",
        hits=((52, 5),), people=((1, "Ana"),),
    ),
    EntryRow(
        "Fri 7", "What I wanted to say to Tom, and did not",
        "…a tightness across the chest that I used to call anger. It may be closer to being left out.",
        hits=((3, 9),), people=((2, "Tom"), (5, "Work")), note="Written later",
    ),
)  # fmt: skip


class Gallery(QWidget):
    """Three columns of parts, as the mock-up of parts and states has them, and more below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAutoFillBackground(True)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(36, 28, 36, 28)
        whole.setSpacing(24)
        for build in (self._left, self._middle, self._right):
            column = QVBoxLayout()
            column.setSpacing(theme.space(11))
            whole.addLayout(column, 1)
            build(column)
            column.addStretch(1)

    def _head(self, words: str) -> Text:
        return Text(self._theme, "small_strong", words, colour="ink2")

    def _flow(self, column: QBoxLayout, *widgets: QWidget) -> None:
        flow = FlowLayout(self._theme, gap=11)
        for widget in widgets:
            flow.addWidget(widget)
        column.addLayout(flow)

    def _left(self, column: QBoxLayout) -> None:
        theme = self._theme
        column.addWidget(self._head("Buttons: rest, down, off"))
        for kind in (PrimaryButton, SecondaryButton, QuietButton, DangerButton):
            down, off = kind(theme, "Begin", small=True), kind(theme, "Begin", small=True)
            down.setDown(True)
            off.setEnabled(False)
            self._flow(
                column, kind(theme, "Begin", icon="pen-line"), kind(theme, "Begin", small=True), down, off
            )
        self._flow(
            column,
            SecondaryButton(theme, "Next: write", icon="arrow-right", icon_last=True),
            CornerButton(theme, "Pause", icon="wind"),
            LinkButton(theme, "Open insights"),
            IconButton(theme, "chevron-left", "Back"),
            IconButton(theme, "x", "Close", boxed=True),
        )
        column.addWidget(self._head("Fields: rest, wrong, secret"))
        column.addWidget(Field(theme, "Passphrase", hint="Six ordinary words", placeholder="Find a word"))
        wrong = Field(theme)
        wrong.set_text("9TRB")
        wrong.show_error("That doesn’t match the third group")
        column.addWidget(wrong)
        secret = SecretField(theme, "The same passphrase again")
        secret.set_text("slow river")
        secret.show_error(
            "That passphrase doesn’t open this journal",
            "Nothing is lost, and there’s no limit on tries. Check for a slip in the spelling.",
        )
        column.addWidget(secret)
        strength = StrengthCord(theme)
        strength.set_level(3)
        column.addWidget(strength)
        column.addWidget(self._head("Choices"))
        ticked, chosen, on = (
            CheckBox(theme, "Ana", mark=1),
            RadioButton(theme, "Only me"),
            Switch(theme, "x", True),
        )
        ticked.setChecked(True)
        chosen.setChecked(True)
        self._flow(column, CheckBox(theme), ticked, RadioButton(theme, "Ruth too"), chosen, Switch(theme), on)
        group = ChipGroup(theme, [(n, n) for n in ("Written", "Check-ins", "Homework")], small=True)
        group.choose(["Check-ins"])
        column.addWidget(group)
        big = Chip(theme, "Shoulders", mark=2)
        big.setChecked(True)
        combo = Combo(theme, "About")
        for index, name in enumerate(("Ana", "Tom & Bea")):
            combo.add(name, index, mark=index + 1)
        self._flow(column, big, Chip(theme, "Jaw"), combo)
        options = [(n, n) for n in ("Keep private", "Charts only", "Words too")]
        column.addWidget(Segmented(theme, options, "Charts only"))

    def _middle(self, column: QBoxLayout) -> None:
        theme = self._theme
        glyphs = [
            CircleGlyph(theme, near, clear) for clear in (0.2, 0.5, 0.9) for near in (0.05, 0.35, 0.65, 0.95)
        ]
        self._flow(column, *glyphs)
        column.addWidget(self._head("Steps"))
        names = ["Settle", "Notice", "Write", "Connect", "Close"]
        column.addWidget(StepCord(theme, names, 3, width=400))
        short = StepCord(theme, names, 2)
        short.set_compact(True)
        column.addWidget(short, 0, Qt.AlignmentFlag.AlignLeft)
        people = []
        for index, name in enumerate(PEOPLE, 1):
            people += [PersonMark(theme, index), Text(theme, "small", name, wrap=False)]
        self._flow(column, *people)
        column.addWidget(self._head("Cord slider: blank with last time; answered; with ticks"))
        for value, last, ticks in ((None, 30, 0), (75, 40, 0), (0, None, 5)):
            slider = CordSlider(theme, "How it is", ground="room", ticks=ticks)
            slider.set_answer(value)
            slider.set_last(last)
            column.addWidget(slider)
        column.addWidget(BreathCord(theme))
        column.addWidget(Tabs(theme, [("a", "Privacy"), ("b", "Appearance"), ("c", "Safety")]))
        line = "Nothing moves or fades. Follows this computer unless you change it."
        column.addWidget(SettingRow(theme, "Still pictures", line, Switch(theme)))
        today = date(2025, 3, 13)
        month = MonthGrid(theme, today)
        marks = {
            today - timedelta(days=n): DayMark.WRITTEN if n % 2 else DayMark.CHECKIN_ONLY
            for n in range(0, 9, 2)
        }
        month.set_marks(marks | {today: DayMark.WRITTEN})
        column.addWidget(month)

    def _right(self, column: QBoxLayout) -> None:
        theme = self._theme
        strip = TopStrip(theme)
        strip.show_back("Today")
        column.addWidget(strip)
        row = QHBoxLayout()
        side = SideNav(theme, PLACES, [("settings", "Settings", "settings")], journal_name="Maya’s journal")
        rail = NavRail(theme, PLACES[:3])
        side.set_here("today")
        rail.set_here("write")
        row.addWidget(side)
        row.addWidget(rail)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(SoftMessage(theme, "Page moved to the drawer", undo="Undo"))
        sheet = Sheet(theme, cord=True)
        inner = QVBoxLayout(sheet)
        space = theme.space
        inner.setContentsMargins(space(84), space(40), space(24), space(34))
        inner.addWidget(
            Text(theme, "small", "An invitation for today, about saying yes and no", colour="ink2")
        )
        inner.addWidget(PromptLabel(theme, "When did you last say yes while something in you was saying no?"))
        inner.addWidget(Rule(theme))
        editor = PaperEditor(theme)
        editor.setPlainText(
            "Saturday. Ana asked if I could have the kids.\nWhat was saying no: my shoulders, first."
        )
        editor.setMinimumHeight(theme.px(180))
        inner.addWidget(editor)
        column.addSpacing(14)
        column.addWidget(sheet)
        model = QStringListModel([str(n) for n in range(len(ROWS))], self)
        entries = EntryList(theme)
        entries.setModel(model)
        entries.setItemDelegate(EntryRowDelegate(theme, lambda index: ROWS[index.row()], entries))
        entries.setMinimumHeight(theme.px(260))
        column.addWidget(entries)
        column.addWidget(AppMark(theme, 34))


def make_menu(parent: QWidget) -> QMenu:
    """The menu of the mock-up."""
    menu = QMenu(parent)
    for words, keys in (("New page", "Ctrl+N"), ("Check in", "Ctrl+I"), ("", ""), ("Lock now", "Ctrl+L")):
        menu.addAction(words).setShortcut(keys) if words else menu.addSeparator()
    return menu


def main() -> None:
    """Render to the PNG named first."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ipnb_journal import paths  # noqa: PLC0415
    from ipnb_journal.desktop.theme.theme import Theme  # noqa: PLC0415
    from ipnb_journal.desktop.widgets.ring import FocusRing  # noqa: PLC0415

    out, mode, percent, *rest = sys.argv[1:]
    app = QApplication([])
    app.setStyle("Fusion")
    theme = Theme(paths.resources())
    theme.apply(app, "dark" if mode == "dark" else "light", int(percent), "strong" in rest, still=True)
    page = Gallery(theme)
    FocusRing(theme, page)
    page.resize(theme.px(1280), 10)
    page.resize(theme.px(1280), page.layout().heightForWidth(theme.px(1280)))
    if "rtl" in rest:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.show()
    page.activateWindow()
    buttons = page.findChildren(PrimaryButton)
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(4):
        app.processEvents()
    page.grab().save(out)


if __name__ == "__main__":
    main()
