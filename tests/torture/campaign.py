# SPDX-License-Identifier: MIT
"""What a campaign is: a name, a seeded list of cases, and a run that says what a case lost.

A module of campaigns ends with `CAMPAIGNS`, and `tests/torture/__main__.py` names the module. Workers
are processes of their own and a campaign travels to them by pickle, so it holds only what it is about:
what is dear to make (a vault, a helper process) it makes at its first use, in a cached function.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Case:
    """One trial. `name` is unique in its campaign and with `seed` says everything that a rerun needs."""

    name: str
    seed: int = 0


class Campaign(Protocol):
    """A claim about the journal, tried in many cases."""

    @property
    def name(self) -> str:
        """What stands before the figure: `kill create` in `kill create: 146 of 146`."""

    @property
    def must_lose(self) -> bool:
        """True for a control, which proves that the trial can see a loss: its figure counts losses."""

    def cases(self, seed: int, sliced: bool) -> Sequence[Case]:
        """Every case in order; `sliced`: a few spread over all, a handful of seconds together.

        The same seed gives the same cases. Raises Skipped.
        """

    def run(self, case: Case) -> str | None:
        """Try one case. None when everything held, else one line that says what was lost."""


class Skipped(Exception):
    """This machine does not let the campaign run; the text says why, in one line."""


def spread(cases: Sequence[Case], count: int) -> Sequence[Case]:
    """At most `count` of the cases, evenly from the first to the last."""
    if len(cases) <= count:
        return cases
    return [cases[position * (len(cases) - 1) // (count - 1)] for position in range(count)]
