# SPDX-License-Identifier: MIT
"""The strip at the top of the window: menus or a way back at one end, Pause and Lock at the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QWidget
from shiboken6 import isValid

from ipnb_journal.desktop.widgets.buttons import CornerButton
from ipnb_journal.desktop.wording import widgets as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme


MIDDLE_TOP = 12


class TopStrip(QWidget):
    """44 high, or more where a part of the page hangs from it. Pause and Lock never change their place."""

    back_pressed = Signal()
    pause_pressed = Signal()
    lock_pressed = Signal()

    def __init__(
        self, theme: Theme, *, pause: str = "Pause", lock: str = "Lock", parent: QWidget | None = None
    ) -> None:
        """`pause`, `lock`: words on the two buttons; "" for no such button."""
        super().__init__(parent)
        self._theme = theme
        self.menus: QMenuBar | None = None
        self.menu_button = CornerButton(theme, words.MENU, icon="menu")
        self.back = CornerButton(theme, "", icon="arrow-left")
        self.pause = CornerButton(theme, pause, icon="wind")
        self.lock = CornerButton(theme, lock, icon="lock")
        self._row = QHBoxLayout(self)
        self._middle: QWidget | None = None
        self._build()
        self.show_back("")
        self.show_corner(pause, lock)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_menus(self, menus: QMenuBar) -> None:
        """Put the window's menu bar in the strip (not where the system shows it elsewhere)."""
        self.menus = menus
        menus.setNativeMenuBar(False)
        menus.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row.insertWidget(0, menus, 0, Qt.AlignmentFlag.AlignVCenter)

    def fold_menus(self, menus: Sequence[QMenu] | None) -> None:
        """Show one Menu button holding `menus` instead of the bar; None shows the bar again."""
        folded = menus is not None
        self.menu_button.setVisible(folded)
        if self.menus is not None:
            self.menus.setVisible(not folded)
        old = self.menu_button.menu()
        if old is not None:
            self.menu_button.setMenu(None)  # type: ignore[arg-type]
            old.deleteLater()
        if menus is not None:
            whole = QMenu(self)
            for menu in menus:
                whole.addMenu(menu)
            self.menu_button.setMenu(whole)

    def hide_menus(self) -> None:
        """Show neither the bar nor the Menu button."""
        self.menu_button.hide()
        if self.menus is not None:
            self.menus.hide()

    @property
    def tab_order(self) -> tuple[QWidget, ...]:
        """Where Tab goes, which is from one end to the other."""
        middle = () if self._middle is None else (self._middle,)
        return (self.menu_button, self.back, *middle, self.pause, self.lock)

    def show_middle(self, part: QWidget | None) -> None:
        """Hang a page's part in the middle, between the buttons or, without room there, below them; or none.

        The page keeps it and deletes it; it takes no room while nothing in it is shown.
        """
        if part is not self._middle:
            if self._middle is not None and isValid(self._middle):
                self._middle.removeEventFilter(self)
                self._middle.hide()
            self._middle = part
            if part is not None:
                part.setParent(self)
                part.installEventFilter(self)
                part.show()
        self._hang()

    def show_back(self, where: str) -> None:
        """Show the way back, named by where it leads; "" hides it."""
        self.back.setText(where)
        self.back.setVisible(bool(where))
        self._hang()

    def show_corner(self, pause: str, lock: str) -> None:
        """Name the two buttons; "" hides one."""
        for button, name in ((self.pause, pause), (self.lock, lock)):
            button.setText(name)
            button.setVisible(bool(name))
        self._hang()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._middle and event.type() == QEvent.Type.LayoutRequest:
            self._hang()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hang()

    def _hang(self) -> None:
        """Place the middle part, and be as high as it needs."""
        theme, part = self._theme, self._middle
        height = usual = theme.px(44)
        if part is not None and isValid(part) and part.sizeHint().height() > 0:
            wanted, beside = part.sizeHint(), self.width() - 2 * (self._widest_end() + theme.space(8))
            fits = part.minimumSizeHint().width() <= beside
            top = theme.px(MIDDLE_TOP) if fits else usual
            width = min(wanted.width(), beside if fits else self.width() - 2 * theme.space(16))
            part.setGeometry((self.width() - width) // 2, top, width, wanted.height())
            height = max(usual, top + wanted.height())
        elif part is not None and isValid(part):
            # left as large as it was, it would keep the pointer from the buttons beneath
            part.resize(0, 0)
        self.setFixedHeight(height)
        margins = self._row.contentsMargins()
        if margins.bottom() != height - usual:
            margins.setBottom(height - usual)
            self._row.setContentsMargins(margins)

    def _widest_end(self) -> int:
        margins, gap = self._row.contentsMargins(), self._row.spacing()
        near: list[QWidget] = [self.menu_button, self.back]
        if self.menus is not None:
            near.append(self.menus)
        taken = [
            sum(part.sizeHint().width() + gap for part in parts if not part.isHidden())
            for parts in (near, [self.pause, self.lock])
        ]
        return max(margins.left() + taken[0], margins.right() + taken[1])

    def _build(self) -> None:
        self._row.addWidget(self.menu_button)
        self._row.addWidget(self.back)
        self._row.addStretch(1)
        self._row.addWidget(self.pause)
        self._row.addWidget(self.lock)
        self.menu_button.hide()
        self.back.clicked.connect(self.back_pressed)
        self.pause.clicked.connect(self.pause_pressed)
        self.lock.clicked.connect(self.lock_pressed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _restyle(self) -> None:
        self._row.setContentsMargins(self._theme.space(10), 0, self._theme.space(14), 0)
        self._row.setSpacing(self._theme.space(4))
        self._hang()
