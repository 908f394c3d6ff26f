# SPDX-License-Identifier: MIT
"""One value of the two circles as a line to set a bead on, with less and more beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import IconButton, LinkButton
from ipnb_journal.desktop.widgets.slider import CordSlider
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.tool_tip import plain_tip
from ipnb_journal.desktop.wording import circles as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.circles import CirclePart

STEP = 2
_MIDDLE = 50
_INSET = 22


class CircleRow(QWidget):
    """Blank until touched. `answered`: the value 0 to 100 the person set, None once left blank."""

    answered = Signal(object)

    def __init__(
        self, theme: Theme, part: CirclePart, *, ground: str = "paper", parent: QWidget | None = None
    ) -> None:
        """`ground`: the colour role behind it."""
        super().__init__(parent)
        self._theme, self.part = theme, part
        self._still = False
        self.title = Text(theme, "ui_strong")
        self.under = Text(theme, "small", words.UNDER[part], colour="ink2", wrap=False)
        self.blank = LinkButton(theme, words.LEAVE_BLANK, icon="x", ink="ink2")
        self.slider = CordSlider(theme, ground=ground)
        self.slider.setSingleStep(STEP)
        self.less = IconButton(theme, "minus", words.LESS, boxed=True)
        self.more = IconButton(theme, "plus", words.MORE, boxed=True)
        for button, by in ((self.less, -STEP), (self.more, STEP)):
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _=False, by=by: self._step(by))
        self.blank.clicked.connect(self._leave_blank)
        self.slider.answered.connect(self._on_answered)
        self._lay_out(*words.ENDS[part])
        theme.changed.connect(self._restyle)
        self._restyle()
        self.ask("")
        self.show_value(None)

    def ask(self, name: str) -> None:
        """Say what is asked; `name`: whom the other circle stands for, "" for no one by name."""
        told = words.title(self.part, name)
        self.title.setText(told)
        self.slider.setAccessibleName(told)
        for button, named in (
            (self.less, words.LESS),
            (self.more, words.MORE),
            (self.blank, words.LEAVE_PART_BLANK),
        ):
            button.setAccessibleName(named.format(part=told))
            button.setToolTip(plain_tip(named.format(part=told)))

    def show_value(self, value: float | None) -> None:
        """Show a value, or blank, without telling of it as the person's."""
        self.slider.set_answer(None if value is None else round(value))
        self._show_state()

    def set_still(self, still: bool) -> None:
        """Only show the value, or let it be changed again."""
        self._still = still
        self.slider.setEnabled(not still)
        for button in (self.less, self.more):
            button.setVisible(not still)
        self._show_state()

    def _step(self, by: int) -> None:
        value = self.slider.answer()
        fresh = min(100, max(0, (_MIDDLE if value is None else value) + by))
        if fresh != value:
            self.show_value(fresh)
            self.answered.emit(fresh)

    def _leave_blank(self) -> None:
        self.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_value(None)
        self.answered.emit(None)

    def _on_answered(self, value: object) -> None:
        self._show_state()
        self.answered.emit(value)

    def _show_state(self) -> None:
        answer = self.slider.answer()
        self.blank.setVisible(answer is not None and not self._still)
        ends = " – ".join(words.ENDS[self.part])
        self.slider.describe(words.word(self.part, answer) or ends)

    def _lay_out(self, least: str, most: str) -> None:
        theme = self._theme
        # they keep their places while hidden, so that an answer moves nothing
        for button in (self.blank, self.less, self.more):
            kept = button.sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            button.setSizePolicy(kept)
        self._head, self._line, self._ends = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.under, 1)
        self._head.addWidget(self.blank)
        self._line.addWidget(self.less)
        self._line.addWidget(self.slider, 1)
        self._line.addWidget(self.more)
        self._ends.addWidget(Text(theme, "small", least, colour="ink2", wrap=False))
        self._ends.addStretch(1)
        self._ends.addWidget(Text(theme, "small", most, colour="ink2", wrap=False))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.title)
        self._column.addLayout(self._head)
        self._column.addStretch(1)
        self._column.addLayout(self._line)
        self._column.addLayout(self._ends)

    def _restyle(self) -> None:
        theme = self._theme
        self._head.setSpacing(theme.space(8))
        self._line.setSpacing(0)
        inset = theme.px(32) + round(_INSET * theme.scale)
        self._ends.setContentsMargins(inset, 0, inset, 0)
        self._ends.setSpacing(theme.space(8))
