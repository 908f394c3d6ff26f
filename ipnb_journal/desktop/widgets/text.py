# SPDX-License-Identifier: MIT
"""Words on screen: plain text only, in a type role, with the line height the role asks for."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.tool_tip import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme

_UNBOUNDED = 1_000_000.0
_WIDTHS_KEPT = 4
_HANGING = "gjpqyQ,;"
_TITLES = frozenset({"display", "h1", "prompt", "date"})
# a last line below the first share of the width is evened out, down to the second share of it
EVEN_TITLE, EVEN_WORDS = (0.4, 0.7), (0.2, 0.85)
_MOST_LINES = 5


class LaidText:
    """`text` broken into lines at `width` px with a fixed `line` height; `max_lines` 0 means all of them."""

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        line: float,
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        max_lines: int = 0,
        heavy: int = 0,
        even: tuple[float, float] | None = None,
    ) -> None:
        """`heavy`: how many letters at the start are set in semi-bold.

        `even`: a last line narrower than the first share of `width` is filled up from the lines above it,
        which become no narrower than the second.
        """
        self.layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
        option = QTextOption(align)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        if heavy:
            self.layout.setFormats([_semi_bold(heavy)])
        self.shown = len(text)
        self.natural_width = 0.0
        self._line = line
        self._lead = _lead(QFontMetricsF(font), line)
        self._break(width, max_lines)
        if even is not None and not max_lines:
            self._even_out(width, *even, centred=bool(align & Qt.AlignmentFlag.AlignHCenter))

    @property
    def height(self) -> float:
        """Height of all lines in px."""
        return self._line * max(1, self.layout.lineCount())

    @property
    def cut(self) -> bool:
        """Whether `max_lines` left some of the text out."""
        return self.shown < len(self.layout.text())

    def draw(self, painter: QPainter, at: QPointF, formats: Sequence[QTextLayout.FormatRange] = ()) -> None:
        """Paint the lines in the painter's pen colour, but for `formats`."""
        self.layout.draw(painter, at, formats)

    def _even_out(self, width: float, short: float, narrowest: float, *, centred: bool) -> None:
        count = self.layout.lineCount()
        if not 1 < count <= _MOST_LINES or not _runs_on_from_left(self.layout.text()):
            return
        if self.layout.lineAt(count - 1).naturalTextWidth() > short * width:
            return
        natural, low, high = self.natural_width, width * narrowest, width
        while high - low > 2:
            middle = (low + high) / 2
            self._break(middle, 0)
            low, high = (middle, high) if self.layout.lineCount() > count else (low, middle)
        self._break(high, 0, (width - high) / 2 if centred else 0.0)
        # what it asks for stays what it needs; only where it breaks has changed
        self.natural_width = natural

    def _break(self, width: float, max_lines: int, left: float = 0.0) -> None:
        self.layout.beginLayout()
        while True:
            line = self.layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(left, (self.layout.lineCount() - 1) * self._line + self._lead))
            self.natural_width = max(self.natural_width, line.naturalTextWidth())
            if max_lines and self.layout.lineCount() == max_lines:
                self.shown = line.textStart() + line.textLength()
                break
        self.layout.endLayout()


def _runs_on_from_left(text: str) -> bool:
    """Whether nothing in the text breaks its lines but their width, and all of it reads left to right."""
    return not any(letter == "\N{LINE SEPARATOR}" or bidirectional(letter) in {"R", "AL"} for letter in text)


def _lead(metrics: QFontMetricsF, line: float) -> float:
    """Room over a line's ascent in px; where the line is lower than the font, no letter hangs out of it."""
    lead = (line - metrics.ascent() - metrics.descent()) / 2
    if lead >= 0:
        return lead
    hanging = metrics.tightBoundingRect(_HANGING).bottom()
    return min(lead, floor(line - hanging - metrics.ascent()))


def _semi_bold(letters: int) -> QTextLayout.FormatRange:
    # its enums take 3 ms to make, and no first page has a lead-in
    from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415

    made = QTextLayout.FormatRange()
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    made.start, made.length, made.format = 0, letters, look
    return made


def shorten(text: str, font: QFont, width: float, line: float, max_lines: int) -> str:
    """`text` cut to `max_lines` at `width`, with an ellipsis when something is left out."""
    laid = LaidText(text, font, width, line, max_lines=max_lines)
    if not laid.cut:
        return text
    last = laid.layout.lineAt(laid.layout.lineCount() - 1)
    head, tail = text[: last.textStart()], text[last.textStart() :]
    return head + QFontMetricsF(font).elidedText(tail.replace("\n", " "), Qt.TextElideMode.ElideRight, width)


