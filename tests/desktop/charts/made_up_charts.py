# SPDX-License-Identifier: MIT
"""Each of the five charts with the days of somebody invented, and notes in words of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ipnb_journal.desktop.charts.attention import AttentionChart
from ipnb_journal.desktop.charts.over_time import OverTimeChart
from ipnb_journal.desktop.charts.plane import PlaneChart
from ipnb_journal.desktop.charts.relationships import RelationshipTiles
from ipnb_journal.desktop.charts.river import RiverChart
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.domain.event_notes import EventKind, EventNote
from ipnb_journal.domain.insights import over_time
from ipnb_journal.domain.plane import plane
from ipnb_journal.domain.relationships import by_person
from ipnb_journal.domain.river import river
from ipnb_journal.domain.windows import Span, window_of
from ipnb_journal.services import made_up
from ipnb_journal.services import prompts as prompt_service

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipnb_journal.desktop.charts.view import ChartView
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.domain.readings import Readings
    from ipnb_journal.domain.windows import Window

TODAY = date(2026, 3, 12)
NOTES = (
    EventNote(1, "a", date(2026, 2, 1), "Moved in with Quentin"),
    EventNote(2, "b", date(2026, 1, 10), "Zelda’s homework", EventKind.HOMEWORK),
)
PEOPLE = ("Jonas", "Dad", "Iris", "Priya", "Halina")


def readings() -> Readings:
    """A year with two notes in its last months."""
    return replace(made_up.readings(TODAY), notes=NOTES)


def window() -> Window:
    """Its last three months."""
    return window_of(Span.QUARTER, readings().days[0], TODAY.toordinal(), None)


def over_time_chart(theme: Theme) -> OverTimeChart:
    chart = OverTimeChart(theme)
    chart.show_picture(over_time(readings(), window(), 7), tag=words.MADE_UP)
    return chart


def plane_chart(theme: Theme) -> PlaneChart:
    chart = PlaneChart(theme)
    chart.show_picture(plane(readings(), window(), with_oval=True), words.MADE_UP)
    return chart


def river_chart(theme: Theme) -> RiverChart:
    chart = RiverChart(theme)
    chart.show_picture(river(readings(), window(), 7), words.MADE_UP)
    return chart


def people_chart(theme: Theme) -> RelationshipTiles:
    chart = RelationshipTiles(theme)
    everybody = replace(made_up.everybody(TODAY), notes=NOTES)
    year = window_of(Span.YEAR, readings().days[0], TODAY.toordinal(), None)
    chart.show_picture(by_person(everybody, year, 7), words.MADE_UP)
    return chart


def attention_chart(theme: Theme) -> AttentionChart:
    chart = AttentionChart(theme)
    found = made_up.attention(TODAY, prompt_service.library().prompts)
    chart.show_picture(found.by_span[Span.YEAR], words.MADE_UP)
    return chart


CHARTS: Mapping[str, Callable[[Theme], ChartView]] = {
    "over_time": over_time_chart,
    "plane": plane_chart,
    "river": river_chart,
    "people": people_chart,
    "attention": attention_chart,
}
