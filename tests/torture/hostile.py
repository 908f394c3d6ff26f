# SPDX-License-Identifier: MIT
"""Hostile inputs to every parser: half a second and 200 MiB at most, then a value or an AppError."""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.torture import hostile_inputs, parsing
from tests.torture.campaign import Campaign, Case, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
MUTATIONS = 300
MOST = 900
SLICE = 12


class _Server:
    """The process that parses, kept for every case of this one."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.torture.parsing"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        atexit.register(self._process.communicate)

    def complaint(self, parser: str, name: str, seed: int) -> str | None:
        asking, telling = self._process.stdin, self._process.stdout
        assert asking is not None and telling is not None
        asking.write(json.dumps([parser, [name], seed]) + "\n")
        asking.flush()
        found: dict[str, str] = json.loads(telling.readline())
        return found.get(name)


@cache
def _server() -> _Server:
    return _Server()


@dataclass(frozen=True, slots=True)
class Hostile:
    """One parser and what is thrown at it: what somebody thought of, then chance.

    Of more than 900 thoughts each seed has others.
    """

    parser: str
    must_lose: bool = False

    @property
    def name(self) -> str:
        return f"hostile {self.parser}"

    def cases(self, seed: int, sliced: bool) -> Sequence[Case]:
        chance = Random(f"{self.name} {seed}")
        family = parsing.PARSERS[self.parser][1]
        mutations = [f"{hostile_inputs.MUTATION}{number}" for number in range(MUTATIONS)]
        names = hostile_inputs.names(family)
        if len(names) > MOST:
            names = sorted(chance.sample(names, MOST))
        found = [Case(name, chance.getrandbits(32)) for name in (*names, *mutations)]
        return spread(found, SLICE) if sliced else found

    def run(self, case: Case) -> str | None:
        return _server().complaint(self.parser, case.name, case.seed)


CAMPAIGNS: tuple[Campaign, ...] = tuple(Hostile(parser) for parser in parsing.PARSERS)
