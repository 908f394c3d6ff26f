# SPDX-License-Identifier: MIT
"""The way out: the vault is closed first, then what comes after, then the fresh process, in that order."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest
from shiboken6 import isValid

from ipnb_journal.desktop import main, places
from ipnb_journal.desktop.curtain import Curtain
from ipnb_journal.desktop.locking import SLOW_MILLISECONDS
from ipnb_journal.desktop.main import Desktop, Process
from ipnb_journal.desktop.pages.restore import RestorePage
from ipnb_journal.desktop.pages.restored import RestoredPage
from ipnb_journal.desktop.pages.unlock import UnlockPage
from ipnb_journal.desktop.restart import Restart
from ipnb_journal.desktop.way_out import AfterLock
from ipnb_journal.errors import FileProblem
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ipnb_journal.vault.keys import VaultKey


class _Steps:
    """Notes what happens on the way out, and lets a test hold it up."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.go_on = threading.Event()
        self.go_on.set()

    def after(self, vault: Vault) -> None:
        self.go_on.wait(20)
        self.done.append(("after", vault.path.name, vault.key.raw, vault.is_open))

    def restart(self, state: Restart) -> None:
        self.done.append(state)


@pytest.fixture
def steps() -> _Steps:
    return _Steps()


@pytest.fixture
def opened(
    qtbot: QtBot, qapp: QApplication, vault_path: Path, vault_key: VaultKey
) -> Iterator[Callable[..., Desktop]]:
    made: list[Desktop] = []

    def begin(restart: Callable[[Restart], None] | None, after: AfterLock | None) -> Desktop:
        desktop = Desktop(qapp, vault_path, remember=False, process=Process(restart), after_lock=after)
        made.append(desktop)
        with qtbot.waitSignal(desktop.painted):
            desktop.show(lambda: Vault.open(vault_path, vault_key.raw))
        qtbot.waitUntil(lambda: desktop.runner.is_open)
        return desktop

    yield begin
    for desktop in made:
        if not isValid(desktop.window):
            continue
        desktop.window.hide()
        desktop.close()


def _locked(qtbot: QtBot, desktop: Desktop) -> None:
    qtbot.waitUntil(lambda: isinstance(desktop.window.page, UnlockPage) and not desktop.window.covered)


def test_the_journal_is_closed_then_worked_on_then_the_process_begins_anew(
    qtbot: QtBot, opened: Callable[..., Desktop], steps: _Steps, vault_path: Path, vault_key: VaultKey
) -> None:
    desktop = opened(steps.restart, AfterLock(steps.after, "Making a backup"))
    geometry = bytes(desktop.window.saveGeometry().data())
    desktop.window.lock()
    _locked(qtbot, desktop)
    after, state = steps.done
    assert after == ("after", vault_path.name, vault_key.raw, False)
    assert isinstance(state, Restart)
    assert (state.journal, state.geometry, state.minimised) == (vault_path, geometry, False)


def test_another_journal_is_asked_for_by_the_fresh_process(
    qtbot: QtBot, opened: Callable[..., Desktop], steps: _Steps, tmp_path: Path
) -> None:
    desktop = opened(steps.restart, None)
    desktop.window.lock_and_open(tmp_path / "other.vault")
    _locked(qtbot, desktop)
    [state] = steps.done
    assert isinstance(state, Restart) and state.journal == tmp_path / "other.vault"


def test_a_restore_over_an_open_journal_begins_anew_and_says_there_what_came_of_it(
    qtbot: QtBot, qapp: QApplication, opened: Callable[..., Desktop], steps: _Steps, vault_path: Path
) -> None:
    desktop = opened(steps.restart, None)
    aside = vault_path.with_name("notes.replaced-20260312T191507Z.vault")
    restored = places.Restored(vault_path, aside)
    desktop.window.go(places.Locked(lambda: restored, AfterLock(steps.after, "Putting it back")))
    qtbot.waitUntil(lambda: isinstance(desktop.window.page, RestoredPage))
    worked, state = steps.done
    assert isinstance(worked, tuple)
    assert isinstance(state, Restart)
    assert (state.journal, state.restored, state.aside) == (vault_path, True, aside)
    fresh = Desktop(qapp, remember=False, process=Process(steps.restart, resumed=state))
    with qtbot.waitSignal(fresh.painted):
        fresh.show()
    assert isinstance(fresh.window.page, RestoredPage)
    assert aside.name in fresh.window.page.aside.text()
    fresh.window.page.open_button.click()
    qtbot.waitUntil(lambda: isinstance(fresh.window.page, UnlockPage))
    fresh.window.hide()
    fresh.close()


