# SPDX-License-Identifier: MIT
"""One backup in a list: when it was made, what it holds, whether it can be read, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.buttons import QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import backups as words
from ipnb_journal.domain.backups import BackupState

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.backups import Backup

_NARROW = 480


class BackupRow(QWidget):
    """`opened` to look inside, `unwanted` to remove it.

    Without `removable` there is only the former, and that nobody read it yet goes without saying.
    """

    opened = Signal()
    unwanted = Signal()

    def __init__(
        self,
        theme: Theme,
        backup: Backup,
        now: datetime,
        *,
        first: bool,
        removable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self.backup = theme, backup
        when = words.capital(words.when(backup.made, now))
        self.button = SecondaryButton(theme, words.LOOK_INSIDE, small=True)
        self.button.setAccessibleName(f"{words.LOOK_INSIDE}: {when}")
        self.remove = QuietButton(theme, words.REMOVE, small=True)
        self.remove.setAccessibleName(f"{words.REMOVE}: {when}")
        if not removable:
            self.remove.hide()
        self._removable = removable
        self._details = Text(theme, "small", "", colour="ink2")
        self._state = _StateLine(theme)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons = QHBoxLayout()
        self._build(when, first=first)
        self.button.clicked.connect(self.opened)
        self.remove.clicked.connect(self.unwanted)
        theme.changed.connect(self._restyle)
        self.show_backup(backup)
        self._restyle()

    def show_backup(self, backup: Backup, former: Collection[bytes] = ()) -> None:
        """Show what is known of it now; `former` are the headers of this journal's earlier keys."""
        self.backup = backup
        self._details.setText(words.details(backup))
        icon, told = words.state(backup, former)
        self._state.tell(icon, told)
        self._state.setVisible(self._removable or backup.state is not BackupState.UNCHECKED)
        self.button.setAccessibleDescription(f"{words.details(backup)}. {told}.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _build(self, when: str, *, first: bool) -> None:
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(Text(self._theme, "list_title", when))
        told.addWidget(self._details)
        told.addWidget(self._state)
        self._buttons.addWidget(self.button)
        self._buttons.addWidget(self.remove)
        self._buttons.addStretch(1)
        self._row.addLayout(told, 1)
        self._row.addLayout(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if not first:
            column.addWidget(Rule(self._theme))
        column.addLayout(self._row)

    def _turn(self) -> None:
        beside = self.width() >= self._theme.px(_NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._row.setSpacing(self._theme.space(32 if beside else 8))

    def _restyle(self) -> None:
        pad = self._theme.space(12)
        self._row.setContentsMargins(0, pad, 0, pad)
        self._buttons.setSpacing(self._theme.space(4))
        self._turn()


class _StateLine(QWidget):
    """What is known of a backup, as words behind an icon; never by colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._icon, self._text = _StateIcon(theme), Text(theme, "small", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(6))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def tell(self, icon: str, words: str) -> None:
        self._icon.show_icon(icon)
        self._text.setText(words)


class _StateIcon(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._icon = theme, "ellipsis"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(15), self._theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        drawn = icons.pixmap(self._theme, self._icon, 15, "ink2", stroke=2, ratio=self.devicePixelRatioF())
        smooth(self).drawPixmap(QPointF(0, self._theme.px(2)), drawn)