class Text(QLabel):
    """A label in a type role. Never rich text, whatever is in it; wraps; keeps the role's line height."""

    def __init__(
        self,
        theme: Theme,
        role: str,
        text: str = "",
        *,
        colour: str = "ink",
        wrap: bool = True,
        max_lines: int = 0,
        measure: float = 0,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`colour`: a role. `wrap` False keeps one line. `max_lines` cuts with an ellipsis.

        `measure`: widest it asks to be, in design px (0: 560).
        """
        super().__init__(parent)
        self._theme, self._role, self._colour = theme, role, colour
        self._max_lines, self._measure, self._tabular = max_lines, measure or 560, tabular
        self._laid: dict[tuple[object, ...], LaidText] = {}
        self._face = QFont()
        self._heavy = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        super().setText(text)
        theme.changed.connect(self._restyle)
        self._restyle()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._laid.clear()
        self.updateGeometry()
        self.update()

    def set_colour(self, role: str) -> None:
        """Show the words in another colour role."""
        self._colour = role
        self.update()

    def set_lead(self, letters: int) -> None:
        """Set the first `letters` in semi-bold, as a lead-in to the rest."""
        self._heavy = letters
        self._restyle()

    def set_role(self, role: str) -> None:
        """Show the words in another type role."""
        self._role = role
        self._restyle()

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return int(self._lay(inner).height + 0.999) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        limit = self._theme.px(self._measure) if self.wordWrap() else _UNBOUNDED
        laid = self._kept(limit)
        return self._with_margins(laid.natural_width, laid.height)

    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            hint = self.sizeHint()
            return QSize(self._theme.px(24), hint.height()) if self._max_lines else hint
        words = max(self.text().split(), key=len, default="")
        metrics = QFontMetricsF(self._face)
        return self._with_margins(min(metrics.horizontalAdvance(words), self._theme.px(200)), self._line())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._colour if self.isEnabled() else "ink2"))
        inner = self.contentsRect()
        laid = self._lay(inner.width())
        spare = max(0.0, inner.height() - laid.height)
        at = self.alignment()
        if at & Qt.AlignmentFlag.AlignTop:
            spare = 0.0
        elif not at & Qt.AlignmentFlag.AlignBottom:
            spare /= 2
        laid.draw(painter, QPointF(inner.x(), inner.y() + spare))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._max_lines:
            laid = self._lay(self.contentsRect().width()).layout.text()
            is_cut = laid != self.text().replace("\n", "\N{LINE SEPARATOR}")
            self.setToolTip(plain_tip(self.text() if is_cut else ""))

    def _restyle(self) -> None:
        self._face = self._theme.font(self._role, tabular=self._tabular)
        self._laid.clear()
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        return self._theme.line(self._role)

    def _with_margins(self, width: float, height: float) -> QSize:
        margins = self.contentsMargins()
        return QSize(
            int(width + 0.999) + margins.left() + margins.right(),
            int(height + 0.999) + margins.top() + margins.bottom(),
        )

    def _lay(self, width: int) -> LaidText:
        return self._kept(width if self.wordWrap() else _UNBOUNDED, width)

    def _kept(self, width: float, room: float = 0.0) -> LaidText:
        """The words laid for a width: a layout asks for the same few widths again and again."""
        key = (width, room, self._side())
        if key not in self._laid:
            if len(self._laid) == _WIDTHS_KEPT:
                self._laid.clear()
            self._laid[key] = self._fresh(width, room)
        return self._laid[key]

    def _fresh(self, width: float, room: float) -> LaidText:
        text, font = self.text(), self._face
        lines = self._max_lines or (0 if self.wordWrap() else 1)
        if self._max_lines and room:
            text = shorten(text, font, room, self._line(), lines)
        span = room if room and not self.wordWrap() else width
        side = self._side()
        shares = EVEN_TITLE if self._role in _TITLES else EVEN_WORDS
        even = None if side == Qt.AlignmentFlag.AlignRight else shares
        span, line, heavy = max(1.0, span), self._line(), self._heavy
        return LaidText(text, font, span, line, align=side, max_lines=lines, heavy=heavy, even=even)

    def _side(self) -> Qt.AlignmentFlag:
        at = self.alignment()
        if at & Qt.AlignmentFlag.AlignHCenter:
            return Qt.AlignmentFlag.AlignHCenter
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        trailing = bool(at & Qt.AlignmentFlag.AlignRight)
        return Qt.AlignmentFlag.AlignRight if trailing != mirrored else Qt.AlignmentFlag.AlignLeft


class PromptLabel(Text):
    """A question the journal asks, in the prompt role."""

    def __init__(
        self, theme: Theme, text: str = "", *, role: str = "prompt", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, role, text, measure=680, parent=parent)
