# SPDX-License-Identifier: MIT
"""The words of the numbers panel: each number, what it still needs, how it was made and after whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ipnb_journal.desktop.wording.insights import BY_CIRCLES, BY_SLIDERS, counted, stretch
from ipnb_journal.domain.checkins import Method
from ipnb_journal.domain.numbers import How

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipnb_journal.domain.numbers import Agreement, Counts, Figure, Gate, Numbers, WeeklySlope
    from ipnb_journal.domain.ranges import UsualRange
    from ipnb_journal.domain.smoothing import Noise

TITLE = "The numbers"
ABOUT = "For those who want them: what stands behind the pictures, and how each number was made."
HOW_MADE, FORMULA, SOURCE = "How it was made", "Formula", "Source"
OURS = "This journal’s own."
CANT_BE_TOLD = {
    How.NOISE: "These days lie too far apart for a line.",
    How.AGREEMENT: "One of the two sliders never moves, so it can’t be told.",
}

_WAYS = {Method.SLIDERS: f", {BY_SLIDERS}", Method.CIRCLES: f", {BY_CIRCLES}"}

T = TypeVar("T")


class Made(NamedTuple):
    """How a number was made: what it is called, in plain words, as a formula, and where that comes from."""

    name: str
    plain: str
    formula: str
    source: str


class Line(NamedTuple):
    """A line of the panel. `said`: the number, or what it still needs; `made`: how it was made."""

    said: str
    made: Made


HOW: Mapping[How, Made] = {
    How.COUNTS: Made(
        "Days",
        "Your check-ins, one value a day: the mean of that day’s. Where only one of two sliders was given, "
        "your own habit stands in for the other, and the day counts half in the line.",
        "(a + b)/2; one alone: a + median of (b − a)/2 over your whole check-ins of earlier days, from five",
        OURS,
    ),
    How.USUAL_RANGE: Made(
        "Usual range",
        "Where about two days in three of the last 118 lie, without the first five days ever. It is built so "
        "that a single odd day hardly moves it.",
        "m ± max(5, s), m = median(y), s = 1.4826 · median(|y − m|), cut to 0 to 100",
        "Leys and others 2013; 5 points: how exactly a slider can be placed, Cloos and others.",
    ),
    How.NOISE: Made(
        "Scatter around the line",
        "How far days lie from the smooth line, how many free days that rests on, and how much a day "
        "resembles the one before. The pale band is made of these.",
        "σ² = e′e/df, df = max(2, n − 2 tr L + tr LL′), ρ = lag-1 of e, kept within 0.3 and 0.6; "
        "half the band: t.₉₅(df) · σ · √Σl² · √((1 + ρ)/(1 − ρ))",
        "Local-linear Gaussian kernel: Cleveland 1979; Fan and Gijbels 1996.",
    ),
    How.LEVEL: Made(
        "Recent level",
        "A mean in which a day counts half as much a week later.",
        "M ← y + e^(−Δt/τ) M, W ← 1 + e^(−Δt/τ) W, level M/W, τ = 7/ln 2 days",
        "Movellan, arXiv 1502.03465.",
    ),
    How.SLOPE: Made(
        "Slope",
        "The middle one of all slopes between two days, over the last 118 days without the first five days "
        "ever. Where 0 lies between its ends, it may as well be level. Over a few weeks a slope says next to "
        "nothing.",
        "median of (y₂ − y₁)/(t₂ − t₁); ends: the ordered slopes at (N ± z √(f · Var S))/2, "
        "f from the first three rank autocorrelations",
        "Theil 1950; Sen 1968; the widening after Hamed and Rao 1998.",
    ),
    How.AGREEMENT: Made(
        "How far the two sliders agree",
        "Whether the two sliders of this line rise and fall together, over the days that have both, and how "
        "steady the two are taken as one. Little agreement isn’t a fault: each asks for its own thing.",
        "Pearson’s r; two as one: 2r/(1 + r)",
        "Spearman 1910; Brown 1910; on two items Eisinga and others 2013.",
    ),
    How.LOOK_BACK: Made(
        "Look-back",
        "The last 28 days beside the 90 before, once both hold enough days. It opens on purpose, 28 days "
        "apart at the least, and is slow on purpose: it misses real changes more often than it invents them.",
        "d = difference of means, SE = s √(1/n₁′ + 1/n₂′), n′ = n(1 − ρ)/(1 + ρ); with a prior N(0, 15²): "
        "V = 1/(1/225 + 1/SE²), μ = V d/SE²; said from nine chances in ten that it is over 5 points",
        "The idea of reliable change, Jacobson and Truax 1991, without its norm.",
    ),
}


def lines(numbers: Numbers) -> tuple[Line, ...]:
    """Every number of a scale with how it was made, in the order of `HOW`, without those of no meaning."""
    found: list[tuple[How, str]] = [
        (How.COUNTS, _counts(numbers.counts.value)),
        (How.USUAL_RANGE, _said(numbers.usual, _usual)),
        (How.NOISE, _said(numbers.noise, _noise)),
        (How.LEVEL, _said(numbers.level, lambda level: f"{_one_place(level)}.")),
        (How.SLOPE, _said(numbers.slope, _slope)),
    ]
    if numbers.agreement is not None:
        found.append((How.AGREEMENT, _said(numbers.agreement, _agreement)))
    if numbers.look_back:
        way = "" if numbers.look_back_method is numbers.method else _WAYS[numbers.look_back_method]
        recent, base = numbers.look_back
        found.append((How.LOOK_BACK, _stretches(recent, base, way)))
    return tuple(Line(said, HOW[how]) for how, said in found)


def missing(gate: Gate) -> str:
    """What a closed gate still needs: "Not yet: 3 more days, and 56 days from the first to the last."."""
    days = counted(max(0, gate.days_needed - gate.days), "more day")
    span = f"{gate.span_needed} days from the first to the last"
    if gate.span >= gate.span_needed:
        return f"Not yet: {days}."
    return f"Not yet: {span}." if gate.days >= gate.days_needed else f"Not yet: {days}, and {span}."


def _said(figure: Figure[T], words: Callable[[T], str]) -> str:
    if figure.value is not None:
        return words(figure.value)
    return CANT_BE_TOLD[figure.how] if figure.gate.open else missing(figure.gate)


def _counts(counts: Counts | None) -> str:
    if counts is None or counts.first is None or counts.last is None:
        return "None yet."
    when = stretch(counts.first, counts.last, counts.last)
    partly = f", {counts.partial} of them partly answered" if counts.partial else ""
    return f"{counted(counts.days, 'day')}{partly}, from {counted(counts.checkins, 'check-in')}, {when}."


def _usual(usual: UsualRange) -> str:
    return (
        f"{_one_place(usual.low)} to {_one_place(usual.high)}: median {_one_place(usual.middle)}, "
        f"s {_one_place(usual.spread)}, from {counted(usual.days, 'day')}."
    )


def _noise(noise: Noise) -> str:
    return f"σ {_one_place(noise.sigma)} points, df {_one_place(noise.freedom)}, ρ {noise.rho:.2f}."


def _slope(slope: WeeklySlope) -> str:
    between = f"{_signed(slope.low)} and {_signed(slope.high)}"
    when = stretch(slope.first, slope.last, slope.last)
    return f"{_signed(slope.slope)} points a week, 95 % between {between}, {when}."


def _agreement(agreement: Agreement) -> str:
    two = "" if agreement.reliability is None else f", two as one {agreement.reliability:.2f}"
    return f"r {_with_sign(f'{agreement.r:.2f}')}{two}."


def _stretches(recent: Gate, base: Gate, way: str) -> str:
    return (
        f"{counted(recent.days, 'day')} in the last 28, {base.days} in the 90 before{way}; "
        f"{recent.days_needed} and {base.days_needed} are needed."
    )


def _one_place(value: float) -> str:
    return f"{value:.1f}"


def _signed(value: float) -> str:
    shown = f"{value:.1f}"
    return "0.0" if float(shown) == 0 else _with_sign(f"{value:+.1f}")


def _with_sign(number: str) -> str:
    """With a minus as long as a plus is wide."""
    return number.replace("-", "−")
