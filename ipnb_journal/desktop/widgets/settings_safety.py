# SPDX-License-Identifier: MIT
"""The settings about what helps when it is too much, and about what is better left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.choices import Switch
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.contact_list import ContactList, ReachRow
from ipnb_journal.desktop.widgets.keycaps import Keycaps
from ipnb_journal.desktop.widgets.setting_action import SettingAction
from ipnb_journal.desktop.widgets.setting_row import SettingRow
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.topics import TopicsRow
from ipnb_journal.desktop.wording import settings as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.safety import CrisisLine
    from ipnb_journal.services.preferences import Preferences

_SWITCHES = (
    ("offer_pause", words.PAUSE, words.PAUSE_LINE),
    ("not_everyone_safe", words.UNSAFE, words.UNSAFE_LINE),
    ("body_focus_off", words.BODY, words.BODY_LINE),
    ("kindness_hard", words.KINDNESS, words.KINDNESS_LINE),
    ("recent_loss", words.LOSS, words.LOSS_LINE),
    ("recent_separation", words.SEPARATION, words.SEPARATION_LINE),
    ("lose_touch", words.LOSE_TOUCH, words.LOSE_TOUCH_LINE),
    ("show_last_mark", words.LAST_MARK, words.LAST_MARK_LINE),
)


class SafetyTab(QWidget):
    """Emits `preference_changed` with a field's name and its new value; `contacts` has its own signals.

    `afraid` is a row that the page answers.
    """

    preference_changed = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.contacts = ContactList(theme)
        self.country: Combo = Combo(theme, words.COUNTRY)
        self.switches = {name: Switch(theme) for name, _, _ in _SWITCHES}
        self.topics = TopicsRow(theme)
        self.afraid = SettingAction(theme, words.AFRAID, words.AFRAID_LINE, words.LIMITS_BUTTON)
        self._lines, self._line_list = QWidget(), QVBoxLayout()
        self._heads: list[QVBoxLayout] = []
        self._columns = Columns(theme, self._build_rows(), self._build_crisis(), aside_width=320)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._columns)
        self._connect()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_countries(self, codes: Sequence[str]) -> None:
        """Offer the countries that have a line."""
        self.country.clear()
        self.country.add(words.COUNTRY_NONE, "")
        for code in sorted(codes, key=words.country):
            self.country.add(words.country(code), code)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show the settings kept inside the journal."""
        for name, switch in self.switches.items():
            switch.setChecked(getattr(preferences, name))
        if preferences.country and self.country.findData(preferences.country) < 0:
            self.country.add(words.country(preferences.country), preferences.country)
        self.country.choose(preferences.country)
        self.topics.show_topics(preferences.left_out_themes)

    def show_lines(self, lines: Sequence[CrisisLine]) -> None:
        """Show the numbers that belong to the country chosen."""
        clear(self._line_list)
        for line in lines:
            number, when = words.reached_by(line)
            icon = "phone" if line.number else "info"
            self._line_list.addWidget(ReachRow(self._theme, line.name, number, when, icon=icon))
        self._lines.setVisible(bool(lines))

    def set_columns(self, wanted: bool) -> None:
        """Put the words about crises beside the rows, or below them."""
        self._columns.set_beside(wanted)

    def _build_rows(self) -> QWidget:
        theme, rows = self._theme, QWidget()
        column, reach = QVBoxLayout(rows), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        reach.setSpacing(1)
        reach.addWidget(Text(theme, "ui_medium", words.PEOPLE))
        reach.addWidget(Text(theme, "hint", words.PEOPLE_LINE, colour="ink2"))
        self._heads.append(reach)
        column.addLayout(reach)
        column.addWidget(self.contacts)
        column.addWidget(SettingRow(theme, words.COUNTRY, words.COUNTRY_LINE, self.country))
        self._line_list.setContentsMargins(0, 0, 0, 0)
        self._line_list.setSpacing(0)
        self._lines.setLayout(self._line_list)
        self._lines.hide()
        column.addWidget(self._lines)
        for name, title, line in _SWITCHES:
            column.addWidget(SettingRow(theme, title, line, self.switches[name]))
            if name == "offer_pause":
                keys = Keycaps(theme, words.QUICK_KEYS, words.KEYS_OR)
                column.addWidget(SettingRow(theme, words.QUICK, words.QUICK_LINE, keys))
                gone = Keycaps(theme, words.CLOSE_NOW_KEYS, words.KEYS_OR)
                column.addWidget(SettingRow(theme, words.CLOSE_NOW, words.CLOSE_NOW_LINE, gone))
        column.addWidget(self.topics)
        column.addWidget(self.afraid)
        column.addStretch(1)
        return rows

    def _build_crisis(self) -> QWidget:
        aside = QWidget()
        column = QVBoxLayout(aside)
        for title, body in words.CRISIS:
            part = QVBoxLayout()
            part.setSpacing(self._theme.space(4))
            part.addWidget(Text(self._theme, "hint_strong", title))
            part.addWidget(Text(self._theme, "hint", body, colour="ink2"))
            column.addLayout(part)
        column.addStretch(1)
        self._heads.append(column)
        return aside

    def _connect(self) -> None:
        for name, switch in self.switches.items():
            switch.clicked.connect(lambda on, name=name: self.preference_changed.emit(name, on))
        self.country.activated.connect(
            lambda _: self.preference_changed.emit("country", self.country.currentData())
        )
        self.topics.changed.connect(lambda topics: self.preference_changed.emit("left_out_themes", topics))

    def _restyle(self) -> None:
        space = self._theme.space
        reach, crisis = self._heads
        reach.setContentsMargins(0, space(18), 0, space(12))
        crisis.setContentsMargins(0, space(18), 0, space(24))
        crisis.setSpacing(space(14))
