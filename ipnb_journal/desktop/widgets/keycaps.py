# SPDX-License-Identifier: MIT
"""Keys of the keyboard as they look, for shortcuts that are told and not set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.painting import box, pen, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

_HEIGHT, _LEAST, _PAD, _GAP = 24, 24, 7, 5
_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


class Keycaps(QWidget):
    """One way or several to press the same thing: keys side by side, `between` the ways a word."""

    def __init__(
        self, theme: Theme, ways: Sequence[Sequence[str]], between: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[tuple[str, bool]] = []
        for number, way in enumerate(ways):
            self._parts += [(between, False)] if number else []
            self._parts += [(key, True) for key in way]
        self.setAccessibleName(f" {between} ".join("+".join(way) for way in ways))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        gap = self._theme.space(_GAP)
        width = sum(self._widths()) + gap * (len(self._parts) - 1)
        return QSize(width, self._theme.px(_HEIGHT) + 1)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, smooth(self)
        painter.setFont(theme.font("small_medium"))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x, gap = float(self.width() if rtl else 0), theme.space(_GAP)
        for (words, is_key), width in zip(self._parts, self._widths(), strict=True):
            left = x - width if rtl else x
            place = QRectF(left, 0, width, self.height())
            if is_key:
                box(painter, place, theme.px(5), theme.colour("raised"), theme.colour("control"))
                painter.setPen(pen(theme.colour("control"), 1, flat=True))
                foot, round_off = place.bottom() - 1.5, theme.px(4)
                painter.drawLine(
                    QPointF(place.left() + round_off, foot), QPointF(place.right() - round_off, foot)
                )
            painter.setPen(theme.colour("ink" if is_key else "ink2"))
            painter.drawText(place.adjusted(0, 0, 0, -1), _MIDDLE, words)
            x = left - gap if rtl else x + width + gap

    def _widths(self) -> list[int]:
        theme, metrics = self._theme, QFontMetrics(self._theme.font("small_medium"))
        return [
            max(theme.px(_LEAST), metrics.horizontalAdvance(words) + 2 * theme.space(_PAD))
            if is_key
            else metrics.horizontalAdvance(words) + theme.space(_GAP)
            for words, is_key in self._parts
        ]

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
