# SPDX-License-Identifier: MIT
"""The very first page: make a journal, or open one that is there already."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal import paths
from ipnb_journal.desktop import places
from ipnb_journal.desktop.form_frame import FormFrame
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ipnb_journal.desktop.widgets.net import MacrameNet
from ipnb_journal.desktop.widgets.sheet import Rule
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import opening as say
from ipnb_journal.desktop.wording import safety

if TYPE_CHECKING:
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.services.whereabouts import Keeper


class WelcomePage(Page):
    """Asks nothing yet; says where the journal will be and what to think of before writing."""

    help_key: ClassVar[str] = "welcome"
    chrome: ClassVar[Chrome] = Chrome.BARE

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._path = paths.default_path()
        net = MacrameNet.first_run(theme)
        self._frame = FormFrame(theme, net, left=120, top=64, width=520, beside_at=(764, 516))
        self.make = PrimaryButton(theme, say.MAKE_JOURNAL)
        self.open_mine = SecondaryButton(theme, say.OPEN_MINE)
        self.elsewhere = LinkButton(theme, say.KEEP_ELSEWHERE)
        self.read_first = LinkButton(theme, say.READ_FIRST)
        self._kept_at = Text(theme, "hint", "", colour="ink2")
        self._keeper, self._keeper_room = Text(theme, "hint", ""), QWidget()
        self._build()
        self._connect()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("welcome", places.Welcome()),
            State("welcome-synced-folder", places.Welcome(), _pick_synced),
        )

    def arrive(self, place: Place) -> None:
        path = paths.default_path()
        number = 2
        while path.exists():
            path = paths.default_path().with_stem(f"{paths.default_path().stem}-{number}")
            number += 1
        self.keep_at(path)

    def first_focus(self) -> QWidget:
        return self.make

    def _build(self) -> None:
        frame, theme = self._frame, self.context.theme
        around = QVBoxLayout(self._keeper_room)
        around.setContentsMargins(0, theme.space(8), 0, theme.space(4))
        around.addWidget(self._keeper)
        frame.add_brand(24, "journal")
        frame.gap(52)
        frame.column.addWidget(Text(theme, "display", say.WELCOME))
        frame.gap(12)
        frame.column.addWidget(Text(theme, "lead", say.WELCOME_LEAD, colour="ink2"))
        frame.gap(30)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(10))
        buttons.addWidget(self.make)
        buttons.addWidget(self.open_mine)
        buttons.addStretch(1)
        frame.column.addLayout(buttons)
        frame.gap(18)
        frame.column.addWidget(self._kept_at)
        frame.column.addWidget(self._keeper_room)
        frame.gap(5)
        frame.column.addWidget(self.elsewhere)
        frame.gap(34)
        frame.column.addWidget(Rule(theme))
        frame.gap(20)
        for line in (safety.NO_ONE_WATCHES, safety.NOT_EVERYBODY_SAFE):
            frame.column.addWidget(Text(theme, "ui", line))
            frame.gap(6)
        frame.column.addWidget(self.read_first)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _connect(self) -> None:
        self.make.clicked.connect(lambda: self.open_requested.emit(places.ChoosePassphrase(self._path)))
        self.open_mine.clicked.connect(self._pick)
        self.elsewhere.clicked.connect(self._pick_place)
        self.read_first.clicked.connect(lambda: self.help_requested.emit("afraid"))

    def keep_at(self, path: Path) -> None:
        """Say where the journal will be, and what to think of if somebody else keeps that folder."""
        self._path = path
        self._kept_at.setText(say.KEPT_AT.format(name=path.name, folder=path.parent))
        self._show_keeper(None)
        if path.parent != paths.default_path().parent:
            self.context.runner.run_free(
                self, partial(_keeper_of, path), self._show_keeper, latest="welcome_keeper"
            )

    def _show_keeper(self, keeper: Keeper | None) -> None:
        self._keeper_room.setVisible(keeper is not None)
        if keeper is not None:
            from ipnb_journal.desktop.wording import whereabouts  # noqa: PLC0415  most keep the usual folder

            self._keeper.setText(whereabouts.picked_line(keeper))

    def _pick(self) -> None:
        def picked(path: Path | None) -> None:
            if path is not None:
                self.open_requested.emit(places.Unlock(path))

        self.context.notices.ask_open_path(say.OPEN_MINE, picked, (say.JOURNALS, say.ALL_FILES))

    def _pick_place(self) -> None:
        def picked(path: Path | None) -> None:
            if path is not None:
                self.keep_at(path)

        self.context.notices.ask_save_path(say.KEEP_ELSEWHERE, self._path.name, picked, (say.JOURNALS,))


def _keeper_of(path: Path) -> Keeper | None:
    from ipnb_journal.services import whereabouts  # noqa: PLC0415  as above

    return whereabouts.keeper_of(path)


def _pick_synced(page: WelcomePage) -> None:
    page.keep_at(Path("/home/me/Dropbox/notes.vault"))
