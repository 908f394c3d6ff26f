# SPDX-License-Identifier: MIT
"""The strip at the top of the window: menus or a way back at one end, Pause and Lock at the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QWidget

from ipnb_journal.desktop.widgets.buttons import CornerButton
from ipnb_journal.desktop.wording import widgets as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.desktop.theme.theme import Theme


class TopStrip(QWidget):
    """44 high. Pause and Lock stand in the same place on every page."""

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

    def show_back(self, where: str) -> None:
        """Show the way back, named by where it leads; "" hides it."""
        self.back.setText(where)
        self.back.setVisible(bool(where))

    def show_corner(self, pause: str, lock: str) -> None:
        """Name the two buttons; "" hides one."""
        for button, name in ((self.pause, pause), (self.lock, lock)):
            button.setText(name)
            button.setVisible(bool(name))

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
        self.setFixedHeight(self._theme.px(44))
        self._row.setContentsMargins(self._theme.space(10), 0, self._theme.space(14), 0)
        self._row.setSpacing(self._theme.space(4))
