# SPDX-License-Identifier: MIT
"""One item of the check-in: its sentence, a line to set a bead on, and ways to leave it blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.chips import Chip
from ipnb_journal.desktop.widgets.slider import CordSlider
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import check_in as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.checkins import Item

# the slider's line begins this far inside its widget, so that the bead fits at the ends
SLIDER_INSET = 22


class SliderRow(QWidget):
    """Blank until touched. An answer and "doesn't apply" never stand together."""

    changed = Signal()

    def __init__(
        self, theme: Theme, item: Item, *, may_not_apply: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.item, self._may_not_apply = item, may_not_apply
        self.question = Text(theme, "question", measure=640)
        self.blank_line = Text(theme, "small", words.LEFT_BLANK, colour="ink2", wrap=False)
        self.blank = LinkButton(theme, words.LEAVE_BLANK, icon="x", ink="ink2")
        self.slider = CordSlider(theme)
        self.slider.describe(f"{words.LEAST} – {words.MOST}")
        self.not_apply = Chip(theme, words.NO_ONE_AROUND, small=True)
        self._lay_out()
        self.not_apply.setVisible(may_not_apply)
        self.slider.answered.connect(self._on_answered)
        self.blank.clicked.connect(self._leave_blank)
        self.not_apply.toggled.connect(self._on_not_apply)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._show_state()

    def ask(self, text: str) -> None:
        """Show what is asked, which is also what a screen reader calls the slider."""
        self.question.setText(text)
        self.slider.setAccessibleName(text)
        self.blank.setAccessibleName(f"{words.LEAVE_BLANK}: {text}")
        self.not_apply.setAccessibleName(f"{words.NO_ONE_AROUND}: {text}")

    @property
    def answer(self) -> int | None:
        """0 to 100, or None while blank."""
        return None if self.does_not_apply else self.slider.answer()

    @property
    def does_not_apply(self) -> bool:
        """Whether it was said that this item doesn't apply."""
        return self.not_apply.isChecked()

    def show_answer(self, value: float | None, *, does_not_apply: bool = False) -> None:
        """Show an answer given before, without announcing it as new."""
        self.not_apply.blockSignals(True)
        self.not_apply.setChecked(does_not_apply)
        self.not_apply.blockSignals(False)
        self.slider.set_answer(None if value is None else round(value))
        self._show_state()

    def show_last(self, value: float | None) -> None:
        """Mark faintly what was answered last time; None marks nothing."""
        self.slider.set_last(None if value is None else round(value))

    def set_narrow(self, narrow: bool) -> None:
        """Give "doesn't apply" a line of its own, where it doesn't fit between the two ends."""
        self._ends.removeWidget(self.not_apply)
        self._below.removeWidget(self.not_apply)
        if narrow:
            self._below.addWidget(self.not_apply, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._ends.insertWidget(2, self.not_apply)
        self._restyle()

    def _lay_out(self) -> None:
        self._top, self._ends = QHBoxLayout(), QHBoxLayout()
        self._below, self._column = QVBoxLayout(), QVBoxLayout(self)
        self.blank_line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._top.addWidget(self.question, 1)
        for widget in (self.blank_line, self.blank):
            self._top.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._ends.addWidget(Text(self._theme, "small", words.LEAST, colour="ink2", wrap=False))
        self._ends.addStretch(1)
        self._ends.addWidget(self.not_apply)
        self._ends.addStretch(1)
        self._ends.addWidget(Text(self._theme, "small", words.MOST, colour="ink2", wrap=False))
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._column.addLayout(self._top)
        self._column.addSpacing(self._theme.space(5))
        self._column.addWidget(self.slider)
        if not self._may_not_apply:
            # the two ends stand closer to the line than its bead reaches down
            self._column.addSpacing(-self._theme.space(4))
        self._column.addLayout(self._ends)
        self._column.addLayout(self._below)
        self._column.addStretch(1)
        # whoever goes on to answer the next one passes no way to take back the last
        self.tab_order = (self.slider, self.not_apply, self.blank)

    def _on_answered(self, value: object) -> None:
        if value is not None and self.not_apply.isChecked():
            self.not_apply.setChecked(False)
        self._show_state()
        self.changed.emit()

    def _on_not_apply(self, chosen: bool) -> None:
        if chosen:
            self.slider.set_answer(None)
        self._show_state()
        self.changed.emit()

    def _leave_blank(self) -> None:
        self.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_answer(None)
        self.changed.emit()

    def _show_state(self) -> None:
        answered = self.answer is not None or self.does_not_apply
        self.blank.setVisible(answered)
        self.blank_line.setVisible(not answered)

    def _restyle(self) -> None:
        theme = self._theme
        inset = round(SLIDER_INSET * theme.scale)
        self._column.setContentsMargins(0, theme.space(15), 0, theme.space(12))
        line, small = theme.line("question"), theme.line("small")
        self.blank_line.setContentsMargins(0, max(0, (line - small) // 2), 0, 0)
        # as wide as what takes its place, so that an answer doesn't break the question anew
        self.blank_line.setMinimumWidth(self.blank.sizeHint().width())
        for row in (self._top, self._ends, self._below):
            row.setContentsMargins(inset, 0, inset, 0)
            row.setSpacing(theme.space(8))
        self._below.setContentsMargins(inset, theme.space(8) if self._below.count() else 0, inset, 0)
