# SPDX-License-Identifier: MIT
"""One-line fields with a label, a hint, and words under them when something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.theme import icons
from ipnb_journal.desktop.theme.fonts import same_face
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.unattended import Unattended
from ipnb_journal.desktop.wording.widgets import FORGOTTEN

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme


class Line(QLineEdit):
    """The line edit itself: plain text, the mulberry caret, no prediction or spell service."""

    def __init__(
        self, theme: Theme, *, role: str = "field", height: float = 46, parent: QWidget | None = None
    ) -> None:
        """`role`: type role; `height`: design px."""
        super().__init__(parent)
        self._theme, self._role, self._height = theme, role, height
        self._face = theme.font(role)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def focus_radius(self) -> float:
        """Corner radius the focus ring follows, in px."""
        return self._theme.px(6)

    def set_wrong(self, wrong: bool) -> None:
        """Show or drop the 2 px border that says something is wrong."""
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def set_reserved(self, width: int) -> None:
        """Keep `width` px free at the trailing end for a button laid over the field."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(width if rtl else 0, 0, 0 if rtl else width, 0)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(self._height))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # a style sheet puts an older font back when a widget changes its parent
        if event.type() == QEvent.Type.FontChange and not same_face(self.font(), self._face):
            self.setFont(self._face)

    def _restyle(self) -> None:
        self._face = self._theme.font(self._role)
        self.setFont(self._face)
        self.updateGeometry()


class Field(QWidget):
    """A label, a line, and under it either a hint or what is wrong (icon and words, never colour alone)."""

    edited = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str = "",
        *,
        hint: str = "",
        placeholder: str = "",
        role: str = "field",
        height: float = 46,
        line: Line | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`role`: type role of what is typed ("field", "list_title", "key_field"); `height`: design px.

        `line`: another kind of line to build around.
        """
        super().__init__(parent)
        self._theme, self._hint_text = theme, hint
        self._forgotten = False
        self.line = line if line is not None else Line(theme, role=role, height=height)
        self.line.setPlaceholderText(placeholder)
        self._label = Text(theme, "label", label, parent=self)
        self._below = _Below(theme, self)
        self._build()
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self.submitted)
        self.set_label(label)
        self.set_hint(hint)
        theme.changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Put text in the line and drop any word of what was wrong."""
        self.line.setText(text)
        self.clear_error()

    def set_label(self, label: str) -> None:
        """Set the label above, which is also the accessible name."""
        self._label.setText(label)
        self._label.setVisible(bool(label))
        self.line.setAccessibleName(label or self.line.placeholderText())

    def set_hint(self, hint: str) -> None:
        """Set the muted line below."""
        self._hint_text = hint
        self.clear_error()

    def show_error(self, words: str, more: str = "") -> None:
        """Say what is wrong; the typed text stays and is selected. `more`: a muted second line."""
        self.line.set_wrong(True)
        self._below.say(words, more, wrong=True)
        self.line.setAccessibleDescription(f"{words}. {more}" if more else words)
        self.line.selectAll()

    def clear_error(self) -> None:
        """Back to the hint."""
        if self.line.property("wrong"):
            self.line.set_wrong(False)
        self._forgotten = False
        self._below.say(self._hint_text, "", wrong=False)
        self.line.setAccessibleDescription(self._hint_text)

    def forget_when_left(self) -> None:
        """Empty the line after 30 seconds in which nobody typed: what it takes is secret."""
        Unattended(self.line, self.forget)

    def forget(self) -> None:
        """Empty the line with its undo history, and say so until somebody types again."""
        self.set_text("")
        self.edited.emit("")
        self._below.say(FORGOTTEN, "", wrong=False)
        self.line.setAccessibleDescription(FORGOTTEN)
        self._forgotten = True

    def put_beside(self, widget: QWidget) -> None:
        """Put `widget` after the line, which keeps a width of its own."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            at = column.indexOf(self.line)
            column.removeWidget(self.line)
            row = QHBoxLayout()
            row.setSpacing(self._theme.space(16))
            row.addWidget(self.line)
            row.addWidget(widget, 1)
            column.insertLayout(at, row)

    @property
    def is_wrong(self) -> bool:
        """Whether words of what is wrong are showing."""
        return bool(self.line.property("wrong"))

    def _build(self) -> None:
        self._label.setBuddy(self.line)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        column.addWidget(self.line)
        column.addWidget(self._below)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def _on_edited(self, text: str) -> None:
        if self.is_wrong or self._forgotten:
            self.clear_error()
        self.edited.emit(text)

    def _restyle(self) -> None:
        column = self.layout()
        if column is not None:
            column.setSpacing(self._theme.space(6))


class _Below(QWidget):
    """The line under a field: a muted hint, or an icon with words in the danger colour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = _Alert(theme, self)
        self._words = Text(theme, "hint", "", colour="ink2", parent=self)
        self._more = Text(theme, "hint", "", colour="ink2", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(theme.space(8))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._more)
        row.addLayout(words, 1)

    def say(self, words: str, more: str, *, wrong: bool) -> None:
        """Show the words; nothing at all when there are none."""
        self._icon.setVisible(wrong)
        self._words.set_role(("ui_strong" if more else "hint") if wrong else "hint")
        self._words.set_colour("danger" if wrong else "ink2")
        self._words.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setVisible(bool(words))


class _Alert(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(18), self._theme.px(21))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        drawn = icons.pixmap(self._theme, "circle-alert", 17, "danger", stroke=2, ratio=ratio)
        smooth(self).drawPixmap(0, (self.height() - self._theme.px(17)) // 2, drawn)
