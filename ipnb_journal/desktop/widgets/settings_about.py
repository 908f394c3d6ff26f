# SPDX-License-Identifier: MIT
"""What this program is and isn't, where the journal lies, and under which licences things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal import __version__, offline
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.marks import AppMark
from ipnb_journal.desktop.widgets.reading import Reading
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import settings as words

if TYPE_CHECKING:
    from ipnb_journal.desktop.theme.theme import Theme


_WIDTH = 680


class AboutTab(QWidget):
    """Only to read; the path can be selected and copied."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.file = Reading(theme, words.FILE, role="hint")
        self.file.set_spacing(_WIDTH)
        self._parts: list[tuple[QVBoxLayout, Text]] = []
        self._head = QHBoxLayout()
        self._grid = QGridLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Columns(theme, self._build_rows(), width=_WIDTH))
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_file(self, path: str) -> None:
        """Say where the journal lies."""
        self.file.show_words(path)

    def set_columns(self, wanted: bool) -> None:
        """There is one column only."""

    def _build_rows(self) -> QWidget:
        theme, rows = self._theme, QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head.addWidget(AppMark(theme, 34))
        self._head.addWidget(Text(theme, "date", words.APP_NAME, wrap=False))
        version = Text(theme, "hint", words.VERSION.format(version=__version__), colour="ink2", wrap=False)
        self._head.addWidget(version)
        self._head.addStretch(1)
        column.addLayout(self._head)
        for title, body in words.ABOUT:
            column.addLayout(self._part(title, Text(theme, "hint", body, colour="ink2", measure=620)))
        kept_off = words.OFFLINE if offline.enforced() else words.NOT_OFFLINE
        self._parts[-1][0].addWidget(Text(theme, "hint", kept_off, colour="ink2", measure=620))
        aside = Text(theme, "hint", words.FILE_ASIDE, colour="ink2", measure=620)
        column.addLayout(self._part(words.FILE, self.file, aside))
        line = Text(theme, "hint", words.LICENCES_LINE, colour="ink2", measure=620)
        licences = self._part(words.LICENCES, line)
        licences.addLayout(self._grid)
        for row, (what, licence) in enumerate(words.LICENCE_LIST):
            self._grid.addWidget(Text(theme, "hint", what), row, 0)
            self._grid.addWidget(
                Text(theme, "hint", licence, colour="ink2"), row, 1, Qt.AlignmentFlag.AlignTop
            )
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        column.addLayout(licences)
        column.addStretch(1)
        return rows

    def _part(self, title: str, *below: QWidget) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(1)
        part.addWidget(Rule(self._theme))
        name = Text(self._theme, "ui_medium", title)
        part.addWidget(name)
        for widget in below:
            part.addWidget(widget)
        self._parts.append((part, name))
        return part

    def _restyle(self) -> None:
        space = self._theme.space
        self._head.setContentsMargins(0, space(18), 0, space(14))
        self._head.setSpacing(space(12))
        for part, name in self._parts:
            part.setContentsMargins(0, 0, 0, space(14))
            name.setContentsMargins(0, space(13), 0, 0)
        self._grid.setContentsMargins(0, space(8), 0, 0)
        self._grid.setHorizontalSpacing(space(24))
        self._grid.setVerticalSpacing(space(2))
