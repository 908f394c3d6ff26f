# SPDX-License-Identifier: MIT
"""The made-up chart is always the same and shows everything a chart can."""

from __future__ import annotations

from datetime import date

from ipnb_journal.domain.windows import Span
from ipnb_journal.services import made_up
from tests.charting import charted

TODAY = date(2026, 3, 12)


def test_it_is_the_same_each_time() -> None:
    assert made_up.readings(TODAY) == made_up.readings(TODAY)


def test_it_has_a_line_a_range_and_a_gap() -> None:
    chart = charted(made_up.readings(TODAY), Span.YEAR, 7, TODAY, with_both=True)
    for each in (chart.being_myself, chart.in_touch):
        assert each.line
        assert each.usual is not None
        assert each.level is not None
        assert each.gaps
    assert chart.both is not None
    assert chart.both.line
