# SPDX-License-Identifier: MIT
"""Pages as rows of a list: the day, the title, two lines of the page, and who it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ipnb_journal.desktop.widgets.marks import paint_person
from ipnb_journal.desktop.widgets.painting import Row, box, pen
from ipnb_journal.desktop.widgets.text import LaidText, shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from ipnb_journal.desktop.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Hits = tuple[tuple[int, int], ...]

_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignAbsolute
_NARROW = 520
_PEOPLE_SHOWN = 3


@dataclass(frozen=True, slots=True)
class EntryRow:
    """What one row shows. Hits are (start, length) in characters; `people` are pairs of mark and label.

    A row with `heading` is a month's name and nothing else.
    """

    day: str = ""
    title: str = ""
    snippet: str = ""
    title_hits: Hits = ()
    hits: Hits = ()
    people: tuple[tuple[int, str], ...] = ()
    note: str = ""
    heading: str = ""


class EntryRowDelegate(QStyledItemDelegate):
    """Paints rows of one height (headings of another); `read` turns an index into an EntryRow."""

    def __init__(
        self,
        theme: Theme,
        read: Callable[[Index], EntryRow],
        parent: QWidget | None = None,
        *,
        lines: int = 2,
    ) -> None:
        """`lines`: of snippet, 0 to 2."""
        super().__init__(parent)
        self._theme, self._read, self._lines = theme, read, lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._theme
        if self._read(index).heading:
            return QSize(0, theme.line("small") + theme.space(20))
        height = theme.space(27) + theme.line("list_title") + theme.px(2) + self._lines * theme.px(23) + 1
        if self._is_narrow(option.rect.width()):
            height += theme.line("small") + theme.space(4)
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        row = self._read(index)
        if row.heading:
            self._paint_heading(painter, option, row)
        else:
            self._paint_row(painter, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: EntryRow) -> None:
        theme = self._theme
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.colour("ink2"))
        place = self._inner(option.rect).adjusted(0, theme.space(14), 0, 0)
        painter.drawText(place, self._leading(option) | _ONE_LINE, row.heading)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: EntryRow) -> None:
        theme, rect = self._theme, option.rect
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            role = "select" if option.state & QStyle.StateFlag.State_Selected else "hover"
            box(painter, rect.adjusted(0, 1, 0, 0), theme.px(6), theme.colour(role))
        painter.setPen(pen(theme.colour("hairline"), 1, flat=True))
        inner = self._inner(rect)
        painter.drawLine(QPointF(inner.x(), rect.y() + 0.5), QPointF(inner.right() + 1, rect.y() + 0.5))
        inner.adjust(0, theme.space(13), 0, -theme.space(14))
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        if self._is_narrow(rect.width()):
            top = QRect(inner.x(), inner.y(), inner.width(), theme.line("small"))
            self._paint_narrow_top(painter, Row(top, right_to_left=rtl), row, rtl)
            inner.setTop(top.bottom() + 1 + theme.space(4))
            self._paint_words(painter, inner, option, row)
            return
        columns = Row(inner, right_to_left=rtl)
        day = columns.take(theme.px(56), theme.space(22))
        middle = columns.take(columns.left() - theme.px(128) - theme.space(22), theme.space(22))
        self._paint_day(painter, QRect(day.x(), day.y(), day.width(), theme.line("list_title")), option, row)
        self._paint_words(painter, middle, option, row)
        self._paint_people(painter, columns.rest(), row, rtl)

    def _paint_day(
        self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, row: EntryRow
    ) -> None:
        painter.setFont(self._theme.font("ui", tabular=True))
        painter.setPen(self._theme.colour("ink2"))
        painter.drawText(place, self._leading(option) | _ONE_LINE, row.day)

    def _paint_words(
        self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, row: EntryRow
    ) -> None:
        theme = self._theme
        align = self._leading(option)
        title_font = theme.font("list_title")
        painter.setPen(theme.colour("ink"))
        height = self._laid(
            painter, row.title, row.title_hits, title_font, QRect(place), theme.line("list_title"), 1, align
        )
        if self._lines:
            painter.setPen(theme.colour("ink2"))
            below = place.adjusted(0, round(height) + theme.px(2), 0, 0)
            self._laid(
                painter, row.snippet, row.hits, theme.font("ui"), below, theme.px(23), self._lines, align
            )

    def _laid(
        self,
        painter: QPainter,
        text: str,
        hits: Hits,
        font: QFont,
        place: QRect,
        line: int,
        most: int,
        align: Qt.AlignmentFlag,
    ) -> float:
        """Text with its hits marked, cut to `most` lines; returns the height used."""
        shown = shorten(text, font, place.width(), line, most)
        laid = LaidText(shown, font, place.width(), line, align=align, max_lines=most)
        at, ink = QPointF(place.topLeft()), painter.pen()
        formats = []
        for start, length in hits:
            if start + length <= len(shown):
                self._paint_hit(painter, laid, at, start, length, line)
                formats.append(self._hit_format(start, length))
        painter.setPen(ink)
        laid.draw(painter, at, formats)
        return laid.height

    def _hit_format(self, start: int, length: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setForeground(self._theme.colour("ink"))
        made.start, made.length, made.format = start, length, look
        return made

    def _paint_hit(
        self, painter: QPainter, laid: LaidText, at: QPointF, start: int, length: int, height: int
    ) -> None:
        """Tint and underline a hit, on each line it touches."""
        theme = self._theme
        for number in range(laid.layout.lineCount()):
            line = laid.layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            one, other = max(start, first), min(start + length, last)
            if one >= other:
                continue
            x, end = line.cursorToX(one)[0], line.cursorToX(other)[0]  # type: ignore[index]
            top = at.y() + number * height + theme.px(2)
            tint = QRectF(at.x() + min(x, end) - 1, top, abs(end - x) + 2, height - theme.px(4))
            box(painter, tint, 2, theme.colour("mark"))
            painter.fillRect(QRectF(tint.x(), tint.bottom() - 2, tint.width(), 2), theme.colour("chaos"))

    def _paint_people(self, painter: QPainter, place: QRect, row: EntryRow, rtl: bool) -> None:
        theme = self._theme
        y = place.y() + theme.px(3)
        for mark, label in row.people[:_PEOPLE_SHOWN]:
            line = Row(QRect(place.x(), y, place.width(), theme.line("small")), right_to_left=rtl)
            self._paint_person(painter, line, mark, label, rtl)
            y += theme.line("small") + theme.px(4)
        if row.note and y + theme.line("small") <= place.bottom() + theme.space(14):
            note = QRect(place.x(), y, place.width(), theme.line("small"))
            self._paint_small(painter, note, row.note, rtl)

    def _paint_person(self, painter: QPainter, line: Row, mark: int, label: str, rtl: bool) -> None:
        side = self._theme.px(12)
        at = QRectF(line.take(side, self._theme.space(6))).center()
        paint_person(painter, self._theme, mark, at, side / 2)
        self._paint_small(painter, line.rest(), label, rtl)

    def _paint_narrow_top(self, painter: QPainter, line: Row, row: EntryRow, rtl: bool) -> None:
        theme = self._theme
        painter.setFont(theme.font("small", tabular=True))
        day = line.take(painter.fontMetrics().horizontalAdvance(row.day) + 2, theme.space(14))
        self._paint_small(painter, day, row.day, rtl)
        for mark, label in row.people[:_PEOPLE_SHOWN]:
            side = theme.px(12)
            width = side + theme.space(6) + painter.fontMetrics().horizontalAdvance(label) + 2
            if width <= line.left():
                place = line.take(width, theme.space(14))
                self._paint_person(painter, Row(place, right_to_left=rtl), mark, label, rtl)

    def _paint_small(self, painter: QPainter, place: QRect, words: str, rtl: bool) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("ink2"))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, side | _ONE_LINE, shown)

    def _inner(self, rect: QRect) -> QRect:
        """Room at both sides, so that the focus ring and the fill clear the words."""
        side = self._theme.space(8)
        return rect.adjusted(side, 0, -side, 0)

    def _is_narrow(self, width: int) -> bool:
        return 0 < width < self._theme.px(_NARROW)

    def _leading(self, option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        return Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft


class EntryList(QListView):
    """A list of pages; Enter and a click open (`activated`), the focus ring goes round the row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._restyle)

    def focus_rect(self) -> QRect:
        """The current row."""
        rect = self.visualRect(self.currentIndex())
        top_left = self.viewport().mapTo(self, QPoint(0, 0))
        return rect.translated(top_left).adjusted(5, 5, -5, -4) if rect.isValid() else QRect()

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self._theme.px(6)

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.verticalScrollBar().setSingleStep(self._theme.px(34))
        self.viewport().update()
