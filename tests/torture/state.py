# SPDX-License-Identifier: MIT
"""What a run has done so far, so that an interrupted one goes on: one JSON line for each case."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Done:
    """One case that was tried: what it lost, None for nothing, and the seconds it took."""

    case: str
    lost: str | None
    seconds: float


class State:
    """The cases done, kept in `path`; with `resume` those of an earlier run of the same kind count."""

    def __init__(self, path: Path, seed: int, sliced: bool, resume: bool) -> None:
        self._path = path
        self._done: dict[str, dict[str, Done]] = {}
        head = {"seed": seed, "slice": sliced}
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (resume and self._read(head)):
            path.write_text(json.dumps(head) + "\n", encoding="utf-8")

    def _read(self, head: dict[str, object]) -> bool:
        if not self._path.exists():
            return False
        first, *rest = self._path.read_text(encoding="utf-8").split("\n")
        if first != json.dumps(head):
            return False
        # what follows the last line end was cut short by the interruption
        for line in rest[:-1]:
            campaign, case, lost, seconds = json.loads(line)
            self._done.setdefault(campaign, {})[case] = Done(case, lost, seconds)
        return True

    def of(self, campaign: str) -> dict[str, Done]:
        """What is done of a campaign, by the name of the case."""
        return dict(self._done.get(campaign, {}))

    def add(self, campaign: str, done: Sequence[Done]) -> None:
        """Note cases that were tried."""
        lines = [json.dumps([campaign, each.case, each.lost, round(each.seconds, 4)]) + "\n" for each in done]
        with self._path.open("a", encoding="utf-8") as file:
            file.write("".join(lines))
        self._done.setdefault(campaign, {}).update({each.case: each for each in done})
