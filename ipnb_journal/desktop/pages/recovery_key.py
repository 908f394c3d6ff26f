# SPDX-License-Identifier: MIT
"""The sheet that opens the journal without the passphrase: at first run, and after every change of key."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop import places, printing
from ipnb_journal.desktop.banner import Sign
from ipnb_journal.desktop.form_frame import NAME
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.recovery_picture import WIDTH as SHEET_WIDTH
from ipnb_journal.desktop.recovery_picture import SheetPicture, SheetWords
from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.marks import AppMark
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.sheet import Sheet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import keys
from ipnb_journal.desktop.wording import opening as say
from ipnb_journal.errors import AppError
from ipnb_journal.services import access, preferences

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.desktop.runner import Vault

GROUPS = 14
FORM, LEAST_ROOM, NO_LIMIT = 492, 100, 16_777_215
_READ_AS = str.maketrans("OIL", "011")


class RecoveryKeyPage(Page):
    """First run, step 2: shows the key, helps to keep it, and goes on once one group was typed back."""

    help_key: ClassVar[str] = "recovery_key"
    chrome: ClassVar[Chrome] = Chrome.BARE
    title: ClassVar[str] = say.SPARE_KEY
    lead: ClassVar[str] = say.SPARE_LEAD
    step: ClassVar[str] = say.step(2)
    after: ClassVar[str] = say.KEY_LASTS

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._words: SheetWords | None = None
        self._asked = 0
        self.print_button = SecondaryButton(theme, say.PRINT, icon="printer")
        self.save_button = SecondaryButton(theme, say.SAVE_PDF, icon="file-down")
        self.by_hand = QuietButton(theme, say.BY_HAND)
        self.copy = QuietButton(theme, say.COPY_KEY)
        self._by_hand_line = Text(theme, "hint", say.BY_HAND_LINE, colour="ink2")
        self.group = Field(theme, "", role="key_field")
        self._match, self._tick = Text(theme, "ui", ""), Sign(theme)
        self.continue_button = PrimaryButton(theme, say.CONTINUE)
        self.picture = SheetPicture(theme)
        self._sheet = Sheet(theme, cord=True, cord_at=-72)
        self._sheet_room = QWidget()
        self._head, self._rest = QWidget(), QWidget()
        self._grid = QGridLayout()
        self._build()
        self._connect()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("recovery-key", places.RecoveryKey()),
            State("recovery-key-matched", places.RecoveryKey(), _type_back),
        )

    def arrive(self, place: Place) -> None:
        # the focus may have come by here on its way from the page before
        self._scroll.verticalScrollBar().setValue(0)
        self._asked = secrets.randbelow(GROUPS)
        # the sheet of a key before this one must not be printed, nor fit
        self._words = None
        self.group.set_label(say.TYPE_GROUP.format(number=self._asked + 1))
        self._by_hand_line.hide()
        self.continue_button.setEnabled(False)
        self.context.runner.run(self, _read, self._show)

    def go_on(self) -> None:
        """The sheet is kept: go where the way leads on."""
        self.open_requested.emit(places.Protection())

    def more_buttons(self) -> tuple[QWidget, ...]:
        """What stands beside Continue."""
        return ()

    def leave(self) -> None:
        self.group.set_text("")
        self._judge("")

    def first_focus(self) -> QWidget | None:
        return self.print_button if self.columns else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.reflow()

    def reflow(self) -> None:
        theme = self.context.theme
        space, wide = theme.space, theme.px(FORM)
        # the room left, right and between, of which each has its share
        room = self.width() - wide - theme.px(SHEET_WIDTH)
        beside = self.columns and room >= space(LEAST_ROOM)
        for part in (self._head, self._rest, self._sheet_room):
            self._grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self._head, 0, 0)
        self._grid.addWidget(self._rest, 1 if beside else 2, 0)
        self._grid.addWidget(
            self._sheet_room, 0 if beside else 1, 1 if beside else 0, 3 if beside else 1, 1, top
        )
        self._grid.setColumnMinimumWidth(0, wide if beside else 0)
        for part in (self._head, self._rest):
            part.setMaximumWidth(wide if beside else NO_LIMIT)
        left, upper = (min(space(112), room * 36 // 100), space(20)) if beside else (space(40), space(16))
        self._grid.setContentsMargins(left, upper, space(24 if beside else 40), space(32))
        self._grid.setHorizontalSpacing(min(space(88), room * 28 // 100))
        self._grid.setVerticalSpacing(space(26))

    def _show(self, read: tuple[access.RecoverySheet, str]) -> None:
        sheet, name = read
        made = sheet.made or self.context.clock().date()
        self._words = SheetWords(
            name, keys.day(made), sheet.mark, tuple(sheet.code.split("-")), sheet.raw_key_line
        )
        self.picture.show_sheet(self._words, self._asked)

    def _build(self) -> None:
        inner = QVBoxLayout(self._sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.picture)
        room = QVBoxLayout(self._sheet_room)
        # the bookmark cord hangs over the sheet's upper edge
        room.setContentsMargins(0, self.context.theme.space(10), 0, 0)
        room.addWidget(self._sheet)
        self._fill_head(QVBoxLayout(self._head))
        self._fill_rest(QVBoxLayout(self._rest))
        holder = QWidget()
        holder.setLayout(self._grid)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(3, 1)
        self._scroll = Scroll(self.context.theme, holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.reflow()

    def _fill_head(self, column: QVBoxLayout) -> None:
        theme = self.context.theme
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._brand())
        column.addSpacing(theme.space(52))
        column.addWidget(Text(theme, "display", self.title))
        column.addSpacing(theme.space(12))
        column.addWidget(Text(theme, "lead", self.lead, colour="ink2"))

    def _fill_rest(self, column: QVBoxLayout) -> None:
        theme = self.context.theme
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        ways = FlowLayout(theme, gap=10)
        for button in (self.print_button, self.save_button, self.by_hand, self.copy):
            ways.addWidget(button)
        column.addLayout(ways)
        buttons = QWidget()
        self._fill_buttons(QHBoxLayout(buttons))
        for widget, gap in (
            (self._by_hand_line, 8),
            (self.group, 28),
            (buttons, 34),
            (Text(theme, "small", self.after, colour="ink2"), 24),
        ):
            column.addSpacing(theme.space(gap))
            column.addWidget(widget)
        column.addStretch(1)
        self.group.line.setFixedWidth(theme.px(150))
        self.group.put_beside(self._told())
        self.group.line.setMaxLength(6)

    def _fill_buttons(self, row: QHBoxLayout) -> None:
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.context.theme.space(10))
        row.addWidget(self.continue_button)
        for more in self.more_buttons():
            row.addWidget(more)
        row.addStretch(1)

    def _told(self) -> QWidget:
        told = QWidget()
        row = QHBoxLayout(told)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.context.theme.space(8))
        self._tick.show_sign("check", risky=False)
        self._tick.hide()
        row.addWidget(self._tick)
        row.addWidget(self._match, 1)
        return told

    def _brand(self) -> QHBoxLayout:
        theme = self.context.theme
        row = QHBoxLayout()
        row.setSpacing(theme.space(10))
        row.addWidget(AppMark(theme, 24))
        row.addWidget(Text(theme, "journal", NAME, wrap=False))
        row.addStretch(1)
        row.addWidget(Text(theme, "small", self.step, colour="ink2", wrap=False))
        return row

    def _connect(self) -> None:
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.by_hand.clicked.connect(self._by_hand)
        self.copy.clicked.connect(self._copy)
        self.group.edited.connect(self._judge)
        self.group.submitted.connect(self.continue_button.click)
        self.continue_button.clicked.connect(self.go_on)

    def _judge(self, typed: str) -> None:
        plain = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_READ_AS)
        matches = self._words is not None and plain == self._words.groups[self._asked]
        self.continue_button.setEnabled(matches)
        told = say.MATCHES if matches else ""
        if len(plain) >= 4 and not matches:
            told = say.NO_MATCH.format(number=self._asked + 1)
        self._match.setText(told)
        self._tick.setVisible(matches)
        announce(self._match, told)

    def _print(self) -> None:
        if self._words is not None:
            printing.print_sheet(self._words, self)

    def _save(self) -> None:
        words = self._words

        def picked(path: Path | None) -> None:
            if path is not None and words is not None:
                self._write_pdf(words, path)

        self.context.notices.ask_save_path(say.SAVE_PDF, say.PDF_NAME, picked, ("PDF (*.pdf)",))

    def _write_pdf(self, words: SheetWords, path: Path) -> None:
        try:
            printing.save_pdf(words, path)
        except AppError as error:
            self.context.notices.show_problem(error)
        else:
            self.context.notices.say(say.PDF_SAVED)

    def _by_hand(self) -> None:
        self._by_hand_line.show()
        self.group.line.setFocus()

    def _copy(self) -> None:
        if self._words is not None:
            self.context.notices.copy_secret("-".join(self._words.groups))
            self.context.notices.say(say.COPIED)


class NewSheetPage(RecoveryKeyPage):
    """After a change: the same for the new key. Left for later, Today speaks of it; the change holds."""

    title, lead, step, after = keys.SHEET, keys.SHEET_LEAD, "", keys.SHEET_LATER

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("new-sheet", places.NewSheet()),
            State("new-sheet-matched", places.NewSheet(), _type_back),
        )

    def go_on(self) -> None:
        self.context.runner.run(self, access.sheet_kept)
        self.open_requested.emit(places.OlderBackups())

    def more_buttons(self) -> tuple[QWidget, ...]:
        self.later = QuietButton(self.context.theme, keys.LATER, ink="ink2")
        self.later.clicked.connect(lambda: self.open_requested.emit(places.OlderBackups()))
        return (self.later,)


def _read(vault: Vault) -> tuple[access.RecoverySheet, str]:
    return access.recovery_sheet(vault), preferences.read(vault).journal_name


def _type_back(page: RecoveryKeyPage) -> None:
    if page._words is not None:
        page.group.set_text(page._words.groups[page._asked])
        page.group.edited.emit(page.group.text())
    page.group.line.setFocus()
