# SPDX-License-Identifier: MIT
"""The made-up chart is always the same and shows everything a chart can."""

from __future__ import annotations

from datetime import date

from ipnb_journal.domain.windows import Span
from ipnb_journal.services import made_up, prompts
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


def test_where_attention_went_is_counted_from_the_same_year() -> None:
    library = prompts.library().prompts
    found = made_up.attention(TODAY, library)
    assert found == made_up.attention(TODAY, library)
    totals = [found.by_span[span].total for span in (Span.MONTH, Span.QUARTER, Span.YEAR, Span.ALL)]
    assert totals == sorted(totals)
    assert totals[0] > 0
    everything = found.by_span[Span.ALL]
    assert any(one.minutes for one in everything.themes)
    assert any(one.pages for one in everything.domains)
    assert set(found.not_met.values()) == {None}
