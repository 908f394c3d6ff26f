# SPDX-License-Identifier: MIT
"""A month of days: a dot where something was written, a ring for a check-in only, a box round today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import IconButton
from ipnb_journal.desktop.widgets.painting import box, pen, smooth
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import widgets as words
from ipnb_journal.domain.history import DayMark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme


class MonthGrid(QWidget):
    """One month with its name and the ways to its neighbours.

    Arrow keys move the day, PageUp and PageDown the month, Enter or a click picks. `month_changed`
    asks for the marks of a year and month; `day_picked` gives a date.
    """

    day_picked = Signal(object)
    month_changed = Signal(int, int)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = Text(theme, "ui_strong", wrap=False)
        self.before = IconButton(theme, "chevron-left", words.MONTH_BEFORE)
        self.after = IconButton(theme, "chevron-right", words.MONTH_AFTER)
        self.days = _Days(theme, today)
        self._column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.title, 1)
        head.addWidget(self.before)
        head.addWidget(self.after)
        self._column.addLayout(head)
        self._column.addWidget(self.days)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setFocusProxy(self.days)
        self.before.clicked.connect(lambda: self.days.move_months(-1))
        self.after.clicked.connect(lambda: self.days.move_months(1))
        self.days.day_picked.connect(self.day_picked)
        self.days.month_changed.connect(self._on_month_changed)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._name_month()

    @property
    def day(self) -> date:
        """The day the keyboard is on."""
        return self.days.day

    def show_day(self, day: date) -> None:
        """Move to a day, and to its month."""
        self.days.go_to(day)

    def set_today(self, today: date) -> None:
        """Box another day as today."""
        self.days.set_today(today)

    def set_marks(self, marks: Mapping[date, DayMark]) -> None:
        """What the days shown hold."""
        self.days.set_marks(marks)

    def set_picked(self, day: date | None) -> None:
        """Show which day is filtered by; None for none."""
        self.days.set_picked(day)

    def _on_month_changed(self, year: int, month: int) -> None:
        self._name_month()
        self.month_changed.emit(year, month)

    def _name_month(self) -> None:
        day = self.days.day
        name = QLocale().standaloneMonthName(day.month)
        self.title.setText(f"{name} {day.year}")

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.space(6))


class _Days(QWidget):
    day_picked = Signal(object)
    month_changed = Signal(int, int)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme, self._today, self.day = theme, today, today
        self._picked: date | None = None
        self._marks: dict[date, DayMark] = {}
        self._first_column = QLocale().firstDayOfWeek().value - 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._describe()

    def set_today(self, today: date) -> None:
        """Box another day."""
        self._today = today
        self.update()

    def set_marks(self, marks: Mapping[date, DayMark]) -> None:
        """What the days hold."""
        self._marks = dict(marks)
        self._describe()
        self.update()

    def set_picked(self, day: date | None) -> None:
        """Show which day is filtered by."""
        self._picked = day
        self.update()

    def go_to(self, day: date) -> None:
        """Put the keyboard on a day."""
        turned = (day.year, day.month) != (self.day.year, self.day.month)
        self.day = day
        self._describe()
        if turned:
            self.updateGeometry()
            self.month_changed.emit(day.year, day.month)
        if self.hasFocus():
            announce(self, self.words_of(day))
        self.update()

    def move_months(self, step: int) -> None:
        """Go to the same day some months on, or the last of that month."""
        months = self.day.year * 12 + self.day.month - 1 + step
        year, month = divmod(months, 12)
        if not 1 <= year <= 9998:
            return
        self.go_to(date(year, month + 1, min(self.day.day, _length(year, month + 1))))

    def words_of(self, day: date) -> str:
        """A day as it is read out: "Thursday, 13 March, written"."""
        name = QLocale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM")
        if day == self._today:
            name = words.TODAY.format(day=name)
        mark = self._marks.get(day)
        told = {DayMark.WRITTEN: words.DAY_WRITTEN, DayMark.CHECKIN_ONLY: words.DAY_CHECK_IN}
        return (told[mark] if mark else words.DAY_NONE).format(day=name)

    def focus_rect(self) -> QRect:
        """The day the keyboard is on."""
        return self._cell(self.day).adjusted(2, 1, -2, -2)

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self._theme.px(6)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(250), self._theme.px(26) + self._theme.px(37) * 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(210), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        side = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {Qt.Key.Key_Left: -side, Qt.Key.Key_Right: side, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        if key in steps:
            self.go_to(self.day + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.move_months(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home:
            self.go_to(self.day.replace(day=1))
        elif key == Qt.Key.Key_End:
            self.go_to(self.day.replace(day=_length(self.day.year, self.day.month)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_picked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        for day in self._shown():
            if self._cell(day).contains(at):
                self.go_to(day)
                self.day_picked.emit(day)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, smooth(self)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink2"))
        for column in range(7):
            day = (self._first_column + column) % 7 + 1
            name = QLocale().standaloneDayName(day, QLocale.FormatType.NarrowFormat)
            painter.drawText(self._column_rect(column, 0, theme.px(20)), Qt.AlignmentFlag.AlignCenter, name)
        for day_shown in self._shown():
            self._paint_day(painter, day_shown)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        theme, cell, here = self._theme, self._cell(day), day == self._today
        middle = cell.center().x() + 0.5
        around = QRectF(middle - theme.px(16), cell.y() + 1, theme.px(32), theme.px(34))
        if day == self._picked:
            box(painter, around, theme.px(6), theme.colour("accent_soft"), theme.colour("accent"), 1.5)
        elif here:
            box(painter, around, theme.px(6), None, theme.colour("control"), 1.5)
        heavy = here or day == self._picked
        painter.setFont(theme.font("hint_strong" if heavy else "hint", tabular=True))
        painter.setPen(theme.colour("ink" if day <= self._today else "ink2"))
        number = QRectF(cell.x(), cell.y() + theme.px(3), cell.width(), theme.px(20))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, QLocale().toString(day.day))
        mark = self._marks.get(day)
        if mark is not None:
            paint_day_mark(painter, theme, mark, QPointF(middle, cell.y() + theme.px(27)))

    def _shown(self) -> list[date]:
        return [
            self.day.replace(day=1) + timedelta(days=n) for n in range(_length(self.day.year, self.day.month))
        ]

    def _cell(self, day: date) -> QRect:
        first = day.replace(day=1)
        lead = (first.weekday() - self._first_column) % 7
        row, column = divmod(lead + day.day - 1, 7)
        return self._column_rect(column, self._theme.px(26) + self._theme.px(37) * row, self._theme.px(37))

    def _column_rect(self, column: int, y: int, height: int) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            column = 6 - column
        left, right = self.width() * column // 7, self.width() * (column + 1) // 7
        return QRect(left, y, right - left, height)

    def _describe(self) -> None:
        self.setAccessibleName(self.words_of(self.day))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def paint_day_mark(painter: QPainter, theme: Theme, mark: DayMark, at: QPointF) -> None:
    """A dot where something was written, a ring for a check-in only, about `at`."""
    accent, radius = theme.colour("accent"), 3.0 * theme.scale
    painter.setPen(pen(accent, 1.5 * theme.scale))
    painter.setBrush(accent if mark == DayMark.WRITTEN else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, radius, radius)


def _length(year: int, month: int) -> int:
    after = date(year + month // 12, month % 12 + 1, 1)
    return (after - timedelta(days=1)).day