def test_a_restore_that_was_not_made_is_told_once_and_nothing_begins_anew(
    qtbot: QtBot, opened: Callable[..., Desktop], steps: _Steps, vault_path: Path
) -> None:
    desktop = opened(steps.restart, None)
    asked: list[int] = []

    def then() -> places.Place:
        asked.append(1)
        return places.Restore(journal=vault_path)

    desktop.window.go(places.Locked(then, AfterLock(steps.after, "Putting it back")))
    qtbot.waitUntil(lambda: isinstance(desktop.window.page, RestorePage) and not desktop.window.covered)
    assert asked == [1]
    assert [kind for kind in steps.done if isinstance(kind, Restart)] == []


def test_a_journal_that_moved_is_asked_for_where_it_is_now(
    qtbot: QtBot, opened: Callable[..., Desktop], steps: _Steps, tmp_path: Path
) -> None:
    desktop = opened(steps.restart, None)
    # as the settings have it after a move, or after another journal was opened in the same window
    desktop.context.settings.change(journal_path=tmp_path / "stick" / "notes.vault")
    desktop.window.go(places.Settings())
    desktop.window.lock()
    _locked(qtbot, desktop)
    [state] = steps.done
    assert isinstance(state, Restart) and state.journal == tmp_path / "stick" / "notes.vault"


def test_a_refused_restart_still_locks(qtbot: QtBot, opened: Callable[..., Desktop]) -> None:
    def refuse(_: Restart) -> None:
        raise PermissionError

    desktop = opened(refuse, None)
    desktop.window.lock()
    _locked(qtbot, desktop)
    assert not desktop.runner.is_open


def test_a_door_that_was_never_tried_is_not_made_anew(
    qtbot: QtBot, qapp: QApplication, vault_path: Path, steps: _Steps
) -> None:
    desktop = Desktop(qapp, vault_path, remember=False, process=Process(steps.restart))
    desktop.show()
    desktop.window.lock()
    _locked(qtbot, desktop)
    assert steps.done == []
    desktop.window.go(places.ChoosePassphrase(vault_path))
    desktop.window.lock()
    _locked(qtbot, desktop)
    assert len(steps.done) == 1
    desktop.window.hide()
    desktop.close()


def test_what_takes_long_is_named_on_the_curtain(
    qtbot: QtBot, opened: Callable[..., Desktop], steps: _Steps
) -> None:
    desktop = opened(None, AfterLock(steps.after, "Making a backup"))
    steps.go_on.clear()
    curtain = desktop.window.findChild(Curtain)
    assert curtain is not None
    desktop.window.lock()
    assert curtain.isVisible() and curtain.accessibleName() == ""
    qtbot.waitUntil(lambda: curtain.accessibleName() == "Making a backup", timeout=SLOW_MILLISECONDS * 10)
    # a second wish while it lasts changes nothing
    desktop.window.lock()
    steps.go_on.set()
    _locked(qtbot, desktop)
    assert len(steps.done) == 1
    assert curtain.accessibleName() == ""


def test_a_step_that_could_not_be_done_keeps_nobody_out(
    qtbot: QtBot, opened: Callable[..., Desktop], steps: _Steps
) -> None:
    def full(_: Vault) -> None:
        raise FileProblem(file="backups", reason="there is no such folder")

    desktop = opened(steps.restart, AfterLock(full, "Making a backup"))
    desktop.window.lock()
    _locked(qtbot, desktop)
    assert len(steps.done) == 1


