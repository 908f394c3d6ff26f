# SPDX-License-Identifier: MIT
"""Qt objects in cycles die on the GUI thread, whichever thread makes work for the collector."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer

from ipnb_journal.desktop import collector
from ipnb_journal.desktop import runner as runner_module
from ipnb_journal.desktop.runner import Runner
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.vault.keys import VaultKey


class _Page(QObject):
    """Holds itself, as a page with a slot of its own does."""

    def __init__(self) -> None:
        super().__init__()
        self.mine = [self]
        self.timer = QTimer(self, interval=60_000)
        self.timer.start()


def _litter() -> int:
    return len([[object()] for _ in range(200_000)])


def test_a_job_that_makes_garbage_never_destroys_a_qt_object(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collector, "EVERY_MILLISECONDS", 20)
    runner = Runner(lambda error: None)
    threads: list[threading.Thread] = []
    seen: list[int] = []
    page = _Page()
    weakref.finalize(page, lambda: threads.append(threading.current_thread()))
    runner.run_free(runner, _litter, seen.append)
    del page
    for _ in range(5):
        runner.run_free(runner, _litter, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 6)
    runner.lock()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]
    runner.close()


@pytest.fixture
def collecting() -> Iterator[None]:
    """Python collects by itself, as at the program's start; what other tests left is out of its reach."""
    gc.freeze()
    gc.enable()
    yield
    gc.disable()


def test_python_collects_by_itself_again_once_no_thread_is_left(qtbot: QtBot, collecting: None) -> None:
    runner = Runner(lambda error: None)
    seen: list[bool] = []
    runner.run_free(runner, gc.isenabled, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]
    runner.close()
    assert gc.isenabled()


def test_garbage_goes_while_nobody_locks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "EVERY_MILLISECONDS", 20)
    runner = Runner(lambda error: None)
    gone: list[bool] = []
    runner.run_free(runner, int)
    page = _Page()
    weakref.finalize(page, lambda: gone.append(True))
    del page
    kept = [[number] for number in range(1000)]
    qtbot.waitUntil(lambda: bool(gone))
    assert len(kept) == 1000
    runner.close()


def test_old_garbage_waits_until_nobody_types(
    qtbot: QtBot, vault_path: Path, vault_key: VaultKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collector, "EVERY_MILLISECONDS", 20)
    runner = Runner(lambda error: None)
    gone: list[bool] = []
    runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    qtbot.waitUntil(lambda: runner.is_open, timeout=5000)
    page = _Page()
    weakref.finalize(page, lambda: gone.append(True))
    for _ in range(gc.get_threshold()[2] + 2):
        gc.collect(1)
    del page
    kept = [[number] for number in range(1000)]
    qtbot.wait(100)
    assert gone == []
    monkeypatch.setattr(runner_module, "IDLE_MILLISECONDS", 50)
    runner.run(runner, lambda vault: None)
    qtbot.waitUntil(lambda: bool(gone))
    assert len(kept) == 1000
    runner.close()
