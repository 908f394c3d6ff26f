# SPDX-License-Identifier: MIT
"""A lock begins the real program anew: same process, same place, and none of what was in memory."""

from __future__ import annotations

import secrets
import threading
import time
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.services import access
from tests import memory
from tests.program import MISSING, Place, Program, running, wait

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}"),
    pytest.mark.timeout(120),
]

STILL = "still_pictures = true\n"


def _word() -> str:
    """Made now, so that it stands in no compiled test."""
    return "".join(secrets.choice("bcdfghjkmnpqrstvwz") for _ in range(20))


def _journal(path: Path, passphrase: str) -> bytes:
    made = access.create(path, passphrase)
    key = made.vault.key.raw
    access.lock(made.vault)
    return key


def _begin(program: Program) -> None:
    wait(lambda: program.colours(program.place()) > 50, "for the first page")
    program.rests()
    program.focus()


def _open(program: Program) -> None:
    program.press("Return")
    wait(lambda: (program.home / "notes.vault-wal").exists(), "for the journal to open")
    program.rests()


@pytest.fixture
def secret() -> dict[str, str | bytes]:
    return {"passphrase": _word(), "body": _word()}


def test_a_lock_leaves_nothing_in_memory_and_the_window_where_it_was(
    tmp_path: Path, secret: dict[str, str | bytes]
) -> None:
    secret["key"] = _journal(tmp_path / "notes.vault", str(secret["passphrase"]))
    with running(tmp_path, settings=STILL) as program:
        _begin(program)
        program.move(Place(60, 50, 1000, 700))
        place, old = program.place(), program.window()
        program.type(str(secret["passphrase"]))
        if not memory.readable(program.pid):
            pytest.skip("this account may not read the memory of a process that forbids it")
        assert memory.copies(program.pid, secret).keys() == {"passphrase"}
        _open(program)
        program.press("ctrl+n")
        program.rests()
        program.type(str(secret["body"]))
        program.rests()
        assert {"body", "key"} <= memory.copies(program.pid, secret).keys()
        program.press("F12")
        wait(lambda: program.windows() != [old], "for a new window")
        wait(lambda: program.colours(place) > 50, "for the page to unlock with")
        assert program.place() == place
        assert memory.copies(program.pid, secret) == {}
        assert sorted(path.name for path in tmp_path.glob("notes.vault*")) == ["notes.vault"]
        program.rests()
        program.type(str(secret["passphrase"]))
        _open(program)
        assert program.alive


def test_between_the_page_and_the_field_there_is_nothing_but_the_blank_curtain(tmp_path: Path) -> None:
    passphrase = _word()
    _journal(tmp_path / "notes.vault", passphrase)
    with running(tmp_path, settings=STILL) as program:
        _begin(program)
        program.move(Place(60, 50, 1000, 700))
        edge = Place(70, 200, 30, 300)
        door = program.pixels(edge)
        program.type(passphrase)
        _open(program)
        assert program.pixels(edge) != door
        seen = _watch(program, edge, lambda: program.press("F12"))
        assert seen[-1] == door
        # the page, then the colour of the room, which is also what the door has there
        first_blank = seen.index(door)
        assert seen[first_blank:] == [door]


def _watch(program: Program, place: Place, act: object, seconds: float = 4.0) -> list[bytes]:
    """What stood at a place of the screen meanwhile, each change once."""
    doing = threading.Thread(target=act)  # type: ignore[arg-type]
    doing.start()
    seen: list[bytes] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        now = program.pixels(place)
        if not seen or seen[-1] != now:
            seen.append(now)
    doing.join()
    return seen


def test_a_second_lock_finds_nothing_to_begin_anew(tmp_path: Path) -> None:
    _journal(tmp_path / "notes.vault", _word())
    with running(tmp_path, settings=STILL) as program:
        _begin(program)
        window = program.window()
        program.press("F12")
        time.sleep(1.0)
        assert program.windows() == [window]
