# SPDX-License-Identifier: MIT
"""The bar at the foot of a page being written: what is saved, where one is, the way out and the way on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import (
    BaseButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.wording.session import SavedWords


ICON = 17


@dataclass(frozen=True, slots=True)
class Named:
    """A button's words, and shorter ones for where there is little room."""

    text: str
    short: str = ""

    def at(self, *, short: bool) -> str:
        """The words to show."""
        return self.short if short and self.short else self.text


class WritingBar(QWidget):
    """Says what is true of the words and holds the quiet way out and the one way on.

    Where the window is narrow it lets go, in this order, of the kind line, the word count, the long
    words, and the line saying which step this is. Nothing that can be pressed ever goes.
    """

    quiet_pressed = Signal()
    main_pressed = Signal()
    retry_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = False
        self._saved: SavedWords | None = None
        self._quiet_words, self._main_words = Named(""), Named("")
        self._build_told()
        self._build_buttons()
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _build_told(self) -> None:
        theme = self._theme
        self._icon = _SavedIcon(theme)
        self.saved = Text(theme, "small", colour="ink2", wrap=False)
        self.retry = LinkButton(theme)
        self.retry.clicked.connect(self.retry_pressed)
        self.count = Text(theme, "small", colour="ink2", wrap=False)
        self.kind = Text(theme, "small", colour="ink2", wrap=False)
        self.place = Text(theme, "small", colour="ink2", wrap=False)

    def _build_buttons(self) -> None:
        theme = self._theme
        self.quiet = QuietButton(theme, ink="ink2")
        self.onward: BaseButton = SecondaryButton(theme, icon="arrow-right", icon_last=True)
        self.closing: BaseButton = PrimaryButton(theme)
        self.quiet.clicked.connect(self.quiet_pressed)
        for button in (self.onward, self.closing):
            button.clicked.connect(self.main_pressed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        near = QHBoxLayout()
        for widget in (self._icon, self.saved, self.retry):
            near.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(near)
        row.addWidget(self.count)
        row.addWidget(self.kind)
        row.addStretch(1)
        row.addWidget(self.place)
        for button in (self.quiet, self.onward, self.closing):
            row.addWidget(button)
        self._row, self._near = row, near

    @property
    def main(self) -> BaseButton:
        """The button that leads on, whichever kind it is just now."""
        return self.closing if self.onward.isHidden() else self.onward

    @property
    def compact(self) -> bool:
        """Whether the short form is shown even where the long one would fit."""
        return self._compact

    @compact.setter
    def compact(self, wanted: bool) -> None:
        self._compact = wanted
        self._fit()

    def show_saved(self, told: SavedWords) -> None:
        """Say what is true of the words."""
        if told.risky and told != self._saved:
            announce(self.saved, told.text)
        self._saved = told
        self.retry.setText(told.retry)
        self.saved.setAccessibleName(told.text)
        self.saved.set_colour("danger" if told.risky else "ink2")
        self._icon.show_icon(told.icon, risky=told.risky)
        self._fit()

    def show_count(self, text: str) -> None:
        """Show how many words there are; "" shows nothing."""
        self.count.setText(text)
        self._fit()

    def show_kind(self, text: str) -> None:
        """Show the kind line; "" shows nothing."""
        self.kind.setText(text)
        self._fit()

    def show_place(self, text: str) -> None:
        """Say which step this is, where no cord shows it; "" says nothing."""
        self.place.setText(text)
        self._fit()

    def name_buttons(self, quiet: Named, main: Named, *, closing: bool = False) -> None:
        """Name the way out (no words: none) and the way on; `closing` makes that the primary button."""
        self._quiet_words, self._main_words = quiet, main
        self.onward.setVisible(not closing)
        self.closing.setVisible(closing)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(0, max(self._theme.space(64), self._theme.px(52)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        painter.fillRect(self.rect(), self._theme.colour("room"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hairline"))

    def _fit(self) -> None:
        for level in range(5):
            self._show_at(max(level, 3) if self._compact and level < 3 else level)
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return

    def _show_at(self, level: int) -> None:
        short = level >= 3
        self.kind.setVisible(bool(self.kind.text()) and level < 1)
        self.count.setVisible(bool(self.count.text()) and level < 2)
        self.place.setVisible(bool(self.place.text()) and level < 4)
        self.quiet.setText(self._quiet_words.at(short=short))
        self.quiet.setVisible(bool(self._quiet_words.text))
        for button in (self.onward, self.closing):
            button.setText(self._main_words.at(short=short))
        told = self._saved
        self.saved.setText("" if told is None else told.short if short else told.text)
        self.saved.setVisible(bool(self.saved.text()))
        self.retry.setVisible(bool(told and told.retry))
        self._icon.setVisible(bool(told and told.icon))

    def _restyle(self) -> None:
        theme = self._theme
        self._row.setContentsMargins(theme.space(28), 0, theme.space(24), 0)
        self._row.setSpacing(theme.space(26))
        self._near.setSpacing(theme.space(8))
        self.setFixedHeight(self.sizeHint().height())
        self._fit()
        self.update()


class _SavedIcon(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name, self._role = "", "ink2"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_icon(self, name: str, *, risky: bool) -> None:
        """Show an icon, in the danger colour where words may be lost; "" shows none."""
        self._name, self._role = name, "danger" if risky else "ink2"
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(ICON), self._theme.px(ICON))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            ratio = self.devicePixelRatioF()
            drawn = icons.pixmap(self._theme, self._name, ICON, self._role, stroke=2, ratio=ratio)
            smooth(self).drawPixmap(0, 0, drawn)
