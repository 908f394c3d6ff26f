# SPDX-License-Identifier: MIT
"""Which keys do what, drawn as the keys themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.painting import Row, box, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

KEY, PAD, GAP = 24, 7, 6


class KeyHint(QWidget):
    """A row like "[←] [→] move  [Del] leave blank". Pairs of keys and what they do."""

    def __init__(
        self, theme: Theme, hints: Sequence[tuple[Sequence[str], str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._hints = theme, tuple((tuple(keys), does) for keys, does in hints)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(f"{' '.join(keys)}: {does}" for keys, does in self._hints))
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        theme = self._theme
        metrics = QFontMetrics(theme.font("small"))
        width = 0
        for keys, does in self._hints:
            width += sum(self._key_width(key) + theme.space(GAP) for key in keys)
            width += metrics.horizontalAdvance(does) + 1 + theme.space(2 * GAP)
        return QSize(width - theme.space(2 * GAP), theme.px(KEY) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, smooth(self)
        painter.setFont(theme.font("small"))
        row = Row(self.rect(), right_to_left=self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        metrics = painter.fontMetrics()
        for keys, does in self._hints:
            for key in keys:
                place = row.take(self._key_width(key), theme.space(GAP))
                cap = QRectF(place).adjusted(0, 0, 0, -1)
                box(painter, cap.adjusted(0, 1, 0, 1), theme.px(5), theme.colour("control"))
                box(painter, cap, theme.px(5), theme.colour("raised"), theme.colour("control"))
                painter.setPen(theme.colour("ink"))
                painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            painter.setPen(theme.colour("ink2"))
            place = row.take(metrics.horizontalAdvance(does) + 1, theme.space(2 * GAP))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, does)

    def _key_width(self, key: str) -> int:
        words = QFontMetrics(self._theme.font("small")).horizontalAdvance(key)
        return max(self._theme.px(KEY), words + 2 * self._theme.space(PAD))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
