# SPDX-License-Identifier: MIT
"""The head of Insights: which picture, of whom, how far back, how smooth, as a chart or as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import IconButton, LinkButton
from ipnb_journal.desktop.widgets.choices import Segmented
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.tabs import Tabs
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.insights import BANDWIDTHS
from ipnb_journal.domain.windows import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.people import Person

CHART, TABLE = "chart", "table"


class InsightsHead(QWidget):
    """`asked` when anything but the tab or the view was chosen; `stepped` by earlier (-1) and later (1)."""

    asked = Signal()
    stepped = Signal(int)

    def __init__(
        self,
        theme: Theme,
        tabs: Sequence[tuple[str, str]],
        rows: QWidget,
        extras: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`tabs`: key and words of each picture; `rows`: the choice of kinds of rows, to be put somewhere.

        `extras`: choices that single pictures have of their own; `offer` shows them.
        """
        super().__init__(parent)
        self._theme = theme
        self.tabs = Tabs(theme, tabs, name=words.TABS_NAME)
        self.whom = Combo(theme, words.WHOM_NAME)
        self.span = Combo(theme, words.SPAN_NAME)
        self.smoothing = Combo(theme, words.SMOOTHING_NAME)
        self.view = Segmented(theme, ((CHART, words.CHART), (TABLE, words.TABLE)), name=words.CHART_OR_TABLE)
        self.earlier = IconButton(theme, "chevron-left", words.EARLIER, boxed=True)
        self.later = IconButton(theme, "chevron-right", words.LATER, boxed=True)
        self.instead = LinkButton(theme, words.EXAMPLE)
        self._extras = tuple(extras)
        self._across: bool | None = None
        self._below: tuple[QWidget, ...] = (
            *self._extras,
            *(self.whom, self.smoothing, self.earlier, self.later, rows, self.instead),
        )
        self._top = QHBoxLayout()
        self._choices, self._column = QWidget(), QVBoxLayout(self)
        self._fill()
        self._build()
        self._connect()
        self.set_columns(across=True)

    def set_columns(self, *, across: bool) -> None:
        """Put range and view beside the tabs, or before the other choices where there is little room."""
        self._top.setSpacing(self._theme.space(12))
        self._column.setSpacing(self._theme.space(10))
        if across == self._across:
            return
        self._across = across
        beside = (self.span, self.view)
        for part in (*beside, *self._below):
            for layout in (self._top, self._flow):
                layout.removeWidget(part)
        for part in self._below if across else (*beside, *self._below):
            self._flow.addWidget(part)
        for part in beside if across else ():
            self._top.addWidget(part)

    def offer(self, extras: QWidget | None, *, by_person: bool, smoothed: bool) -> None:
        """Show what can be chosen for the picture on show."""
        for each in self._extras:
            each.setVisible(each is extras)
        self.smoothing.setVisible(smoothed)
        self.whom.setVisible(by_person and self.whom.count() > 1)

    def show_people(self, known: Sequence[Person], *, offered: bool) -> None:
        """Who there are check-ins about; the one chosen stays chosen while known."""
        chosen = self.whom.currentData()
        self.whom.clear()
        self.whom.add(words.IN_GENERAL, None)
        for person in known:
            self.whom.add(person.label, person.id, mark=person.mark)
        self.whom.choose(chosen)
        self.whom.setVisible(bool(known) and offered)

    def show_steps(self, *, earlier: bool, later: bool) -> None:
        """Whether there is anything before and after what is on show."""
        self.earlier.setVisible(earlier or later)
        self.later.setVisible(earlier or later)
        self.earlier.setEnabled(earlier)
        self.later.setEnabled(later)

    def show_choices(self, *, shown: bool) -> None:
        """Show everything below the tabs, or, while there is nothing to choose from, none of it."""
        for part in (self.span, self.view, self._choices):
            part.setVisible(shown)

    def _fill(self) -> None:
        self.whom.add(words.IN_GENERAL, None)
        for span in Span:
            self.span.add(words.SPANS[span], span)
        for bandwidth in BANDWIDTHS:
            self.smoothing.add(words.SMOOTHING[bandwidth], bandwidth)
        self.span.choose(Span.QUARTER)

    def _build(self) -> None:
        self._top.addWidget(self.tabs, 1)
        self._flow = FlowLayout(self._theme, self._choices, gap=10)
        for each in (*self._extras, self.whom):
            each.hide()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self._choices)

    def _connect(self) -> None:
        for combo in (self.whom, self.span, self.smoothing):
            combo.activated.connect(self.asked)
        self.earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self.later.clicked.connect(lambda: self.stepped.emit(1))
