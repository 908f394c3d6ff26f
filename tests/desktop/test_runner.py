# SPDX-License-Identifier: MIT
"""The runner: one thread for the vault, answers on the GUI thread, nothing lost on the way out."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QWidget

from ipnb_journal.desktop import runner as runner_module
from ipnb_journal.desktop.runner import InlineRunner, Runner
from ipnb_journal.errors import AppError, DiskFull, NotFound, VaultLocked, WrongPassphrase
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.vault.keys import VaultKey


@pytest.fixture
def problems() -> list[AppError]:
    return []


@pytest.fixture
def runner(qapp: object, problems: list[AppError]) -> Iterator[Runner]:
    made = Runner(problems.append)
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, runner: Runner, vault_path: Path, vault_key: VaultKey) -> Callable[[], Runner]:
    def open_it() -> Runner:
        told: list[object] = []
        runner.open(lambda: Vault.open(vault_path, vault_key.raw), told.append)
        qtbot.waitUntil(lambda: told == [None])
        return runner

    return open_it


def _touch(vault: Vault) -> str:
    with vault.transaction():
        vault.execute("INSERT INTO preferences VALUES ('colour', 'blue')")
        vault.touch("preferences")
    return "done"


def test_a_job_runs_off_the_gui_thread_and_answers_on_it(qtbot: QtBot, opened: Callable[[], Runner]) -> None:
    runner = opened()
    threads: list[object] = []
    runner.run(
        runner,
        lambda vault: threads.append(threading.current_thread()),
        lambda _: threads.append(QThread.currentThread()),
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threading.main_thread()
    assert threads[1] == runner.thread()


def test_every_vault_job_has_the_same_thread(qtbot: QtBot, opened: Callable[[], Runner]) -> None:
    runner = opened()
    names: list[str] = []
    for _ in range(5):
        runner.run(runner, lambda vault: threading.current_thread().name, names.append)
    qtbot.waitUntil(lambda: len(names) == 5)
    assert len(set(names)) == 1


def test_topics_are_announced_once_after_the_answer(qtbot: QtBot, opened: Callable[[], Runner]) -> None:
    runner = opened()
    seen: list[object] = []
    runner.changed.connect(seen.append)
    runner.run(runner, _touch, seen.append)
    runner.run(runner, lambda vault: "read", seen.append)
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen == ["done", frozenset({"preferences"}), "read"]


def test_a_problem_goes_to_failed_or_to_the_notices(
    qtbot: QtBot, opened: Callable[[], Runner], problems: list[AppError]
) -> None:
    def fail(_: Vault) -> None:
        raise NotFound(what="page")

    runner = opened()
    failures: list[AppError] = []
    runner.run(runner, fail, failed=failures.append)
    runner.run(runner, fail)
    qtbot.waitUntil(lambda: len(failures) == len(problems) == 1)
    assert isinstance(failures[0], NotFound) and isinstance(problems[0], NotFound)


def test_a_bug_reaches_the_excepthook(qtbot: QtBot, opened: Callable[[], Runner]) -> None:
    runner = opened()
    with qtbot.captureExceptions() as caught:
        runner.run(runner, lambda vault: 1 / 0)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError


def test_an_answer_for_a_dead_widget_is_dropped(qtbot: QtBot, opened: Callable[[], Runner]) -> None:
    runner = opened()
    gate, seen = threading.Event(), []
    page = QWidget()
    runner.run(page, lambda vault: gate.wait(5), seen.append)
    page.deleteLater()
    qtbot.wait(5)
    gate.set()
    runner.run(runner, lambda vault: "after", seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["after"]


def test_a_failed_save_of_a_dead_widget_is_still_told(
    qtbot: QtBot, opened: Callable[[], Runner], problems: list[AppError]
) -> None:
    def fail(_: Vault) -> None:
        gate.wait(5)
        raise DiskFull

    runner = opened()
    gate, own = threading.Event(), []
    page = QWidget()
    runner.run(page, fail, failed=own.append)
    page.deleteLater()
    qtbot.wait(5)
    gate.set()
    qtbot.waitUntil(lambda: len(problems) == 1)
    assert isinstance(problems[0], DiskFull) and own == []


def test_only_the_latest_of_a_series_runs_and_answers(qtbot: QtBot, opened: Callable[[], Runner]) -> None:
    runner = opened()
    gate, ran, seen = threading.Event(), [], []
    runner.run(runner, lambda vault: gate.wait(5))
    for letter in "abc":
        runner.run(runner, lambda vault, letter=letter: ran.append(letter) or letter, seen.append, latest="s")
    runner.run(runner, lambda vault: "other", seen.append, latest="t")
    gate.set()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert ran == ["c"] and seen == ["c", "other"]


def test_lock_lets_earlier_work_land_and_refuses_later(
    qtbot: QtBot, opened: Callable[[], Runner], vault_path: Path, vault_key: VaultKey
) -> None:
    runner = opened()
    seen: list[object] = []
    runner.run(runner, _touch, seen.append)
    runner.lock(lambda: seen.append("locked"))
    assert not runner.is_open
    runner.run(runner, lambda vault: "never", seen.append, failed=seen.append)
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen[:2] == ["done", "locked"] and isinstance(seen[2], VaultLocked)
    again = Vault.open(vault_path, vault_key.raw)
    assert again.query("SELECT value FROM preferences WHERE key = 'colour'") == [("blue",)]
    again.close()


def test_a_vault_that_opens_after_a_lock_was_asked_for_stays_shut(
    qtbot: QtBot, runner: Runner, vault_path: Path, vault_key: VaultKey
) -> None:
    gate, seen = threading.Event(), []

    def slowly() -> Vault:
        gate.wait(5)
        return Vault.open(vault_path, vault_key.raw)

    runner.open(slowly, lambda _: seen.append("opened"))
    runner.lock(lambda: seen.append("locked"))
    gate.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["locked"] and not runner.is_open
    Vault.open(vault_path, vault_key.raw).close()


def test_a_wrong_key_leaves_the_runner_closed(qtbot: QtBot, runner: Runner, vault_path: Path) -> None:
    failures: list[AppError] = []
    runner.open(lambda: Vault.open(vault_path, bytes(32)), failed=failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], WrongPassphrase) and not runner.is_open


def test_close_drains(opened: Callable[[], Runner], vault_path: Path, vault_key: VaultKey) -> None:
    runner = opened()
    runner.run(runner, _touch)
    runner.close()
    again = Vault.open(vault_path, vault_key.raw)
    assert again.query("SELECT value FROM preferences WHERE key = 'colour'") == [("blue",)]
    again.close()


def test_idle_work_comes_after_quiet_and_not_before(
    qtbot: QtBot, opened: Callable[[], Runner], monkeypatch: pytest.MonkeyPatch, vault_path: Path
) -> None:
    monkeypatch.setattr(runner_module, "IDLE_MILLISECONDS", 120)
    runner = opened()
    runner.run(runner, _touch)
    log = vault_path.with_name(vault_path.name + "-wal")
    qtbot.waitUntil(lambda: log.exists() and log.stat().st_size > 0)
    qtbot.waitUntil(lambda: log.stat().st_size == 0)


def test_work_without_a_vault_needs_none(qtbot: QtBot, runner: Runner) -> None:
    seen: list[object] = []
    runner.run_free(runner, lambda: threading.current_thread() is threading.main_thread(), seen.append)
    qtbot.waitUntil(lambda: seen == [False])


def test_no_thread_is_started_before_it_is_needed(runner: Runner) -> None:
    before = threading.active_count()
    Runner(lambda error: None)
    assert threading.active_count() == before


def test_inline_runner_answers_at_once(
    qapp: object, vault_path: Path, vault_key: VaultKey, problems: list[AppError]
) -> None:
    runner = InlineRunner(problems.append)
    seen: list[object] = []
    runner.changed.connect(seen.append)
    runner.open(lambda: Vault.open(vault_path, vault_key.raw), seen.append)
    runner.run(QObject(), _touch, seen.append)
    assert seen == [None, "done", frozenset({"preferences"})] and runner.is_open
    runner.lock(lambda: seen.append("locked"))
    runner.run(runner, _touch)
    assert seen[-1] == "locked" and isinstance(problems[0], VaultLocked)


def test_a_job_apart_holds_up_neither_the_others_nor_the_end(qtbot: QtBot, runner: Runner) -> None:
    gate, answers = threading.Event(), list[str]()
    for _ in range(5):
        runner.run_apart(runner, lambda: gate.wait(30), lambda _: answers.append("apart"))
    runner.run_free(runner, lambda: "free", answers.append)
    qtbot.waitUntil(lambda: answers == ["free"])
    began = time.monotonic()
    runner.close()
    assert time.monotonic() - began < 5
    gate.set()
    qtbot.wait(100)
    assert answers == ["free"], "an answer after the end"


def test_a_job_apart_answers_on_the_gui_thread(qtbot: QtBot, runner: Runner) -> None:
    threads: list[threading.Thread] = []

    def answered(worked_on: threading.Thread) -> None:
        threads.extend((worked_on, threading.current_thread()))

    runner.run_apart(runner, threading.current_thread, answered)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0].daemon and threads[1] is threading.main_thread()


def test_a_job_can_ask_whether_others_wait(qtbot: QtBot, opened: Callable[[], Runner]) -> None:
    runner, go_on, told = opened(), threading.Event(), []

    def alone(_: Vault) -> bool:
        return runner.others_wait()

    def in_company(_: Vault) -> bool:
        go_on.wait(5)
        return runner.others_wait()

    runner.run(runner, alone, told.append)
    qtbot.waitUntil(lambda: told == [False])
    runner.run(runner, in_company, told.append)
    runner.run(runner, _touch)
    go_on.set()
    qtbot.waitUntil(lambda: told == [False, True])
