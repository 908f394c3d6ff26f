# SPDX-License-Identifier: MIT
"""Power loss at every call: each state that the disk could be left in, opened by the program itself."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.torture.campaign import Case, spread
from tests.torture.disk import Disk, chances
from tests.torture.operations import OPERATIONS, tried_by
from tests.torture.scenes import empty_scene, undisturbed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.torture.scenes import Undisturbed

HOW = ("nothing", "names", "sectors", "some", "some more")
SLICE = 12


@dataclass(frozen=True, slots=True)
class PowerLoss:
    """Cases `point how`: calls before `point` were made, and of what was not synced survived `how` much."""

    operation: str
    must_lose: bool = False

    @property
    def name(self) -> str:
        return f"power loss {self.operation}"

    def cases(self, seed: int, sliced: bool) -> Sequence[Case]:
        every, seen = [], set()
        for point, disk, said in _moments(undisturbed(self.operation)):
            for how in HOW[: 1 if disk.is_certain else None]:
                case = Case(f"{point} {how}", seed)
                # one state counts once, unless more had been acknowledged when it came about
                mark = hash((len(said), tuple(_state(disk, case).items())))
                if mark not in seen:
                    seen.add(mark)
                    every.append(case)
        return spread(every, SLICE) if sliced else every

    def run(self, case: Case) -> str | None:
        wanted = int(case.name.partition(" ")[0])
        disk, said = next(
            (disk, said) for point, disk, said in _moments(undisturbed(self.operation)) if point == wanted
        )
        with empty_scene() as folder:
            _lay_out(_state(disk, case), folder)
            return OPERATIONS[self.operation].judge(folder, said)


def _moments(run: Undisturbed) -> Iterator[tuple[int, Disk, tuple[str, ...]]]:
    """For each call, and after the last, the disk just before it and what had been told by then."""
    disk, told = Disk(run.folder, run.before), b""
    for call in run.log:
        if call.kind == "A":
            told += call.first
            continue
        yield call.number, disk, tuple(told.decode().splitlines())
        disk.do(call)
    yield run.calls + 1, disk, tuple(told.decode().splitlines())


def _state(disk: Disk, case: Case) -> dict[str, bytes | None]:
    point, _, how = case.name.partition(" ")
    return disk.after(*chances(how, random.Random(f"{case.seed} {point} {how}")))


def _lay_out(state: dict[str, bytes | None], folder: Path) -> None:
    for name, content in state.items():
        if content is None:
            (folder / name).mkdir()
        else:
            (folder / name).write_bytes(content)


CAMPAIGNS = tuple(PowerLoss(name, must_lose) for name, must_lose in tried_by("power loss").items())
