# SPDX-License-Identifier: MIT
"""Two woven circles one moves by hand or by keys; every part stays blank until it is touched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.circle_picture import CirclePicture, Shown
from ipnb_journal.desktop.widgets.circle_places import HANG, MIDDLE, CirclePlaces, Spot, radius_for
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.desktop.widgets.tool_tip import plain_tip
from ipnb_journal.desktop.wording import circles as words
from ipnb_journal.desktop.wording import widgets as small_words
from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.circles import CirclePart

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

STEP, LEAP = 2, 10
_WIDEST, _WIDEST_COMPACT, _LEAST_WIDTH, _USUAL_WIDTH = 146, 92, 250, 600
_HANDLE, _NEAR_ENOUGH, _SHAKE = 14, 4, 3
_SIDEWAYS = (CirclePart.CLOSENESS, CirclePart.WISH)
# the order one reads the picture in
_ROUND = (CirclePart.CLOSENESS, CirclePart.EDGE_ME, CirclePart.EDGE_OTHER, CirclePart.BRIDGE, CirclePart.WISH)


@dataclass(frozen=True, slots=True)
class _Drag:
    """What is held, since where, at which value; `theirs`: the other's circle or its handle."""

    part: CirclePart
    start: QPointF
    value: float
    theirs: bool
    moving: bool = False


