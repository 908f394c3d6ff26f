# SPDX-License-Identifier: MIT
"""The room for pages: one page on show, help beside it or over its edge, a soft message at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ipnb_journal.desktop.wording.widgets import UNDO

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.notices import Message
    from ipnb_journal.desktop.pages.page import Page
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.widgets.help_panel import HelpPanel
    from ipnb_journal.desktop.widgets.messages import SoftMessage


HELP_WIDTH = 362


class Body(QWidget):
    """Holds the pages and gives the one on show its room. `help_closed` after the panel went away.

    `meanings_wanted`: help leads on to what the words mean, and is put away.
    """

    help_closed = Signal()
    meanings_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self.stack = QStackedWidget(self)
        self.panel: HelpPanel | None = None
        self._message: SoftMessage | None = None
        theme.changed.connect(self._arrange)

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return cast("Page | None", self.stack.currentWidget())

    @property
    def helping(self) -> bool:
        """Whether help is on show."""
        return self.panel is not None and not self.panel.isHidden()

    def show_page(self, page: Page) -> None:
        """Put a page on show; the others stay as they are, out of sight."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        page.installEventFilter(self)
        self.stack.setCurrentWidget(page)
        if self._message is not None and not self._message.leaving:
            self._message.leave_soon()
        self._arrange()

    def remove(self, page: Page) -> None:
        """Let a page go, with everything it shows."""
        self.stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    def set_narrow(self, narrow: bool) -> None:
        """Lay help over the page's edge instead of beside it."""
        self._narrow = narrow
        self._arrange()

    def open_help(self, key: str, *, focus: bool = True) -> None:
        """Show a help text; the keyboard goes to the panel's close button where `focus` says so."""
        from ipnb_journal.desktop.wording.help import CLOSES, topic  # noqa: PLC0415  long texts few first pages need

        panel, text = self._help_panel(), topic(key)
        panel.show_help(text.title, text.parts, CLOSES, text.more)
        self._arrange()
        if focus:
            panel.close_button.setFocus()

    def close_help(self) -> None:
        """Put help away; the keyboard goes back to the page."""
        if self.panel is not None:
            self.panel.put_away()

    def show_message(self, message: Message) -> None:
        """Lay a soft message over the foot of the page, in place of the one before."""
        from ipnb_journal.desktop.widgets.messages import SoftMessage  # noqa: PLC0415  no first page needs it

        self.drop_message()
        undo = UNDO if message.undo else ""
        shown = SoftMessage(self._theme, message.text, undo=undo, icon=message.icon, parent=self)
        if message.undo is not None:
            shown.undo_pressed.connect(message.undo)
        shown.gone.connect(self.drop_message)
        self._message = shown
        self._arrange()
        shown.show()
        shown.raise_()

    def drop_message(self) -> None:
        """Take the soft message away, and with it what Undo would have done."""
        message, self._message = self._message, None
        if message is not None:
            focus = QApplication.focusWidget()
            if focus is not None and message.isAncestorOf(focus):
                self._focus_page()
            message.hide()
            message.deleteLater()

    def parts(self) -> list[tuple[QWidget, QWidget]]:
        """What lies over or beside the page, each with where the keyboard goes in it."""
        found: list[tuple[QWidget, QWidget]] = []
        if self.panel is not None and self.helping:
            found.append((self.panel, self.panel.close_button))
        if self._message is not None:
            undo, close = self._message.undo, self._message.close_button
            found.append((self._message, close if undo.isHidden() else undo))
        return found

    def _help_panel(self) -> HelpPanel:
        if self.panel is None:
            from ipnb_journal.desktop.widgets.help_panel import HelpPanel  # noqa: PLC0415  no first page needs it

            self.panel = HelpPanel(self._theme, self)
            self.panel.closed.connect(self._on_closed)
            self.panel.more_wanted.connect(self.panel.put_away)
            self.panel.more_wanted.connect(self.meanings_wanted)
        return self.panel

    def _focus_page(self) -> None:
        if self.page is not None:
            (self.page.first_focus() or self.page).setFocus()

    def _on_closed(self) -> None:
        self._focus_page()
        self._arrange()
        self.help_closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.page and event.type() == QEvent.Type.LayoutRequest:
            self._place_message()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        space, whole = self._theme.space, self.rect()
        self._place_message()
        if self.panel is None or self.panel.isHidden():
            self.stack.setGeometry(whole)
            return
        edge = space(24 if self._narrow else 48)
        width = self._help_width()
        left = whole.width() - edge - width if not self._narrow else whole.width() - space(16) - width
        height = min(self.panel.wanted_height(width), whole.height() - space(16 + 24))
        self.panel.setGeometry(QRect(left, space(16), width, height))
        self.panel.raise_()
        self.stack.setGeometry(whole if self._narrow else QRect(0, 0, left - space(8), whole.height()))

    def _help_width(self) -> int:
        """Beside the page it leaves room for it; over its edge it grows with the text."""
        theme = self._theme
        if not self._narrow:
            return theme.space(HELP_WIDTH)
        return min(theme.px(HELP_WIDTH), max(theme.space(HELP_WIDTH), self.width() * 3 // 5))

    def _place_message(self) -> None:
        if self._message is None:
            return
        space = self._theme.space
        width = min(self._message.sizeHint().width(), self.width() - 2 * space(24))
        height = max(self._message.sizeHint().height(), self._message.heightForWidth(width))
        foot = 0 if self.page is None else self.page.foot_height()
        top = self.height() - foot - height - space(24 if not foot else 8)
        self._message.setGeometry((self.width() - width) // 2, top, width, height)


def laid_under(strip: QWidget, body: Body, window: QWidget) -> QHBoxLayout:
    """Fill a window with its strip and the body below; gives the body's row, for what stands beside it."""
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(strip)
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(body, 1)
    column.addLayout(row, 1)
    return row
