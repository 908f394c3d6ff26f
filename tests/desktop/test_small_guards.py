# SPDX-License-Identifier: MIT
"""Small guards around the program: memory, clipboard, bug reports, settings on disk."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from ipnb_journal import paths
from ipnb_journal.desktop import bug_report, clipboard
from ipnb_journal.desktop.clipboard import SecretClipboard
from ipnb_journal.desktop.settings_store import SettingsStore
from ipnb_journal.services import settings

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.errors import AppError

_HARDENED = """
import resource
from ipnb_journal.desktop.hardening import harden
harden()
import ctypes
print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux")
@pytest.mark.parametrize("boxed", [False, True])
def test_no_core_dump_and_no_look_inside_but_for_the_portals_of_a_box(boxed: bool) -> None:
    env = {name: value for name, value in os.environ.items() if name != "SNAP"}
    if boxed:
        env["SNAP"] = "/snap/notes/1"
    done = subprocess.run(
        [sys.executable, "-c", _HARDENED], capture_output=True, text=True, check=True, env=env
    )
    assert done.stdout.split() == ["0", "1" if boxed else "0"]


def test_a_copied_secret_goes_by_itself(qtbot: QtBot, qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "KEPT_MILLISECONDS", 40)
    board = QGuiApplication.clipboard()
    secret = SecretClipboard(board)
    secret.copy("ABCD-EFGH")
    assert board.text() == "ABCD-EFGH"
    qtbot.waitUntil(lambda: board.text() == "")


def test_what_was_copied_since_is_left_alone(qapp: object) -> None:
    board = QGuiApplication.clipboard()
    secret = SecretClipboard(board)
    secret.copy("ABCD-EFGH")
    board.setText("a recipe")
    secret.clear()
    assert board.text() == "a recipe"


def _breaks(word: str) -> None:
    written = f"my secret {word}"
    raise KeyError(written)


def test_a_bug_report_holds_code_and_nothing_written(capsys: pytest.CaptureFixture[str]) -> None:
    told: list[str] = []
    before = sys.excepthook
    bug_report.install(told.append)
    try:
        with pytest.raises(KeyError) as caught:
            _breaks("Ana")
        sys.excepthook(caught.type, caught.value, caught.tb)
    finally:
        sys.excepthook = before
    assert "KeyError" in told[0] and "test_small_guards.py" in told[0]
    for text in (told[0], capsys.readouterr().err):
        assert "Ana" not in text and "secret" not in text


def test_a_change_is_kept_and_announced_once(qtbot: QtBot, qapp: object) -> None:
    problems: list[AppError] = []
    store = SettingsStore(settings.Settings(), problems.append)
    seen: list[object] = []
    store.changed.connect(seen.append)
    store.change(theme="dark", word_count=True)
    store.change(theme="dark")
    assert len(seen) == 1
    assert settings.load().settings == store.current and problems == []


def test_a_change_that_cannot_be_kept_holds_for_now_and_is_told(qapp: object) -> None:
    paths.settings_file().parent.write_text("in the way")
    problems: list[AppError] = []
    store = SettingsStore(settings.Settings(), problems.append)
    store.change(theme="dark")
    assert store.current.theme == "dark"
    assert [problem.code for problem in problems] == ["file"]


def test_a_store_for_the_demo_writes_nothing(qapp: object) -> None:
    SettingsStore(settings.Settings(), lambda _: None, keep=False).change(theme="dark")
    assert not paths.settings_file().exists()
