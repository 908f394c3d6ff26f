# SPDX-License-Identifier: MIT
"""A fresh process in place of this one, so that nothing that was open stays in memory.

Dropping every widget and key left thousands of copies of a page's words behind; a new process image
leaves none. It is told where its window stood through a pipe: what is in a pipe shows in no list of
processes, and the environment carries the pipe's number alone.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import Any, NoReturn

from ipnb_journal.records import Record

VARIABLE = "IPNB_JOURNAL_RESTARTED"
_MOST_BYTES = 32_768
"""Fits into the smallest pipe there is, so that writing never waits for a reader."""


class Restart(Record):
    """Where the fresh process stands: the window's place and the journal it asks for, but no page.

    `geometry` is what QWidget.saveGeometry gives; `active` whether the window had the keyboard.
    `screens` are the numbers of this process's connections to the display; while they stay open, the
    old window stays in view. `restored`: a backup was put in the journal's place, and what stood there
    is `aside` now.
    """

    journal: Path | None = None
    geometry: bytes = b""
    minimised: bool = False
    active: bool = True
    screens: tuple[int, ...] = ()
    restored: bool = False
    aside: Path | None = None

    def let_go(self) -> None:
        """Take the old window away: the new one can be seen."""
        for number in self.screens:
            os.close(number)


def restart(state: Restart) -> NoReturn:
    """Become a new process of the same program and arguments. Raises OSError where that is refused."""
    if sys.platform == "win32":
        _start_beside(state)
    screens = display_connections()
    reading = _filled_pipe(state.but(screens=screens))
    kept = (reading, *screens)
    try:
        for number in kept:
            os.set_inheritable(number, True)
        os.execve(sys.executable, command(), _environment(reading))  # noqa: S606  ourselves, without a shell
    finally:
        # only reached where it was refused
        os.close(reading)
        for number in screens:
            os.set_inheritable(number, False)


def resumed() -> Restart | None:
    """What the process before this one left, once; None after an ordinary start."""
    number = os.environ.pop(VARIABLE, "")
    if not number.isdecimal():
        return None
    import json  # noqa: PLC0415  an ordinary start does without

    try:
        with os.fdopen(_descriptor(int(number)), "rb") as pipe:
            told = json.loads(pipe.read(_MOST_BYTES))
        return _read(told)
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None


def command() -> list[str]:
    """The program and the arguments it was started with."""
    return [sys.executable, *sys.orig_argv[1:]]


def display_connections() -> tuple[int, ...]:
    """The sockets to an X server or a Wayland compositor that this process has open; none elsewhere."""
    if sys.platform != "linux":
        return ()
    numbers = [int(found.name) for found in Path("/proc/self/fd").iterdir()]
    return tuple(sorted(number for number in numbers if _is_display(_peer(number))))


def _peer(number: int) -> str:
    """The name of what a socket is connected to; "" where it is none, or has none."""
    import socket  # noqa: PLC0415  nothing else here speaks through one

    try:
        if not stat.S_ISSOCK(os.fstat(number).st_mode):
            return ""
        with socket.socket(fileno=os.dup(number)) as other:
            name = other.getpeername()
    except OSError:
        return ""
    return os.fsdecode(name) if isinstance(name, str | bytes) else ""


def _is_display(name: str) -> bool:
    return ".X11-unix/X" in name or Path(name).name.startswith("wayland-")


def _filled_pipe(state: Restart) -> int:
    import json  # noqa: PLC0415  as above

    told = {
        "journal": None if state.journal is None else os.fspath(state.journal),
        "geometry": state.geometry.hex(),
        "minimised": state.minimised,
        "active": state.active,
        "screens": state.screens,
        "restored": state.restored,
        "aside": None if state.aside is None else os.fspath(state.aside),
    }
    content = json.dumps(told).encode()
    if len(content) > _MOST_BYTES:
        raise OSError("there is more to tell than a pipe takes")
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(content)
    return reading


def _read(told: dict[str, Any]) -> Restart:
    journal, screens = told["journal"], told["screens"]
    if not all(isinstance(number, int) and number > 2 for number in screens):
        raise ValueError(screens)
    for number in screens:
        os.set_inheritable(number, False)
    return Restart(
        None if journal is None else Path(journal),
        bytes.fromhex(told["geometry"]),
        bool(told["minimised"]),
        bool(told["active"]),
        tuple(screens),
        bool(told["restored"]),
        None if told["aside"] is None else Path(told["aside"]),
    )


def _environment(number: int) -> dict[str, str]:
    return {**os.environ, VARIABLE: str(number)}


def _descriptor(number: int) -> int:
    if sys.platform != "win32":
        return number
    import msvcrt  # noqa: PLC0415  not there elsewhere

    return msvcrt.open_osfhandle(number, os.O_RDONLY)


def _start_beside(state: Restart) -> NoReturn:
    """Windows can't change a process into another: start one that inherits the pipe, and end at once."""
    import subprocess  # noqa: PLC0415  Windows only

    if sys.platform != "win32":
        raise OSError("Windows only")
    import msvcrt  # noqa: PLC0415  not there elsewhere

    handle = msvcrt.get_osfhandle(_filled_pipe(state))
    os.set_handle_inheritable(handle, True)
    own = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
    flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
    subprocess.Popen(command(), env=_environment(handle), startupinfo=own, creationflags=flags)  # noqa: S603
    os._exit(0)
