# SPDX-License-Identifier: MIT
"""The line of the small pictures is the line of the large one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.centre_line import centre_line
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.smoothing import Smoothed, draw_line, segments, smooth
from ipnb_journal.domain.windows import Window

DAYS = (0, 1, 3, 4, 8, 9, 12, 15)
SERIES = [DayValue(day, value) for day, value in zip(DAYS, (40, 44, 41, 50, 52, 49, 58, 60), strict=True)]
ALL = Window(0, 1000)

series = st.dictionaries(
    st.integers(0, 200), st.tuples(st.floats(0, 100), st.booleans()), min_size=1, max_size=60
).map(lambda found: [DayValue(day, *found[day]) for day in sorted(found)])


def test_the_example() -> None:
    (piece,) = centre_line(SERIES, 7, 14, ALL)
    line = {point.day: point.value for point in piece}
    assert line[0] == pytest.approx(40.9939, abs=1e-4)
    assert line[6] == pytest.approx(48.5900, abs=1e-4)
    assert line[15] == pytest.approx(60.2472, abs=1e-4)


@given(series, st.sampled_from((7, 14, 28)))
def test_it_is_the_same_line_as_with_a_band(values: list[DayValue], bandwidth: int) -> None:
    large = {point.day: point.value for piece in draw_line(values, bandwidth).pieces for point in piece}
    small = {
        point.day: point.value
        for piece in centre_line(values, bandwidth, 2 * bandwidth, ALL)
        for point in piece
    }
    for day in large.keys() ^ small.keys():
        # sums in another order may fall on the other side of a gate that a day just touches
        at = fit(values, bandwidth)[day]
        assert at.effective_days == pytest.approx(3) or at.mass == pytest.approx(1)
    shared = large.keys() & small.keys()
    assert [small[day] for day in shared] == pytest.approx([large[day] for day in shared], abs=1e-5)


def fit(values: list[DayValue], bandwidth: int) -> dict[int, Smoothed]:
    """The fit of every segment on every day."""
    parts = segments([value.day for value in values], 2 * bandwidth)
    return {
        day: at for part in parts for day, at in smooth(values[part.start : part.stop], bandwidth).items()
    }


def test_no_piece_crosses_a_gap_and_few_days_have_none() -> None:
    later = [DayValue(value.day + 44, value.value) for value in SERIES]
    pieces = centre_line([*SERIES, *later], 28, 28, ALL)
    assert [(piece[0].day, piece[-1].day) for piece in pieces] == [(0, 15), (44, 59)]
    assert len(centre_line([*SERIES, *later], 28, 56, ALL)) == 1
    assert centre_line([*SERIES, *later[:2]], 28, 28, ALL) == centre_line(SERIES, 28, 28, ALL)
    assert centre_line(SERIES[:2], 7, 14, ALL) == ()
    assert centre_line([], 7, 14, ALL) == ()


def test_only_the_window_is_asked_and_its_last_day_always() -> None:
    whole = {point.day: point.value for point in centre_line(SERIES, 7, 14, ALL)[0]}
    (piece,) = centre_line(SERIES, 7, 14, Window(2, 13), step=4)
    assert [point.day for point in piece] == [2, 6, 10, 13]
    assert [point.value for point in piece] == [whole[day] for day in (2, 6, 10, 13)]
    assert centre_line(SERIES, 7, 14, Window(16, 40)) == ()
