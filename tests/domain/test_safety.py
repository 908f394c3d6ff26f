# SPDX-License-Identifier: MIT
"""When a pause is offered, when deep prompts step back, and when a number is too old to trust."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipnb_journal.domain.safety import (
    CrisisLine,
    Leaving,
    Room,
    deep_takes_one_more_tap,
    is_stale,
    needs_check_before_release,
    offer_pause,
    too_much_run,
)


@pytest.mark.parametrize(
    ("answers", "offered"),
    [
        ({"c1": 85, "c2": 85}, True),
        ({"c1": 84.9, "c2": 100}, False),
        ({"c1": 100, "c2": 84.9}, False),
        ({"c1": 100}, False),
        ({"c2": 100}, False),
        ({"chaos": 80, "rigidity": 79}, False),
        ({"chaos": 79, "rigidity": 80}, False),
        ({"chaos": 80, "rigidity": 80}, True),
        ({"chaos": 100}, False),
        ({"rigidity": 100}, False),
        ({"room": Room.NONE}, True),
        ({"room": Room.LITTLE}, False),
        ({"leaving": Leaving.TOO_MUCH}, True),
        ({"leaving": Leaving.HEAVIER}, False),
        ({}, False),
    ],
)
def test_when_a_pause_is_offered(answers: dict[str, object], offered: bool) -> None:
    assert offer_pause(**answers) is offered  # type: ignore[arg-type]


rating = st.none() | st.floats(0, 100)


@given(rating, rating, rating, rating)
def test_the_offer_follows_the_rule_exactly(
    c1: float | None, c2: float | None, chaos: float | None, rigidity: float | None
) -> None:
    expected = ((c1 or 0) >= 85 and (c2 or 0) >= 85) or ((chaos or 0) >= 80 and (rigidity or 0) >= 80)
    assert offer_pause(None, None, c1, c2, chaos, rigidity) is expected
    assert offer_pause(Room.PLENTY, Leaving.SAME, c1, c2, chaos, rigidity) is expected


@given(st.lists(st.none() | st.sampled_from(Leaving)))
def test_deep_steps_back_after_three_too_much_in_a_row(answers: list[Leaving | None]) -> None:
    run = 0
    for answer in answers:
        run = too_much_run(run, answer)
    given_answers = [answer for answer in answers if answer is not None]
    last = given_answers[-3:]
    assert deep_takes_one_more_tap(run) is (last == [Leaving.TOO_MUCH] * 3)


def test_a_row_is_stale_after_a_year_and_unfit_to_ship_after_180_days() -> None:
    checked = date(2026, 1, 1)
    line = CrisisLine("LV", "A line", "116 123", "call", "", "", "https://a.example", checked)
    assert not is_stale(line, checked + timedelta(days=365))
    assert is_stale(line, checked + timedelta(days=366))
    assert not needs_check_before_release(line, checked + timedelta(days=180))
    assert needs_check_before_release(line, checked + timedelta(days=181))
