# SPDX-License-Identifier: MIT
"""Beside a page: who it is about, its circles, whether it may be brought up, and its earlier versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.choices import Switch
from ipnb_journal.desktop.widgets.circle_glyph import CircleGlyph
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.marks import PersonMark
from ipnb_journal.desktop.widgets.setting_row import SettingRow
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import circles as circle_words
from ipnb_journal.desktop.wording import history as words
from ipnb_journal.desktop.wording import versions as say
from ipnb_journal.desktop.wording.today import theme_words
from ipnb_journal.domain.checkins import Circles

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.entries import Entry, Version
    from ipnb_journal.domain.people import Person

SHOWN = 3


class EntryFacts(QWidget):
    """The people, the theme, the place and the tags of a page; hidden where there are none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.space(4), 0, 0)
        self._column.setSpacing(theme.space(4))

    def show_facts(self, entry: Entry, people: Iterable[Person]) -> None:
        """Show what `entry` is about; `people`: those it names."""
        clear(self._column)
        named = list(people)
        if named:
            self._head(words.ABOUT_PEOPLE)
        for person in named:
            row = QHBoxLayout()
            row.setSpacing(self._theme.space(8))
            row.addWidget(PersonMark(self._theme, person.mark))
            row.addWidget(Text(self._theme, "ui", person.label), 1)
            self._column.addLayout(row)
        theme_name = theme_words(entry.page.theme)
        if theme_name:
            self._head(words.ABOUT_THEME)
            self._line(theme_name[0].upper() + theme_name[1:])
        if entry.page.location:
            self._head(words.ABOUT_PLACE)
            self._line(entry.page.location)
        if entry.page.tags:
            self._head(words.ABOUT_TAGS)
            self._line(", ".join(entry.page.tags))
        self.setVisible(self._column.count() > 0)

    def _head(self, name: str) -> None:
        if self._column.count():
            self._column.addSpacing(self._theme.space(10))
        self._column.addWidget(Text(self._theme, "label", name))

    def _line(self, text: str) -> None:
        self._column.addWidget(Text(self._theme, "ui", text, colour="ink2"))


class PlacedCircles(QWidget):
    """The two circles placed on a page, small and in words; hidden where there are none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph = CircleGlyph(theme, Circles())
        self.told = Text(theme, "ui", "", colour="ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(6))
        column.addWidget(Text(theme, "label", circle_words.PLACED_HERE))
        column.addWidget(self.glyph)
        column.addWidget(self.told)
        self.hide()

    def show_circles(self, circles: Circles | None, name: str) -> None:
        """Show what was placed; `name`: whom the other circle stands for, "" for no one by name."""
        if circles is not None:
            self.glyph.show_circles(circles)
            self.told.setText(circle_words.sentence(circles, name))
        self.setVisible(circles is not None)


class Sealing(QWidget):
    """The switch that keeps a page from being shown unasked; `wanted(sealed)` when a person turns it."""

    wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = Switch(theme)
        self.switch.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SettingRow(theme, words.SEAL, words.SEAL_LINE, self.switch))

    def show_entry(self, entry: Entry) -> None:
        """Show whether `entry` is sealed; hidden while it lies in the drawer, where nothing is brought up."""
        self.switch.setChecked(entry.sealed)
        self.setVisible(entry.drawer_since is None)


class EarlierVersions(QWidget):
    """The newest earlier versions of a page; `wanted(version_id)` asks to see one, None for all of them."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(8))
        self.hide()

    def show_versions(self, versions: tuple[Version, ...], today: date) -> None:
        """List the first of `versions`; hidden where there are none. Dates of another year say so."""
        clear(self._column)
        self.setVisible(bool(versions))
        if not versions:
            return
        self._column.addWidget(Text(self._theme, "heading", words.EARLIER))
        self._column.addWidget(Text(self._theme, "small", words.EARLIER_LINE, colour="ink2"))
        for version in versions[:SHOWN]:
            self._column.addLayout(self._row(version, today))
        if len(versions) > SHOWN:
            self._add_link(self._column, say.ALL.format(count=len(versions)), "", None)

    def _row(self, version: Version, today: date) -> QVBoxLayout:
        theme = self._theme
        row = QVBoxLayout()
        row.setSpacing(theme.space(2))
        when = words.KEPT_AT.format(moment=say.moment(version.kept_at, today))
        row.addWidget(Text(theme, "ui_medium", when))
        first = " ".join(version.writing.body.split()) or version.writing.title
        row.addWidget(Text(theme, "small", first, colour="ink2", max_lines=3))
        self._add_link(row, say.COMPARE, when, version.id)
        row.addSpacing(theme.space(8))
        return row

    def _add_link(self, column: QVBoxLayout, name: str, when: str, wanted: int | None) -> None:
        link = LinkButton(self._theme, name)
        link.setAccessibleDescription(when)
        link.clicked.connect(lambda: self.wanted.emit(wanted))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
