# SPDX-License-Identifier: MIT
"""Pages as rows of a list: the day, the title, up to two lines of the page, and who it is about."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout
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
_DAY, _PEOPLE, _GAP = 56, 128, 22
_SNIPPET, _SNIPPET_LINES = 23, 2
_PEOPLE_SHOWN = 3
_KEPT_LINES = 4096


@dataclass(frozen=True, slots=True)
class EntryRow:
    """What one row shows. Hits are (start, length) in characters; `people` are pairs of mark and label.

    `beside`: a few words on the title's own line, for a row that has nothing else to tell.
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
    beside: str = ""


class EntryRowDelegate(QStyledItemDelegate):
    """Paints rows as high as what they tell; `read` turns an index into an EntryRow."""

    def __init__(
        self, theme: Theme, read: Callable[[Index], EntryRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._read = theme, read
        self._lines: dict[tuple[str, int], int] = {}
        theme.changed.connect(self._lines.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, row = self._theme, self._read(index)
        if row.heading:
            return QSize(0, theme.line("small") + theme.space(20))
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        around = theme.space(27) + 1
        if self._is_narrow(width):
            words = self._words_height(row, width - 2 * theme.space(8))
            return QSize(0, around + theme.line("small") + theme.space(4) + words)
        words = self._words_height(row, self._columns(QRect(0, 0, width, 0), rtl=False)[1].width())
        return QSize(0, around + max(words, self._people_height(row)))

    def _columns(self, rect: QRect, *, rtl: bool) -> tuple[QRect, QRect, QRect]:
        """Where the day, the words and the people of a row stand."""
        theme = self._theme
        columns, gap = Row(self._inner(rect), right_to_left=rtl), theme.space(_GAP)
        day = columns.take(theme.px(_DAY), gap)
        words = columns.take(max(1, columns.left() - theme.px(_PEOPLE) - gap), gap)
        return day, words, columns.rest()

    def _words_height(self, row: EntryRow, width: int) -> int:
        title, lines = self._theme.line("list_title"), self._snippet_lines(row, width)
        return title + (self._theme.px(2) + lines * self._theme.px(_SNIPPET) if lines else 0)

    def _people_height(self, row: EntryRow) -> int:
        told = min(len(row.people), _PEOPLE_SHOWN) + bool(row.note)
        return told * (self._theme.line("small") + self._theme.px(4))

    def _snippet_lines(self, row: EntryRow, width: int) -> int:
        """How many lines the snippet needs; kept, since a list asks for every row again and again."""
        if not row.snippet:
            return 0
        key = (row.snippet, width)
        if key not in self._lines:
            if len(self._lines) >= _KEPT_LINES:
                self._lines.clear()
            line = self._theme.px(_SNIPPET)
            laid = LaidText(row.snippet, self._theme.font("ui"), width, line, max_lines=_SNIPPET_LINES)
            self._lines[key] = laid.layout.lineCount()
        return self._lines[key]

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
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        if self._is_narrow(rect.width()):
            inner.adjust(0, theme.space(13), 0, -theme.space(14))
            top = QRect(inner.x(), inner.y(), inner.width(), theme.line("small"))
            self._paint_narrow_top(painter, Row(top, right_to_left=rtl), row, rtl)
            inner.setTop(top.bottom() + 1 + theme.space(4))
            self._paint_words(painter, inner, option, row)
            return
        day, middle, people = self._columns(rect.adjusted(0, theme.space(13), 0, 0), rtl=rtl)
        self._paint_day(painter, QRect(day.x(), day.y(), day.width(), theme.line("list_title")), option, row)
        self._paint_words(painter, middle, option, row)
        self._paint_people(painter, people, row, rtl)

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
        if row.beside:
            self._paint_beside(painter, place, option, row)
        lines = self._snippet_lines(row, place.width())
        if lines:
            painter.setPen(theme.colour("ink2"))
            below = place.adjusted(0, round(height) + theme.px(2), 0, 0)
            font, line = theme.font("ui"), theme.px(_SNIPPET)
            self._laid(painter, row.snippet, row.hits, font, below, line, lines, align)

    def _paint_beside(
        self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, row: EntryRow
    ) -> None:
        """Small words after the title, on its base line."""
        theme, rtl = self._theme, option.direction == Qt.LayoutDirection.RightToLeft
        title, font = QFontMetricsF(theme.font("list_title")), theme.font("hint")
        used = ceil(title.horizontalAdvance(row.title))
        line = Row(place, right_to_left=rtl)
        line.take(min(used, line.left()), theme.space(12))
        rest, words = line.rest(), QFontMetricsF(font)
        shown = words.elidedText(row.beside, Qt.TextElideMode.ElideRight, rest.width())
        x = rest.right() + 1 - words.horizontalAdvance(shown) if rtl else rest.x()
        base = (theme.line("list_title") + title.ascent() - title.descent()) / 2
        painter.setFont(font)
        painter.setPen(theme.colour("ink2"))
        painter.drawText(QPointF(x, place.y() + base), shown)

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
        if row.note:
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
        self._paint_small(painter, line.rest(), row.note, rtl)

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
