# SPDX-License-Identifier: MIT
"""`make torture`: every campaign, two at a time, each figure as `name: n of m`; any loss is an error."""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING

from tests.torture import flips, forgetting, full_disk, hostile, kills, life, power, races, robot, traces
from tests.torture.campaign import Campaign, Case, Skipped
from tests.torture.figures import Figure, Loss, table, write
from tests.torture.state import State
from tests.torture.work import attempt, attempt_all

if TYPE_CHECKING:
    from collections.abc import Sequence

BUILD = Path(__file__).parents[2] / "build" / "torture"
WORKERS = 2
BATCHES = 40

CAMPAIGNS: tuple[Campaign, ...] = (
    *kills.CAMPAIGNS,
    *power.CAMPAIGNS,
    *full_disk.CAMPAIGNS,
    *races.CAMPAIGNS,
    *flips.CAMPAIGNS,
    *traces.CAMPAIGNS,
    *life.CAMPAIGNS,
    *hostile.CAMPAIGNS,
    *forgetting.CAMPAIGNS,
    *robot.CAMPAIGNS,
)


def _conduct(campaign: Campaign, cases: Sequence[Case], state: State, pool: ProcessPoolExecutor) -> Figure:
    """Run what is still to do of a campaign, in batches small enough that an interruption costs little."""
    done = state.of(campaign.name)
    left = [case for case in cases if case.name not in done]
    size = max(1, min(20, len(left) // BATCHES))
    batches = [left[start : start + size] for start in range(0, len(left), size)]
    for ready in as_completed([pool.submit(attempt_all, campaign, batch) for batch in batches]):
        state.add(campaign.name, ready.result())
    done = state.of(campaign.name)
    tried = [done[case.name] for case in cases]
    losses = tuple(Loss(each.case, each.lost) for each in tried if each.lost is not None)
    return Figure(campaign.name, len(tried), losses, sum(each.seconds for each in tried), campaign.must_lose)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="what every random choice follows from")
    parser.add_argument("--only", metavar="NAME", help="campaigns whose name starts with this")
    parser.add_argument("--case", metavar="NAME", help="this one case, here and now")
    parser.add_argument("--slice", action="store_true", help="a few cases of each")
    parser.add_argument("--resume", action="store_true", help="go on where the last run was interrupted")
    parser.add_argument("--into", metavar="FOLDER", type=Path, default=BUILD, help="where figures go")
    parser.add_argument("--list", action="store_true", help="name the campaigns and end")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the campaigns asked for and print the table. 0 when every figure was reached."""
    options = _options(arguments)
    chosen = [campaign for campaign in CAMPAIGNS if campaign.name.startswith(options.only or "")]
    if not chosen:
        print(f"torture: no campaign is called {options.only}", file=sys.stderr)
        return 2
    if options.list:
        print("\n".join(campaign.name for campaign in chosen))
        return 0
    if options.case:
        return _one(chosen, options)
    started = time.monotonic()
    state = State(options.into / "state.jsonl", options.seed, options.slice, options.resume)
    figures = []
    with ProcessPoolExecutor(WORKERS, multiprocessing.get_context("spawn")) as pool:
        for campaign in chosen:
            figures.append(_figure(campaign, options, state, pool))
            _tell(figures[-1], options.seed)
    write(figures, options.seed, options.slice, options.into)
    print(f"\n{table(figures)}\n\nseed {options.seed}, {time.monotonic() - started:.0f} s in all")
    return 0 if all(figure.is_reached for figure in figures) else 1


def _figure(
    campaign: Campaign, options: argparse.Namespace, state: State, pool: ProcessPoolExecutor
) -> Figure:
    try:
        cases = campaign.cases(options.seed, options.slice)
        return _conduct(campaign, cases, state, pool)
    except Skipped as why:
        return Figure(campaign.name, 0, (), 0.0, skipped=str(why))
    except Exception as error:
        # told and counted as a loss, so that the campaigns after it still run
        return Figure(campaign.name, 1, (Loss("cases", f"{error!r}"),), 0.0)


def _tell(figure: Figure, seed: int) -> None:
    print(figure.line(), flush=True)
    for line in figure.rerun(seed):
        print(f"    {line}", flush=True)


def _one(chosen: Sequence[Campaign], options: argparse.Namespace) -> int:
    for campaign in chosen:
        for case in campaign.cases(options.seed, options.slice):
            if case.name == options.case:
                lost = attempt(campaign, case).lost
                print(f"{campaign.name}, {case.name}: {lost or 'held'}")
                return 0 if (lost is not None) == campaign.must_lose else 1
    print(f"torture: no case is called {options.case}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
