# SPDX-License-Identifier: MIT
"""What the plane says of a window: weeks, days, what is left out, what is missing."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from ipnb_journal.desktop.wording import plane as told
from ipnb_journal.domain.checkin_scores import DayValue
from ipnb_journal.domain.checkins import Scale
from ipnb_journal.domain.plane import Plane, plane
from ipnb_journal.domain.readings import Readings
from ipnb_journal.domain.windows import Window

MONDAY = date(2026, 3, 2).toordinal()
D, L = Scale.DIFFERENTIATION, Scale.LINKAGE


def series(
    days: dict[int, tuple[float, float]], partial: tuple[int, ...] = ()
) -> dict[Scale, tuple[DayValue, ...]]:
    return {
        scale: tuple(
            DayValue(MONDAY + day, values[at], day in partial) for day, values in sorted(days.items())
        )
        for at, scale in enumerate((D, L))
    }


def shown(
    days: dict[int, tuple[float, float]],
    last: int = 20,
    *,
    partial: tuple[int, ...] = (),
    oval: bool = False,
) -> Plane:
    return plane(Readings(series(days, partial)), Window(MONDAY, MONDAY + last), with_oval=oval)


TWO_WEEKS = {0: (50, 40), 1: (60, 60), 7: (64, 50), 8: (60, 46)}


def test_two_weeks_in_words() -> None:
    assert told.in_words(shown(TWO_WEEKS)) == (
        "Latest week: being myself 62, in touch 48; earlier week 55, 50. They began on 9 Mar and 2 Mar. "
        "2 weeks on the trail, the first from 2 Mar. Small points: 4 days with both, 2 to 22 Mar."
    )


def test_one_week_in_words_with_its_tag() -> None:
    found = told.in_words(shown({0: (50, 40), 1: (60, 60), 7: (64, 50)}, partial=(1,)), "Made-up data")
    assert found == (
        "Made-up data. Latest week: being myself 55, in touch 50. It began on 2 Mar. 1 week on the trail, "
        "the first from 2 Mar. 1 week with a single day is not on it. "
        "Small points: 3 days with both, 2 to 22 Mar, 1 partly answered."
    )


@pytest.mark.parametrize(
    ("count", "told_first"), [(0, "No days with both, 2 to 22 Mar."), (2, "Small points: 2 days")]
)
def test_too_few_days_say_what_makes_a_shape(count: int, told_first: str) -> None:
    found = told.in_words(shown({day: (50, 50) for day in range(count)}))
    assert found.startswith(told_first)
    assert found.endswith("Three days make a first shape here.")


def test_days_in_different_weeks_have_their_middle_told() -> None:
    found = told.in_words(shown({0: (10, 20), 8: (20, 30), 16: (60, 10)}))
    assert found == (
        "A week needs two days to be on a trail. Small points: 3 days with both, 2 to 22 Mar. "
        "Middle of these days: being myself 20, in touch 20."
    )


def test_gaps_are_told_by_their_days() -> None:
    days = {day: (50.0, 50.0) for first in (0, 21, 42, 63, 84) for day in (first, first + 1)}
    assert (
        "The trail isn’t joined over 30 Mar to 12 Apr, 20 Apr to 3 May and 11 to 24 May, nor over 1 before."
        in told.in_words(shown(days, 100))
    )


def test_where_most_days_lie_is_told_with_its_count_or_what_is_missing() -> None:
    days = {day: (50.0 + day % 3, 40.0) for day in range(19)}
    assert "an oval around being myself 51, in touch 40 holds 14 of 14 days." in told.in_words(
        shown(days, oval=True)
    )
    del days[18]
    assert "1 more day and it can be shown where most days lie." in told.in_words(shown(days, oval=True))
    assert "most days" not in told.in_words(shown(days))


def test_the_two_ways_of_answering_are_told_apart() -> None:
    readings = Readings(series({0: (1, 2)}), series(TWO_WEEKS))
    found = plane(readings, Window(MONDAY, MONDAY + 20))
    assert "4 days with both by two circles" in told.in_words(found)
    assert "Not drawn: 1 day by sliders." in told.in_words(found)
    assert told.table(found).heads == (
        "Week of",
        "Being myself, by two circles",
        "In touch, by two circles",
        "Days",
    )
    assert "Ringed" in told.said(found).shows


def test_a_day_with_one_of_the_two_is_not_drawn() -> None:
    kept = series(TWO_WEEKS)
    kept[D] += (DayValue(MONDAY + 10, 3),)
    found = plane(Readings(kept), Window(MONDAY, MONDAY + 20))
    assert "Not drawn: 1 day with one of the two only." in told.in_words(found)


def test_the_newest_thirty_are_told_of_all() -> None:
    found = told.in_words(shown({day: (50, 50) for day in range(40)}, 40))
    assert "Small points: the 30 newest of 40 days with both" in found


def test_the_readout_of_a_week() -> None:
    found = shown(TWO_WEEKS, partial=(7, 8))
    assert told.readout(found, 0) == "Week of 2 Mar: being myself 55, in touch 50, 2 days"
    assert told.readout(found, 1) == "Week of 9 Mar: being myself 62, in touch 48, 2 days, partly answered"


def test_the_table_has_a_row_a_week_or_a_day() -> None:
    found = shown(TWO_WEEKS)
    weeks, days = told.table(found), told.table(found, by_week=False)
    assert [[cell.said for cell in row.cells] for row in weeks.rows] == [
        ["2 Mar", "55", "50", "2"],
        ["9 Mar", "62", "48", "2"],
    ]
    assert weeks.rows[1].behind == Window(MONDAY + 7, MONDAY + 13)
    assert [[cell.said for cell in row.cells] for row in days.rows][2] == ["9 Mar", "64", "50"]
    assert days.rows[2].behind == Window(MONDAY + 7, MONDAY + 7)
    assert (weeks.foot, days.foot) == ((), ())


def test_the_foot_says_the_middle_where_it_is_drawn() -> None:
    found = shown({day: (50.0 + day % 3, 40.0) for day in range(19)}, oval=True)
    assert told.table(found).foot == ("Middle of these days", "51", "40", "14")
    assert told.table(found, by_week=False).foot == ("Middle of these days", "51", "40")
    assert len(told.table(found).foot) == len(told.table(found).heads)


def test_no_quarter_of_the_plane_is_named_in_a_sentence_and_no_change_is_told() -> None:
    corners = [{day: values for day in (0, 1, 7, 8)} for values in product((0.0, 100.0), repeat=2)]
    for days in corners:
        found = told.in_words(shown(days))
        for corner in (told.LITTLE, told.MYSELF, told.IN_TOUCH):
            assert corner not in found
        for change in ("higher", "lower", "more", "less", "moved", "grew", "rose", "fell"):
            assert change not in found.replace("more day", "")


def test_what_it_shows_speaks_of_threads_only_where_there_are_any() -> None:
    found = shown(TWO_WEEKS)
    assert "threads" in told.said(found).shows
    assert "threads" not in told.said(found, threads=False).shows
    assert "2 weeks" in told.said(found, table=True).shows
    assert "4 days" in told.said(found, table=True, by_week=False).shows
