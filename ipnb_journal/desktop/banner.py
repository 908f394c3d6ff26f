# SPDX-License-Identifier: MIT
"""A problem told on the page itself: what happened, what is safe, what you can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import SecondaryButton
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.desktop.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.desktop.wording.errors import Words


class Sign(QWidget):
    """The icon of a problem: in the danger colour only where something may be lost or wrong."""

    def __init__(self, theme: Theme, size: float = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._size = theme, size
        self._icon, self._risky = "circle-alert", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_sign(self, icon: str, risky: bool) -> None:
        """Show another icon."""
        self._icon, self._risky = icon, risky
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._size), self._theme.px(self._size + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        role = "danger" if self._risky else "ink2"
        drawn = icons.pixmap(
            self._theme, self._icon, self._size, role, stroke=2, ratio=self.devicePixelRatioF()
        )
        smooth(self).drawPixmap(QPointF(0, self._theme.px(2)), drawn)


class Banner(QWidget):
    """Hidden until `tell`; takes its room in the page and never covers anything."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words: Words | None = None
        self._sign = Sign(theme, parent=self)
        self._title = Text(theme, "ui_strong", "", parent=self)
        self._lines = [
            Text(theme, role, "", colour="ink2", parent=self) for role in ("hint", "hint", "small")
        ]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.space(12), 0, 0)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.space(2))
        for line in (self._title, *self._lines):
            column.addWidget(line)
        self._ways = QWidget(self)
        self._row_of_ways = FlowLayout(theme, self._ways, gap=8)
        self._row_of_ways.setContentsMargins(0, theme.space(8), 0, 0)
        self._ways.hide()
        column.addWidget(self._ways)
        row.addLayout(column, 1)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def tell(self, words: Words, more: str = "", ways: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """Show a problem, with one more sentence if there is one.

        `ways` out of it, each a button's words and what it does.
        """
        self.words = words
        self._offer(ways)
        self._sign.show_sign(words.icon, words.risky)
        self._title.setText(words.title)
        self._title.set_colour("danger" if words.risky else "ink")
        texts = (words.told, more, words.detail)
        for line, text in zip(self._lines, texts, strict=True):
            line.setText(text)
            line.setVisible(bool(text))
        self.show()
        self.setAccessibleName(f"{words.title}. {texts[0]}")
        announce(self, f"{words.title}. {texts[0]} {more}".strip())

    def ways(self) -> list[SecondaryButton]:
        """The buttons on offer, in their order."""
        return [item for item in self._ways.children() if isinstance(item, SecondaryButton)]

    def _offer(self, ways: Sequence[tuple[str, Callable[[], None]]]) -> None:
        while (item := self._row_of_ways.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.setParent(None)
                button.deleteLater()
        for label, call in ways:
            button = SecondaryButton(self._theme, label, small=True, parent=self._ways)
            # queued: what it does may well take this very banner away
            button.clicked.connect(call, Qt.ConnectionType.QueuedConnection)
            self._row_of_ways.addWidget(button)
        self._ways.setVisible(bool(ways))

    def clear(self) -> None:
        """Take it away."""
        self.words = None
        self.hide()

    def _restyle(self) -> None:
        row = self.layout()
        if row is not None:
            row.setSpacing(self._theme.space(10))
