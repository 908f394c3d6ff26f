# SPDX-License-Identifier: MIT
"""The preloaded library: compiled on first use, armed inside the process that it watches."""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.torture.campaign import Skipped

if TYPE_CHECKING:
    from collections.abc import Sequence

SOURCE = Path(__file__).with_name("shim.c")
BUILD = Path(__file__).parents[2] / "build" / "torture"


class Mode(IntEnum):
    """What the library does at the chosen number; the order is the one in shim.c."""

    COUNT = 0
    KILL = 1
    TEAR = 2
    FULL = 3
    """No room from there on, to the end."""
    FULL_ONCE = 4
    """One refusal; the next call has room."""
    FULL_SHORT = 5
    """A part of the write is done, then no room until the child makes some."""


def library() -> Path:
    """The compiled library, made anew when its source has changed. Raises Skipped away from Linux."""
    if not sys.platform.startswith("linux"):
        raise Skipped("the preloaded library is for Linux")
    compiler = shutil.which("cc")
    if compiler is None:
        raise RuntimeError("no C compiler: sh packaging/linux/prepare.sh test")
    mark = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:12]
    made = BUILD / f"shim-{mark}.so"
    if not made.exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        attempt = made.with_suffix(f".{os.getpid()}")
        flags = ["-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
        subprocess.run([compiler, *flags, "-o", attempt, SOURCE, "-ldl", "-lpthread"], check=True)
        attempt.replace(made)
    return made


def preloaded(command: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The command and its environment, in which the library comes before the C library."""
    return list(command), {**os.environ, "LD_PRELOAD": str(library()), "PYTHONDONTWRITEBYTECODE": "1"}


@cache
def _loaded() -> ctypes.CDLL:
    found = ctypes.CDLL(None)
    found.torture_arm.argtypes = [
        ctypes.c_char_p,
        ctypes.c_int,
        ctypes.c_long,
        ctypes.c_int,
        ctypes.c_char_p,
    ]
    found.torture_calls.restype = ctypes.c_long
    found.torture_rooms.restype = ctypes.c_long
    return found


def arm(folder: Path, mode: Mode, at: int, part: int, log: str) -> None:
    """Watch this process from now on; `part` thousandths of a torn write are done."""
    _loaded().torture_arm(os.fsencode(folder), int(mode), at, part, os.fsencode(log))


def make_room() -> bool:
    """Let everything through from now on, unless the disk is to be full to the end."""
    return bool(_loaded().torture_make_room())


def counted() -> tuple[int, int]:
    """The calls so far that change something, and those of them that take room."""
    return int(_loaded().torture_calls()), int(_loaded().torture_rooms())