class TwoCircles(QWidget):
    """The circles, a handle for each part of them, and their names. `moved`: a part, and its value or None.

    Drag a circle or a handle. One stop for Tab: the arrow keys move the current handle by 2 (with Shift by
    10), Home and End to its ends, Space goes on to the next, Delete leaves it blank. Nothing moves by itself.
    Disabled it only shows the picture, without handles.
    """

    moved = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._picture = theme, CirclePicture(theme)
        self._circles, self._name, self._wish = Circles(), "", False
        self._compact = False
        self._current = CirclePart.CLOSENESS
        self._pointed: CirclePart | None = None
        self._drag: _Drag | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.name_other("")
        theme.changed.connect(self._restyle)

    @property
    def circles(self) -> Circles:
        """What is placed; the values of 0 to 100 as they are, not rounded."""
        return self._circles

    @property
    def current(self) -> CirclePart:
        """The part the keys move."""
        return self._current

    def name_other(self, name: str) -> None:
        """Whom the other circle stands for; "" for no one by name."""
        self._name = name
        self.setAccessibleName(words.canvas_name(name))
        self.update()

    def show_circles(self, circles: Circles) -> None:
        """Show a picture, without telling of it as the person's."""
        self._circles = circles
        self.update()

    def show_wish(self, wanted: bool) -> None:
        """Show the wished place and its handle, or leave them out."""
        self._wish = wanted
        if not wanted and self._current is CirclePart.WISH:
            self._current = CirclePart.CLOSENESS
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Take less height."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def tell(self, sentence: str) -> None:
        """The picture in words, for a screen reader; read out while the keys are here."""
        if sentence != self.accessibleDescription():
            self.setAccessibleDescription(sentence)
            if self.hasFocus():
                announce(self, sentence)

    def places(self) -> CirclePlaces:
        """Where everything lies now."""
        circles, handle = self._circles, float(self._theme.space(_HANDLE))
        radius = float(self._radius(self.width()))
        middle = Spot(float(self.width() // 2), float(round(self._above() + radius)))
        near, bridge, wish = (
            MIDDLE if value is None else value
            for value in (circles.closeness, circles.bridge, circles.closeness_wish)
        )
        return CirclePlaces(middle, radius, handle, near, bridge, wish, mirrored=self._mirrored())

    def focus_rect(self) -> QRect:
        """The current handle, where the focus ring goes."""
        places = self.places()
        at, reach = places.handle_of(self._current), round(places.handle)
        return QRect(round(at.x) - reach, round(at.y) - reach, 2 * reach, 2 * reach)

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return float(self._theme.space(_HANDLE))

    def sizeHint(self) -> QSize:
        width = self._theme.px(_USUAL_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._theme.space(_LEAST_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        foot = self._theme.space(_HANDLE) + 6
        return round(self._above() + (2 + HANG) * self._radius(width) + foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        names = (words.YOU, self._name or words.OTHER)
        shown = Shown(self._circles, self.places(), names, self._wish, self._pointed, self.isEnabled())
        self._picture.paint(painter, shown, self.devicePixelRatioF())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._place(self._current, None)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._place(self._current, 0.0 if key == Qt.Key.Key_Home else 100.0)
        elif key == Qt.Key.Key_Space:
            self._go_on(-1 if held & Qt.KeyboardModifier.ShiftModifier else 1)
        elif step := self._step_of(key, held):
            self._place(self._current, self._value(self._current) + step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._hit(event.position())
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            event.ignore()
            return
        part, theirs = found
        self._current = part
        self._drag = _Drag(part, event.position(), self._value(part), theirs)
        self._point_at(part)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drag, at = self._drag, event.position()
        if drag is None:
            found = self._hit(at)
            self._point_at(None if found is None else found[0])
            return
        by = at - drag.start
        if not drag.moving and max(abs(by.x()), abs(by.y())) < _SHAKE:
            return
        self._drag = _Drag(drag.part, drag.start, drag.value, drag.theirs, moving=True)
        value = self.places().dragged(drag.part, drag.value, Spot(by.x(), by.y()), theirs=drag.theirs)
        self._place(drag.part, value)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag = None

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._drag = None
            self._point_at(None)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.EnabledChange):
            self.update()

    def _parts(self) -> tuple[CirclePart, ...]:
        return _ROUND if self._wish else _ROUND[:-1]

    def _value(self, part: CirclePart) -> float:
        """A part's value, or where it is moved from while blank."""
        value = part.of(self._circles)
        return MIDDLE if value is None else value

    def _place(self, part: CirclePart, value: float | None) -> None:
        fresh = part.put(self._circles, None if value is None else round(value, 1))
        if fresh != self._circles:
            self._circles = fresh
            self.update()
            self.moved.emit(part, part.of(fresh))

    def _go_on(self, steps: int) -> None:
        parts = self._parts()
        self._current = parts[(parts.index(self._current) + steps) % len(parts)]
        self.update()
        value = self._current.of(self._circles)
        announce(self, words.spoken(self._current, value, small_words.UNANSWERED, self._name))

    def _step_of(self, key: Qt.Key, held: Qt.KeyboardModifier) -> int:
        size = LEAP if held & Qt.KeyboardModifier.ShiftModifier else STEP
        side = -1 if self._mirrored() else 1
        return {
            Qt.Key.Key_Right: size * side,
            Qt.Key.Key_Left: -size * side,
            Qt.Key.Key_Up: size,
            Qt.Key.Key_Down: -size,
            Qt.Key.Key_PageUp: LEAP,
            Qt.Key.Key_PageDown: -LEAP,
        }.get(key, 0)

    def _hit(self, at: QPointF) -> tuple[CirclePart, bool] | None:
        """The part under the pointer, and whether it is held by the other's side."""
        places, spot = self.places(), Spot(at.x(), at.y())
        reach = places.handle + _NEAR_ENOUGH
        for part in reversed(self._parts()[1:]):
            if _near(spot, places.handle_of(part), reach):
                return part, part is CirclePart.EDGE_OTHER
        for theirs, bead in enumerate(places.beads()):
            if _near(spot, bead, reach):
                return CirclePart.CLOSENESS, bool(theirs)
        circle = places.within(spot)
        if circle is not None:
            return CirclePart.CLOSENESS, circle == 1
        return (CirclePart.BRIDGE, False) if places.in_band(spot) else None

    def _point_at(self, part: CirclePart | None) -> None:
        if part is self._pointed:
            return
        self._pointed = part
        self.setToolTip(plain_tip("" if part is None else words.title(part, self._name)))
        if part is None:
            self.unsetCursor()
        else:
            sideways = part in _SIDEWAYS
            self.setCursor(Qt.CursorShape.SizeHorCursor if sideways else Qt.CursorShape.SizeVerCursor)
        self.update()

    def _radius(self, width: int) -> int:
        """Of both circles, in px, in so much width."""
        widest = self._theme.space(_WIDEST_COMPACT) if self._compact else self._theme.px(_WIDEST)
        return int(radius_for(width, self._theme.space(_HANDLE), widest))

    def _above(self) -> float:
        """Room over the circles: the names, and half an edge's handle."""
        theme = self._theme
        return theme.line("writing") + theme.space(6) + theme.space(_HANDLE)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _restyle(self) -> None:
        self._picture.forget()
        self.updateGeometry()
        self.update()


def _near(one: Spot, other: Spot, reach: float) -> bool:
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 <= reach**2
