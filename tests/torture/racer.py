# SPDX-License-Identifier: MIT
"""One of several processes that want the same journal at once; told what to do by lines, tells by lines.

`create PATH MOMENT` and `open PATH MOMENT` wait for the moment of the monotonic clock, try, and hold on
to what they got until `close`. `brief PATH MOMENT` creates and closes at once. `turns PATH MOMENT N` opens,
writes a page and closes N times, and sees whether anybody else was inside meanwhile.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from ipnb_journal.errors import AppError, VaultBusy
from ipnb_journal.vault.vault import Vault
from tests.torture.journal import OLD, write


def turns(path: Path, count: int) -> str:
    """Have the journal `count` times; "alone", or what was seen of another one inside."""
    inside = path.with_name("inside")
    for turn in range(count):
        while True:
            try:
                vault = Vault.open(path, OLD.raw)
                break
            except VaultBusy:
                time.sleep(0.001)
        try:
            os.close(os.open(inside, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return "another one was inside"
        write(vault, os.getpid() * 1000 + turn)
        inside.unlink()
        vault.close()
    return "alone"


def attempt(what: str, path: Path, moment: float, count: int) -> tuple[str, Vault | None]:
    """What came of one try, and the journal while it is held."""
    while time.monotonic() < moment:
        pass
    try:
        if what == "turns":
            return turns(path, count), None
        vault = Vault.open(path, OLD.raw) if what == "open" else Vault.create(path, OLD)
    except AppError as error:
        return error.code, None
    if what == "brief":
        vault.close()
        return "got it", None
    return "got it", vault


def main() -> None:
    """Do as told until nothing more is told."""
    held: Vault | None = None
    print("ready", flush=True)
    for line in sys.stdin:
        what, *rest = line.rstrip("\n").split("\t")
        if what == "close":
            if held is not None:
                held.close()
            held = None
            print("closed", flush=True)
            continue
        told, held = attempt(what, Path(rest[0]), float(rest[1]), int(rest[2]))
        print(told, flush=True)


if __name__ == "__main__":
    main()
