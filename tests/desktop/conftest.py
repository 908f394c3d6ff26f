# SPDX-License-Identifier: MIT
"""Fixtures of the desktop: the theme, a runner that answers at once, and the context pages get."""

from __future__ import annotations

import gc
import subprocess
from collections import deque
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from ipnb_journal import paths
from ipnb_journal.desktop.context import Context
from ipnb_journal.desktop.notices import Notices
from ipnb_journal.desktop.runner import InlineRunner
from ipnb_journal.desktop.settings_store import SettingsStore
from ipnb_journal.desktop.theme.theme import Theme
from ipnb_journal.services.settings import Settings
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from ipnb_journal.services.prompts import Library
    from ipnb_journal.vault.keys import VaultKey
    from tests.logind import Logind


@pytest.fixture(autouse=True)
def no_widget_outlives_its_test(qapp: QApplication) -> Iterator[None]:
    """Without a running loop `deleteLater` never deletes, and every style sheet would dress the dead too."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True, scope="session")
def no_garbage_hunt_midway() -> Iterator[None]:
    """Cycles of Qt objects are never collected at a random allocation, as in the program (`collector.py`).

    Left-overs of other tests, destroyed in whatever order, can crash the interpreter there.
    """
    gc.collect()
    gc.disable()
    yield
    gc.freeze()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme at 100 %, with still pictures."""
    made = Theme(paths.resources())
    made.apply(qapp, "light", still=True)
    return made


@pytest.fixture
def notices(qapp: QApplication) -> Notices:
    """Notices that ask nobody: put the answers a test expects to give into `answers`."""
    made = Notices()
    made.answers = deque()
    return made


@pytest.fixture
def closed_runner(notices: Notices) -> Iterator[InlineRunner]:
    """A runner with no vault open, whose jobs are done at once."""
    made = InlineRunner(notices.show_problem)
    yield made
    made.close()


@pytest.fixture
def inline_runner(closed_runner: InlineRunner, vault_path: Path, vault_key: VaultKey) -> InlineRunner:
    """A runner with the test's own empty vault open, whose jobs are done at once."""
    closed_runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    return closed_runner


@pytest.fixture
def library() -> Library:
    """The shipped prompts."""
    from ipnb_journal.services import prompts  # noqa: PLC0415

    return prompts.library()


def _context(runner: InlineRunner, notices: Notices, theme: Theme, now: datetime) -> Context:
    from ipnb_journal.services import prompts  # noqa: PLC0415

    store = SettingsStore(Settings(still_pictures=True), notices.show_problem)
    return Context(runner, notices, store, theme, clock=lambda: now, shelf=prompts.library)


@pytest.fixture
def context(inline_runner: InlineRunner, notices: Notices, theme: Theme, now: datetime) -> Context:
    """What pages get, unlocked: an empty vault, the shipped prompts, the fixed moment `now`."""
    return _context(inline_runner, notices, theme, now)


@pytest.fixture
def locked_context(closed_runner: InlineRunner, notices: Notices, theme: Theme, now: datetime) -> Context:
    """What pages get before a vault is open."""
    return _context(closed_runner, notices, theme, now)


@pytest.fixture
def in_vault(context: Context) -> Callable[[Callable[[Vault], object]], object]:
    """Run a function with the open vault, the way pages do, and get what it returned."""

    def run(job: Callable[[Vault], object]) -> object:
        answers: list[object] = []
        context.runner.run(context.runner, job, answers.append)
        return answers[0]

    return run


@pytest.fixture
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real D-Bus of the test's own."""
    # the test's own folder is too long a name for a socket
    path = tmp_path_factory.mktemp("bus") / "bus"
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:path={path}"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait(5)
    daemon.stdout.close()


@pytest.fixture
def logind(bus: str) -> Iterator[Logind]:
    """What the computer says of sleep, on that bus."""
    from tests.logind import Logind  # noqa: PLC0415  jeepney is there on Linux only

    made = Logind(bus)
    yield made
    made.close()
