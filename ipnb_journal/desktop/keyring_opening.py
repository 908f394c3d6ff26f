# SPDX-License-Identifier: MIT
"""Asking this computer's keyring for a journal's key, under the passphrase field and never instead of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop.widgets.buttons import SecondaryButton
from ipnb_journal.desktop.widgets.working import Working
from ipnb_journal.desktop.wording import keyring as say
from ipnb_journal.services import keychain
from ipnb_journal.services.keychain import LIMIT_SECONDS

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.errors import AppError, KeyringUnavailable

_FOR_GOOD = ("absent", "outdated")


class KeyringOpening(QWidget):
    """Says that it is asking, and offers to ask again. Emits `recalled(key)` or `refused(error)`.

    After `drop` an answer still under way goes unheard.
    """

    recalled = Signal(object)
    refused = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.asking = context, False
        self.working = Working(context.theme)
        self.again = SecondaryButton(context.theme, say.ASK_AGAIN, small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, context.theme.space(12), 0, 0)
        column.addWidget(self.working)
        # under the words of the problem, which stand beside its sign
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addSpacing(context.theme.px(18) + context.theme.space(10))
        row.addWidget(self.again)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def ask(self, path: Path) -> None:
        """Ask for the key of the closed journal at `path`; nothing happens while it is being asked."""
        if self.asking:
            return
        self.show_asking()
        job = partial(keychain.recall, path, LIMIT_SECONDS)
        self._context.runner.run_apart(self, job, self._on_recalled, self._on_refused, latest="recall")

    def show_asking(self) -> None:
        """Show that the keyring is taking its time."""
        self.asking = True
        self.again.hide()
        self.show()
        self.working.begin(say.ASKING)

    def drop(self) -> None:
        """Ask for nothing and offer nothing any more."""
        self.asking = False
        self.working.end()
        self.hide()

    def offer_again(self, error: KeyringUnavailable) -> None:
        """Offer another try, where a keyring that refused may think better of it."""
        self.drop()
        if error.facts.get("reason") not in _FOR_GOOD:
            self.again.show()
            self.show()

    def _on_recalled(self, key: object) -> None:
        if self.asking:
            self.drop()
            self.recalled.emit(key)

    def _on_refused(self, error: AppError) -> None:
        if self.asking:
            self.drop()
            self.refused.emit(error)
