# SPDX-License-Identifier: MIT
"""The one focus ring of a window: an overlay that follows the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from ipnb_journal.desktop.widgets.painting import smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

_WIDTH, _GAP = 2.5, 2.0
_REACH = 5

_MOVED = frozenset({
    QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange,
    QEvent.Type.Paint, QEvent.Type.LayoutRequest,
})  # fmt: skip
_BY_KEY = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})
_BY_POINTER = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress})


class FocusRing(QWidget):
    """One ring for `window`, 2.5 px wide with a gap of 2, above everything and deaf to the pointer.

    It shows while the keyboard was used last, hides at a press of the pointer, and always shows round
    a line edit. A widget may shape it: `focus_rect()` gives the part it goes round (the bead of a slider,
    a row, a day; empty for none), `focus_radius()` the corners in px, `ring_free = True` refuses it.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._target: QWidget | None = None
        self._watched: list[QObject] = []
        self._keys = True
        self._radius = 0.0
        self._last: tuple[QRect, QRect, float, int] | None = None
        self._handle: QObject | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._place)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        theme.changed.connect(self._later.start)
        self._listen_to_handle()

    @property
    def target(self) -> QWidget | None:
        """The widget the ring is for, shown or not."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _MOVED:
            self._later.start()
            if watched is self._window and kind == QEvent.Type.Show:
                self._listen_to_handle()
        elif watched is self._handle and kind in _BY_KEY:
            self._set_keys(True)
        elif watched is self._handle and kind in _BY_POINTER:
            self._set_keys(False)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        painter.setPen(QPen(self._theme.colour("focus"), _WIDTH))
        inset = _REACH - _GAP - _WIDTH / 2
        radius = self._radius + _GAP + _WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _listen_to_handle(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _set_keys(self, keys: bool) -> None:
        if keys != self._keys:
            self._keys = keys
            self._later.start()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for seen in self._watched:
            if isValid(seen):
                seen.removeEventFilter(self)
        self._watched = []
        self._target = new if new is not None and self._window.isAncestorOf(new) else None
        if self._target is not None:
            self._watch(self._target)
            if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
                self._keys = False
        self._place()

    def _watch(self, target: QWidget) -> None:
        if isinstance(target, QAbstractScrollArea):
            self._watched.append(target.viewport())
        at: QWidget | None = target
        while at is not None and at is not self._window:
            self._watched.append(at)
            at = at.parentWidget()
        for seen in self._watched:
            seen.installEventFilter(self)

    def _place(self) -> None:
        target = self._target
        if target is None or not self._wanted(target) or not target.isVisible():
            self.hide()
            return
        rect = _shape_of(target)
        if rect.isEmpty():
            self.hide()
            return
        radius = _corners_of(target, self._theme.px(4))
        place = QRect(target.mapTo(self._window, rect.topLeft()), rect.size())
        ring = place.adjusted(-_REACH, -_REACH, _REACH, _REACH)
        seen = self._seen_part(target, ring)
        if seen.isEmpty():
            self.hide()
            return
        self._settle(ring, seen, radius)

    def _settle(self, ring: QRect, seen: QRect, radius: float) -> None:
        """Go there; when nothing changed touch nothing, as a repaint here reads as one of the target."""
        fresh = (ring, seen, radius, self._theme.colour("focus").rgb())
        if self.isVisible() and fresh == self._last:
            return
        self._last = fresh
        self._radius = radius
        self.setGeometry(ring)
        if seen.contains(ring):
            self.clearMask()
        else:
            self.setMask(QRegion(seen.translated(-ring.topLeft())))
        self.raise_()
        self.show()
        self.update()

    def _wanted(self, target: QWidget) -> bool:
        if getattr(target, "ring_free", False):
            return False
        return self._keys or isinstance(target, QLineEdit)

    def _seen_part(self, target: QWidget, ring: QRect) -> QRect:
        """What scroll areas round the target leave of the ring."""
        seen = ring.intersected(self._window.rect())
        at = target.parentWidget()
        while at is not None and at is not self._window:
            above = at.parentWidget()
            if isinstance(above, QAbstractScrollArea) and at is above.viewport():
                view = QRect(at.mapTo(self._window, at.rect().topLeft()), at.size())
                seen = seen.intersected(view)
            at = above
        return seen


def _shape_of(target: QWidget) -> QRect:
    shape = getattr(target, "focus_rect", None)
    return QRect(shape()) if callable(shape) else target.rect()


def _corners_of(target: QWidget, otherwise: float) -> float:
    corners = getattr(target, "focus_radius", None)
    return float(corners()) if callable(corners) else otherwise
