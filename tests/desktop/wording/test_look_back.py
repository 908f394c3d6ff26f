# SPDX-License-Identifier: MIT
"""The few things a Look-back may say, to the word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ipnb_journal.desktop.wording import look_back as words
from ipnb_journal.domain.change import Change, Comparison
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.look_back import ScaleLook
from tests.builders import DAY, a_look_back

HIGHER = Comparison(15.8041, 2.62, 6.03, 15.3364, 2.5806, 1, 0, 0, Change.HIGHER)
LOWER = Comparison(-8.9286, 2.2313, -4.0015, -8.7353, 2.2071, 0, 0.0453, 0.9547, Change.LOWER)
BANNED = (
    *("improved", "worsened", "better", "worse", "progress", "decline", "healthy", "normal", "significant"),
    *("score", "level up", "streak", "on track", "relapse", "risk", "because", "due to", "thanks to"),
)


def look(found: Comparison | None, recent: int = 14, base: int = 31) -> ScaleLook:
    return ScaleLook(Scale.LINKAGE, recent, base, found)


def test_higher_and_lower_are_told_with_the_ends_they_lie_between() -> None:
    assert words.said(look(HIGHER)) == (
        "In these 28 days, being in touch was rated higher than in the 90 days before: about 15 points, "
        "likely between 11 and 20. From 14 and 31 days of entries."
    )
    assert words.said(look(LOWER)) == (
        "In these 28 days, being in touch was rated lower than in the 90 days before: about 9 points, "
        "likely between 5 and 12. From 14 and 31 days of entries."
    )


def test_all_else_has_no_number_in_it() -> None:
    same, unclear = (look(HIGHER._replace(says=says)) for says in (Change.SAME, Change.UNCLEAR))
    assert words.said(same) == "About the same, within 5 points either way."
    assert words.said(unclear) == "No clear change. The entries vary too much, or are too few, to tell."


@pytest.mark.parametrize(
    ("recent", "base", "told"),
    [(0, 0, "none in these 28, none"), (1, 13, "1 day in these 28, 13"), (7, 60, "7 days in these 28, 60")],
)
def test_below_the_gates_it_says_what_is_missing(recent: int, base: int, told: str) -> None:
    assert words.said(look(None, recent, base)) == (
        f"Too few days to say anything: {told} in the 90 before. It takes 8 and 14."
    )


def test_about_somebody_it_speaks_of_your_check_ins_and_names_the_way() -> None:
    assert words.said(look(HIGHER), "Ana").startswith(
        "In your check-ins about Ana, being in touch was rated higher in these 28 days than in the 90 before:"
    )
    about = a_look_back(person_id=1)
    assert words.about(about, "Ana") == "From your check-ins about Ana, by sliders."
    about = replace(about, method=Method.CIRCLES)
    assert words.about(about, "Ana") == "From your check-ins about Ana, by two circles."
    assert words.about(a_look_back(), "") == "From your general check-ins."


def test_the_stretches_are_28_and_90_days() -> None:
    assert words.stretches(a_look_back(), DAY) == (
        "The 28 days from 13 Feb to 12 Mar, beside the 90 before, from 15 Nov 2025 to 12 Feb 2026."
    )
    assert (date(2026, 3, 12) - date(2026, 2, 13)).days + 1 == 28
    assert (date(2026, 2, 12) - date(2025, 11, 15)).days + 1 == 90


def test_the_next_is_28_days_later() -> None:
    assert words.next_day(DAY, DAY) == "Thursday, 9 April"
    assert words.next_day(date(2026, 12, 20), DAY) == "Sunday, 17 January 2027"


def test_a_row_says_whom_it_is_about_and_whether_there_is_a_note() -> None:
    assert words.row(a_look_back(), "") == "In general"
    assert words.row(a_look_back(person_id=1, note="Yes."), "Ana") == "Ana, with a note"
    assert words.row(a_look_back(note=" \n"), "") == "In general"


@pytest.mark.parametrize("banned", BANNED)
def test_nothing_is_judged_and_no_cause_is_named(banned: str) -> None:
    told = [value for name, value in vars(words).items() if name.isupper() and isinstance(value, str)]
    told += [words.said(look(HIGHER)), words.said(look(LOWER, 8, 14), "Ana"), words.said(look(None))]
    assert len(told) > 25
    assert [one for one in told if banned in one.lower()] == []
