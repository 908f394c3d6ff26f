# SPDX-License-Identifier: MIT
"""A slice of the simulations: the promised rates hold, and rates that don't are told."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from random import Random

import pytest

from tests.simulations.__main__ import main
from tests.simulations.persons import HABITS, KINDS, Kind, rated
from tests.simulations.rates import MOST_TOLD, missed, pooled, run, table, weak_spots
from tests.simulations.trials import Findings, Tally, try_out

SLICE, SEED = 50, 1


@cache
def found() -> dict[Kind, Findings]:
    return run(SLICE, SEED)


def test_the_promised_rates_hold_over_all_kinds_of_people() -> None:
    assert missed(found()) == []
    told, per_look, weekly = pooled(found())[:3]
    assert told.of == SLICE * len(KINDS)
    assert 0.002 < per_look.share < 0.033
    assert weekly.share > 2 * told.share


def test_a_true_rise_is_missed_more_often_than_a_change_is_invented_and_never_turned_round() -> None:
    ten, fifteen, wrong = pooled(found())[3:6]
    assert MOST_TOLD < ten.share < fifteen.share < 0.9
    assert wrong.share < 0.0007


def test_days_outside_the_usual_range_are_too_common_to_be_flagged() -> None:
    at_14, at_42 = pooled(found())[8:]
    assert 0.3 < at_42.share < at_14.share < 0.45


def test_rates_that_are_not_kept_are_told() -> None:
    good = found()[KINDS[4]]
    for broken in (
        replace(good, told=Tally(13, 100)),
        replace(good, flat=Tally(80, 100), waved=Tally(80, 100)),
        replace(good, flat=Tally(99, 100), waved=Tally(99, 100)),
        replace(good, told=Tally()),
    ):
        findings = dict.fromkeys(KINDS, broken)
        assert len(missed(findings)) == 1
        assert len(weak_spots(findings)) == len(KINDS)


def test_the_same_seed_gives_the_same_people() -> None:
    kind = Kind(HABITS[1], 0.3)
    assert try_out(Random("1"), kind, 2) == try_out(Random("1"), kind, 2)
    assert try_out(Random("1"), kind, 2) != try_out(Random("2"), kind, 2)


@pytest.mark.parametrize("lag1", [0.0, 0.5])
def test_people_scatter_as_they_are_said_to(lag1: float) -> None:
    days = list(range(20_000))
    apart = [value.value - 50 for value in rated(Random("scatter"), days, lag1, lambda _day: 50.0)]
    squares = sum(value * value for value in apart)
    neighbours = sum(a * b for a, b in zip(apart, apart[1:], strict=False))
    assert (squares / len(apart)) ** 0.5 == pytest.approx(14, rel=0.03)
    assert neighbours / squares == pytest.approx(lag1, abs=0.03)


def test_the_table_is_printed_with_what_is_beyond_the_limits(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--people", "4", "--seed", "3"])
    printed = capsys.readouterr()
    assert table(run(4, 3)) in printed.out
    assert (code == 1) == ("MISSED" in printed.err)
