# SPDX-License-Identifier: MIT
"""The settings about how things look, with a piece of a page that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.choices import Segmented, Switch
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.look_cards import LookCards
from ipnb_journal.desktop.widgets.look_preview import LookPreview
from ipnb_journal.desktop.widgets.setting_row import SettingRow
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.text_size import TextSize
from ipnb_journal.desktop.wording import settings as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.services.settings import Settings


class AppearanceTab(QWidget):
    """Emits `setting_changed` with a field's name and its new value."""

    setting_changed = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._spacing_now = theme, "open"
        self.looks = LookCards(theme, words.LOOKS, words.THEME)
        self.text_size = TextSize(theme)
        self.spacing = Segmented(theme, words.SPACINGS, name=words.SPACING)
        self.still, self.contrast, self.word_count = Switch(theme), Switch(theme), Switch(theme)
        self.preview = LookPreview(theme, words.PREVIEW_PROMPT, words.PREVIEW_WRITING)
        self._heads: list[QHBoxLayout | QVBoxLayout] = []
        self._columns = Columns(theme, self._build_rows(), self._build_preview())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._columns)
        self._connect()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_settings(self, settings: Settings) -> None:
        """Show how things look now."""
        self._spacing_now = settings.writing_width
        self.looks.choose(settings.theme)
        self.text_size.show_percent(settings.text_percent)
        self.spacing.set_value(settings.writing_width)
        self.contrast.setChecked(settings.strong_contrast)
        self.word_count.setChecked(settings.word_count)
        self.still.setChecked(
            self._theme.still if settings.still_pictures is None else settings.still_pictures
        )
        self.preview.show_look(settings.text_percent, settings.writing_width)

    def set_columns(self, wanted: bool) -> None:
        """Put the preview beside the rows, or below them."""
        self._columns.set_beside(wanted)

    def _build_rows(self) -> QWidget:
        theme, rows = self._theme, QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        looks = QVBoxLayout()
        looks.addWidget(Text(theme, "ui_medium", words.THEME))
        looks.addWidget(self.looks)
        self._heads.append(looks)
        column.addLayout(looks)
        column.addWidget(Rule(theme))
        column.addWidget(self.text_size)
        column.addWidget(SettingRow(theme, words.SPACING, words.SPACING_LINE, self.spacing))
        column.addWidget(SettingRow(theme, words.STILL, words.STILL_LINE, self.still))
        column.addWidget(SettingRow(theme, words.CONTRAST, words.CONTRAST_LINE, self.contrast))
        column.addWidget(SettingRow(theme, words.WORD_COUNT, words.WORD_COUNT_LINE, self.word_count))
        column.addStretch(1)
        return rows

    def _build_preview(self) -> QWidget:
        aside = QWidget()
        column = QVBoxLayout(aside)
        column.addWidget(Text(self._theme, "ui_medium", words.PREVIEW))
        column.addWidget(self.preview)
        column.addStretch(1)
        self._heads.append(column)
        return aside

    def _connect(self) -> None:
        def tell(name: str, value: object) -> None:
            self.setting_changed.emit(name, value)

        self.looks.chosen.connect(lambda look: tell("theme", look))
        self.text_size.moving.connect(lambda percent: self.preview.show_look(percent, self._spacing_now))
        self.text_size.chosen.connect(lambda percent: tell("text_percent", percent))
        self.spacing.changed.connect(lambda spacing: tell("writing_width", spacing))
        self.still.clicked.connect(lambda on: tell("still_pictures", on))
        self.contrast.clicked.connect(lambda on: tell("strong_contrast", on))
        self.word_count.clicked.connect(lambda on: tell("word_count", on))

    def _restyle(self) -> None:
        space = self._theme.space
        looks, preview = self._heads
        looks.setContentsMargins(0, space(18), 0, space(18))
        preview.setContentsMargins(0, space(18), 0, space(24))
        for head in self._heads:
            head.setSpacing(space(12))
