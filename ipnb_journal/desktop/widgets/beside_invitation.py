# SPDX-License-Identifier: MIT
"""Below the invitation of Today: choosing for oneself, saying how much room there is, a thread followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.chips import ChipGroup
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session
from ipnb_journal.desktop.wording import today as words
from ipnb_journal.domain.safety import Room

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme

LINK_GAP = 28


class BesideInvitation(QWidget):
    """Two quiet links and what unfolds from them.

    `library_wanted`, `thread_left`: pressed; `room_said(object)`: a Room, or None when it was taken back.
    """

    library_wanted = Signal()
    room_said = Signal(object)
    thread_left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.library = LinkButton(theme, words.FROM_LIBRARY)
        self.ask_room = LinkButton(theme, words.ROOM_ASK)
        self.leave_thread = LinkButton(theme, words.THREAD_LEAVE, ink="ink2")
        self.rooms = ChipGroup(
            theme,
            [(room, session.ROOM_ANSWERS[room]) for room in Room],
            single=True,
            small=True,
            name=words.ROOM_ASK,
        )
        self.line = Text(theme, "small", words.ROOM_LINE, colour="ink2")
        self._links = QWidget()
        row = FlowLayout(theme, self._links, gap=LINK_GAP)
        for link in (self.library, self.ask_room, self.leave_thread):
            row.addWidget(link)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._links, self.rooms, self.line):
            self._column.addWidget(widget)
        self._join_up()
        self._unfold(False)
        self.follow(False)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def room(self) -> Room | None:
        """How much room was said, None while nothing was."""
        chosen = self.rooms.chosen()
        return Room(str(chosen[0])) if chosen else None

    def follow(self, followed: bool) -> None:
        """Offer to leave the thread, where one is followed."""
        self.leave_thread.setVisible(followed)

    def forget_room(self) -> None:
        """Let go of what was said about room, on another day."""
        self.rooms.choose(())
        self._unfold(False)

    def _join_up(self) -> None:
        self.library.clicked.connect(self.library_wanted)
        self.leave_thread.clicked.connect(self.thread_left)
        self.ask_room.clicked.connect(self._turn)
        self.rooms.changed.connect(self._say)

    def _turn(self) -> None:
        if not self.rooms.isHidden():
            said = self.room
            self.forget_room()
            if said is not None:
                self.room_said.emit(None)
            return
        self._unfold(True)
        self.rooms.chip(Room.PLENTY).setFocus()

    def _say(self) -> None:
        self.line.setText(words.ROOM_EFFECTS[self.room] if self.room is not None else words.ROOM_LINE)
        self.room_said.emit(self.room)

    def _unfold(self, open_: bool) -> None:
        self.rooms.setVisible(open_)
        self.line.setVisible(open_)
        self.line.setText(words.ROOM_LINE)
        self.ask_room.setText(words.ROOM_PUT_AWAY if open_ else words.ROOM_ASK)

    def _dress(self) -> None:
        self._column.setSpacing(self._theme.space(8))
