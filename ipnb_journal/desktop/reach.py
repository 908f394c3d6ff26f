# SPDX-License-Identifier: MIT
"""Numbers a person can call, laid out to be read and dialled; the app dials nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import pause as say
from ipnb_journal.desktop.wording.dates import MONTHS
from ipnb_journal.domain.safety import SOMEWHERE, is_stale

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.safety import Contact, CrisisLine


def country_name(code: str) -> str:
    """The country's name in the app's language."""
    if code == SOMEWHERE:
        return say.ANYWHERE
    return QLocale.territoryToString(QLocale.codeToTerritory(code))


def computer_country() -> str:
    """The ISO code of the country this computer is set to, "" where it is set to none."""
    return QLocale.territoryToCode(QLocale.system().territory())


class Reach(QWidget):
    """Cards of name, number and hours in a flow; a heading per country where there are several."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(6))

    def show_numbers(
        self, contacts: Sequence[Contact], lines: Sequence[CrisisLine], today: date, *, by_country: bool
    ) -> None:
        """Show a person's own contacts first, then the lines."""
        self._clear()
        if contacts:
            self._add_group("", [_card(self._theme, c.name, c.number, c.hours) for c in contacts])
        countries = list(dict.fromkeys(line.country for line in lines)) if by_country else [""]
        for country in countries:
            here = [line for line in lines if not country or line.country == country]
            self._add_group(country_name(country) if country else "", [self._line(line) for line in here])
        if lines:
            self._column.addWidget(Text(self._theme, "small", _checked(lines, today), colour="ink2"))

    def _line(self, line: CrisisLine) -> QWidget:
        number = f"{line.number}, {line.how}" if line.number and line.how else line.number or line.url
        return _card(self._theme, line.name, number, line.hours or (line.how if not line.number else ""))

    def _add_group(self, title: str, cards: Sequence[QWidget]) -> None:
        if title:
            heading = Text(self._theme, "label", title)
            heading.setContentsMargins(0, self._theme.space(10) if self._column.count() else 0, 0, 0)
            self._column.addWidget(heading)
        holder = QWidget()
        flow = FlowLayout(self._theme, holder, gap=32)
        for card in cards:
            flow.addWidget(card)
        self._column.addWidget(holder)

    def _clear(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _card(theme: Theme, name: str, number: str, hours: str) -> QWidget:
    card = QWidget()
    column = QVBoxLayout(card)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    title = Text(theme, "ui_medium", name, measure=300)
    dial = Text(theme, "lead", number, tabular=True, measure=300)
    dial.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    column.addWidget(title)
    column.addWidget(dial)
    if hours:
        column.addWidget(Text(theme, "small", hours, colour="ink2", measure=300))
    card.setAccessibleName(f"{name}, {number}. {hours}".strip())
    return card


def _checked(lines: Sequence[CrisisLine], today: date) -> str:
    oldest = min(lines, key=lambda line: line.verified_on)
    day = oldest.verified_on
    words = say.DOUBLE_CHECK if is_stale(oldest, today) else say.CHECKED
    return words.format(day=f"{day.day} {MONTHS[day.month - 1]} {day.year}")
