# SPDX-License-Identifier: MIT
"""The real program in a process of its own, on a display of its own, with somebody at its keyboard."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.display import virtual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
PATIENCE = 40.0
MISSING = [tool for tool in ("Xvfb", "xdotool", "xwininfo", "xprop") if shutil.which(tool) is None]


@dataclass(frozen=True)
class Place:
    """Where a window stands, in px."""

    x: int
    y: int
    width: int
    height: int


class Program:
    """A running `ipnb-journal`; everything reaches it through the display."""

    def __init__(self, process: subprocess.Popen[bytes], env: dict[str, str], screen: Path) -> None:
        self.process, self._env, self._screen = process, env, screen
        self.home = Path(env["IPNB_JOURNAL_HOME"])

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def windows(self) -> list[int]:
        """The ids of its windows in view, newest last."""
        told = self.ask("xwininfo", "-root", "-children")
        ids = [int(found, 16) for found in re.findall(r"^\s+(0x[0-9a-f]+) ", told, re.MULTILINE)]
        return sorted(one for one in ids if "IsViewable" in self.ask("xwininfo", "-id", str(one)))

    def window(self) -> int:
        """The id of its one window, once it is there."""
        wait(lambda: bool(self.windows()), "for a window")
        return self.windows()[-1]

    def place(self) -> Place:
        told = self.ask("xwininfo", "-id", str(self.window()))
        names = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
        return Place(*(int(re.search(rf"{name}:\s+(-?\d+)", told)[1]) for name in names))  # type: ignore[index]

    def properties(self) -> str:
        """What the window tells the desktop about itself, as xprop prints it."""
        return self.ask("xprop", "-id", str(self.window()))

    def title(self, window: int) -> str:
        """What the list of open windows calls one of them."""
        found = re.search(
            r'^_NET_WM_NAME\(UTF8_STRING\) = "(.*)"$', self.ask("xprop", "-id", str(window)), re.M
        )
        return found[1] if found else ""

    def move(self, place: Place) -> None:
        at = str(self.window())
        self.ask("xdotool", "windowsize", at, str(place.width), str(place.height))
        self.ask("xdotool", "windowmove", at, str(place.x), str(place.y))
        wait(lambda: self.place() == place, f"for the window at {place}")

    def focus(self) -> None:
        """Give the window the keyboard, as a window manager would."""
        self.ask("xdotool", "windowfocus", "--sync", str(self.window()))

    def type(self, text: str, delay: int = 12) -> None:
        self.ask("xdotool", "type", "--delay", str(delay), text)

    def press(self, *keys: str) -> None:
        self.ask("xdotool", "key", "--delay", "12", *keys)

    def pixels(self, place: Place | None = None) -> bytes:
        """What stands on the screen, or on a part of it: 4 bytes for each pixel, row by row."""
        return picture(self._screen, place)

    def colours(self, place: Place | None = None) -> int:
        """How many colours there are: one where nothing, or a blank curtain, is painted."""
        pixels = self.pixels(place)
        return len({pixels[at : at + 4] for at in range(0, len(pixels), 4)})

    def rests(self, seconds: float = 0.35) -> None:
        """Wait until nothing on the screen changes any more; a caret blinks more slowly than that."""
        before, since = self.pixels(), time.monotonic()
        end = since + PATIENCE
        while time.monotonic() - since < seconds:
            assert time.monotonic() < end, "the screen never comes to rest"
            time.sleep(0.03)
            now = self.pixels()
            if now != before:
                before, since = now, time.monotonic()

    def ask(self, *command: str) -> str:
        done = subprocess.run(command, env=self._env, capture_output=True, text=True, timeout=30, check=False)
        return done.stdout


def picture(screen: Path, place: Place | None = None) -> bytes:
    """Read the file in which Xvfb keeps what it shows; it is in the format of `xwd`."""
    held = screen.read_bytes()
    header = struct.unpack(">25I", held[:100])
    size, width, height, row, colours = header[0], header[4], header[5], header[12], header[19]
    start = size + 12 * colours
    part = place or Place(0, 0, width, height)
    rows = range(max(0, part.y), min(height, part.y + part.height))
    left, right = max(0, part.x) * 4, min(width, part.x + part.width) * 4
    return b"".join(held[start + y * row + left : start + y * row + right] for y in rows)


def wait(until: Callable[[], bool], what: str) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, f"waited in vain {what}"
        time.sleep(0.02)


@contextmanager
def running(home: Path, *, settings: str = "", **more: str) -> Iterator[Program]:
    """Start the program with `home` as its own; `settings` is the text of its settings file."""
    home.mkdir(parents=True, exist_ok=True)
    if settings:
        (home / "settings.toml").write_text(settings)
    with tempfile.TemporaryDirectory() as frames, virtual("-fbdir", frames) as name:
        env = {
            **os.environ,
            "DISPLAY": name,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home / "user"),
            "XDG_RUNTIME_DIR": str(home),
            "XDG_CONFIG_HOME": str(home / "user" / "config"),
            "IPNB_JOURNAL_HOME": str(home),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "PYTHONPATH": str(ROOT),
            **more,
        }
        env.pop("WAYLAND_DISPLAY", None)
        command = [sys.executable, "-m", "ipnb_journal"]
        process = subprocess.Popen(
            command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        try:
            yield Program(process, env, Path(frames) / "Xvfb_screen0")
        finally:
            with suppress(ProcessLookupError):
                process.kill()
            said = process.communicate(timeout=30)[0].decode(errors="replace")
            sys.stdout.write(said)
