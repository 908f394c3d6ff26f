# SPDX-License-Identifier: MIT
"""After a change of key: a new backup, and what to do with those that open with the passphrase before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipnb_journal.desktop import places
from ipnb_journal.desktop.banner import Banner, Sign
from ipnb_journal.desktop.far_progress import FarProgress
from ipnb_journal.desktop.form_frame import FormFrame
from ipnb_journal.desktop.notices import Choice, Question
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.widgets.announce import announce
from ipnb_journal.desktop.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ipnb_journal.desktop.widgets.choices import CheckBox
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.net import MacrameNet
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.working import Working
from ipnb_journal.desktop.wording import keys as say
from ipnb_journal.desktop.wording.errors import Words, words_for
from ipnb_journal.domain.backups import Backup, BackupState
from ipnb_journal.errors import BackupNotMade
from ipnb_journal.services import backups, key_change

if TYPE_CHECKING:
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.errors import AppError
    from ipnb_journal.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Older:
    """The older backups, and the folder all of them are in."""

    folder: Path
    backups: tuple[Backup, ...]


class OlderBackupsPage(Page):
    """Makes the new backup by itself; deletes nothing unasked, and nothing before the new one is proved."""

    help_key: ClassVar[str] = "passphrase"
    chrome: ClassVar[Chrome] = Chrome.BARE

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self.made = False
        self._older: tuple[Backup, ...] = ()
        self.boxes: list[CheckBox] = []
        self._frame = FormFrame(
            theme, MacrameNet.first_run(theme), left=120, top=64, width=520, beside_at=(764, 516)
        )
        self.working, self.banner = Working(theme), Banner(theme)
        self._made, self._made_line = QWidget(), Text(theme, "ui", "")
        self._rest, self._list = QWidget(), QVBoxLayout()
        self._title, self._lead = Text(theme, "heading", say.OLDER), Text(theme, "ui", "", colour="ink2")
        self.all = LinkButton(theme, say.CHOOSE_ALL)
        self.done = PrimaryButton(theme, say.DONE)
        self.delete = SecondaryButton(theme, say.DELETE_CHOSEN)
        self._build()
        self._connect()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        place = places.OlderBackups()
        return (
            State("older-backups-none", place),
            State("older-backups", place, _show_some),
            State("older-backups-under-way", place, lambda page: page.begin(0.4)),
            State("older-backups-not_made", place, _show_not_made),
        )

    def arrive(self, place: Place) -> None:
        self._back_up()

    def first_focus(self) -> QWidget:
        return self.done

    def begin(self, told: float | None = None) -> None:
        """Show that the backup is being made; `told`: how far, for a picture of it."""
        self.banner.clear()
        self._made.hide()
        self._rest.hide()
        self.done.setText(say.WITHOUT_WAITING)
        self.working.begin(say.BACKING_UP)
        if told is not None:
            self.working.move_to(told)

    def show_made(self, folder: Path) -> None:
        """Say that there is a new backup."""
        self.made = True
        self._ended()
        self._made_line.setText(say.BACKED_UP.format(folder=folder))
        self._made.show()
        announce(self._made_line, self._made_line.text())

    def show_not_made(self, error: AppError) -> None:
        """Say why there is none, and that the change holds all the same."""
        self.made = False
        self._ended()
        self._made.hide()
        told = words_for(error)
        if isinstance(error, BackupNotMade):
            more = say.not_backed_up(error.facts.get("reason"), str(error.facts.get("folder", "")))
            told = Words(say.NOT_BACKED_UP, more, say.NOT_BACKED_UP_SAFE, icon="hard-drive")
        self.banner.tell(told, ways=((say.TRY_AGAIN, self._back_up),))

    def _ended(self) -> None:
        self.working.end()
        self.done.setText(say.DONE)

    def show_older(self, older: Older) -> None:
        """List what opens with the passphrase before."""
        self._older = older.backups
        clear(self._list)
        zone = self.context.clock().tzinfo
        self.boxes = [
            CheckBox(self.context.theme, say.backup_row(backup.made.astimezone(zone), backup.size))
            for backup in older.backups
        ]
        for box in self.boxes:
            box.toggled.connect(self._judge)
            self._list.addWidget(box)
        self._title.setVisible(bool(self.boxes))
        lead = say.OLDER_LEAD if self.boxes else say.NO_OLDER
        self._lead.setText(f"{lead} {say.KEEP_UNTIL if self.boxes and not self.made else say.ELSEWHERE}")
        for part in (self.all, self.delete):
            part.setVisible(bool(self.boxes) and self.made)
        for box in self.boxes:
            box.setEnabled(self.made)
        self.done.setText(say.KEEP_THEM if self.boxes else say.DONE)
        self._rest.show()
        self._judge()

    def _build(self) -> None:
        frame, theme = self._frame, self.context.theme
        frame.add_brand(24, "journal")
        frame.gap(44)
        frame.column.addWidget(Text(theme, "display", say.BACKUPS))
        frame.gap(12)
        frame.column.addWidget(Text(theme, "lead", say.BACKUPS_LEAD, colour="ink2"))
        frame.gap(20)
        self._fill_made(QHBoxLayout(self._made))
        for part in (self.working, self._made, self.banner):
            frame.column.addWidget(part)
        self._fill_rest(QVBoxLayout(self._rest))
        frame.column.addWidget(self._rest)
        frame.gap(28)
        buttons = FlowLayout(theme, gap=10)
        for button in (self.done, self.delete):
            buttons.addWidget(button)
        frame.column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _fill_made(self, row: QHBoxLayout) -> None:
        theme = self.context.theme
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(10))
        tick = Sign(theme)
        tick.show_sign("check", risky=False)
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._made_line, 1)

    def _fill_rest(self, column: QVBoxLayout) -> None:
        space = self.context.theme.space
        column.setContentsMargins(0, space(24), 0, 0)
        column.setSpacing(space(6))
        self._list.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addSpacing(space(4))
        column.addLayout(self._list)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeading)

    def _connect(self) -> None:
        self.all.clicked.connect(self._choose_all)
        self.delete.clicked.connect(self._ask)
        self.done.clicked.connect(lambda: self.open_requested.emit(places.Settings("privacy")))

    def _back_up(self) -> None:
        self.made = False
        self.begin()
        chosen, now = self.context.settings.current.backup_folder, self.context.clock()
        progress = FarProgress(self, self.working.move_to)

        def make(vault: Vault) -> Backup:
            return backups.make_now(vault, chosen, now, progress.tell)

        self.context.runner.run(self, make, lambda made: self.show_made(made.path.parent), self.show_not_made)
        self._look()

    def _look(self) -> None:
        chosen = self.context.settings.current.backup_folder

        def look(vault: Vault) -> Older:
            return Older(backups.folder_of(vault.path, chosen), key_change.older_backups(vault, chosen))

        # where the folder cannot be read, the backup was not made either, and that is told already
        self.context.runner.run(self, look, self.show_older, lambda _: None, latest="older_backups")

    def _judge(self) -> None:
        chosen = sum(box.isChecked() for box in self.boxes)
        self.delete.setEnabled(chosen > 0)
        every = chosen == len(self.boxes)
        self.all.setText(say.CHOOSE_NONE if every else say.CHOOSE_ALL)

    def _choose_all(self) -> None:
        every = all(box.isChecked() for box in self.boxes)
        for box in self.boxes:
            box.setChecked(not every)

    def _chosen(self) -> tuple[Backup, ...]:
        return tuple(backup for box, backup in zip(self.boxes, self._older, strict=True) if box.isChecked())

    def _ask(self) -> None:
        chosen = self._chosen()
        question = Question(
            Words(say.DELETE_TITLE.format(number=say.older_ones(len(chosen))), say.DELETE_BODY, risky=True),
            (Choice("keep", say.DELETE_KEEP), Choice("delete", say.DELETE_DO)),
            danger="delete",
        )
        self.context.notices.ask(question, partial(self._answered, chosen))

    def _answered(self, chosen: tuple[Backup, ...], key: str) -> None:
        if key != "delete":
            return
        self.context.runner.run(self, lambda _: backups.remove(chosen), self._told_deleted, self._not_deleted)

    def _told_deleted(self, number: int) -> None:
        self.context.notices.say(say.DELETED.format(number=say.older_ones(number)))
        self._look()
        self.done.setFocus()

    def _not_deleted(self, error: AppError) -> None:
        self.context.notices.show_problem(error)
        self._look()


def _show_some(page: OlderBackupsPage) -> None:
    folder = Path("/home/me/backups")
    some = tuple(
        Backup(
            folder / f"notes-{day}.vault", datetime(2026, 3, day, 21, 40, tzinfo=UTC), 1_400_000, None,
            BackupState.OTHER_KEY,
        )
        for day in (11, 10, 9, 8)
    )  # fmt: skip
    page.show_older(Older(folder, some))
    page.boxes[0].setChecked(True)


def _show_not_made(page: OlderBackupsPage) -> None:
    page.show_not_made(BackupNotMade(folder="/media/stick/backups", reason="missing"))
    _show_some(page)
