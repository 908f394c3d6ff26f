# SPDX-License-Identifier: MIT
"""The words of the numbers panel: each number, what it needs, how it was made."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from ipnb_journal.desktop.wording import numbers as words
from ipnb_journal.domain.checkin_scores import Pair, day_values
from ipnb_journal.domain.checkins import Method, Scale
from ipnb_journal.domain.numbers import Gate, How, Numbers, numbers

TODAY = date(2026, 3, 12)
LAST = TODAY.toordinal()


def of(backs: range, scale: Scale = Scale.LINKAGE, method: Method = Method.SLIDERS) -> Numbers:
    random = Random(3)
    pairs = [Pair(LAST - back, random.uniform(30, 60), random.uniform(40, 70)) for back in reversed(backs)]
    return numbers(scale, day_values(pairs), pairs, TODAY, method)


def told(found: Numbers) -> dict[str, str]:
    return {line.made.name: line.said for line in words.lines(found)}


def test_everything_has_its_formula_and_source() -> None:
    assert list(words.HOW) == list(How)
    for made in words.HOW.values():
        assert all(made)
        assert made.plain.endswith(".")


def test_nothing_yet_says_what_is_missing() -> None:
    assert told(of(range(0))) == {
        "Days": "None yet.",
        "Usual range": "Not yet: 14 more days.",
        "Scatter around the line": "Not yet: 8 more days, and 14 days from the first to the last.",
        "Recent level": "Not yet: 5 more days.",
        "Slope": "Not yet: 20 more days, and 56 days from the first to the last.",
        "How far the two sliders agree": "Not yet: 20 more days.",
        "Look-back": "0 days in the last 28, 0 in the 90 before; 8 and 14 are needed.",
    }


def test_the_numbers_are_told() -> None:
    found = of(range(0, 120, 2))
    said = told(found)
    assert said["Days"] == "60 days, from 60 check-ins, 14 Nov 2025 to 12 Mar 2026."
    usual, noise, slope, agreement = (
        *(found.usual.value, found.noise.value, found.slope.value),
        found.agreement and found.agreement.value,
    )
    assert usual is not None and noise is not None and slope is not None and agreement is not None
    assert said["Usual range"] == (
        f"{usual.low:.1f} to {usual.high:.1f}: median {usual.middle:.1f}, s {usual.spread:.1f}, from 55 days."
    )
    assert said["Scatter around the line"] == f"σ {noise.sigma:.1f} points, df {noise.freedom:.1f}, ρ 0.30."
    assert said["Recent level"] == f"{found.level.value:.1f}."
    assert said["Slope"].startswith(f"{slope.slope:+.1f} points a week, 95 % between ".replace("-", "−"))
    assert said["How far the two sliders agree"].startswith(f"r {agreement.r:.2f}".replace("-", "−"))
    assert said["Look-back"] == "14 days in the last 28, 41 in the 90 before; 8 and 14 are needed."


def test_half_answered_days_are_named() -> None:
    pairs = [Pair(LAST - 1, 40, None), Pair(LAST, 40, 50)]
    found = numbers(Scale.CHAOS, day_values(pairs), pairs, TODAY)
    assert told(found)["Days"] == "2 days, 1 of them partly answered, from 2 check-ins, 11 to 12 Mar."


@pytest.mark.parametrize(
    ("gate", "said"),
    [
        (Gate(7, 8), "Not yet: 1 more day."),
        (Gate(25, 20, 40, 56), "Not yet: 56 days from the first to the last."),
        (Gate(18, 20, 60, 56), "Not yet: 2 more days."),
    ],
)
def test_what_is_missing(gate: Gate, said: str) -> None:
    assert words.missing(gate) == said


def test_an_open_gate_without_a_number_says_why() -> None:
    said = told(of(range(0, 300, 30)))
    assert said["Scatter around the line"] == "These days lie too far apart for a line."
    flat = [Pair(LAST - back, 50, 40 + back) for back in range(30, -1, -1)]
    found = numbers(Scale.LINKAGE, day_values(flat), flat, TODAY)
    assert told(found)["How far the two sliders agree"].startswith("One of the two sliders never moves")


def test_what_has_no_meaning_is_left_out() -> None:
    assert "Look-back" not in told(of(range(90), Scale.CHAOS))
    assert "How far the two sliders agree" not in told(of(range(90), method=Method.CIRCLES))


def test_falls_have_a_real_minus_and_nothing_has_none() -> None:
    falling = [Pair(LAST - back, 10 + back / 2, 10 + back / 2) for back in range(150, -1, -1)]
    found = numbers(Scale.LINKAGE, day_values(falling), falling, TODAY)
    assert told(found)["Slope"].startswith("−3.5 points a week, 95 % between −3.5 and −3.5, 15 Nov 2025 to")
    level = [Pair(LAST - back, 50, 50) for back in range(150, -1, -1)]
    found = numbers(Scale.LINKAGE, day_values(level), level, TODAY)
    assert told(found)["Slope"].startswith("0.0 points a week, 95 % between 0.0 and 0.0")
