# SPDX-License-Identifier: MIT
"""The looks of Insights that pictures are taken of, by name, each brought about on the arrived page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ipnb_journal.desktop.charts.frame import View
from ipnb_journal.domain.windows import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipnb_journal.desktop.pages.insights import InsightsPage

_FEW_DAYS = 9


def _look(
    page: InsightsPage,
    lens: str = "over_time",
    *,
    table: bool = False,
    span: Span | None = None,
    newest: int | None = None,
) -> None:
    page.show_lens(lens)
    if span is not None:
        page.look_back(span)
    if newest is not None:
        page.show_newest(newest)
    if table:
        page.show_view(View.TABLE)


def _show_no_pages(page: InsightsPage) -> None:
    page.show_lens(page.attention.key)
    page.attention.show_none(page.context.clock().date())
    page.notes.say(*page.attention.chart.said())


LOOKS: Mapping[str, Callable[[InsightsPage], None]] = {
    "insights": _look,
    "insights-table": partial(_look, table=True),
    "insights-everything": partial(_look, span=Span.ALL),
    "insights-few": partial(_look, newest=_FEW_DAYS),
    "insights-empty": lambda page: page.show_empty(),
    "insights-made-up": lambda page: page.show_example(wanted=True),
    "insights-plane": partial(_look, lens="plane"),
    "insights-plane-table": partial(_look, lens="plane", table=True),
    "insights-plane-few": partial(_look, lens="plane", newest=4),
    "insights-river": partial(_look, lens="river"),
    "insights-river-table": partial(_look, lens="river", table=True),
    "insights-river-year": partial(_look, lens="river", span=Span.YEAR),
    "insights-river-few": partial(_look, lens="river", newest=_FEW_DAYS),
    "insights-people": partial(_look, lens="people"),
    "insights-people-table": partial(_look, lens="people", table=True),
    "insights-people-empty": lambda page: page.show_empty("people"),
    "insights-attention": partial(_look, lens="attention"),
    "insights-attention-table": partial(_look, lens="attention", table=True),
    "insights-attention-empty": _show_no_pages,
    "insights-people-hidden": lambda page: page.hidden_people.ask(),
    "insights-people-listed": lambda page: page.hidden_people.show_some(),
}
