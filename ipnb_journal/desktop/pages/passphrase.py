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
from ipnb_journal.desktop.new_passphrase import NewPassphrase
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.widgets.buttons import PrimaryButton, QuietButton
from ipnb_journal.desktop.widgets.net import MacrameNet
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

SLOW_MILLISECONDS = 1000


class PassphrasePage(Page):
    """Continue stays off until the passphrase is good and both are the same."""

    help_key: ClassVar[str] = "passphrase"
    chrome: ClassVar[Chrome] = Chrome.BARE

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._path = paths.default_path()
        self._busy = False
        net = MacrameNet.first_run(theme)
        self._frame = FormFrame(theme, net, left=120, top=64, width=520, beside_at=(764, 516))
        self.chosen = NewPassphrase(context, say.FIELD, self)
        self.banner = Banner(theme)
        self.continue_button = PrimaryButton(theme, say.CONTINUE)
        self.back = QuietButton(theme, say.BACK, ink="ink2")
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MILLISECONDS)
        self._build()
        self._connect()
        self._judge()

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
        self.chosen.wipe()
        self.banner.clear()

    def first_focus(self) -> QWidget:
        return self.chosen.first.line

    def _build(self) -> None:
        frame, theme = self._frame, self.context.theme
        frame.add_brand(24, "journal", Text(theme, "small", say.step(1), colour="ink2", wrap=False))
        frame.gap(52)
        frame.column.addWidget(Text(theme, "display", say.CHOOSE))
        frame.gap(12)
        frame.column.addWidget(Text(theme, "lead", say.CHOOSE_LEAD, colour="ink2"))
        frame.gap(32)
        self.chosen.add_to(frame)
        frame.column.addWidget(self.banner)
        frame.gap(34)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(10))
        for button in (self.continue_button, self.chosen.suggest):
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

    def _connect(self) -> None:
        self.chosen.judged.connect(self._judge)
        self.chosen.typed.connect(self.banner.clear)
        self.chosen.submitted.connect(self._make)
        self.continue_button.clicked.connect(self._make)
        self.back.clicked.connect(lambda: self.open_requested.emit(places.Back()))
        self._slow.timeout.connect(lambda: self.continue_button.setText(say.MAKING))

    def _judge(self) -> None:
        self.continue_button.setEnabled(self.chosen.ready and not self._busy)

    def _make(self) -> None:
        if not self.continue_button.isEnabled():
            return
        self._busy = True
        self._judge()
        self._slow.start()
        today = self.context.clock().date()
        job = partial(_create, self._path, self.chosen.text(), today)
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


def _create(path: Path, passphrase: str, today: date) -> Opened:
    from ipnb_journal.services import access  # noqa: PLC0415  brings the cipher, not needed to start

    return access.create(path, passphrase, made=today)


def _fill(page: PassphrasePage, second: str) -> None:
    page.chosen.fill("slow river under the old bridge", second, shown=True)
    page.chosen.again.line.setFocus()
