# SPDX-License-Identifier: MIT
"""A check in the background: it tells how far it is, can be called off, and never holds up a save."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from ipnb_journal.desktop.checking import Checking, WeeklyCheck
from ipnb_journal.desktop.runner import Runner
from ipnb_journal.errors import VaultLocked
from ipnb_journal.services import checking
from ipnb_journal.vault import entries, preferences
from ipnb_journal.vault.vault import Vault
from tests import rescuing
from tests.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.keys import VaultKey

    InVault = Callable[[Callable[[Vault], object]], Any]


@pytest.fixture
def threaded(context: Context, qtbot: QtBot, vault_path: Path, vault_key: VaultKey) -> Iterator[Context]:
    """A context whose runner really works on a thread of its own."""
    context.runner.lock()
    runner = Runner(context.notices.show_problem)
    runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    qtbot.waitUntil(lambda: runner.is_open)
    yield context.but(runner=runner)
    runner.close()


def test_a_check_tells_how_far_it_is_and_ends_with_a_report(threaded: Context, qtbot: QtBot) -> None:
    check, told = Checking(threaded, threaded.notices), []
    check.progressed.connect(lambda done, parts: told.append((done, parts)))
    with qtbot.waitSignal(check.ended) as ended:
        check.begin()
        check.begin()
        assert check.under_way
    assert ended.args is not None
    assert ended.args[0].is_sound
    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    assert not check.under_way


def test_a_save_given_meanwhile_is_done_before_the_check_ends(threaded: Context, qtbot: QtBot) -> None:
    check, order = Checking(threaded, threaded.notices), []
    check.ended.connect(lambda _: order.append("checked"))

    def save() -> None:
        threaded.runner.run(
            check, lambda vault: entries.add(vault, an_entry()), lambda _: order.append("saved")
        )

    check.progressed.connect(lambda done, _: save() if done == 2 else None)
    with qtbot.waitSignal(check.ended):
        check.begin()
    assert order == ["saved", "checked"]


def test_a_check_can_be_called_off_and_begun_again(threaded: Context, qtbot: QtBot) -> None:
    check = Checking(threaded, threaded.notices)
    with qtbot.waitSignal(check.progressed):
        check.begin()
    with qtbot.assertNotEmitted(check.ended, wait=200), qtbot.waitSignal(check.stopped) as stopped:
        check.stop()
    assert stopped.args == [None]
    check.stop()
    with qtbot.waitSignal(check.ended):
        check.begin()


def test_locking_midway_ends_the_check(threaded: Context, qtbot: QtBot) -> None:
    check = Checking(threaded, threaded.notices)
    check.progressed.connect(lambda done, _: threaded.runner.lock() if done == 1 else None)
    with qtbot.waitSignal(check.stopped) as stopped:
        check.begin()
    assert stopped.args is not None
    assert isinstance(stopped.args[0], VaultLocked)


def test_the_weekly_look_is_taken_once_and_noted(context: Context, in_vault: InVault, now: datetime) -> None:
    weekly = WeeklyCheck(context, context.notices)
    weekly.opened()
    weekly.look()
    kept = in_vault(preferences.read_all)
    assert kept["last_checked"] == "2026-03-12"
    in_vault(lambda vault: preferences.store(vault, {"last_checked": "2026-03-10"}))
    weekly.look()
    assert in_vault(preferences.read_all)["last_checked"] == "2026-03-10"
    later = now.date() + timedelta(days=7)
    assert in_vault(lambda vault: checking.is_due(vault, later))


def test_damage_found_by_the_weekly_look_is_told(
    context: Context, in_vault: InVault, vault_path: Path, vault_key: VaultKey, qtbot: QtBot
) -> None:
    in_vault(lambda vault: entries.add(vault, an_entry("word " * 4000)))
    context.runner.lock()
    pages = rescuing.load().pages(vault_path, vault_key.raw)
    rescuing.damage(vault_path, [number for number, page in pages if b"word word" in page])
    context.runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    weekly = WeeklyCheck(context, context.notices)
    with qtbot.waitSignal(weekly.damaged) as damaged:
        weekly.look()
    assert damaged.args is not None
    assert (damaged.args[0].entries, damaged.args[0].unreadable) == (1, 1)
    assert "last_checked" not in in_vault(preferences.read_all)
