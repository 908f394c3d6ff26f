# SPDX-License-Identifier: MIT
"""Beside History: the month with its days, the people, and the filters asked for less often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import LinkButton
from ipnb_journal.desktop.widgets.choices import CheckBox
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.month import paint_day_mark
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import history as words
from ipnb_journal.desktop.wording.today import theme_words
from ipnb_journal.domain.history import DayMark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QPaintEvent

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.services.people import PersonCount


class MonthKey(QWidget):
    """What the dot and the ring in the month mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(theme, self, gap=14)
        for words_beside, mark in (
            (words.WRITTEN_DOT, DayMark.WRITTEN),
            (words.CHECKIN_RING, DayMark.CHECKIN_ONLY),
        ):
            row.addWidget(_Marked(theme, words_beside, mark))


class _Marked(Text):
    """Words behind the mark they explain."""

    def __init__(self, theme: Theme, text: str, mark: DayMark) -> None:
        super().__init__(theme, "small", text, colour="ink2", wrap=False)
        self._mark, self._key_theme = mark, theme
        theme.changed.connect(self._make_room)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, rtl = self._key_theme, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        away = theme.px(6)
        at = QPointF(self.width() - away if rtl else away, self.height() / 2 + 0.5)
        paint_day_mark(smooth(self), theme, self._mark, at)

    def _make_room(self) -> None:
        room = self._key_theme.px(18)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setContentsMargins(0 if rtl else room, 0, room if rtl else 0, 0)


class PeopleFilter(QWidget):
    """A box to tick for each person, with how many pages name them; any of those ticked will do."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._boxes: dict[int, CheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def chosen(self) -> frozenset[int]:
        """The ids of the people ticked."""
        return frozenset(number for number, box in self._boxes.items() if box.isChecked())

    def show_people(self, counts: Iterable[PersonCount]) -> None:
        """List the people that are not hidden; who was ticked stays ticked."""
        shown = [count for count in counts if not count.person.hidden]
        chosen = self.chosen
        clear(self._column)
        self._boxes = {}
        self.setVisible(bool(shown))
        if shown:
            self._column.addWidget(Text(self._theme, "heading", words.PEOPLE))
        for count in shown:
            person = count.person
            box = CheckBox(self._theme, person.label, mark=person.mark, size=20)
            box.setChecked(person.id in chosen)
            box.toggled.connect(lambda _: self.changed.emit())
            self._boxes[person.id] = box
            row = QHBoxLayout()
            row.addWidget(box, 1)
            number = Text(self._theme, "small", str(count.pages), colour="ink2", wrap=False, tabular=True)
            row.addWidget(number)
            self._column.addLayout(row)


class MoreFilters(QWidget):
    """Theme and tag, folded away until asked for."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.themes: Combo = Combo(theme, words.THEMES)
        self.tags: Combo = Combo(theme, words.TAGS)
        self.toggle = LinkButton(theme, words.MORE_FILTERS)
        self.toggle.clicked.connect(lambda: self._unfold(not self.themes.isVisibleTo(self)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        for combo in (self.themes, self.tags):
            column.addWidget(combo, 0, Qt.AlignmentFlag.AlignLeft)
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._unfold(False)

    @property
    def theme(self) -> str | None:
        """The theme chosen, None for any."""
        chosen = self.themes.currentData()
        return chosen if isinstance(chosen, str) else None

    @property
    def tag(self) -> str | None:
        """The tag chosen, None for any."""
        chosen = self.tags.currentData()
        return chosen if isinstance(chosen, str) else None

    def narrow(self, theme: str) -> None:
        """Ask for a theme by its key, "" for any, and for any tag; pages of it are expected to be there."""
        for combo in (self.themes, self.tags):
            combo.setCurrentIndex(0)
        if theme and self.themes.findData(theme) < 0:
            # what the journal has may not have been read yet
            self.themes.add(_named(theme), theme)
        if theme:
            self.themes.choose(theme)
            self._unfold(True)

    def show_choices(self, themes: Mapping[str, int], tags: Mapping[str, int]) -> None:
        """Offer what the journal has; the widget hides where it has neither."""
        _fill(self.themes, words.ANY_THEME, {key: _named(key) for key in themes})
        _fill(self.tags, words.ANY_TAG, {tag: tag for tag in tags})
        self.setVisible(bool(themes or tags))

    def _unfold(self, wanted: bool) -> None:
        for combo in (self.themes, self.tags):
            combo.setVisible(wanted)
        self.toggle.setText(words.FEWER_FILTERS if wanted else words.MORE_FILTERS)


def _named(theme: str) -> str:
    name = theme_words(theme) or theme
    return f"{name[0].upper()}{name[1:]}"


def _fill(combo: Combo, any_words: str, choices: Mapping[str, str]) -> None:
    chosen = combo.currentData()
    blocked = combo.blockSignals(True)
    combo.clear()
    combo.add(any_words, None)
    for key, name in choices.items():
        combo.add(name, key)
    combo.setCurrentIndex(max(0, combo.findData(chosen)) if chosen is not None else 0)
    combo.blockSignals(blocked)
