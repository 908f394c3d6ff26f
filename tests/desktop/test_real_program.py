# SPDX-License-Identifier: MIT
"""A lock begins the real program anew: same process, same place, and none of what was in memory."""

from __future__ import annotations

import re
import secrets
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.desktop.menus import MENUS, SEPARATOR
from ipnb_journal.services import access
from ipnb_journal.vault.vault import Vault
from tests import memory
from tests.program import MISSING, Place, Program, running, wait

if TYPE_CHECKING:
    from collections.abc import Callable

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
        limits = Path(f"/proc/{program.pid}/limits").read_text()
        assert re.search(r"Max core file size +0 ", limits)
        assert sorted(path.name for path in tmp_path.glob("notes.vault*")) == ["notes.vault"]
        program.rests()
        program.type(str(secret["passphrase"]))
        _open(program)
        assert program.alive


@pytest.mark.alone
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


def _watch(program: Program, place: Place, act: Callable[[], None], seconds: float = 4.0) -> list[bytes]:
    """What stood at a place of the screen meanwhile, each change once."""
    doing = threading.Thread(target=act)
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


def test_a_lock_leaves_a_backup_before_the_program_begins_anew(tmp_path: Path) -> None:
    passphrase = _word()
    _journal(tmp_path / "notes.vault", passphrase)
    with running(tmp_path, settings=STILL) as program:
        _begin(program)
        old = program.window()
        program.type(passphrase)
        _open(program)
        program.press("F12")
        wait(lambda: program.windows() != [old], "for a new window")
        (backup,) = (tmp_path / "backups").glob("notes-*.vault")
        assert backup.read_bytes() == (tmp_path / "notes.vault").read_bytes()
        assert program.alive


def _words_kept(path: Path, key: bytes) -> str:
    vault = Vault.open(path, key)
    try:
        return " ".join(str(row[0]) for row in vault.query("SELECT body FROM drafts"))
    finally:
        vault.close()


def _writing(program: Program, passphrase: str) -> None:
    program.type(passphrase)
    _open(program)
    program.press("ctrl+n")
    program.rests()


def test_close_now_is_gone_at_once_with_the_last_letter_kept(
    tmp_path: Path, secret: dict[str, str | bytes]
) -> None:
    key = _journal(tmp_path / "notes.vault", str(secret["passphrase"]))
    with running(tmp_path, settings=STILL) as program:
        _begin(program)
        _writing(program, str(secret["passphrase"]))
        program.ask(
            "xdotool", "type", "--delay", "5", "--args", "1", str(secret["body"]), "key", "ctrl+shift+q"
        )
        assert program.process.wait(10) == 0
        assert program.windows() == []
    assert [path.name for path in tmp_path.glob("notes.vault*")] == ["notes.vault"]
    assert secret["body"] in _words_kept(tmp_path / "notes.vault", key)


def test_the_key_locks_over_an_open_dialog(tmp_path: Path, secret: dict[str, str | bytes]) -> None:
    _journal(tmp_path / "notes.vault", str(secret["passphrase"]))
    with running(tmp_path, settings=STILL) as program:
        _begin(program)
        _writing(program, str(secret["passphrase"]))
        old = program.windows()
        _open_a_dialog(program)
        program.press("F12")
        wait(lambda: program.windows() not in ([], old) and len(program.windows()) == 1, "for a new window")
        assert not list(tmp_path.glob("notes.vault-*"))


def _open_a_menu(program: Program) -> None:
    program.press("ctrl+1")
    program.rests()
    at = program.place()
    program.ask("xdotool", "mousemove", str(at.x + 40), str(at.y + 22), "click", "1")
    wait(lambda: len(program.windows()) == 2, "for the menu")
    program.rests()


def _open_a_dialog(program: Program) -> None:
    """With the keys, from the menu: the first press of Down is on the first line."""
    _open_a_menu(program)
    lines = [item.key for item in MENUS[0][1] if item is not SEPARATOR]
    program.press(*["Down"] * (lines.index("open_another") + 1), "Return")
    wait(lambda: any(program.title(one) == "Notes" for one in program.windows()[1:]), "for the dialog")
    program.rests()
    program.focus()


@pytest.mark.parametrize("over", ["a dialog", "a menu", "the first page"])
def test_close_now_works_over_whatever_is_open(
    tmp_path: Path, secret: dict[str, str | bytes], over: str
) -> None:
    key = _journal(tmp_path / "notes.vault", str(secret["passphrase"]))
    with running(tmp_path, settings=STILL) as program:
        _begin(program)
        if over != "the first page":
            _writing(program, str(secret["passphrase"]))
            program.type(str(secret["body"]))
        if over == "a menu":
            _open_a_menu(program)
        elif over == "a dialog":
            _open_a_dialog(program)
        program.press("shift+F12")
        assert program.process.wait(10) == 0
    if over != "the first page":
        assert secret["body"] in _words_kept(tmp_path / "notes.vault", key)


def test_the_desktop_is_told_nothing_but_a_neutral_name(tmp_path: Path) -> None:
    _journal(tmp_path / "notes.vault", _word())
    with running(tmp_path, settings=f'{STILL}window_title = "Shopping"\n') as program:
        _begin(program)
        program.rests()
        told = program.properties()
        names = ("WM_NAME", "WM_ICON_NAME", "_NET_WM_ICON_NAME", "WM_CLASS", "APPLICATION_ID", "DESKTOP_FILE")
        lines = [line for line in told.splitlines() if any(name in line for name in names)]
        assert any('"Shopping"' in line for line in lines)
        assert any('WM_CLASS(STRING) = "notes", "notes"' in line for line in lines)
        for word in ("journal", "ipnb", "python", "main.py"):
            assert not [line for line in lines if word in line.lower()], lines
