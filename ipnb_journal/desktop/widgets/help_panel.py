# SPDX-License-Identifier: MIT
"""Help beside the page: never modal, gone with F1 or Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import IconButton, LinkButton
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.painting import box, smooth
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import widgets as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme


class HelpPanel(QFrame):
    """A panel with a title and paragraphs, each perhaps under a lead-in. `closed` when put away.

    `more_wanted`: the words that lead on to a page were pressed.
    """

    closed = Signal()
    more_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = Text(theme, "heading")
        self.close_button = IconButton(theme, "x", words.CLOSE)
        self.close_button.clicked.connect(self.put_away)
        self._body = QWidget()
        self._paragraphs = QVBoxLayout(self._body)
        self._paragraphs.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._scroll = Scroll(theme, self._body)
        self._column.addWidget(self._scroll, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_help(
        self, title: str, parts: Sequence[tuple[str, str]], closing: str = "", more: str = ""
    ) -> None:
        """Show a text.

        `parts`: pairs of a lead-in (or "") and a paragraph; `closing`: a muted last line; `more`: words
        above it that lead on.
        """
        self.title.setText(title)
        self.setAccessibleName(title)
        clear(self._paragraphs)
        for lead, paragraph in parts:
            # a lead-in runs on into its sentence, or stands above a sentence of its own
            joint = " " if paragraph[:1].islower() else "\n"
            text = Text(self._theme, "ui", f"{lead}{joint}{paragraph}" if lead else paragraph, measure=300)
            text.set_lead(len(lead))
            self._add(text)
        if more:
            link = LinkButton(self._theme, more)
            link.clicked.connect(self.more_wanted)
            self._paragraphs.addWidget(link)
            link.show()
        if closing:
            self._add(Text(self._theme, "hint", closing, colour="ink2", measure=300))
        self._paragraphs.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)
        self.show()

    def wanted_height(self, width: int) -> int:
        """Height in px at which nothing has to scroll, `width` px wide."""
        margins = self._column.contentsMargins()
        inner = width - margins.left() - margins.right()
        around = margins.top() + margins.bottom() + self._column.spacing()
        head = max(self.title.heightForWidth(inner - self.close_button.width()), self.close_button.height())
        return around + head + self._paragraphs.totalHeightForWidth(inner)

    def put_away(self) -> None:
        """Hide it and say so."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
            self.put_away()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        box(smooth(self), self.rect(), theme.px(10), theme.colour("raised"), theme.colour("control"))

    def _add(self, text: Text) -> None:
        self._paragraphs.addWidget(text)
        # what joins a panel on show has no height until it is shown itself
        text.show()

    def _restyle(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(space(24), space(20), space(24), space(22))
        self._column.setSpacing(space(8))
        self._paragraphs.setSpacing(space(10))
        self.update()
