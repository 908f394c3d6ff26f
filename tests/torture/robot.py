# SPDX-License-Identifier: MIT
"""kill -9 of the real program while a robot types into the real editor.

Whatever was typed more than a second before is there after unlocking, in its order and nothing else.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from ipnb_journal import paths
from ipnb_journal.vault import drafts, integrity
from ipnb_journal.vault.vault import Vault
from tests.bench.display import virtual
from tests.torture import specimens
from tests.torture.campaign import Campaign, Case, Skipped
from tests.torture.specimens import KEY

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
ROUNDS, CONTROLS, SLICE = 200, 8, 1
SHORTEST, LONGEST = 1.2, 2.8
OLD = 1.0
PLACES = ("a new page", "a page set down", "a new page", "a guided page")


@cache
def screen() -> dict[str, str]:
    """The environment of a program with a screen of its own, kept as long as this process."""
    stack = ExitStack()
    name = stack.enter_context(virtual())
    atexit.register(stack.close)
    return {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb", "QT_QPA_PLATFORMTHEME": ""}


@dataclass(frozen=True, slots=True)
class Typed:
    """How many words had been typed a second before the kill, and how many in all."""

    old: int
    all: int


@dataclass(frozen=True, slots=True)
class Killing:
    """One round is one start of the program, a few seconds of typing, one kill, and one look."""

    name: str
    rounds: int
    late: tuple[str, ...] = ()

    @property
    def must_lose(self) -> bool:
        return bool(self.late)

    def cases(self, seed: int, sliced: bool) -> Sequence[Case]:
        if shutil.which("Xvfb") is None:
            raise Skipped("Xvfb is not installed")
        chance = Random(f"{self.name} {seed}")
        rounds = [
            Case(f"{PLACES[number % 4]} {number}", chance.getrandbits(32)) for number in range(self.rounds)
        ]
        return rounds[:SLICE] if sliced else rounds

    def run(self, case: Case) -> str | None:
        folder = specimens.folder() / "robot"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        path = folder / "notes.vault"
        path.write_bytes(specimens.closed())
        typed = _type_and_kill(path, case, self.late)
        return _look(path, typed, case.name.rsplit(" ", 1)[0] == "a page set down")


def _type_and_kill(path: Path, case: Case, late: Sequence[str]) -> Typed:
    chance = Random(case.seed)
    place = case.name.rsplit(" ", 1)[0]
    given = [str(path), KEY.raw.hex(), str(case.seed), place, *late]
    command = [sys.executable, "-m", "tests.torture.typing_robot", *given]
    environment = {**screen(), paths.HOME_VARIABLE: str(path.parent)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        try:
            assert program.stdout.readline() == "ready\n", "the program did not come up"
            time.sleep(chance.uniform(SHORTEST, LONGEST))
        finally:
            killed = time.monotonic()
            program.send_signal(signal.SIGKILL)
        moments = [float(line.split()[1]) for line in program.stdout if line.endswith("\n")]
    return Typed(sum(moment < killed - OLD for moment in moments), len(moments))


def _look(path: Path, typed: Typed, changing: bool) -> str | None:
    from tests.torture.typing_robot import word  # noqa: PLC0415  brings Qt

    vault = Vault.open(path, KEY.raw)
    try:
        left = [draft for draft in drafts.each(vault) if not draft.page.writing.is_blank]
        before = vault.query("SELECT body FROM entries WHERE id = 2")[0][0] if changing else ""
        sound = integrity.check(vault).is_sound
    finally:
        vault.close()
    body = left[0].page.writing.body if left else before
    wanted = before + " ".join(word(number) for number in range(typed.all + 1))
    if not sound:
        return "the journal is unsound"
    if not wanted.startswith(body):
        return f"the page holds what nobody typed: {body[-80:]!r}"
    if not body.startswith(before + " ".join(word(number) for number in range(typed.old))):
        return f"of {typed.old} words older than a second these were left: {body[len(before) :]!r}"
    return None


CAMPAIGNS: tuple[Campaign, ...] = (
    Killing("words a second old after kill -9 while typing", ROUNDS),
    Killing("words a second old where saving waits nine", CONTROLS, ("9000",)),
)
