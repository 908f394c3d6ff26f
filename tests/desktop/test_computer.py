# SPDX-License-Identifier: MIT
"""The machine falls asleep only after the journal is closed: the whole window, a real bus, real messages."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from ipnb_journal.services import access
from tests.program import MISSING, Program, running, wait

if TYPE_CHECKING:
    from pathlib import Path

    from tests.logind import Logind

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="logind is Linux's"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}"),
    pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs a D-Bus daemon"),
    pytest.mark.timeout(120),
]
PASSPHRASE = "slow river under the old bridge"


@pytest.mark.parametrize("restarts", [1, 2])
def test_sleep_begins_when_the_journal_is_closed_and_not_before(
    tmp_path: Path, bus: str, logind: Logind, restarts: int
) -> None:
    access.lock(access.create(tmp_path / "notes.vault", PASSPHRASE).vault)
    settings = "still_pictures = true\nwindow_title = 'Shopping'\n"
    with running(tmp_path, settings=settings, DBUS_SYSTEM_BUS_ADDRESS=bus) as program:
        wait(lambda: program.colours(program.place()) > 50, "for the first page")
        program.rests()
        program.focus()
        for _ in range(restarts):
            assert logind.held == 0
            program.type(PASSPHRASE)
            program.press("Return")
            wait(lambda: logind.held == 1, "for sleep to be held off")
            assert logind.asked[-1] == ("sleep", "Shopping", "Saving", "delay")
            program.rests()
            _fall_asleep(program, logind)
            assert sorted(path.name for path in tmp_path.glob("notes.vault*")) == ["notes.vault"]
            program.rests()


def _fall_asleep(program: Program, logind: Logind) -> None:
    """Sleep begins, which makes logind refuse whoever asks now; then the machine wakes."""
    old = program.windows()
    logind.refuses = True
    logind.prepare_for_sleep(begins=True)
    wait(lambda: logind.held == 0, "for sleep to be let")
    assert not list(program.home.glob("notes.vault-*"))
    wait(lambda: program.windows() not in ([], old), "for the fresh window")
    logind.prepare_for_sleep(begins=False)
    logind.refuses = False
