# SPDX-License-Identifier: MIT
"""The table that the bench prints: a figure, what it is measured against, the goal, reached or missed."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True)
class Line:
    """One figure; `value` and `limit` share a unit. Without a limit it is there for information."""

    what: str
    shown: str
    value: float | None = None
    limit: float | None = None
    goal: str = ""

    @property
    def verdict(self) -> str:
        if self.value is None or self.limit is None:
            return ""
        return "reached" if self.value <= self.limit else "MISSED"


class Table:
    """Prints lines as they come and counts what was missed."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    def head(self, title: str) -> None:
        print(f"\n{title}", flush=True)

    def add(self, line: Line) -> None:
        self.lines.append(line)
        print(f"  {line.what:<46} {line.shown:<44} {line.goal:<16} {line.verdict}", flush=True)

    def ratio(self, what: str, ours: float, theirs: float, limit: float | None, unit: str = "ms") -> None:
        """A figure beside the one of a peer; the goal is on their ratio."""
        ratio = ours / theirs
        goal = f"goal <= {limit:g} x" if limit else ""
        self.add(
            Line(what, f"{ours:8.2f} {unit} / {theirs:8.2f} {unit} = {ratio:5.2f} x", ratio, limit, goal)
        )

    def figure(self, what: str, value: float, limit: float | None, unit: str = "ms", more: str = "") -> None:
        """A figure on its own."""
        goal = f"goal <= {limit:g} {unit}" if limit else ""
        self.add(Line(what, f"{value:8.2f} {unit} {more}", value, limit, goal))

    def add_share(self, what: str, value: float, whole: float) -> None:
        """A figure that should be little beside the one it follows: at most a twentieth of it."""
        shown = f"{value:8.2f} ms / {whole:8.2f} ms = {100 * value / whole:5.2f} %"
        self.add(Line(what, shown, value / whole, 0.05, "goal <= 5 %"))

    def absent(self, what: str, why: str) -> None:
        self.add(Line(what, f"not measured: {why}"))

    def summary(self) -> str:
        judged = [line for line in self.lines if line.verdict]
        missed = [line.what for line in judged if line.verdict != "reached"]
        told = f"\n{len(judged) - len(missed)} of {len(judged)} goals reached"
        return told + (f"; missed: {', '.join(missed)}" if missed else "")


def milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def side_by_side(
    ours: Callable[[], object], theirs: Callable[[], object], times: int = 15
) -> tuple[float, float]:
    """Medians in ms of two pieces of work, run in turn after a warm-up of each."""
    for work in (ours, theirs, ours, theirs):
        work()
    pairs = [(milliseconds(ours), milliseconds(theirs)) for _ in range(times)]
    first, second = zip(*pairs, strict=True)
    return statistics.median(first), statistics.median(second)


def undisturbed(values: Iterable[float]) -> float:
    """The lower quartile of runs in processes of their own: what else the machine does only ever adds."""
    return statistics.quantiles(values, n=4, method="inclusive")[0]


def median_of(work: Callable[[], object], times: int = 9) -> float:
    return statistics.median(milliseconds(work) for _ in range(times))
