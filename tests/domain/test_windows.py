# SPDX-License-Identifier: MIT
"""Windows: how far back, how wide, and where they can be moved to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.windows import NARROWEST_WINDOW, Span, Window, week_of, window_of

TODAY = date(2025, 3, 13)
LAST = TODAY.toordinal()


@pytest.mark.parametrize(
    ("span", "days"), [(Span.MONTH, 30), (Span.QUARTER, 91), (Span.YEAR, 365), (Span.ALL, 901)]
)
def test_windows(span: Span, days: int) -> None:
    assert window_of(span, LAST - 900, LAST) == (LAST - days + 1, LAST)
    assert window_of(span, LAST - 3, LAST) == (LAST - 27, LAST)
    assert window_of(span, None, LAST) == (LAST - 27, LAST)


@given(
    st.sampled_from(Span),
    st.none() | st.integers(min_value=LAST - 4000, max_value=LAST),
    st.none() | st.integers(min_value=LAST - 6000, max_value=LAST + 6000),
)
def test_a_window_wherever_it_is_wanted_holds_its_width_and_its_bounds(
    span: Span, first: int | None, last: int | None
) -> None:
    found = window_of(span, first, LAST, last)
    assert found.days == window_of(span, first, LAST).days >= NARROWEST_WINDOW
    assert found.last <= LAST
    assert found.first >= min(first if first is not None else LAST, LAST - NARROWEST_WINDOW + 1)


def test_a_leap_day_is_a_day_like_others() -> None:
    leap = date(2024, 2, 29).toordinal()
    assert window_of(Span.YEAR, leap - 900, leap + 365, leap) == Window(leap - 364, leap)


def test_a_week_begins_on_monday() -> None:
    thursday = date(2026, 3, 12).toordinal()
    assert week_of(thursday) == Window(thursday - 3, thursday + 3)
    assert week_of(thursday - 3) == week_of(thursday + 3) == week_of(thursday)
    assert date.fromordinal(week_of(thursday).first) == date(2026, 3, 9)
