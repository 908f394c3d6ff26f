# SPDX-License-Identifier: MIT
"""How hard a passphrase is to guess, as knots tied on a cord and always in words too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.painting import knot, loose_cord, rope, smooth
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import widgets as words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

_TELL_AFTER_MS = 600
_KNOTS = 4


class StrengthCord(QWidget):
    """Four knots and words; changes are told to a screen reader 600 ms after the last one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._level = theme, 0
        self._cord = _Cord(theme, self)
        self._words = Text(theme, "ui_strong", "", wrap=False, parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._cord)
        self._row.addWidget(self._words, 1)
        self._tell = QTimer(self)
        self._tell.setSingleShot(True)
        self._tell.setInterval(_TELL_AFTER_MS)
        self._tell.timeout.connect(lambda: announce(self, self.words()))
        self.setAccessibleName(words.STRENGTH_NAME)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def level(self) -> int:
        """0 while nothing is typed, then 1 to 4 knots."""
        return self._level

    def words(self) -> str:
        """What the knots say."""
        return self._words.text()

    def set_level(self, level: int, *, typed: bool = True) -> None:
        """Show an estimate of 0 to 4; `typed` False empties the cord and says nothing."""
        self._level = min(_KNOTS, max(1, level)) if typed else 0
        self._words.setText(words.STRENGTH[min(_KNOTS, max(0, level))] if typed else "")
        self.setAccessibleDescription(self.words())
        self._cord.set_tied(self._level)
        self._tell.start()

    def _restyle(self) -> None:
        self._row.setSpacing(self._theme.space(20))


class _Cord(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._tied = theme, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_tied(self, tied: int) -> None:
        """Tie this many knots."""
        self._tied = tied
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(248), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, scale = self._theme, smooth(self), self._theme.scale
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        y, room = self.height() / 2, theme.colour("room")
        xs = [10 * scale + (self.width() - 20 * scale) * i / (_KNOTS - 1) for i in range(_KNOTS)]
        loose_cord(painter, xs[0], xs[-1], y, theme.colour("control"), scale)
        if self._tied > 1:
            painter.fillRect(
                int(xs[0]), int(y - 3 * scale), int(xs[self._tied - 1] - xs[0]), int(6 * scale), room
            )
            rope(painter, xs[0], xs[self._tied - 1], y, (theme.colour("diff"), theme.colour("link")), scale)
        for i, x in enumerate(xs):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(room)
            painter.drawEllipse(QPointF(x, y), 11 * scale, 11 * scale)
            role = "accent" if i < self._tied else "control"
            at = QPointF(x, y)
            knot(painter, at, 0.9 * scale, theme.colour(role), room, tied=i < self._tied, width=1.5 * scale)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
