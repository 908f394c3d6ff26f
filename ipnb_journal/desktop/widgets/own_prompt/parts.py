# SPDX-License-Identifier: MIT
"""What the form of an own prompt is made of: named parts, boxes to write in, and the choice of a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.growing_editor import GrowingEditor
from ipnb_journal.desktop.widgets.painting import box, smooth
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import own_prompts as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme

LEAST, FIELD_HEIGHT = 52, 40
WIDEST = 340
_NEW_GROUP = 0


class Named(QWidget):
    """A label and its helping line over a control, which gets both for a screen reader."""

    def __init__(self, theme: Theme, field: str, control: QWidget, *, spoken: QWidget | None = None) -> None:
        """`field`: the dotted name of the field; `spoken`: what is named, where not the control itself."""
        super().__init__()
        label, line = words.LABELS[field], words.LINES.get(field, "")
        named = spoken if spoken is not None else control
        named.setAccessibleName(label)
        named.setAccessibleDescription(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(Text(theme, "label", label))
        if line:
            column.addWidget(Text(theme, "hint", line, colour="ink2"))
        column.addWidget(control)


class BoxedEditor(QWidget):
    """A box that grows with what is written in it; its rim says where the keyboard is."""

    touched = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.editor = GrowingEditor(theme, least=LEAST, role="ui", below=0)
        # as high as its words, not as an editor alone on a page would like to be
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.editor.textChanged.connect(self.touched)
        self.editor.installEventFilter(self)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.editor)
        theme.changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """What is written."""
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text."""
        self.editor.setPlainText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, here = self._theme, self.editor.hasFocus()
        rim = theme.colour("accent" if here else "control")
        box(smooth(self), self.rect(), theme.px(6), theme.colour("raised"), rim, 2.0 if here else 1.0)

    def _restyle(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(space(13), space(10), space(13), space(4))
        self.update()


class Pick(Combo):
    """A choice among words of the domain; `None` stands first while nothing is chosen."""

    def __init__(
        self, theme: Theme, name: str, named: Mapping[str, str], *, blank: str = words.NOT_CHOSEN
    ) -> None:
        """`named`: words by value; `blank`: what stands for none, "" where there always is one."""
        super().__init__(theme, name, widest=WIDEST)
        if blank:
            self.add(blank, None)
        for key, said in named.items():
            self.add(said, key)

    def show_key(self, key: str | None) -> None:
        """Choose a value; where there is no such choice, the first."""
        self.setCurrentIndex(0)
        self.choose(key)

    def key(self) -> str | None:
        """The value chosen."""
        found = self.currentData()
        return None if found is None else str(found)


class GroupChoice(QWidget):
    """The groups there are, none, or a new one that is named in a line below."""

    touched = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.combo = Combo(theme, words.LABELS[words.GROUP], widest=WIDEST)
        self.name = Field(theme, words.GROUP_NAME, role="ui", height=FIELD_HEIGHT)
        self.name.hide()
        self.combo.activated.connect(self._chosen)
        self.name.edited.connect(lambda _: self.touched.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        column.addWidget(self.combo)
        column.addWidget(self.name)
        self.show_groups((), "")

    def show_groups(self, groups: Iterable[str], chosen: str) -> None:
        """Offer these groups, with one of them chosen, "" for none."""
        self.combo.clear()
        self.combo.add(words.GROUP_NONE, "")
        for group in groups:
            self.combo.add(group, group)
        self.combo.add(words.GROUP_NEW, _NEW_GROUP)
        self.combo.choose(chosen)
        self.name.set_text("")
        self.name.hide()

    def group(self) -> str:
        """The group it is in now."""
        key = self.combo.currentData()
        return self.name.text().strip() if key == _NEW_GROUP else str(key or "")

    def _chosen(self) -> None:
        new = self.combo.currentData() == _NEW_GROUP
        self.name.setVisible(new)
        if new:
            self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.touched.emit()
