# SPDX-License-Identifier: MIT
"""A screen to paint on: the one that is there, else a virtual one, else Qt's offscreen platform."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TRIES = 5


@contextmanager
def display() -> Iterator[str]:
    """Make one, set it in the environment, and say which it is."""
    if os.environ.get("QT_QPA_PLATFORM"):
        yield os.environ["QT_QPA_PLATFORM"]
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield "the desktop's own"
    elif shutil.which("Xvfb"):
        with virtual() as name:
            os.environ["DISPLAY"] = name
            os.environ["QT_QPA_PLATFORM"] = "xcb"
            yield f"Xvfb {name}"
    else:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield "offscreen"


@contextmanager
def virtual(*more: str) -> Iterator[str]:
    """An Xvfb of our own, started with `more` arguments, and its display's name."""
    for _ in range(TRIES):
        # two servers that look for a free number at the same moment may take the same one
        with _server(f":{random.randrange(1000, 30_000)}", *more) as name:
            if name:
                yield name
                return
    raise RuntimeError("no virtual display can be started")


@contextmanager
def _server(name: str, *more: str) -> Iterator[str]:
    """A server of this name once it answers, or "" where the name is taken."""
    reading, writing = os.pipe()
    # without -noreset it begins anew, and answers nobody meanwhile, when the last of its clients goes
    command = ["Xvfb", name, "-noreset", "-displayfd", str(writing), "-nolisten", "tcp"]
    command += ["-screen", "0", "1400x900x24"]
    with subprocess.Popen([*command, *more], pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                yield name if told.readline().strip() else ""
        finally:
            server.terminate()
