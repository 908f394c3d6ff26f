# SPDX-License-Identifier: MIT
"""The row of topics to leave out: folded to a number, opened to a box for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import SecondaryButton
from ipnb_journal.desktop.widgets.choices import CheckBox
from ipnb_journal.desktop.widgets.setting_row import SettingRow
from ipnb_journal.desktop.wording import settings as words
from ipnb_journal.domain.prompts import Theme as Topic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipnb_journal.desktop.theme.theme import Theme


class TopicsRow(QWidget):
    """`changed` with the topics left out; those a newer version knows stay among them."""

    changed = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._unknown: tuple[str, ...] = ()
        self.button = SecondaryButton(theme, words.TOPICS_NONE, small=True)
        self._row = SettingRow(theme, words.TOPICS, words.TOPICS_LINE, self.button)
        self._choices = QWidget()
        self.boxes: dict[Topic, CheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addWidget(self._choices)
        self._list = QVBoxLayout(self._choices)
        for topic in Topic:
            box = CheckBox(theme, words.topic(topic))
            box.clicked.connect(self._on_clicked)
            self.boxes[topic] = box
            self._list.addWidget(box)
        self._choices.hide()
        self.button.clicked.connect(lambda: self._unfold(self._choices.isHidden()))
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_topics(self, left_out: Iterable[str]) -> None:
        """Tick what is left out."""
        topics = tuple(left_out)
        self._unknown = tuple(topic for topic in topics if topic not in set(Topic))
        for topic, box in self.boxes.items():
            box.setChecked(topic in topics)
        self._say()

    def _unfold(self, wanted: bool) -> None:
        self._choices.setVisible(wanted)
        self._say()

    def _on_clicked(self) -> None:
        chosen = tuple(topic.value for topic, box in self.boxes.items() if box.isChecked())
        self.changed.emit((*chosen, *self._unknown))

    def _say(self) -> None:
        number = sum(box.isChecked() for box in self.boxes.values())
        told = words.topics_chosen(number)
        self.button.setText(words.TOPICS_DONE if not self._choices.isHidden() else told)
        self.button.setAccessibleName(f"{words.TOPICS}: {told}")

    def _restyle(self) -> None:
        self._list.setContentsMargins(0, 0, 0, self._theme.space(14))
        self._list.setSpacing(0)
