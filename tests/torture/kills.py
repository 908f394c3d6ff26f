# SPDX-License-Identifier: MIT
"""kill -9 at every call that changes a file, before it and in the middle of it; then look again."""

from __future__ import annotations

import random
import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.torture.campaign import Case, spread
from tests.torture.operations import OPERATIONS
from tests.torture.scenes import scene, undisturbed
from tests.torture.shim import Mode
from tests.torture.stage import Order, stage

if TYPE_CHECKING:
    from collections.abc import Sequence

SLICE = 24


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


CAMPAIGNS = tuple(Kills(name) for name in OPERATIONS if name != "save carelessly")
