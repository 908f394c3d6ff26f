# SPDX-License-Identifier: MIT
"""How two circles have looked before: the last pictures kept of one relationship, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.circle_glyph import HEIGHT, WIDTH, paint_glyph
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.painting import Row, box, smooth
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import LaidText, Text
from ipnb_journal.desktop.wording import circles as words
from ipnb_journal.domain.checkins import Circles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.checkins import CheckIn

_ROLE = "small"
_GAP, _SIDE, _ABOVE = 12, 6, 8
_LEAST_WORDS = 120


class EarlierPicture(QAbstractButton):
    """One picture: its glyph, its day, its words. Enter, Space or a press asks to see it."""

    def __init__(
        self, theme: Theme, kept: CheckIn, name: str, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self.kept = theme, kept
        self._circles = kept.circles or Circles()
        self._day, self._told = words.short_day(kept.day, today), words.in_a_row(self._circles, name)
        self._day_width = 0
        self._chosen = False
        self.setAccessibleName(f"{words.day(kept.day, today)}: {words.sentence(self._circles, name)}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chosen(self) -> bool:
        """Whether it is the one on show."""
        return self._chosen

    def show_chosen(self, chosen: bool) -> None:
        """Mark it as the one on show, or not."""
        self._chosen = chosen
        self.setAccessibleDescription(words.ON_SHOW if chosen else "")
        self.update()

    def day_width(self) -> int:
        """How wide the words of its day are, in px."""
        return QFontMetrics(self._theme.font(_ROLE, tabular=True)).horizontalAdvance(self._day) + 1

    def set_day_width(self, width: int) -> None:
        """Make its column of days `width` px wide, as all of the list are."""
        self._day_width = width
        self.updateGeometry()
        self.update()

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self._theme.px(6)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self._theme
        told = self._laid(max(1, width - self._before_words() - theme.space(_SIDE))).height
        return max(theme.px(HEIGHT), int(told + 0.999)) + 2 * theme.space(_ABOVE)

    def sizeHint(self) -> QSize:
        width = self._before_words() + self._theme.px(168) + self._theme.space(_SIDE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        theme = self._theme
        width = self._before_words() + theme.space(_LEAST_WORDS) + theme.space(_SIDE)
        return QSize(width, theme.px(HEIGHT) + 2 * theme.space(_ABOVE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, smooth(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        ground = "accent_soft" if self._chosen else "select" if self.isDown() else "hover"
        if self._chosen or self.underMouse() or self.isDown():
            box(painter, self.rect(), self.focus_radius(), theme.colour(ground))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = theme.space(_SIDE)
        row = Row(self.rect().adjusted(side, 0, -side, 0), right_to_left=mirrored)
        gap = theme.space(_GAP)
        glyph = QRect(QPoint(0, 0), QSize(theme.px(WIDTH), theme.px(HEIGHT)))
        glyph.moveCenter(row.take(theme.px(WIDTH), gap).center())
        paint_glyph(painter, theme, QRectF(glyph), self._circles, mirrored=mirrored)
        day, rest = row.take(self._day_width, gap), row.rest()
        told = self._laid(rest.width())
        top = (self.height() - told.height) / 2
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font(_ROLE, tabular=True))
        first = QRect(day.x(), round(top), day.width(), theme.line(_ROLE))
        aside = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            first, aside | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, self._day
        )
        painter.setPen(theme.colour("ink"))
        told.draw(painter, QPointF(rest.x(), top))

    def _before_words(self) -> int:
        """How much of a row is taken up to where its words begin, in px."""
        theme = self._theme
        return theme.space(_SIDE) + theme.px(WIDTH) + self._day_width + 2 * theme.space(_GAP)

    def _laid(self, width: float) -> LaidText:
        theme = self._theme
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        return LaidText(self._told, theme.font(_ROLE), width, theme.line(_ROLE), align=align)


class CirclesBefore(QWidget):
    """The pictures as a list, and what they don't say. `wanted(CheckIn)`: one of them was pressed.

    `help_wanted`: the words that lead to what the circles mean were pressed.
    """

    wanted = Signal(object)
    help_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[EarlierPicture] = []
        self.none = Text(theme, "small", words.NONE_BEFORE, colour="ink2")
        self.help = LinkButton(theme, words.WHAT_THEY_MEAN, icon="circle-help")
        self.help.clicked.connect(self.help_wanted)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        note = FlowLayout(theme, gap=6)
        note.addWidget(Text(theme, "small", words.NOT_BETTER, colour="ink2"))
        note.addWidget(self.help)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Rule(theme))
        self._column.addWidget(Text(theme, "ui_strong", words.BEFORE))
        self._column.addWidget(self.none)
        self._column.addLayout(self._list)
        self._column.addLayout(note)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_pictures(self, kept: Sequence[CheckIn], name: str, today: date) -> None:
        """List these; `name`: whom the other circle stands for, "" for no one by name."""
        held = next((row.kept.id for row in self.rows if row.hasFocus()), None)
        clear(self._list)
        self.rows = [EarlierPicture(self._theme, one, name, today) for one in kept]
        for row in self.rows:
            row.clicked.connect(lambda _=False, row=row: self.wanted.emit(row.kept))
            self._list.addWidget(row)
        self.none.setVisible(not self.rows)
        self._restyle()
        for row in self.rows:
            # what joins a list on show has no place until it is shown itself
            row.show()
            if row.kept.id == held:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, kept: CheckIn | None) -> None:
        """Mark the picture that is on show; with None, none of them."""
        for row in self.rows:
            row.show_chosen(kept is not None and row.kept.id == kept.id)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.space(10))
        width = max((row.day_width() for row in self.rows), default=0)
        for row in self.rows:
            row.set_day_width(width)
