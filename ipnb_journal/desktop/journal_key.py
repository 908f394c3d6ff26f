# SPDX-License-Identifier: MIT
"""Remembering a journal's key on this computer, from the settings: asked honestly, told plainly."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ipnb_journal.desktop.notices import Choice, Question
from ipnb_journal.desktop.wording import keyring as say
from ipnb_journal.desktop.wording.errors import Words, words_for
from ipnb_journal.services import keychain

if TYPE_CHECKING:
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.widgets.setting_keyring import KeyringSetting
    from ipnb_journal.errors import AppError
    from ipnb_journal.vault.keys import VaultKey

QUESTION = Question(
    Words(say.QUESTION_TITLE, say.QUESTION, say.QUESTION_SAFE, icon="key-round"),
    (Choice("off", say.LEAVE_OFF), Choice("on", say.DO_REMEMBER)),
)


class JournalKey(QObject):
    """Answers the row of the settings. The vault's thread hands out the key and waits for nothing."""

    def __init__(self, context: Context, row: KeyringSetting, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._row = context, row
        row.wanted.connect(self._on_wanted)

    def look(self) -> None:
        """Show whether the open journal is remembered; asks no keyring."""

        def show(on: bool) -> None:
            if not self._row.busy:
                self._row.show_remembered(on)

        self._context.runner.run(self, keychain.is_remembered, show, latest="remembered")

    def _on_wanted(self, on: bool) -> None:
        if not self._context.settings.keeps:
            self._row.show_remembered(False, say.NOT_MADE_UP)
        elif on:
            self._context.notices.ask(QUESTION, self._on_answer)
        else:
            self._row.begin(say.TAKING)
            self._context.runner.run(self, lambda vault: vault.header, self._forget)

    def _on_answer(self, key: str) -> None:
        if key == "on":
            self._row.begin(say.PUTTING)
            self._context.runner.run(self, keychain.key_of, self._remember)

    def _remember(self, key: VaultKey) -> None:
        self._context.runner.run_apart(
            self,
            partial(keychain.remember, key),
            lambda _: self._row.show_remembered(True, say.REMEMBERED_LINE),
            self.show_refusal,
        )

    def _forget(self, header: bytes) -> None:
        self._context.runner.run_apart(
            self,
            partial(keychain.forget, header),
            lambda _: self._row.show_remembered(False, say.FORGOTTEN),
            self._on_still_there,
        )

    def show_refusal(self, error: AppError) -> None:
        """Say in the row why the key is not remembered."""
        words = words_for(error)
        self._row.show_remembered(False, f"{words.title}. {words.told}")

    def _on_still_there(self, error: AppError) -> None:
        words = words_for(error)
        self._row.show_remembered(True, f"{words.title}. {say.STILL_THERE} {words.body}")
