# SPDX-License-Identifier: MIT
"""Buttons that say what happens: primary, secondary, quiet, danger, link, corner and icon-only."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.painting import box, smooth
from ipnb_journal.desktop.widgets.tool_tip import plain_tip
from ipnb_journal.records import Record

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

_MIRRORED = {
    "arrow-left": "arrow-right",
    "arrow-right": "arrow-left",
    "chevron-left": "chevron-right",
    "chevron-right": "chevron-left",
}


class Look(Record):
    """How a kind of button is drawn: colour roles for each state ("" is none), type roles and padding."""

    ink: str
    fill: str = ""
    border: str = ""
    hover_fill: str = ""
    hover_border: str = ""
    pressed_fill: str = "select"
    pressed_edge: str = ""
    font: str = "ui_medium"
    small_font: str = "hint_medium"
    padding: int = 20
    small_padding: int = 13
    height: int = 42
    small_height: int = 34
    icon_ink: str = ""
    ghost_when_off: bool = False


class BaseButton(QPushButton):
    """A push button painted from the theme. Enter and Space both press it. Its words are literal text."""

    look: ClassVar[Look] = Look(ink="ink")

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        icon: str = "",
        icon_last: bool = False,
        small: bool = False,
        ink: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`icon`: file name in resources/icons. `icon_last` puts it last. `ink`: another colour role."""
        super().__init__(parent)
        self._theme, self._icon_name, self._icon_last, self._small = theme, icon, icon_last, small
        self._ink = ink
        self._face = QFont()
        self._words = ""
        self.setText(text)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def setText(self, text: str) -> None:
        self._words = text
        # a name like "Ben & Ana" must not become a shortcut
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words as shown."""
        return self._words

    def set_icon(self, name: str) -> None:
        """Show another icon ("" for none)."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self._theme.px(8)

    def sizeHint(self) -> QSize:
        theme, look = self._theme, self.look
        width = 2 * theme.space(look.small_padding if self._small else look.padding)
        width += QFontMetrics(self._face).horizontalAdvance(self._words) if self._words else 0
        if self._icon_name:
            width += theme.px(self._icon_size()) + (self._gap() if self._words else 0)
        height = theme.px(look.small_height if self._small else look.height)
        return QSize(max(width, theme.px(24)), max(height, QFontMetrics(self._face).height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        self._paint_box(painter)
        self._paint_words(painter)

    def _restyle(self) -> None:
        self._face = self._theme.font(self.look.small_font if self._small else self.look.font)
        self.updateGeometry()
        self.update()

    def _icon_size(self) -> int:
        return 17 if self._small else 18

    def _gap(self) -> int:
        return self._theme.space(9)

    def _paint_box(self, painter: QPainter) -> None:
        look, radius = self.look, self.focus_radius()
        if not self.isEnabled():
            if not look.ghost_when_off:
                box(painter, self.rect(), radius, self._theme.colour("room2"), self._theme.colour("hairline"))
            return
        down, over = self.isDown(), self.underMouse()
        fill = look.pressed_fill if down else (look.hover_fill or look.fill) if over else look.fill
        border = (look.hover_border or look.border) if over and not down else look.border
        if fill or border:
            box(painter, self.rect(), radius, self._role(fill), self._role(border))
        if down and look.pressed_edge:
            painter.setClipRect(QRectF(0, 0, self.width(), 2))
            box(painter, self.rect(), radius, self._theme.colour(look.pressed_edge))
            painter.setClipping(False)

    def _role(self, role: str) -> QColor | None:
        return self._theme.colour(role) if role else None

    def _paint_words(self, painter: QPainter) -> None:
        ink = (self._ink or self.look.ink) if self.isEnabled() else "ink2"
        icon_ink = (self.look.icon_ink or ink) if self.isEnabled() else "ink2"
        words, glyph = self._places()
        sink = 1 if self.isDown() else 0
        if self._icon_name:
            name = self._icon_name
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                name = _MIRRORED.get(name, name)
            ratio = self.devicePixelRatioF()
            drawn = icons.pixmap(self._theme, name, self._icon_size(), icon_ink, ratio=ratio)
            painter.drawPixmap(QPointF(glyph.x(), glyph.y() + sink), drawn)
        painter.setPen(self._theme.colour(ink))
        painter.setFont(self._face)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(words.translated(0, sink), flags, self._words)

    def _places(self) -> tuple[QRect, QRect]:
        """Where the words and the icon go, mirrored when reading runs right to left."""
        advance = QFontMetrics(self._face).horizontalAdvance(self._words) if self._words else 0
        side = self._theme.px(self._icon_size()) if self._icon_name else 0
        gap = self._gap() if side and advance else 0
        x = (self.width() - advance - side - gap) // 2
        icon_first = self._icon_last == (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        words_x = x + side + gap if icon_first else x
        icon_x = x if icon_first else x + advance + gap
        top = (self.height() - side) // 2
        return QRect(words_x - 2, 0, advance + 4, self.height()), QRect(icon_x, top, side, side)


class PrimaryButton(BaseButton):
    """The one thing to do on a screen."""

    look = Look(
        ink="accent_ink", fill="accent", hover_fill="accent_hover", pressed_fill="accent_hover",
        pressed_edge="ink", font="ui_strong", small_font="hint_strong",
    )  # fmt: skip


class SecondaryButton(BaseButton):
    """Another thing that can be done."""

    look = Look(ink="ink", fill="raised", border="control", hover_border="ink")


class QuietButton(BaseButton):
    """A way out or aside, without a box until pointed at; where it begins a line its words line up."""

    look = Look(ink="accent", hover_fill="select", padding=12)
    _begins = False

    def begin_line(self, begins: bool) -> None:
        """Whether it is the first on its line, where its words line up with what is above and below."""
        if begins != self._begins:
            self._begins = begins
            self.update()

    def focus_rect(self) -> QRect:
        """What the focus ring goes round."""
        if not self._begins:
            return self.rect()
        words, glyph = self._places()
        return self.rect().intersected(words.united(glyph) if self._icon_name else words)

    def _paint_box(self, painter: QPainter) -> None:
        if not self._begins:
            super()._paint_box(painter)

    def _paint_words(self, painter: QPainter) -> None:
        super()._paint_words(painter)
        if self._begins and self.underMouse() and self.isEnabled():
            _underline(painter, self._places()[0], self._face)

    def _places(self) -> tuple[QRect, QRect]:
        words, glyph = super()._places()
        if not self._begins:
            return words, glyph
        spare = self._theme.space(self.look.small_padding if self._small else self.look.padding)
        aside = spare if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else -spare
        return words.translated(aside, 0), glyph.translated(aside, 0)


class DangerButton(BaseButton):
    """Something that cannot be taken back; its words say what."""

    look = Look(
        ink="danger", fill="raised", border="danger", hover_fill="danger_soft", pressed_fill="danger_soft"
    )


class CornerButton(BaseButton):
    """Pause, Lock and the way back, in the strip at the top."""

    look = Look(
        ink="ink",
        icon_ink="ink2",
        hover_fill="select",
        font="hint_medium",
        height=32,
        padding=12,
        ghost_when_off=True,
    )

    def _gap(self) -> int:
        return self._theme.space(8)


class LinkButton(BaseButton):
    """Words inside a text that open something; at least 24 px high."""

    look = Look(
        ink="accent", font="small_medium", small_font="small_medium", padding=0, small_padding=0, height=24,
        small_height=24, pressed_fill="", ghost_when_off=True,
    )  # fmt: skip

    def focus_radius(self) -> float:
        return self._theme.px(4)

    def _paint_words(self, painter: QPainter) -> None:
        super()._paint_words(painter)
        if self.underMouse() and self.isEnabled():
            _underline(painter, self._places()[0], self._face)


class IconButton(BaseButton):
    """One icon in a square of 32 px; `name` is its accessible name and tool tip."""

    look = Look(ink="ink", icon_ink="ink2", hover_fill="select", height=32, padding=0, ghost_when_off=True)

    def __init__(
        self, theme: Theme, icon: str, name: str, *, boxed: bool = False, parent: QWidget | None = None
    ) -> None:
        """`boxed` draws a border at rest."""
        self._boxed = boxed
        super().__init__(theme, "", icon=icon, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(32), self._theme.px(32))

    def _paint_box(self, painter: QPainter) -> None:
        if self._boxed:
            fill, border = "raised", "ink" if self.underMouse() else "control"
            if not self.isEnabled():
                fill, border = "room2", "hairline"
            colour = self._theme.colour
            box(painter, self.rect(), self.focus_radius(), colour(fill), colour(border))
        if not self._boxed or self.isDown():
            super()._paint_box(painter)


def _underline(painter: QPainter, words: QRect, face: QFont) -> None:
    y = words.top() + (words.height() + QFontMetrics(face).ascent()) // 2 + 1
    painter.drawLine(words.left() + 2, y, words.right() - 2, y)
