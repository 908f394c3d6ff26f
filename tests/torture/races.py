# SPDX-License-Identifier: MIT
"""Two and three starts at once: one gets the journal, the others are told; a killed one lets go."""

from __future__ import annotations

import atexit
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.torture.campaign import Case, spread
from tests.torture.journal import FIRST, OLD, left_over, look, missing, vault_in
from tests.torture.scenes import empty_scene, scene

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS = 30
TURNS = 15
LOSERS = {
    "open": {"vault_busy"},
    "create": {"vault_busy", "vault_exists"},
    "brief": {"vault_busy", "vault_exists"},
}


class Racer:
    """A process of its own, seen from the campaign."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.racer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
            text=True,
        )
        atexit.register(self.kill)
        if self.told() != "ready":
            raise RuntimeError("a racer did not start")

    def tell(self, *words: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("\t".join(map(str, words)) + "\n")
        self._process.stdin.flush()

    def told(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n")

    def kill(self) -> None:
        """kill -9."""
        self._process.kill()
        self._process.communicate()


@cache
def _waiting() -> list[Racer]:
    """Racers that are started and hold nothing."""
    return []


def _racers(count: int) -> list[Racer]:
    while len(_waiting()) < count:
        _waiting().append(Racer())
    return _waiting()[:count]


def _race(racers: Sequence[Racer], what: str, path: Path) -> list[str]:
    moment = time.monotonic() + 0.005
    for racer in racers:
        racer.tell(what, path, moment, TURNS)
    return [racer.told() for racer in racers]


def _replace(racer: Racer) -> None:
    racer.kill()
    _waiting().remove(racer)


def _one_gets_it(what: str, count: int, path: Path) -> str | None:
    """Race, look at who got it, kill that one, and see that the next one does."""
    racers = _racers(count)
    told = _race(racers, what, path)
    if told.count("got it") != 1 or not {*told} <= {"got it", *LOSERS[what]}:
        return f"they were told: {', '.join(told)}"
    if what == "brief":
        return None
    winner = racers[told.index("got it")]
    if (late := _race(racers[:1] if racers[0] is not winner else racers[1:2], "open", path)) != [
        "vault_busy"
    ]:
        return f"while it was open another one was told: {late[0]}"
    _replace(winner)
    heir = _racers(1)
    if (next_one := _race(heir, "open", path)) != ["got it"]:
        return f"after kill -9 of the one who had it the next one was told: {next_one[0]}"
    heir[0].tell("close")
    heir[0].told()
    return None


def _in_turns(count: int, path: Path) -> str | None:
    told = _race(_racers(count), "turns", path)
    if told != ["alone"] * count:
        for racer in list(_waiting()):
            _replace(racer)
        return f"they were told: {', '.join(told)}"
    written = len(look(path, OLD).pages) - FIRST
    return None if written == count * TURNS else f"of {count * TURNS} pages {written} are there"


@dataclass(frozen=True, slots=True)
class Races:
    """Cases `n at once, round k`: n processes, waiting for one moment. `what` as in racer.py."""

    what: str
    name: str
    must_lose: bool = False

    def cases(self, seed: int, sliced: bool) -> Sequence[Case]:
        every = [Case(f"{n} at once, round {k}", seed) for k in range(1, ROUNDS + 1) for n in (2, 3)]
        return spread(every, 4) if sliced else every

    def run(self, case: Case) -> str | None:
        count = int(case.name.split()[0])
        with empty_scene() if self.what in ("create", "brief") else scene("save") as folder:
            path = vault_in(folder)
            lost = _in_turns(count, path) if self.what == "turns" else _one_gets_it(self.what, count, path)
            if lost:
                for racer in list(_waiting()):
                    _replace(racer)
                return lost
            first = FIRST if self.what in ("open", "turns") else 0
            return missing(look(path, OLD), (), first) or left_over(folder)


CAMPAIGNS = (
    Races("open", "starts at once, opening"),
    Races("create", "starts at once, creating"),
    Races("brief", "starts at once, creating and closing"),
    Races("turns", "starts at once, taking turns"),
)
