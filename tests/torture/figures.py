# SPDX-License-Identifier: MIT
"""The figures: what a campaign reached, as a line, as a table, and as files under build/torture."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SHOWN = 6


@dataclass(frozen=True, slots=True)
class Loss:
    """A case that did not hold, and what was lost in it."""

    case: str
    what: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What one campaign reached; `seconds` is the time its cases took, all workers added up."""

    name: str
    of: int
    losses: tuple[Loss, ...]
    seconds: float
    must_lose: bool = False
    skipped: str = ""

    @property
    def count(self) -> int:
        """The first number: cases that held, in a control cases that lost."""
        return len(self.losses) if self.must_lose else self.of - len(self.losses)

    @property
    def is_reached(self) -> bool:
        """Whether nothing was lost, in a control whether loss was seen; skipping loses nothing."""
        if self.skipped:
            return True
        return bool(self.of) and (bool(self.losses) if self.must_lose else not self.losses)

    def line(self) -> str:
        """`name: n of m`, or why there is no number."""
        if self.skipped:
            return f"{self.name}: skipped, {self.skipped}"
        return f"{self.name}: {self.count} of {self.of}"

    def rerun(self, seed: int) -> list[str]:
        """For each of the first losses what was lost and the command that tries it again alone."""
        if self.must_lose:
            return []
        command = f'python -m tests.torture --seed {seed} --only "{self.name}" --case'
        return [f'{loss.what}\n      {command} "{loss.case}"' for loss in self.losses[:SHOWN]]


def table(figures: Sequence[Figure]) -> str:
    """All figures under each other, with a word where one was missed."""
    width = max((len(figure.name) for figure in figures), default=0) + 1
    lines = []
    for figure in figures:
        name, _, told = figure.line().partition(":")
        missed = "" if figure.is_reached else "   MISSED"
        lines.append(f"{name + ':':<{width}} {told.strip():<24} {figure.seconds:7.1f} s{missed}")
    return "\n".join(lines)


def write(figures: Sequence[Figure], seed: int, sliced: bool, folder: Path) -> None:
    """figures.txt with a plain line each, figures.json with everything."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "figures.txt").write_text("".join(f"{figure.line()}\n" for figure in figures), encoding="utf-8")
    told = {
        "seed": seed,
        "slice": sliced,
        "figures": [
            {**asdict(figure), "count": figure.count, "reached": figure.is_reached} for figure in figures
        ],
    }
    (folder / "figures.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