def test_quitting_does_the_same_step(qtbot: QtBot, opened: Callable[..., Desktop], steps: _Steps) -> None:
    desktop = opened(None, AfterLock(steps.after, "Making a backup"))
    desktop.close()
    assert [step[0] for step in steps.done if isinstance(step, tuple)] == ["after"]


@pytest.mark.parametrize("minimised", [False, True])
def test_the_fresh_window_stands_where_the_old_one_stood(
    qtbot: QtBot, qapp: QApplication, opened: Callable[..., Desktop], vault_path: Path, steps: _Steps,
    monkeypatch: pytest.MonkeyPatch, minimised: bool,
) -> None:  # fmt: skip
    let_go: list[Restart] = []
    monkeypatch.setattr(Restart, "let_go", lambda state: let_go.append(state))
    desktop = opened(steps.restart, None)
    desktop.window.setGeometry(0, 30, 900, 640)
    if minimised:
        desktop.context.settings.change(lock_on_minimise=True)
        desktop.window.showMinimized()
    else:
        desktop.window.lock()
    _locked(qtbot, desktop)
    [state] = steps.done
    assert isinstance(state, Restart) and state.minimised is minimised
    fresh = Desktop(qapp, remember=False, process=Process(steps.restart, resumed=state))
    fresh.show()
    qtbot.waitUntil(lambda: let_go == [state])
    assert fresh.window.isMinimized() is minimised
    assert isinstance(fresh.window.page, UnlockPage)
    assert fresh.window.normalGeometry().size() == desktop.window.normalGeometry().size()
    fresh.window.hide()
    fresh.close()


@pytest.mark.parametrize("full", [False, True])
def test_a_window_that_fills_the_screen_fills_it_again(
    qtbot: QtBot, qapp: QApplication, opened: Callable[..., Desktop], steps: _Steps, full: bool
) -> None:
    desktop = opened(steps.restart, None)
    (desktop.window.showFullScreen if full else desktop.window.showMaximized)()
    qtbot.waitUntil(desktop.window.isFullScreen if full else desktop.window.isMaximized)
    desktop.window.lock()
    _locked(qtbot, desktop)
    [state] = steps.done
    assert isinstance(state, Restart)
    fresh = Desktop(qapp, remember=False, process=Process(steps.restart, resumed=state))
    fresh.show()
    assert (fresh.window.isFullScreen(), fresh.window.isMaximized()) == (full, not full)
    fresh.window.hide()
    fresh.close()


def test_vanishing_hides_first_keeps_the_words_and_waits_no_longer_than_a_second(
    qtbot: QtBot, qapp: QApplication, vault_path: Path, vault_key: VaultKey
) -> None:
    seen: list[tuple[bool, bool]] = []
    go_on = threading.Event()
    desktop = Desktop(qapp, vault_path, remember=False)
    process = Process(vanish=lambda: seen.append((desktop.window.isVisible(), desktop.runner.is_open)))
    desktop.close()
    desktop = Desktop(qapp, vault_path, remember=False, process=process)
    desktop.show(lambda: Vault.open(vault_path, vault_key.raw))
    qtbot.waitUntil(lambda: desktop.runner.is_open)
    desktop.runner.run(desktop, lambda _: go_on.wait(20))
    began = time.monotonic()
    desktop.window.close_now()
    assert seen == [(False, False)]
    assert 0.9 < time.monotonic() - began < 5
    go_on.set()
    desktop.close()


def test_a_made_up_journal_closes_like_any_window(
    qtbot: QtBot, qapp: QApplication, vault_path: Path, vault_key: VaultKey
) -> None:
    desktop = Desktop(qapp, vault_path, remember=False)
    desktop.show(lambda: Vault.open(vault_path, vault_key.raw))
    qtbot.waitUntil(lambda: desktop.runner.is_open)
    desktop.window.close_now()
    assert not desktop.window.isVisible()
    desktop.close()


def test_only_the_real_program_restarts(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Process] = []

    def note(*_: object, process: Process, **__: object) -> None:
        made.append(process)
        raise InterruptedError

    monkeypatch.setattr(main, "Desktop", note)
    for remember in (True, False):
        with pytest.raises(InterruptedError):
            main.run(remember=remember)
    assert [process.restart is not None for process in made] == [True, False]
