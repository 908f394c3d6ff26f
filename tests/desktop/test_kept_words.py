# SPDX-License-Identifier: MIT
"""Words such as a Look-back's note are saved while they are typed, and never called saved while unsaved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipnb_journal.desktop.autosave import SaveState
from ipnb_journal.desktop.kept_words import KeptWords
from ipnb_journal.errors import DiskFull
from ipnb_journal.services import look_back
from tests.builders import a_look_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.domain.look_back import LookBack
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]


class Typed:
    """What stands in the window."""

    text = ""


@pytest.fixture
def typed() -> Typed:
    return Typed()


@pytest.fixture
def look(in_vault: InVault) -> LookBack:
    return in_vault(lambda vault: look_back.keep(vault, a_look_back()))  # type: ignore[return-value]


@pytest.fixture
def saver(context: Context, look: LookBack, typed: Typed) -> KeptWords:
    def written() -> Callable[[Vault], object]:
        return lambda vault: look_back.write_note(vault, look.id, typed.text)

    made = KeptWords(context.runner, context.runner, context.clock, written)
    made.begin()
    return made


def _note(in_vault: InVault) -> str:
    (look,) = in_vault(look_back.all_looks)  # type: ignore[misc]
    return str(look.note)


def test_it_is_saved_by_itself_a_moment_after_it_was_typed(
    saver: KeptWords, typed: Typed, in_vault: InVault, qtbot: QtBot
) -> None:
    typed.text = "The spring."
    saver.touch()
    assert (saver.unsaved, saver.state, _note(in_vault)) == (True, SaveState.SAVING, "")
    qtbot.waitUntil(lambda: saver.state == SaveState.SAVED, timeout=2000)
    assert (saver.unsaved, _note(in_vault)) == (False, "The spring.")
    assert saver.seconds_since_saved == 0


def test_leaving_saves_at_once_and_twice_does_no_harm(
    saver: KeptWords, typed: Typed, in_vault: InVault
) -> None:
    typed.text = "One"
    saver.touch()
    saver.save()
    saver.save()
    assert (saver.unsaved, _note(in_vault)) == (False, "One")


def test_what_the_disk_refuses_stays_unsaved_and_is_tried_again(
    saver: KeptWords, typed: Typed, in_vault: InVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DiskFull

    went_on: list[bool] = []
    typed.text = "Kept in the window"
    saver.touch()
    with monkeypatch.context() as full:
        full.setattr(look_back, "write_note", refuse)
        saver.when_saved(lambda: went_on.append(True))
    assert (saver.unsaved, saver.state, went_on) == (True, SaveState.NOT_SAVED, [])
    assert saver.error is not None and saver.error.code == "disk_full"
    saver.save()
    assert (saver.unsaved, saver.state, _note(in_vault)) == (False, SaveState.SAVED, "Kept in the window")


def test_what_is_only_looked_at_is_not_kept(saver: KeptWords, typed: Typed, in_vault: InVault) -> None:
    saver.begin(kept=False)
    typed.text = "Nowhere"
    saver.touch()
    saver.save()
    went_on: list[bool] = []
    saver.when_saved(lambda: went_on.append(True))
    assert (saver.unsaved, _note(in_vault), went_on) == (False, "", [True])
