# SPDX-License-Identifier: MIT
"""Print and take along: one picture of Insights as it comes out on paper or in a file, and the ways out."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal import paths
from ipnb_journal.desktop import places
from ipnb_journal.desktop.chart_export import chart_paper
from ipnb_journal.desktop.charts.over_time import OverTimeChart
from ipnb_journal.desktop.pages.page import Page, State
from ipnb_journal.desktop.paper import Kind
from ipnb_journal.desktop.taking_out import TakingOut
from ipnb_journal.desktop.theme.theme import Theme
from ipnb_journal.desktop.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ipnb_journal.desktop.widgets.choices import CheckBox, Segmented
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.paper_preview import PaperPreview, at_top
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import insights
from ipnb_journal.desktop.wording import taking_along as words
from ipnb_journal.domain.insights import over_time
from ipnb_journal.domain.windows import Span, window_of
from ipnb_journal.services import made_up

if TYPE_CHECKING:
    from ipnb_journal.desktop.charts.view import ChartView
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.paper import Paper

COLOUR, GREYS = "colour", "greys"
WIDTH, ASIDE = 500, 320
_EXAMPLE_DAY = date(2026, 3, 12)


class TakeAlongPage(Page):
    """Shows the very sheet that leaves, and lets it out as it is shown."""

    help_key: ClassVar[str] = "insights"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._picture: ChartView | None = None
        self._about = ""
        self.back = LinkButton(theme, words.BACK, icon="arrow-left", ink="ink2")
        self.preview = PaperPreview(theme, words.PREVIEW, widest=WIDTH)
        looks = ((COLOUR, words.IN_COLOUR), (GREYS, words.IN_GREYS))
        self.look = Segmented(theme, looks, name=words.LOOK_NAME)
        self.named = CheckBox(theme, words.WITH_NAMES)
        self.name_free = Text(theme, "hint", words.NAME_FREE, colour="ink2")
        self.save_pdf = PrimaryButton(theme, words.SAVE_PDF)
        self.print = SecondaryButton(theme, words.PRINT)
        self.save_svg = SecondaryButton(theme, words.SAVE_SVG)
        self.save_png = SecondaryButton(theme, words.SAVE_PNG)
        self.taking_out = TakingOut(context, self, self._paper)
        self._build()
        self._connect()
        self.reflow()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        place = places.TakeAlong(_example)
        return (
            State("take-along", place),
            State("take-along-black-and-white", place, lambda page: page.look.segment(GREYS).click()),
            State("take-along-personal", places.TakeAlong(_example, about="Ruth")),
        )

    def arrive(self, place: places.Place) -> None:
        if isinstance(place, places.TakeAlong):
            self._picture, self._about = place.picture(), place.about
            personal = self._picture.is_personal or bool(place.about)
            self.named.setChecked(False)
            for part in (self.named, self.name_free):
                part.setVisible(personal)
            self._show()

    def first_focus(self) -> QWidget | None:
        return self.save_pdf if self.columns else self.back

    def reflow(self) -> None:
        self._column.setContentsMargins(self.room_around())
        self._column.setSpacing(self.context.theme.space(12))
        self._choices.setSpacing(self.context.theme.space(14))
        self._columns_of.set_beside(self.columns)

    def _build(self) -> None:
        theme, body, aside = self.context.theme, QWidget(), QWidget()
        self._choices = QVBoxLayout(aside)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.addWidget(Text(theme, "hint", words.LEAD, colour="ink2"))
        self._choices.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self._choices.addWidget(self.named)
        self._choices.addWidget(self.name_free)
        buttons = QWidget()
        flow = FlowLayout(theme, buttons, gap=10)
        for button in (self.save_pdf, self.print, self.save_svg, self.save_png):
            flow.addWidget(button)
        self._choices.addWidget(buttons)
        for told in (words.KINDS, words.OUTSIDE):
            self._choices.addWidget(Text(theme, "hint", told, colour="ink2"))
        self._choices.addStretch(1)
        self._columns_of = Columns(theme, at_top(self.preview), aside, width=WIDTH, aside_width=ASIDE)
        self._column = QVBoxLayout(body)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(Text(theme, "h1", words.TITLE))
        self._column.addWidget(self._columns_of)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(theme, body))

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.open_requested.emit(places.Back()))
        self.look.changed.connect(lambda _: self._show())
        self.named.toggled.connect(lambda _: self._show())
        saves = ((self.save_pdf, Kind.PDF), (self.save_svg, Kind.SVG), (self.save_png, Kind.PNG))
        for button, kind in saves:
            button.clicked.connect(partial(self.taking_out.save, kind))
        self.print.clicked.connect(self.taking_out.print_it)
        self.context.theme.changed.connect(self.reflow)

    def _show(self) -> None:
        if self._picture is not None:
            self.preview.show_paper(self._paper())

    def _paper(self) -> Paper:
        if self._picture is None:
            raise LookupError
        theme = Theme.on_paper(self.context.theme.root, monochrome=self.look.value() == GREYS)
        return chart_paper(self._picture, theme, named=self.named.isChecked(), about=self._about)


def _example() -> ChartView:
    """A picture of somebody invented, for the looks of the page."""
    theme = Theme.on_paper(paths.resources())
    readings = made_up.readings(_EXAMPLE_DAY)
    window = window_of(Span.QUARTER, readings.days[0], _EXAMPLE_DAY.toordinal(), None)
    chart = OverTimeChart(theme)
    chart.show_picture(over_time(readings, window, 7), tag=insights.MADE_UP)
    return chart
