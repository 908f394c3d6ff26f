# SPDX-License-Identifier: MIT
"""A calm dialog: what happened, what is safe, what you can do, in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.buttons import BaseButton, DangerButton, PrimaryButton, SecondaryButton
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.painting import pen, smooth
from ipnb_journal.desktop.widgets.ring import FocusRing
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.tool_tip import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme


class CalmDialog(QDialog):
    """A question with words on its buttons. The first action is the safe one: the default, and Esc.

    `chosen` is the key of the pressed action after `exec` or `finished`. It is as high as its words need,
    but no higher than the window it lies over; then the words scroll and the actions stay.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        body: str = "",
        *,
        safe: str = "",
        detail: str = "",
        icon: str = "info",
        risky: bool = False,
        actions: Sequence[tuple[str, str]] = (),
        danger: str = "",
        away: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`actions`: pairs of key and words, the safe one first. `danger`: the key of a risky one, `away`:
        the one that Esc takes instead of the first.

        `safe`: the line saying what is safe. `risky` draws the icon in the danger colour.
        """
        super().__init__(parent)
        self._theme = theme
        self.chosen = away or (actions[0][0] if actions else "")
        self.buttons: dict[str, BaseButton] = {}
        self.setModal(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(part for part in (body, safe) if part))
        self._words, self._holder = QVBoxLayout(), QWidget()
        for part in self._build_words(title, body, safe, detail):
            self._words.addWidget(part)
        self._words.addStretch(1)
        self._row = FlowLayout(theme, gap=8)
        for key, words in actions:
            self._add_button(key, words, danger)
        self._lay_out(_Icon(theme, icon, "danger" if risky else "ink2"))
        self._ring = FocusRing(theme, self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        smooth(self).fillRect(self.rect(), self._theme.colour("raised"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            QApplication.sendEvent(self._scroll, event)
        else:
            super().keyPressEvent(event)

    def _build_words(self, title: str, body: str, safe: str, detail: str) -> list[QWidget]:
        theme = self._theme
        heading = Text(theme, "title", title, measure=420)
        parts: list[QWidget] = [heading]
        if body:
            parts.append(Text(theme, "ui", body, measure=420))
        if safe:
            parts.append(_Safe(theme, safe))
        if detail:
            told = Text(theme, "small", detail, colour="ink2", measure=420)
            told.setToolTip(plain_tip(detail))
            parts.append(told)
        return parts

    def _add_button(self, key: str, words: str, danger: str) -> None:
        kind = DangerButton if key == danger else SecondaryButton if self.buttons else PrimaryButton
        button = kind(self._theme, words)
        if not self.buttons:
            button.setDefault(True)
            button.setFocus()
        button.clicked.connect(lambda: self._on_chosen(key))
        self.buttons[key] = button
        self._row.addWidget(button)

    def _lay_out(self, icon: QWidget) -> None:
        self._outer = QHBoxLayout(self)
        self._outer.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self._holder.setLayout(self._words)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(self._theme, self._holder)
        self._column = QVBoxLayout()
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._row)
        self._outer.addLayout(self._column, 1)

    def _on_chosen(self, key: str) -> None:
        self.chosen = key
        self.accept()

    def _restyle(self) -> None:
        space = self._theme.space
        self._outer.setContentsMargins(space(24), space(22), space(24), space(20))
        self._outer.setSpacing(space(13))
        self._words.setSpacing(space(12))
        self._column.setSpacing(space(12))
        self._row.setContentsMargins(0, space(8), 0, 0)
        self._fit()

    def _fit(self) -> None:
        """Take the room the words need at their own width, as far as the window beneath has it."""
        over = self.parentWidget()
        most = over.window().size() if over is not None else self.screen().availableSize()
        margins, holder = self._outer.contentsMargins(), self._holder
        beside = margins.left() + self._theme.px(24) + self._outer.spacing() + margins.right()
        width = min(max(self._theme.space(440), holder.sizeHint().width() + beside), most.width())
        words, buttons = holder.heightForWidth(width - beside), self._row.heightForWidth(width - beside)
        height = margins.top() + words + self._column.spacing() + buttons + margins.bottom()
        self.setMinimumWidth(min(self._theme.space(440), width))
        self.resize(width, min(height, most.height()))


class _Icon(QWidget):
    def __init__(self, theme: Theme, icon: str, role: str) -> None:
        super().__init__()
        self._theme, self._icon, self._role = theme, icon, role

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(24), self._theme.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        drawn = icons.pixmap(self._theme, self._icon, 24, self._role, ratio=ratio)
        smooth(self).drawPixmap(0, (self.height() - self._theme.px(24)) // 2, drawn)


class _Safe(Text):
    """The line saying what is safe, beside a cord-coloured bar."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, "ui", text, measure=400)
        self.setContentsMargins(theme.space(17), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = smooth(self)
        painter.setPen(pen(self._theme.colour("cord"), 3, flat=True))
        x = self.width() - 1.5 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1.5
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
