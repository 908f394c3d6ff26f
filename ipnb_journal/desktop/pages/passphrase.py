# SPDX-License-Identifier: MIT
"""First run, step 1: a passphrase, typed twice, that is hard enough to guess."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal import paths
from ipnb_journal.desktop import places
from ipnb_journal.desktop.banner import Banner, Sign
from ipnb_journal.desktop.form_frame import FormFrame
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.widgets.buttons import PrimaryButton, QuietButton
from ipnb_journal.desktop.widgets.net import MacrameNet
from ipnb_journal.desktop.widgets.secret import SecretField
from ipnb_journal.desktop.widgets.strength import StrengthCord
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import opening as say
from ipnb_journal.desktop.wording.errors import words_for

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.errors import AppError
    from ipnb_journal.services.access import Opened

GOOD = 3
SLOW_MILLISECONDS = 1000


class PassphrasePage(Page):
    """Continue stays off until the passphrase is good and both are the same."""

    help_key: ClassVar[str] = "passphrase"
    chrome: ClassVar[Chrome] = Chrome.BARE

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._path = paths.default_path()
        self._level, self._busy = 0, False
        net = MacrameNet.first_run(theme)
        self._frame = FormFrame(theme, net, left=120, top=64, width=520, beside_at=(764, 516))
        self.passphrase = SecretField(theme, say.FIELD, forgets=False)
        self.strength = StrengthCord(theme)
        self._hint = Text(theme, "hint", say.HINTS[0], colour="ink2")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.again = SecretField(theme, say.AGAIN, forgets=False)
        self._same = Text(theme, "hint", "", colour="ink2")
        self.banner = Banner(theme)
        self.continue_button = PrimaryButton(theme, say.CONTINUE)
        self.suggest = QuietButton(theme, say.SUGGEST, icon="dices")
        self.back = QuietButton(theme, say.BACK, ink="ink2")
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MILLISECONDS)
        self._build()
        self._connect()
        context.theme.changed.connect(self._keep_hint_room)
        self._keep_hint_room()
        self._weigh()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        place = places.ChoosePassphrase(paths.default_path())
        return (
            State("passphrase", place),
            State("passphrase-strong", place, partial(_fill, second="slow river under the old")),
            State("passphrase-ready", place, partial(_fill, second="slow river under the old bridge")),
        )

    def arrive(self, place: Place) -> None:
        if isinstance(place, places.ChoosePassphrase):
            self._path = place.path
        self._settle()

    def leave(self) -> None:
        self.passphrase.wipe()
        self.again.wipe()
        self._weigh()

    def first_focus(self) -> QWidget:
        return self.passphrase.line

    def _build(self) -> None:
        frame, theme = self._frame, self.context.theme
        frame.add_brand(24, "journal", Text(theme, "small", say.step(1), colour="ink2", wrap=False))
        frame.gap(52)
        frame.column.addWidget(Text(theme, "display", say.CHOOSE))
        frame.gap(12)
        frame.column.addWidget(Text(theme, "lead", say.CHOOSE_LEAD, colour="ink2"))
        frame.gap(32)
        frame.column.addWidget(self.passphrase)
        frame.gap(14)
        frame.column.addWidget(self.strength)
        frame.gap(6)
        frame.column.addWidget(self._hint)
        frame.gap(24)
        frame.column.addWidget(self.again)
        frame.column.addWidget(self._same)
        frame.column.addWidget(self.banner)
        frame.gap(34)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(10))
        for button in (self.continue_button, self.suggest):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        frame.column.addLayout(buttons)
        frame.gap(50)
        frame.column.addLayout(self._where_it_is())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _where_it_is(self) -> QHBoxLayout:
        theme = self.context.theme
        drive = Sign(theme, 17)
        drive.show_sign("hard-drive", risky=False)
        row = QHBoxLayout()
        row.setSpacing(theme.space(9))
        row.addWidget(drive, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(theme, "small", say.ON_THIS_COMPUTER, colour="ink2"), 1)
        return row

    def _keep_hint_room(self) -> None:
        """Two lines for the hint, so that nothing below it moves while somebody types."""
        self._hint.setMinimumHeight(2 * self.context.theme.line("hint"))

    def _connect(self) -> None:
        self.passphrase.edited.connect(self._weigh)
        self.again.edited.connect(self._judge)
        self.passphrase.submitted.connect(self.again.line.setFocus)
        self.again.submitted.connect(self._make)
        self.continue_button.clicked.connect(self._make)
        self.suggest.clicked.connect(self._suggest)
        self.back.clicked.connect(lambda: self.open_requested.emit(places.Back()))
        self._slow.timeout.connect(lambda: self.continue_button.setText(say.MAKING))

    def _weigh(self, _: str = "") -> None:
        self.banner.clear()
        typed = self.passphrase.text()
        if not typed:
            self._show_level(typed, 0)
            return
        self.context.runner.run_free(
            self, partial(_strength, typed), partial(self._show_level, typed), latest="passphrase_strength"
        )
        self._judge()

    def _show_level(self, typed: str, level: int) -> None:
        if typed != self.passphrase.text():
            return
        self._level = level
        self.strength.set_level(level, typed=bool(typed))
        self._hint.setText(say.HINTS[level] if typed else say.HINTS[0])
        self._judge()

    def _judge(self, _: str = "") -> None:
        first, second = self.passphrase.text(), self.again.text()
        differs = bool(second) and not first.startswith(second)
        self._same.setText(say.DIFFERENT if differs else "")
        self._same.setVisible(differs)
        ready = self._level >= GOOD and first == second and not self._busy
        self.continue_button.setEnabled(ready)

    def _suggest(self) -> None:
        def show(words: str) -> None:
            self.passphrase.set_text(words)
            self.passphrase.set_shown(True)
            self.again.set_text("")
            self.again.set_shown(True)
            self._weigh()
            self._hint.setText(say.SUGGESTED)
            self.again.line.setFocus()

        self.context.runner.run_free(self, _suggested, show)

    def _make(self) -> None:
        if not self.continue_button.isEnabled():
            return
        self._busy = True
        self._judge()
        self._slow.start()
        today = self.context.clock().date()
        job = partial(_create, self._path, self.passphrase.text(), today)
        self.context.runner.open(job, lambda _: self._made(), self._not_made)

    def _made(self) -> None:
        self._settle()
        self.context.settings.change(journal_path=self._path)
        self.open_requested.emit(places.RecoveryKey())

    def _not_made(self, error: AppError) -> None:
        self._settle()
        self.banner.tell(words_for(error))

    def _settle(self) -> None:
        self._busy = False
        self._slow.stop()
        self.continue_button.setText(say.CONTINUE)
        self._judge()


def _strength(passphrase: str) -> int:
    from ipnb_journal.services import passphrases  # noqa: PLC0415  brings word lists, only needed here

    return passphrases.strength(passphrase).level


def _suggested() -> str:
    from ipnb_journal.services import passphrases  # noqa: PLC0415  brings word lists, only needed here

    return passphrases.suggest()


def _create(path: Path, passphrase: str, today: date) -> Opened:
    from ipnb_journal.services import access  # noqa: PLC0415  brings the cipher, not needed to start

    return access.create(path, passphrase, made=today)


def _fill(page: PassphrasePage, second: str) -> None:
    page.passphrase.set_text("slow river under the old bridge")
    page.again.set_text(second)
    for field in (page.passphrase, page.again):
        field.set_shown(True)
        field.edited.emit(field.text())
    page.again.line.setFocus()
