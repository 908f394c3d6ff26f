# SPDX-License-Identifier: MIT
"""A piece of the writing page at a size and spacing that need not be the window's own yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtWidgets import QSizePolicy

from ipnb_journal.desktop.theme.fonts import build_font
from ipnb_journal.desktop.theme.tokens import TYPE
from ipnb_journal.desktop.widgets.painting import pen, smooth
from ipnb_journal.desktop.widgets.sheet import Sheet
from ipnb_journal.desktop.widgets.text import LaidText
from ipnb_journal.desktop.widgets.writing_sheet import LEADINGS

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ipnb_journal.desktop.theme.theme import Theme

_SIDE, _TOP, _GAP = 30, 28, 16


class LookPreview(Sheet):
    """A prompt, a rule, and words as somebody wrote them. `show_look` takes a percent and a spacing."""

    def __init__(self, theme: Theme, prompt: str, writing: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look_theme, self._prompt, self._writing = theme, prompt, writing
        self._percent, self._leading = theme.percent, LEADINGS["open"]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{prompt} {writing}")
        theme.changed.connect(self.updateGeometry)

    def show_look(self, percent: int, spacing: str) -> None:
        """Show the words at a text size (100 to 200) and a spacing ("close", "open", "wide")."""
        self._percent, self._leading = percent, LEADINGS.get(spacing, 1.0)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        space = self._look_theme.space
        prompt, writing = self._laid(width)
        return round(prompt.height + writing.height) + 2 * space(_TOP) + 2 * space(_GAP) + 1

    def sizeHint(self) -> QSize:
        width = self._look_theme.px(328)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look_theme.px(200), self._look_theme.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = self._look_theme, smooth(self)
        space = theme.space
        prompt, writing = self._laid(self.width())
        left, y = space(_SIDE), float(space(_TOP))
        painter.setPen(theme.colour("ink2"))
        prompt.draw(painter, QPointF(left, y))
        y += prompt.height + space(_GAP)
        painter.setPen(pen(theme.colour("hairline"), 1, flat=True))
        painter.drawLine(QPointF(left, round(y) + 0.5), QPointF(self.width() - left, round(y) + 0.5))
        painter.setPen(theme.colour("ink"))
        writing.draw(painter, QPointF(left, y + 1 + space(_GAP)))

    def _laid(self, width: int) -> tuple[LaidText, LaidText]:
        room, scale = max(1, width - 2 * self._look_theme.space(_SIDE)), self._percent / 100
        echo, words = TYPE["echo"], TYPE["writing"]
        return (
            LaidText(self._prompt, build_font(echo, scale), room, echo.line * scale),
            LaidText(self._writing, build_font(words, scale), room, words.line * scale * self._leading),
        )
