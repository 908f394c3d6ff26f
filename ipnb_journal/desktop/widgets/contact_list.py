# SPDX-License-Identifier: MIT
"""The people somebody can reach, one row each, and a form for the one being changed or added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.widgets.buttons import IconButton, SecondaryButton
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.contact_form import ContactForm
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import settings as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.safety import Contact

_NARROW = 470
_HOURS = 180


class ContactList(QWidget):
    """`saved` with an id (0 for somebody new), name, number and hours; `removed` with an id."""

    saved = Signal(int, str, str, str)
    removed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._contacts: tuple[Contact, ...] = ()
        self._rows: dict[int, ReachRow] = {}
        self._open = 0
        self.form = ContactForm(theme)
        self.add = SecondaryButton(theme, words.ADD, icon="plus", small=True)
        self._nobody = Text(theme, "hint", words.NO_ONE_YET, colour="ink2")
        self._list, self._foot = QVBoxLayout(), QVBoxLayout()
        self._build()
        self.add.clicked.connect(lambda: self._open_form(None))
        self.form.saved.connect(self._on_saved)
        self.form.removed.connect(self._on_removed)
        self.form.cancelled.connect(self._on_cancelled)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_contacts(self, contacts: Sequence[Contact]) -> None:
        """List them; a form that is open stays open with what was typed."""
        if tuple(contacts) == self._contacts:
            return
        self._contacts = tuple(contacts)
        focused = next((number for number, row in self._rows.items() if row.button_focused), None)
        clear(self._list)
        self._rows = {}
        for contact in contacts:
            row = ReachRow(self._theme, contact.name or contact.number, contact.number, contact.hours)
            edit = row.add_button("pen-line", words.CHANGE.format(name=contact.name or contact.number))
            edit.clicked.connect(lambda _=False, contact=contact: self._open_form(contact))
            self._rows[contact.id] = row
            self._list.addWidget(row)
        if self._open not in self._rows:
            self._open = 0
        self._hide_row()
        if focused in self._rows:
            self.edit_button(focused).setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_button(self, contact_id: int) -> IconButton:
        """The button that changes somebody."""
        button = self._rows[contact_id].button
        assert button is not None  # noqa: S101  show_contacts gives each row one
        return button

    def _build(self) -> None:
        self._list.setSpacing(0)
        self._foot.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._list)
        column.addWidget(self._nobody)
        column.addWidget(self.form)
        self._rule = Rule(self._theme)
        column.addWidget(self._rule)
        column.addLayout(self._foot)
        self.form.hide()

    def _open_form(self, contact: Contact | None) -> None:
        self._open = contact.id if contact is not None else 0
        self.form.fill(contact)
        self.add.hide()
        self.form.show()
        self._hide_row()
        self.form.name.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide_row(self) -> None:
        """The form stands in for the row that is being changed."""
        for number, row in self._rows.items():
            row.setVisible(number != self._open)
        self._nobody.setVisible(not self._rows and self.form.isHidden())
        self._rule.setVisible(self.form.isHidden())

    def _on_saved(self, name: str, number: str, hours: str) -> None:
        was = self._open
        self._close_form(was)
        self.saved.emit(was, name, number, hours)

    def _on_removed(self) -> None:
        was = self._open
        self._close_form(0)
        self.removed.emit(was)

    def _on_cancelled(self) -> None:
        self._close_form(self._open)

    def _close_form(self, back_to: int) -> None:
        """Bring the keyboard back to the row the form was opened from, and put the form away."""
        self._open = 0
        self.add.show()
        self._hide_row()
        button = self._rows[back_to].button if back_to in self._rows else None
        (button or self.add).setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.hide()
        self._hide_row()

    def _restyle(self) -> None:
        space = self._theme.space
        self._foot.setContentsMargins(0, space(12), 0, space(16))
        self._nobody.setContentsMargins(0, space(4), 0, space(12))


class ReachRow(QWidget):
    """Who, which number and when: side by side, or below each other where it is narrow."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        number: str,
        hours: str,
        *,
        icon: str = "phone",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.button: IconButton | None = None
        self._icon = _Icon(theme, icon)
        self._name = Text(theme, "ui_medium", name)
        self._number = Text(theme, "ui", number if number != name else "", tabular=True)
        self._hours = Text(theme, "small", hours, colour="ink2")
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self._name, 1)
        self._words.addWidget(self._number)
        self._words.addWidget(self._hours)
        self._row = QHBoxLayout()
        self._row.addWidget(self._icon)
        self._row.addLayout(self._words, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Rule(theme))
        whole.addLayout(self._row)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def button_focused(self) -> bool:
        """Whether the keyboard is on the button."""
        return self.button is not None and self.button.hasFocus()

    def add_button(self, icon: str, name: str) -> IconButton:
        """Put a button at the trailing end."""
        self.button = IconButton(self._theme, icon, name)
        self._row.addWidget(self.button)
        self._restyle()
        return self.button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        theme = self._theme
        beside = self.width() >= theme.px(_NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._words.setDirection(across if beside else down)
        self._words.setSpacing(theme.space(16) if beside else 0)
        self._hours.setMinimumWidth(theme.px(_HOURS) if beside else 0)
        self._hours.setMaximumWidth(theme.px(_HOURS) if beside else 16_777_215)
        self._hours.setVisible(beside or bool(self._hours.text()))
        self._number.setVisible(beside or bool(self._number.text()))

    def _restyle(self) -> None:
        space = self._theme.space
        no_button = 0 if self.button is not None else self._theme.px(32) + space(16)
        self._row.setContentsMargins(0, space(9), no_button, space(9))
        self._row.setSpacing(space(16))
        self._turn()


class _Icon(QWidget):
    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(18), self._theme.px(34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        drawn = icons.pixmap(self._theme, self._name, 18, "ink2", ratio=self.devicePixelRatioF())
        smooth(self).drawPixmap(0, (self.height() - self._theme.px(18)) // 2, drawn)
