# SPDX-License-Identifier: MIT
"""Choices: segmented rows, switches, check boxes and radio buttons, each told apart by more than colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.marks import paint_person
from ipnb_journal.desktop.widgets.one_stop import one_stop
from ipnb_journal.desktop.widgets.painting import Row, box, in_middle, pen, smooth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Segmented(QWidget):
    """One of a few values, side by side. Arrow keys move the choice."""

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        options: Iterable[tuple[object, str]],
        value: object = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`options`: pairs of key and words; `value`: the key chosen at first (the first when None)."""
        super().__init__(parent)
        self._theme = theme
        self._segments: dict[object, _Segment] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, words in options:
            segment = _Segment(theme, words, first=not self._segments, parent=self)
            segment.setAccessibleDescription(name)
            self._group.addButton(segment)
            self._segments[key] = segment
            row.addWidget(segment)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(value if value is not None else next(iter(self._segments)))
        self._group.buttonClicked.connect(self._on_clicked)
        one_stop(self._group)
        theme.changed.connect(self.update)

    def value(self) -> object:
        """The chosen key."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def set_value(self, value: object) -> None:
        """Choose a key without announcing it."""
        self._segments[value].setChecked(True)
        self.update()

    def segment(self, key: object) -> QAbstractButton:
        """The button of `key`."""
        return self._segments[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, smooth(self)
        box(painter, self.rect(), theme.px(8), theme.colour("raised"))
        painter.setClipRect(self.rect())
        for segment in self._segments.values():
            if segment.isChecked() or segment.isDown() or segment.underMouse():
                role = "accent_soft" if segment.isChecked() else "select" if segment.isDown() else "hover"
                self._fill(painter, segment, role)
        box(painter, self.rect(), theme.px(8), None, theme.colour("control"))

    def _fill(self, painter: QPainter, segment: _Segment, role: str) -> None:
        """Fill one segment, round only where it meets the outer corners."""
        painter.save()
        painter.setClipRect(segment.geometry())
        box(painter, self.rect(), self._theme.px(8), self._theme.colour(role))
        painter.restore()

    def _on_clicked(self) -> None:
        self.update()
        self.changed.emit(self.value())


class _Segment(QAbstractButton):
    def __init__(self, theme: Theme, words: str, *, first: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words, self._first = theme, words, first
        self._face = QFont()
        self.setText(words.replace("&", "&&"))
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._restyle)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        theme = self._theme
        # the widest form is kept, so that choosing never moves the neighbours
        widest = QFontMetrics(theme.font("hint_strong")).horizontalAdvance(self._words)
        width = 2 * theme.space(14) + widest + (theme.px(14) + theme.space(7) if self.isChecked() else 0)
        return QSize(max(width, theme.px(30)), theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = self._theme, smooth(self), self.isChecked()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if not self._first:
            x = self.width() - 0.5 if rtl else 0.5
            painter.setPen(pen(theme.colour("hairline"), 1, flat=True))
            painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
        pad = theme.space(14)
        row = Row(self.rect().adjusted(pad, 0, -pad, 0), right_to_left=rtl)
        if on:
            side = theme.px(14)
            tick = icons.pixmap(theme, "check", 14, "ink", stroke=2.4, ratio=self.devicePixelRatioF())
            painter.drawPixmap(in_middle(row.take(side, theme.space(7)), side, side).topLeft(), tick)
        painter.setPen(theme.colour("ink" if on or self.underMouse() else "ink2"))
        painter.setFont(self._face)
        flags = _ONE_LINE | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(row.rest().adjusted(-2, 0, 2, 0), flags, self._words)

    def _restyle(self) -> None:
        self._face = self._theme.font("hint_strong" if self.isChecked() else "hint")
        self.updateGeometry()
        self.update()
        parent = self.parentWidget()
        if parent is not None:
            parent.update()


class Switch(QCheckBox):
    """On or off at once; `name` is what it switches, for a screen reader."""

    def __init__(self, theme: Theme, name: str = "", on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setChecked(on)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(44), self._theme.px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self.height() / 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = self._theme, smooth(self), self.isChecked()
        rim = theme.colour("accent" if on else "ink" if self.underMouse() and self.isEnabled() else "control")
        fill = theme.colour("accent" if on else "raised")
        if not self.isEnabled():
            rim, fill = theme.colour("hairline"), theme.colour("room2")
        box(painter, self.rect(), self.height() / 2, fill, rim, 1.5)
        bead = theme.px(17)
        inset = (self.height() - bead) / 2
        at_end = on != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        x = self.width() - inset - bead if at_end else inset
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_ink" if on and self.isEnabled() else "control"))
        painter.drawEllipse(QRectF(x, inset, bead, bead))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class CheckBox(QCheckBox):
    """A box to tick, with its words (and a person's mark) beside it in a row at least 36 high."""

    def __init__(
        self, theme: Theme, text: str = "", *, mark: int = 0, size: int = 22, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._mark, self._size = theme, text, mark, size
        _prepare_choice(self, text)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        return _choice_size(self._theme, self, self._words, self._size, self._mark)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = self._theme, smooth(self), self.isChecked()
        row = _choice_row(self)
        side = theme.px(self._size)
        place = in_middle(row.take(side, theme.space(11)), side, side)
        rim = "accent" if on else "ink" if self.underMouse() else "control"
        fill = "accent" if on else "raised"
        if not self.isEnabled():
            rim, fill = "hairline", "room2"
        box(painter, place, theme.px(5), theme.colour(fill), theme.colour(rim), 1.5)
        if on:
            tick = theme.px(16)
            role = "accent_ink" if self.isEnabled() else "ink2"
            drawn = icons.pixmap(theme, "check", 16, role, stroke=2.6, ratio=self.devicePixelRatioF())
            painter.drawPixmap(in_middle(place, tick, tick).topLeft(), drawn)
        _choice_words(painter, theme, self, row, self._words, mark=self._mark)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class RadioButton(QRadioButton):
    """One of several; chosen shows by dot, rim and weight."""

    def __init__(
        self, theme: Theme, text: str = "", *, size: int = 22, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._size = theme, text, size
        _prepare_choice(self, text)
        self.toggled.connect(self._restyle)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        return _choice_size(self._theme, self, self._words, self._size, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = self._theme, smooth(self), self.isChecked()
        row = _choice_row(self)
        side = theme.px(self._size)
        place = in_middle(row.take(side, theme.space(11)), side, side)
        rim = "accent" if on else "ink" if self.underMouse() else "control"
        if not self.isEnabled():
            rim = "hairline"
        box(painter, place, side / 2, theme.colour("raised"), theme.colour(rim), 2.0 if on else 1.5)
        if on:
            dot = theme.px(10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent" if self.isEnabled() else "ink2"))
            painter.drawEllipse(in_middle(place, dot, dot))
        _choice_words(painter, theme, self, row, self._words, heavy=on)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _prepare_choice(button: QAbstractButton, words: str) -> None:
    button.setText(words.replace("&", "&&"))
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _choice_size(theme: Theme, button: QAbstractButton, words: str, size: int, mark: int) -> QSize:
    if not words:
        return QSize(theme.px(max(24, size)), theme.px(max(24, size)))
    widest = QFontMetrics(theme.font("ui_strong")).horizontalAdvance(words)
    lead = theme.px(size) + theme.space(11) + (theme.px(14) + theme.space(10) if mark else 0)
    return QSize(lead + widest + 2, theme.px(36))


def _choice_row(button: QAbstractButton) -> Row:
    return Row(button.rect(), right_to_left=button.layoutDirection() == Qt.LayoutDirection.RightToLeft)


def _choice_words(
    painter: QPainter,
    theme: Theme,
    button: QAbstractButton,
    row: Row,
    words: str,
    *,
    mark: int = 0,
    heavy: bool = False,
) -> None:
    if mark:
        side = theme.px(14)
        at = QRectF(row.take(side, theme.space(10))).center()
        paint_person(painter, theme, mark, at, side / 2)
    painter.setPen(theme.colour("ink" if button.isEnabled() else "ink2"))
    painter.setFont(theme.font("ui_strong" if heavy else "ui"))
    rtl = button.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side_flag = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    painter.drawText(row.rest(), _ONE_LINE | side_flag | Qt.AlignmentFlag.AlignAbsolute, words)
