# SPDX-License-Identifier: MIT
"""No room at every call that takes some: told as what it is, nothing lost, and all well with room again."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.torture.campaign import Case, Skipped, spread
from tests.torture.operations import OPERATIONS, tried_by
from tests.torture.scenes import lay_scene, scene, undisturbed
from tests.torture.shim import Mode
from tests.torture.stage import Order, Told, ground, stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HOW = {"full": Mode.FULL, "short": Mode.FULL_SHORT, "once": Mode.FULL_ONCE}
_PASSING = frozenset({"!vault", "!vault_read_only"})
SLICE = 12
DISK, NAMES = 6 << 20, 60
STEPS = 24


def held(operation: str, folder: Path, told: Told, passing: bool = False) -> str | None:
    """What went wrong while the disk was full; call before there is room for what comes next.

    `passing`: one call was refused and the next had room, so its reason could not be found afterwards.
    """
    if told.code or told.signal:
        return f"it broke down: {told.trouble.strip().splitlines()[-1]}"
    errors = {line for line in told.said if line.startswith("!")}
    if wrong := errors - OPERATIONS[operation].tells - (_PASSING if passing else frozenset()):
        return f"it was told as {', '.join(sorted(wrong))}"
    if not errors and told.said != undisturbed(operation).said:
        return "not everything was done, and nobody was told"
    for file in folder.rglob("*"):
        if file.is_file() and not OPERATIONS[operation].keeps(file.name):
            return f"half-written: {file.name} is left"
    return None


@dataclass(frozen=True, slots=True)
class FullDisk:
    """Cases `full n` (no room from the n-th call on, to the end), `short n` (a part of the write had room,
    and the child makes more when it has been told), `once n` (only the n-th call is refused)."""

    operation: str
    must_lose: bool = False

    @property
    def name(self) -> str:
        return f"full disk {self.operation}"

    def cases(self, seed: int, sliced: bool) -> Sequence[Case]:
        rooms = undisturbed(self.operation).rooms
        every = [Case(f"{how} {point}", seed) for how in HOW for point in range(1, rooms + 1)]
        return spread(every, SLICE) if sliced else every

    def run(self, case: Case) -> str | None:
        how, _, point = case.name.partition(" ")
        part = random.Random(f"{case.seed} {point}").randrange(1, 1000)
        with scene(self.operation) as folder:
            told = stage().run(Order(self.operation, str(folder), HOW[how], int(point), part))
            lost = held(self.operation, folder, told, passing=how == "once")
            return lost or OPERATIONS[self.operation].judge(folder, told.said)


@contextmanager
def small_disk() -> Iterator[Path]:
    """A real disk in memory, full at 6 MiB or 60 names. Raises Skipped where mounting is not allowed."""
    with tempfile.TemporaryDirectory(prefix="disk-", dir=ground()) as name:
        options = f"size={DISK},nr_inodes={NAMES},mode=700"
        mount = ["mount", "-t", "tmpfs", "-o", options, "torture", name]
        done = subprocess.run(mount, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Skipped(f"a real small disk cannot be mounted here ({done.stderr.strip()})")
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", "--lazy", name], check=True)


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """Cases `n KiB`, `n names`: the operation on a real disk that has so much room left, or so many names."""

    operation: str
    must_lose: bool = False

    @property
    def name(self) -> str:
        return f"real full disk {self.operation}"

    def cases(self, seed: int, sliced: bool) -> Sequence[Case]:
        with small_disk():
            pass
        chance = random.Random(seed)
        room = [4 * step for step in range(8)] + [chance.randrange(32, 700, 4) for _ in range(STEPS - 8)]
        every = [f"{names} names" for names in range(6)] + [f"{kib} KiB" for kib in dict.fromkeys(room)]
        cases = [Case(name, seed) for name in every]
        return spread(cases, 4) if sliced else cases

    def run(self, case: Case) -> str | None:
        left, _, of = case.name.partition(" ")
        with small_disk() as disk:
            folder, ballast = disk / "scene", disk / "ballast"
            lay_scene(self.operation, folder)
            ballast.mkdir()
            if of == "names":
                for number in range(os.statvfs(disk).f_ffree - int(left)):
                    (ballast / f"{number}").touch()
            else:
                size = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize - int(left) * 1024
                (ballast / "block").write_bytes(bytes(max(0, size)))
            told = stage().run(Order(self.operation, str(folder)))
            lost = held(self.operation, folder, told)
            shutil.rmtree(ballast)
            return lost or OPERATIONS[self.operation].judge(folder, told.said)


CAMPAIGNS = (*map(FullDisk, tried_by("full disk")), *map(SmallDisk, tried_by("full disk")))
