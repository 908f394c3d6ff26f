# SPDX-License-Identifier: MIT
"""Changing what opens the journal: another passphrase, one after recovery, or only another recovery key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.banner import Banner
from ipnb_journal.desktop.far_progress import FarProgress
from ipnb_journal.desktop.form_frame import FormFrame
from ipnb_journal.desktop.new_passphrase import NewPassphrase
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import PrimaryButton, QuietButton
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.net import MacrameNet
from ipnb_journal.desktop.widgets.secret import SecretField
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.working import Working
from ipnb_journal.desktop.wording import keys as say
from ipnb_journal.desktop.wording.errors import words_for
from ipnb_journal.errors import (
    ChangedButClosed,
    DiskFull,
    MemoryShort,
    PassphraseUnfit,
    VaultHeld,
    WrongPassphrase,
)
from ipnb_journal.services import access, key_change

if TYPE_CHECKING:
    from datetime import date

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.desktop.wording.errors import Words
    from ipnb_journal.errors import AppError
    from ipnb_journal.services.access import RecoverySheet
    from ipnb_journal.services.key_change import Change, Changed
    from ipnb_journal.vault.vault import Vault

Tell = Callable[[int, int], None]


class KeyChangePage(Page):
    """A form, one button, and how far it is. Left while it is under way, it is finished all the same.

    A lock waits for it too, since jobs on the journal are done in order: what was begun is then whole, and
    Today speaks of the sheet that nobody has seen yet.
    """

    help_key: ClassVar[str] = "passphrase"
    chrome: ClassVar[Chrome] = Chrome.BARE
    back_label: ClassVar[str] = say.SETTINGS
    title: ClassVar[str] = ""
    lead: ClassVar[str] = ""
    button: ClassVar[str] = ""
    under_way: ClassVar[str] = ""
    asks_present: ClassVar[bool] = True
    asks_new: ClassVar[bool] = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self.busy = False
        net = MacrameNet.first_run(theme)
        self._frame = FormFrame(theme, net, left=120, top=64, width=520, beside_at=(764, 516))
        self.present = SecretField(theme, say.PRESENT)
        self.chosen = NewPassphrase(context, say.NEW, self)
        self.banner, self.working = Banner(theme), Working(theme)
        self.change_button = PrimaryButton(theme, self.button)
        self._safe = Text(theme, "small", "", colour="ink2")
        self._build()
        self._connect()
        self._settle()

    def arrive(self, place: Place) -> None:
        if not self.busy:
            self._settle()

    def leave(self) -> None:
        if not self.busy:
            self._wipe()

    def first_focus(self) -> QWidget:
        return (self.present if self.asks_present else self.chosen.first).line

    def job(self, today: date, tell: Tell) -> Change:
        """What is to be done with the open journal."""
        raise NotImplementedError

    def begin(self, tell_now: float | None = None) -> None:
        """Show that it is under way; `tell_now`: how far, for a picture of it."""
        self.busy = True
        self._show_busy()
        self.working.begin(say.WORKING)
        self._frame.bring_into_view(self._safe)
        if tell_now is not None:
            self.working.move_to(tell_now)

    def show_problem(self, error: AppError) -> None:
        """Say why nothing was changed; what was typed stays."""
        self._settle()
        if isinstance(error, ChangedButClosed):
            self._wipe()
            self.context.notices.show_problem(error)
            self.open_requested.emit(places.Unlock())
            return
        if isinstance(error, WrongPassphrase):
            caps = f" {say.CAPS_LOCK}" if self.present.caps_lock else ""
            self._refuse(self.present, say.NOT_THE_PRESENT, say.NOT_THE_PRESENT_MORE + caps)
        elif isinstance(error, PassphraseUnfit):
            words = words_for(error)
            self._refuse(self.chosen.first, words.title, f"{say.UNCHANGED} {words.body}")
        else:
            self.banner.tell(self._words(error))
            self.change_button.setFocus()
            self._frame.bring_into_view(self.banner)

    def more_buttons(self) -> tuple[QWidget, ...]:
        """What stands last in the row of buttons."""
        return ()

    def _build(self) -> None:
        frame, theme = self._frame, self.context.theme
        frame.add_brand(24, "journal")
        for gap, part in (
            (44, Text(theme, "display", self.title)),
            (12, Text(theme, "lead", self.lead, colour="ink2")),
        ):
            frame.gap(gap)
            frame.column.addWidget(part)
        if self.asks_present:
            frame.gap(28)
            frame.column.addWidget(self.present)
        if self.asks_new:
            frame.gap(24)
            self.chosen.add_to(frame)
        frame.column.addWidget(self.banner)
        frame.gap(28)
        frame.column.addLayout(self._buttons())
        frame.gap(16)
        frame.column.addWidget(self.working)
        frame.gap(8)
        frame.column.addWidget(self._safe)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _buttons(self) -> FlowLayout:
        buttons = FlowLayout(self.context.theme, gap=10)
        suggest = (self.chosen.suggest,) if self.asks_new else ()
        for button in (self.change_button, *suggest, *self.more_buttons()):
            buttons.addWidget(button)
        return buttons

    def _connect(self) -> None:
        self.present.edited.connect(self._on_typed)
        self.present.submitted.connect(self.chosen.first.line.setFocus if self.asks_new else self._change)
        self.chosen.typed.connect(self.banner.clear)
        self.chosen.judged.connect(self._judge)
        self.chosen.submitted.connect(self._change)
        self.change_button.clicked.connect(self._change)

    def _on_typed(self, _: str) -> None:
        self.banner.clear()
        self._judge()

    def _judge(self) -> None:
        known = bool(self.present.text()) or not self.asks_present
        # it stays enabled while it is under way, so that the keyboard stays on it
        ready = known and (self.chosen.ready or not self.asks_new)
        self.change_button.setEnabled(ready or self.busy)

    def _change(self) -> None:
        if self.busy or not self.change_button.isEnabled():
            return
        self.change_button.setFocus()
        self.banner.clear()
        self.begin()
        progress = FarProgress(self, self.working.move_to)
        job = self.job(self.context.clock().date(), progress.tell)
        self.context.runner.run(
            self, lambda vault: key_change.done(vault, job), self._changed, self.show_problem
        )

    def _changed(self, changed: Changed) -> None:
        self._settle()
        self._wipe()
        if not changed.remembered:
            self.context.notices.say(say.NOT_REMEMBERED)
        if self.isVisible():
            self.open_requested.emit(places.NewSheet())
        else:
            self.context.notices.say(say.DONE_ELSEWHERE)

    @staticmethod
    def _refuse(field: SecretField, words: str, more: str) -> None:
        field.show_error(words, more)
        announce(field, f"{words}. {more}")
        field.line.setFocus()

    def _wipe(self) -> None:
        self.present.wipe()
        self.chosen.wipe()
        self.banner.clear()
        self._judge()

    def _settle(self) -> None:
        self.busy = False
        self.working.end()
        self._show_busy()

    def _show_busy(self) -> None:
        self.present.line.setReadOnly(self.busy)
        self.chosen.set_editable(not self.busy)
        self.change_button.setText(self.under_way if self.busy else self.button)
        self._safe.setText(say.SAFE_MIDWAY if self.busy else say.SAFE.format(button=self.button))
        self._judge()

    def _words(self, error: AppError) -> Words:
        words = words_for(error)
        if isinstance(error, DiskFull):
            return words.but(body=say.no_room(error.facts.get("needed")), safe=say.UNCHANGED)
        return words.but(title=say.NO_MEMORY) if isinstance(error, MemoryShort) else words


class ChangePassphrasePage(KeyChangePage):
    """Another passphrase, by somebody who knows the present one."""

    title, lead = say.CHANGE, say.CHANGE_LEAD
    button, under_way = say.DO_CHANGE, say.CHANGING

    @classmethod
    def states(cls) -> tuple[State, ...]:
        place = places.ChangePassphrase()
        return (
            State("change-passphrase", place),
            State("change-passphrase-ready", place, _fill),
            State("change-passphrase-under-way", place, _show_under_way),
            *(
                State(f"change-passphrase-{error.code}", place, partial(_tell, error=error))
                for error in _SHOWN
            ),
        )

    def job(self, today: date, tell: Tell) -> Change:
        present, new = self.present.text(), self.chosen.text()

        def change(vault: Vault) -> RecoverySheet:
            return access.change_passphrase(vault, present, new, today, tell)

        return change


class AfterRecoveryPage(KeyChangePage):
    """A passphrase for who opened the journal with the recovery key: the present one is not asked."""

    back_label = ""
    title, lead = say.CHOOSE_AGAIN, say.CHOOSE_AGAIN_LEAD
    button, under_way = say.DO_CHOOSE, say.CHANGING
    asks_present = False

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("after-recovery", places.AfterRecovery()),
            State("after-recovery-ready", places.AfterRecovery(), _fill),
        )

    def job(self, today: date, tell: Tell) -> Change:
        new = self.chosen.text()

        def change(vault: Vault) -> RecoverySheet:
            return access.choose_passphrase(vault, new, today, tell)

        return change

    def more_buttons(self) -> tuple[QWidget, ...]:
        self.not_now = QuietButton(self.context.theme, say.NOT_NOW, ink="ink2")
        self.not_now.clicked.connect(lambda: self.open_requested.emit(places.Today()))
        return (self.not_now,)


class NewRecoveryKeyPage(KeyChangePage):
    """Another recovery key; the passphrase stays."""

    help_key = "recovery_key"
    title, lead = say.MAKE_KEY, say.MAKE_KEY_LEAD
    button, under_way = say.DO_MAKE_KEY, say.MAKING_KEY
    asks_new = False

    @classmethod
    def states(cls) -> tuple[State, ...]:
        place = places.NewRecoveryKey()
        return (
            State("new-recovery-key", place),
            State("new-recovery-key-under-way", place, _show_under_way),
            State(
                "new-recovery-key-wrong_passphrase",
                place,
                partial(_tell, error=WrongPassphrase(file="notes.vault")),
            ),
        )

    def job(self, today: date, tell: Tell) -> Change:
        present = self.present.text()

        def change(vault: Vault) -> RecoverySheet:
            return access.new_recovery_key(vault, present, today, tell)

        return change


def _fill(page: KeyChangePage) -> None:
    words = "seven calm fish under winter ice"
    page.present.set_text("slow river under the old bridge")
    page.chosen.fill(words, words, shown=True)
    page.change_button.setFocus(Qt.FocusReason.TabFocusReason)


def _show_under_way(page: KeyChangePage) -> None:
    _fill(page)
    page.begin(0.4)


def _tell(page: KeyChangePage, error: AppError) -> None:
    _fill(page)
    page.show_problem(error)


_SHOWN: tuple[AppError, ...] = (
    WrongPassphrase(file="notes.vault"),
    PassphraseUnfit(reason="same"),
    DiskFull(file="notes.vault", needed=41_000_000),
    MemoryShort(),
    VaultHeld(file="notes.vault"),
)
