# SPDX-License-Identifier: MIT
"""kill -9 at every call that changes a file, before it and in the middle of it; and again while mending."""

from __future__ import annotations

import random
import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.torture.campaign import Case, spread
from tests.torture.operations import OPERATIONS, tried_by
from tests.torture.scenes import scene, undisturbed
from tests.torture.shim import Mode
from tests.torture.stage import Order, stage

if TYPE_CHECKING:
    from collections.abc import Sequence

SLICE = 12
AGAIN = 60
MENDING = 40


@dataclass(frozen=True, slots=True)
class Kills:
    """Cases `whole n` (everything before call n is done) and `torn n` (a part of write n is done too)."""

    operation: str
    must_lose: bool = False

    @property
    def name(self) -> str:
        return f"kill {self.operation}"

    def cases(self, seed: int, sliced: bool) -> Sequence[Case]:
        told = undisturbed(self.operation)
        every = [Case(f"whole {point}", seed) for point in range(1, told.calls + 1)]
        every += [Case(f"torn {point}", seed) for point in told.writes]
        return spread(every, SLICE) if sliced else every

    def run(self, case: Case) -> str | None:
        how, _, point = case.name.partition(" ")
        part = random.Random(f"{case.seed} {point}").randrange(1, 1000)
        mode = Mode.TEAR if how == "torn" else Mode.KILL
        with scene(self.operation) as folder:
            told = stage().run(Order(self.operation, str(folder), mode, int(point), part))
            if told.signal != signal.SIGKILL:
                return f"it was not killed: {told.trouble or told.said}"
            return OPERATIONS[self.operation].judge(folder, told.said)


@dataclass(frozen=True, slots=True)
class KillsAgain:
    """Cases `n, then m`: killed at call n, and once more at call m of whatever mends that."""

    operation: str
    must_lose: bool = False

    @property
    def name(self) -> str:
        return f"kill again {self.operation}"

    def cases(self, seed: int, sliced: bool) -> Sequence[Case]:
        told, chance = undisturbed(self.operation), random.Random(seed)
        pairs = {(chance.randint(2, told.calls), chance.randint(1, MENDING)) for _ in range(AGAIN)}
        every = [Case(f"{first}, then {second}", seed) for first, second in sorted(pairs)]
        return spread(every, SLICE // 4) if sliced else every

    def run(self, case: Case) -> str | None:
        first, second = map(int, case.name.split(", then "))
        chance = random.Random(f"{case.seed} {case.name}")
        mode, operation = chance.choice((Mode.KILL, Mode.TEAR)), OPERATIONS[self.operation]
        with scene(self.operation) as folder:
            told = stage().run(Order(self.operation, str(folder), Mode.KILL, first))
            if told.signal != signal.SIGKILL:
                return f"it was not killed: {told.trouble or told.said}"
            part = chance.randrange(1, 1000)
            order = Order(self.operation, str(folder), mode, second, part, afterwards=True)
            if (mended := stage().run(order)).code:
                return f"what was left could not be mended: {mended.trouble}"
            return operation.judge(folder, told.said)


_TRIED = tried_by("kill")
CAMPAIGNS = (
    *(Kills(name, must_lose) for name, must_lose in _TRIED.items()),
    *(KillsAgain(name) for name, must_lose in _TRIED.items() if not must_lose),
)
