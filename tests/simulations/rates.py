# SPDX-License-Identifier: MIT
"""Every kind of people tried out, as a table, beside the rates the charts have promised to keep."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from tests.simulations.persons import KINDS, Kind
from tests.simulations.trials import RISES, Findings, Tally, try_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MOST_TOLD = 0.12
COVERAGE = 0.88, 0.97
TOLD, LEVEL, WAVE = 0, 6, 7
HEADS = (
    *("check-ins", "lag-1", "told", "per look", "4 scales weekly"),
    *("+10 seen", "+15 seen", "wrong way", "band, level", "band, wave", "out at 14", "out at 42"),
)


def run(people: int, seed: int) -> dict[Kind, Findings]:
    """Try out so many people of each kind; the same for the same seed, whichever kinds are asked for."""
    return {kind: try_out(Random(f"{seed} {kind}"), kind, people) for kind in KINDS}


def pooled(findings: Mapping[Kind, Findings]) -> list[Tally]:
    """Every column over all kinds."""
    return [sum(column, Tally()) for column in zip(*map(_columns, findings.values()), strict=True)]


def missed(findings: Mapping[Kind, Findings]) -> list[str]:
    """The rates that were not kept, over all kinds of people together."""
    return _beyond("all", pooled(findings))


def weak_spots(findings: Mapping[Kind, Findings]) -> list[str]:
    """Kinds of people for whom a rate is not kept, though it may be over all of them."""
    named = ((f"{kind.habit.name}, lag-1 {kind.lag1}", found) for kind, found in findings.items())
    return [told for name, found in named for told in _beyond(name, _columns(found))]


def _beyond(name: str, columns: Sequence[Tally]) -> list[str]:
    told, band = columns[TOLD], columns[LEVEL] + columns[WAVE]
    lost = []
    if not told.share <= MOST_TOLD:
        lost.append(
            f"{name}: {told.share:.1%} were told of a change there wasn't, of at most {MOST_TOLD:.0%}"
        )
    if not COVERAGE[0] <= band.share <= COVERAGE[1]:
        least, most = COVERAGE
        lost.append(f"{name}: the band holds {band.share:.1%} of days, not {least:.0%} to {most:.0%}")
    return lost


def table(findings: Mapping[Kind, Findings]) -> str:
    """One row a kind, the last one over all of them; shares in per cent."""
    rows = [list(HEADS)]
    for kind, found in findings.items():
        rows.append([kind.habit.name, str(kind.lag1), *_shares(_columns(found))])
    rows.append(["all", "", *_shares(pooled(findings))])
    wide = [max(len(row[at]) for row in rows) for at in range(len(HEADS))]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(row, wide, strict=True)) for row in rows
    )


def _columns(found: Findings) -> list[Tally]:
    ten, fifteen = (found.noticed[rise] for rise in RISES)
    wrong = ten.lower + fifteen.lower
    return [
        *(found.told, found.per_look, found.reference, ten.higher, fifteen.higher, wrong),
        *(found.flat, found.waved, *found.outside.values()),
    ]


def _shares(tallies: Iterable[Tally]) -> list[str]:
    return [f"{100 * tally.share:.1f}" for tally in tallies]
