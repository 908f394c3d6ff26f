# SPDX-License-Identifier: MIT
"""Chips: short choices in a flowing row, one at a time or any number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.marks import paint_person
from ipnb_journal.desktop.widgets.painting import Row, box, in_middle, smooth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextSingleLine


class Chip(QAbstractButton):
    """A choice that is on or off: chosen shows by tick, weight and fill together."""

    def __init__(
        self, theme: Theme, text: str, *, small: bool = False, mark: int = 0, parent: QWidget | None = None
    ) -> None:
        """`small`: 30 high for filters, else 36. `mark`: a person's mark (1 to 8) before the words."""
        super().__init__(parent)
        self._theme, self._small, self._mark, self._words = theme, small, mark, text
        self._face = QFont()
        self.setText(text.replace("&", "&&"))
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._restyle)
        theme.changed.connect(self._restyle)
        self._restyle()

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self.height() / 2

    def sizeHint(self) -> QSize:
        theme = self._theme
        width = 2 * theme.space(12 if self._small else 16) + QFontMetrics(self._face).horizontalAdvance(
            self._words
        )
        if self.isChecked():
            width += theme.px(self._tick()) + theme.space(7)
        if self._mark:
            width += theme.px(13) + theme.space(7)
        return QSize(max(width, theme.px(30)), theme.px(30 if self._small else 36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, smooth(self)
        fill, border = self._fill_and_border()
        box(painter, self.rect(), self.height() / 2, fill, border)
        pad, gap = theme.space(12 if self._small else 16), theme.space(7)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        row = Row(self.rect().adjusted(pad, 0, -pad, 0), right_to_left=rtl)
        if self.isChecked():
            self._draw_tick(painter, row, gap)
        if self._mark:
            side = theme.px(13)
            at = row.take(side, gap)
            paint_person(painter, theme, self._mark, QPointF(at.center()) + QPointF(0.5, 0.5), side / 2)
        lively = self.isChecked() or (self.underMouse() and self.isEnabled())
        painter.setPen(theme.colour("ink" if lively else "ink2"))
        painter.setFont(self._face)
        painter.drawText(row.rest().adjusted(-2, 0, 2, 0), _ONE_LINE, self._words)

    def _draw_tick(self, painter: QPainter, row: Row, gap: int) -> None:
        side = self._theme.px(self._tick())
        ratio = self.devicePixelRatioF()
        drawn = icons.pixmap(self._theme, "check", self._tick(), "ink", stroke=2.4, ratio=ratio)
        painter.drawPixmap(in_middle(row.take(side, gap), side, side).topLeft(), drawn)

    def _fill_and_border(self) -> tuple[QColor | None, QColor]:
        theme = self._theme
        if not self.isEnabled():
            return theme.colour("room2"), theme.colour("hairline")
        if self.isChecked():
            return theme.colour("accent_soft"), theme.colour("accent")
        over = self.underMouse()
        return (theme.colour("select") if self.isDown() else None), theme.colour("ink" if over else "control")

    def _tick(self) -> int:
        return 14 if self._small else 15

    def _restyle(self) -> None:
        role = "hint" if self._small else "ui"
        if self.isChecked():
            role = "hint_strong" if self._small else "ui_strong"
        self._face = self._theme.font(role)
        self.updateGeometry()
        self.update()


class ChipGroup(QWidget):
    """Chips for one question. Arrow keys walk them, Space or Enter chooses; keys are any hashable value."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        options: Iterable[tuple[object, str]] = (),
        *,
        single: bool = False,
        small: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`options`: pairs of key and words. `single`: choosing one lets go of the others."""
        super().__init__(parent)
        self._theme, self._single, self._small = theme, single, small
        self._chips: dict[object, Chip] = {}
        self._flow = FlowLayout(theme, self, gap=8 if small else 10)
        self.setAccessibleName(name)
        theme.changed.connect(self._flow.invalidate)
        self.set_options(options)

    def set_options(
        self, options: Iterable[tuple[object, str]], marks: dict[object, int] | None = None
    ) -> None:
        """Replace the chips, keeping what was chosen where the key stays. `marks`: person marks by key."""
        kept = self.chosen()
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = {}
        for key, words in options:
            chip = Chip(self._theme, words, small=self._small, mark=(marks or {}).get(key, 0), parent=self)
            chip.setChecked(key in kept)
            chip.clicked.connect(self._on_clicked)
            self._flow.addWidget(chip)
            self._chips[key] = chip
            chip.show()

    def chosen(self) -> tuple[object, ...]:
        """Keys of the chosen chips, in the order shown."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def choose(self, keys: Iterable[object]) -> None:
        """Choose exactly these keys, without announcing a change."""
        wanted = set(keys)
        for key, chip in self._chips.items():
            chip.setChecked(key in wanted)

    def chip(self, key: object) -> Chip:
        """The chip of `key`."""
        return self._chips[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chips = list(self._chips.values())
        here = next((i for i, chip in enumerate(chips) if chip.hasFocus()), None)
        step = _step_of(Qt.Key(event.key()), self.layoutDirection())
        if here is None or step == 0:
            super().keyPressEvent(event)
            return
        chips[(here + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if self._single:
            for chip in self._chips.values():
                chip.setChecked(chip is pressed)
        self.changed.emit()


def _step_of(key: Qt.Key, direction: Qt.LayoutDirection) -> int:
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    steps = {
        Qt.Key.Key_Right: -1 if mirrored else 1,
        Qt.Key.Key_Left: 1 if mirrored else -1,
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_Up: -1,
    }
    return steps.get(key, 0)
