# SPDX-License-Identifier: MIT
"""A sign that something is under way: a rope being twisted, as far as is known, and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.painting import loose_cord, rope, smooth
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording.widgets import DONE_SO_FAR

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

SHOWS_AFTER_MS = 200
_FRAME_MS = 40
_WIDTH, _TWISTED, _STEP = 132, 56, 3


class Working(QWidget):
    """Hidden at rest. `begin` shows it once the work has taken 0.2 s, so that short work never flickers.

    The rope wanders while nobody knows how much there is; from the first `move_to` on it grows to its end.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = Text(theme, "small", "", colour="ink2", parent=self)
        self._cord = _TwistingCord(theme, self)
        self._later = QTimer(self, singleShot=True, interval=SHOWS_AFTER_MS)
        self._later.timeout.connect(self._appear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(12))
        row.addWidget(self._cord, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        self.hide()

    def begin(self, words: str) -> None:
        """Say what is being done."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self._cord.set_share(None)
        self._later.start()

    def move_to(self, share: float) -> None:
        """So much of it is done, from 0 to 1."""
        self._cord.set_share(share)
        self.setAccessibleDescription(DONE_SO_FAR.format(percent=round(100 * share)))

    def end(self) -> None:
        """It is done."""
        self._later.stop()
        self.hide()

    def _appear(self) -> None:
        self.show()
        self._cord.start()
        announce(self, self.words.text())


class _TwistingCord(QWidget):
    """The rope; with still pictures it lies there half twisted."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._at = theme, 0
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._move)
        theme.changed.connect(self.updateGeometry)

    def start(self) -> None:
        """Twist for as long as it is seen."""
        if not self._theme.still and self._share is None:
            self._timer.start()

    def set_share(self, share: float | None) -> None:
        """Show how much of the rope is twisted; None where nobody knows."""
        self._share = share
        if share is not None:
            self._timer.stop()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), self._theme.px(16))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, scale = self._theme, smooth(self), self._theme.scale
        middle, end = self.height() / 2, self.width() - 4 * scale
        loose_cord(painter, 4 * scale, end, middle, theme.colour("control"), scale)
        colours = (theme.colour("diff"), theme.colour("link"))
        if self._share is not None:
            if self._share > 0:
                rope(painter, 4 * scale, 4 * scale + (end - 4 * scale) * self._share, middle, colours, scale)
            return
        reach = end + _TWISTED * scale
        start = (self._at * _STEP * scale) % reach - _TWISTED * scale if not theme.still else 4 * scale
        rope(painter, max(4 * scale, start), min(end, start + _TWISTED * scale), middle, colours, scale)

    def _move(self) -> None:
        self._at += 1
        self.update()
