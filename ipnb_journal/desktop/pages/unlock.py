# SPDX-License-Identifier: MIT
"""Opening a journal: with its passphrase, with the recovery key from its sheet, or without typing."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal import paths
from ipnb_journal.desktop import opening_jobs, places
from ipnb_journal.desktop.form_frame import FormFrame
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ipnb_journal.desktop.widgets.fields import Field
from ipnb_journal.desktop.widgets.net import MacrameNet
from ipnb_journal.desktop.widgets.secret import SecretField
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import opening as say
from ipnb_journal.errors import (
    DiskFull,
    KeyringUnavailable,
    NotAVault,
    PassphraseUnfit,
    RecoveryCodeWrong,
    VaultBusy,
    VaultDamaged,
    VaultMissing,
    VaultNewer,
    WrongPassphrase,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipnb_journal.desktop.banner import Banner
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.keyring_opening import KeyringOpening
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.desktop.wording.errors import Words
    from ipnb_journal.errors import AppError
    from ipnb_journal.vault.keys import VaultKey
    from ipnb_journal.vault.salvage import Salvaged

SLOW_MILLISECONDS = 1000
TRIES_BEFORE_DOUBT = 3


class UnlockPage(Page):
    """The passphrase field of one journal; what is wrong is said under it, and nothing is counted.

    Where the computer's keyring has the key, an empty field opens too, but only when somebody asks.
    """

    help_key: ClassVar[str] = "unlock"
    chrome: ClassVar[Chrome] = Chrome.BARE

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._path = paths.default_path()
        self._busy = self._with_key = self._remembered = False
        self._misses, self._slow_words = 0, say.OPENING
        self._frame = FormFrame(
            theme, MacrameNet.unlock(theme), left=132, top=232, width=420, beside_at=(640, 560)
        )
        self._title = Text(theme, "display", say.YOUR_JOURNAL)
        self._where = Text(theme, "hint", "", colour="ink2")
        self.passphrase = SecretField(theme, say.FIELD)
        self._code: Field | None = None
        self._banner: Banner | None = None
        self._keyring: KeyringOpening | None = None
        self.open_button = PrimaryButton(theme, say.OPEN)
        self.other_way = QuietButton(theme, say.USE_RECOVERY_KEY)
        self.different = LinkButton(theme, say.OPEN_DIFFERENT)
        self.make_new = LinkButton(theme, say.MAKE_NEW)
        self._changed = Text(theme, "small", "", colour="ink2", wrap=False)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MILLISECONDS)
        self._build()
        self._connect()

    @property
    def code(self) -> Field:
        """The field for the recovery key, built when it is first asked for."""
        if self._code is None:
            self._code = Field(
                self.context.theme, say.RECOVERY_KEY, hint=say.RECOVERY_KEY_HINT, role="key_field"
            )
            self._frame.column.insertWidget(self._frame.column.indexOf(self.passphrase) + 1, self._code)
            self._listen_to(self._code)
            self._code.forget_when_left()
            self._code.edited.connect(self._count_groups)
        return self._code

    @property
    def banner(self) -> Banner:
        """Where problems are told, built when there is the first."""
        if self._banner is None:
            from ipnb_journal.desktop.banner import Banner  # noqa: PLC0415  most openings have no problem

            self._banner = Banner(self.context.theme)
            below = self.code if self._with_key else self.passphrase
            column = self._frame.column
            column.insertWidget(max(column.indexOf(below), column.indexOf(self.passphrase)) + 1, self._banner)
        return self._banner

    @property
    def keyring(self) -> KeyringOpening:
        """Where the keyring is asked, built when it first is."""
        if self._keyring is None:
            from ipnb_journal.desktop.keyring_opening import KeyringOpening  # noqa: PLC0415  off unless asked for

            self._keyring = KeyringOpening(self.context)
            column = self._frame.column
            column.insertWidget(column.indexOf(self._banner or self.passphrase) + 1, self._keyring)
            self._keyring.recalled.connect(self._open_recalled)
            self._keyring.refused.connect(self.show_problem)
            self._keyring.again.clicked.connect(self._ask_keyring)
        return self._keyring

    def show_remembered(self, remembered: bool) -> None:
        """Offer to open without typing, or not."""
        self._remembered = remembered
        self.passphrase.set_hint(say.LEAVE_EMPTY if remembered else "")
        self._name_button()

    def _clear_banner(self) -> None:
        if self._banner is not None:
            self._banner.clear()

    def arrive(self, place: Place) -> None:
        asked = place.path if isinstance(place, places.Unlock) else None
        self._path = asked or self.context.settings.current.journal_path or paths.default_path()
        usual = self._path == paths.default_path()
        self._where.setText("" if usual else f"{self._path.name}, in {self._path.parent}")
        self._where.setVisible(not usual)
        self._misses = 0
        self._settle()
        self._show_way(with_key=False)
        self._clear_banner()
        self._drop_keyring()
        self.show_remembered(opening_jobs.is_remembered(self._path))
        self._show_changed(opening_jobs.changed_at(self._path))

    def leave(self) -> None:
        self.passphrase.wipe()
        self._drop_keyring()
        if self._code is not None:
            self._code.set_text("")

    def first_focus(self) -> QWidget:
        return (self.code if self._with_key else self.passphrase).line

    @classmethod
    def states(cls) -> tuple[State, ...]:
        from ipnb_journal.desktop import unlock_states  # noqa: PLC0415  for the pictures only

        return tuple(State(name, places.Unlock(), prepare) for name, prepare in unlock_states.LOOKS)

    def show_problem(self, error: AppError) -> None:
        """Say what kept the journal shut; what was typed stays, selected."""
        self._settle()
        if isinstance(error, WrongPassphrase):
            self._misses += 1
        if isinstance(error, KeyringUnavailable):
            self.show_remembered(False)
            self.keyring.offer_again(error)
        words = self._words(error)
        more = say.PERHAPS_DAMAGED if self._misses >= TRIES_BEFORE_DOUBT else ""
        field = self.code if self._with_key else self.passphrase
        if isinstance(error, WrongPassphrase | RecoveryCodeWrong | PassphraseUnfit):
            field.line.set_wrong(True)
        self.banner.tell(words, more, self._ways_out(error))
        field.line.selectAll()
        field.line.setFocus()
        self._frame.bring_into_view(self.banner)

    def _ways_out(self, error: AppError) -> tuple[tuple[str, Callable[[], None]], ...]:
        """What can be done about a problem besides trying again."""
        if isinstance(error, VaultBusy) and error.facts.get("elsewhere"):
            return ((say.OPEN_HERE, self._open_here),)
        if isinstance(error, VaultNewer):
            update = (say.HOW_TO_UPDATE, lambda: self.help_requested.emit("update"))
            return ((say.LOOK, self._look), update) if error.facts.get("readable") else (update,)
        doubt = isinstance(error, WrongPassphrase) and self._misses >= TRIES_BEFORE_DOUBT
        if doubt or isinstance(error, VaultDamaged | VaultMissing | NotAVault):
            backup = (say.OPEN_BACKUP, self._open_backup)
            typed = bool((self.code if self._with_key else self.passphrase).text())
            readable = isinstance(error, VaultDamaged) and typed
            return (backup, (say.OPEN_READABLE, self._save_readable)) if readable else (backup,)
        return ()

    def _save_readable(self) -> None:
        """Put what can be read into a new journal; what was typed is still in its field."""
        field, path = self.code if self._with_key else self.passphrase, self._path
        job = partial(opening_jobs.save_readable, path, field.text(), self._with_key)

        def saved(told: Salvaged) -> None:
            self._settle()
            self.open_requested.emit(places.Salvaged(path, told))

        if field.text() and not self._busy:
            self._wait(say.READING)
            self.context.runner.run_free(self, job, saved, self.show_problem)

    def _open_backup(self) -> None:
        self.open_requested.emit(places.Restore(journal=self._path))

    def _open_here(self) -> None:
        """The person knows that the other computer doesn't have the journal open any more."""
        job = partial(opening_jobs.forget_other_computer, self._path)
        self.context.runner.run_free(self, job, lambda _: self._open(), self.show_problem)

    def _look(self) -> None:
        """Open the journal of a newer version to look at only; what was typed is still in its field."""
        field = self.code if self._with_key else self.passphrase
        looker = opening_jobs.look_with_code if self._with_key else opening_jobs.look_with_passphrase
        if field.text() and not self._busy:
            self._begin(partial(looker, self._path, field.text()))

    def _words(self, error: AppError) -> Words:
        from ipnb_journal.desktop.wording.errors import Words, words_for  # noqa: PLC0415  as the banner

        if self._with_key and isinstance(error, WrongPassphrase):
            return Words(say.WRONG_SHEET, say.WRONG_SHEET_MORE, risky=True)
        if isinstance(error, WrongPassphrase):
            error = WrongPassphrase(**{**error.facts, "caps_lock": self.passphrase.caps_lock})
        words = words_for(error)
        if isinstance(error, DiskFull):
            return words.but(body=say.NO_ROOM_TO_OPEN, safe=say.AS_IT_WAS)
        return words

    def _build(self) -> None:
        frame, theme = self._frame, self.context.theme
        frame.add_brand(34, "title")
        frame.gap(26)
        frame.column.addWidget(self._title)
        frame.column.addWidget(self._where)
        frame.gap(26)
        frame.column.addWidget(self.passphrase)
        frame.gap(22)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(8))
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.other_way)
        buttons.addStretch(1)
        frame.column.addLayout(buttons)
        frame.foot.setSpacing(theme.space(22))
        for last in (self.different, self.make_new, self._changed):
            frame.foot.addWidget(last)
        frame.foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _connect(self) -> None:
        self._listen_to(self.passphrase)
        self.open_button.clicked.connect(self._open)
        self.other_way.clicked.connect(lambda: self._show_way(with_key=not self._with_key))
        self.different.clicked.connect(self._pick)
        self.make_new.clicked.connect(lambda: self.open_requested.emit(places.Welcome()))
        self._slow.timeout.connect(lambda: self.open_button.setText(self._slow_words))

    def _listen_to(self, field: Field) -> None:
        field.submitted.connect(self._open)
        field.edited.connect(self._on_edited)

    def _on_edited(self, _: str) -> None:
        self._clear_banner()
        self._name_button()

    def _show_way(self, *, with_key: bool) -> None:
        self._with_key = with_key
        self.passphrase.setVisible(not with_key)
        if with_key or self._code is not None:
            self.code.setVisible(with_key)
        self.other_way.setText(say.USE_PASSPHRASE if with_key else say.USE_RECOVERY_KEY)
        self._clear_banner()
        self._name_button()
        if self.isVisible():
            self.first_focus().setFocus()

    def _count_groups(self, typed: str) -> None:
        groups = sum(letter.isalnum() for letter in typed) // 4
        self.code.set_hint(say.GROUPS.format(count=groups) if groups else say.RECOVERY_KEY_HINT)

    def _name_button(self) -> None:
        empty = self._remembered and not self._with_key and not self.passphrase.text()
        self.open_button.setText(say.OPEN_WITHOUT_TYPING if empty else say.OPEN)

    def _open(self) -> None:
        field = self.code if self._with_key else self.passphrase
        if self._busy:
            return
        if field.text():
            opener = opening_jobs.open_with_code if self._with_key else opening_jobs.open_with_passphrase
            self._begin(partial(opener, self._path, field.text()))
        elif self._remembered and not self._with_key:
            self._ask_keyring()
        else:
            field.line.setFocus()

    def _ask_keyring(self) -> None:
        self._clear_banner()
        self.passphrase.line.setFocus()
        self.keyring.ask(self._path)

    def _open_recalled(self, key: VaultKey) -> None:
        if not self._busy:
            self._begin(partial(opening_jobs.open_with_key, self._path, key))

    def _wait(self, words: str = say.OPENING) -> None:
        self._busy, self._slow_words = True, words
        self._clear_banner()
        self._drop_keyring()
        self.open_button.setEnabled(False)
        (self.code if self._with_key else self.passphrase).line.setReadOnly(True)
        self._slow.start()

    def _begin(self, job: Callable[[], Vault]) -> None:
        self._wait()
        self.context.runner.open(job, lambda _: self._opened(), self.show_problem)

    def _drop_keyring(self) -> None:
        if self._keyring is not None:
            self._keyring.drop()

    def _opened(self) -> None:
        self._settle()
        self.context.settings.change(journal_path=self._path)
        if self.context.runner.read_only:
            self.open_requested.emit(places.History())
        else:
            self.open_requested.emit(places.AfterRecovery() if self._with_key else places.Today())

    def _settle(self) -> None:
        self._busy = False
        self._slow.stop()
        self._name_button()
        self.open_button.setEnabled(True)
        for field in (self.passphrase, self._code):
            if field is not None:
                field.line.setReadOnly(False)

    def _pick(self) -> None:
        def picked(path: Path | None) -> None:
            if path is not None:
                self.open_requested.emit(places.Unlock(path))

        self.context.notices.ask_open_path(say.OPEN_DIFFERENT, picked, (say.JOURNALS, say.ALL_FILES))

    def _show_changed(self, changed: float | None) -> None:
        now = self.context.clock()
        if changed is None:
            self._changed.setText("")
            return
        moment = datetime.fromtimestamp(changed, now.tzinfo)
        self._changed.setText(say.CHANGED.format(when=say.when_changed(moment, now)))
