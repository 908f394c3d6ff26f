# SPDX-License-Identifier: MIT
"""Light, dark, or as the computer has it: three small pictures to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.theme.tokens import PaletteBroken, read_palette
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.one_stop import one_stop
from ipnb_journal.desktop.widgets.painting import Row, box, in_middle, smooth

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QLayoutItem

    from ipnb_journal.desktop.theme.theme import Theme

_WIDTH, _LEAST, _PICTURE, _RADIO, _GAP, _LEAD = 188, 140, 92, 20, 9, 9
_BETWEEN = 16
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignAbsolute


class LookCards(QWidget):
    """One of several looks; `chosen` with its key. Arrow keys move the choice."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, looks: Iterable[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cards: dict[str, LookCard] = {}
        self._group = QButtonGroup(self)
        holder = QWidget(self)
        row = _CardRow(theme, holder, gap=_BETWEEN)
        for key, label in looks:
            card = LookCard(theme, key, label)
            self._cards[key] = card
            self._group.addButton(card)
            row.addWidget(card)
            card.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
        one_stop(self._group)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)
        self.setAccessibleName(name)

    def choose(self, key: str) -> None:
        """Show which look is chosen, without telling anyone."""
        self._cards[key].setChecked(True)

    def card(self, key: str) -> LookCard:
        """The card of a look."""
        return self._cards[key]


class _CardRow(FlowLayout):
    """Cards in one row, their pictures smaller where that is what it takes; else row by row at full size.

    Reckoned from the width alone: a size kept from the width before would make the page's scroll bar come
    and go for ever.
    """

    def _rows(self, width: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        pairs = [(item, card) for item in self._items if isinstance(card := item.widget(), LookCard)]
        for wide in range(_WIDTH, _LEAST - 1, -4):
            sizes = [QSize(card.width_with(wide), card.sizeHint().height()) for _, card in pairs]
            if sum(size.width() for size in sizes) + gap * (len(sizes) - 1) <= width:
                return [[(item, size) for (item, _), size in zip(pairs, sizes, strict=True)]]
        return super()._rows(width, gap)


class LookCard(QRadioButton):
    """A picture of the window in one look (`light`, `dark`) or both (`system`), and its radio below."""

    def __init__(self, theme: Theme, look: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._label = theme, label
        self._looks = ("light", "dark") if look == "system" else (look,)
        self._colours: list[Mapping[str, str]] = []
        self.setText(label.replace("&", "&&"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def width_with(self, wide: float) -> int:
        """How wide the card is in px when its picture is `wide` design px."""
        theme = self._theme
        words = QFontMetrics(theme.font("ui_strong")).horizontalAdvance(self._label)
        return max(theme.px(wide), theme.px(_RADIO) + theme.space(_LEAD) + words + 2)

    def sizeHint(self) -> QSize:
        theme, width = self._theme, self.width_with(_WIDTH)
        return QSize(width, theme.px(_PICTURE) + theme.space(_GAP) + theme.px(_RADIO + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.width_with(_LEAST), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self._theme.px(6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = self._theme, smooth(self), self.isChecked()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        wide = min(theme.px(_WIDTH), self.width())
        picture = QRectF(self.width() - wide if rtl else 0, 0, wide, theme.px(_PICTURE))
        self._paint_picture(painter, picture)
        rim = "accent" if on else "ink" if self.underMouse() else "control"
        box(painter, picture, theme.px(6), None, theme.colour(rim), 2.0 if on else 1.0)
        foot = self.rect().adjusted(0, round(picture.height()) + theme.space(_GAP), 0, 0)
        row = Row(foot, right_to_left=rtl)
        side = theme.px(_RADIO)
        place = in_middle(row.take(side, theme.space(_LEAD)), side, side)
        box(painter, place, side / 2, theme.colour("raised"), theme.colour(rim), 2.0 if on else 1.5)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(in_middle(place, theme.px(10), theme.px(10)))
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("ui_strong" if on else "ui"))
        flag = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(row.rest(), _ONE_LINE | flag, self._label)

    def _paint_picture(self, painter: QPainter, whole: QRectF) -> None:
        rounded = QPainterPath()
        rounded.addRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), self._theme.px(6), self._theme.px(6))
        painter.save()
        painter.setClipPath(rounded)
        share = whole.width() / len(self._colours)
        for number, colours in enumerate(self._colours):
            part = QRectF(whole.left() + number * share, whole.top(), share, whole.height())
            self._paint_page(painter, part, colours)
        painter.restore()

    def _paint_page(self, painter: QPainter, part: QRectF, colours: Mapping[str, str]) -> None:
        """A wall, a sheet that runs off its foot, three lines and a button."""
        scale = self._theme.scale
        painter.fillRect(part, QColor(colours["room"]))
        left = (14 if len(self._colours) > 1 else 34) * scale
        sheet = part.adjusted(left, 14 * scale, -12 * scale, 8 * scale)
        box(painter, sheet, 2 * scale, QColor(colours["paper"]), QColor(colours["hairline"]))
        inner = sheet.adjusted(12 * scale, 11 * scale, -12 * scale, 0)
        y = inner.top()
        for role, high, share, below in (("ink", 4, 0.7, 8), ("ink2", 3, 0.9, 6), ("ink2", 3, 0.6, 10)):
            line = QRectF(inner.left(), y, inner.width() * share, high * scale)
            box(painter, line, 2 * scale, _faint(colours[role], 0.6 if role == "ink2" else 1.0))
            y += (high + below) * scale
        button = QRectF(inner.left(), y, 34 * scale, 9 * scale)
        box(painter, button, 3 * scale, QColor(colours["accent"]))

    def _restyle(self) -> None:
        theme = self._theme
        self._colours = [_palette(theme, look) for look in self._looks]
        self.updateGeometry()
        self.update()


def _palette(theme: Theme, look: str) -> Mapping[str, str]:
    try:
        return read_palette(theme.root / "themes", f"strong_{look}" if theme.strong else look)
    except PaletteBroken as error:
        theme.report("palette", str(error))
        roles = ("room", "paper", "hairline", "ink", "ink2", "accent")
        return {role: theme.colour(role).name() for role in roles}


def _faint(colour: str, alpha: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made
