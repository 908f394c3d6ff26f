# SPDX-License-Identifier: MIT
"""The backups of the open journal: when each was made, what it holds, whether all of it can be read."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal.desktop.journal_backup import JournalBackup
from ipnb_journal.desktop.notices import Choice, Question
from ipnb_journal.desktop.pages.page import Page, State
from ipnb_journal.desktop.places import Back, Backups, Restore
from ipnb_journal.desktop.widgets.backup_row import BackupRow
from ipnb_journal.desktop.widgets.buttons import LinkButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.empty import EmptyState
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.scroll import Scroll
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.working import Working
from ipnb_journal.desktop.wording import backups as words
from ipnb_journal.errors import VaultMissing
from ipnb_journal.services import backups
from ipnb_journal.services.backups import Backup, BackupState

if TYPE_CHECKING:
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.errors import AppError
    from ipnb_journal.services.backups import Found
    from ipnb_journal.vault.keys import VaultKey

WIDTH = 720


class BackupsPage(Page):
    """Lists them at once and reads them one by one while it is on show."""

    help_key: ClassVar[str] = "backups"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self.rows: list[BackupRow] = []
        self.backup = JournalBackup(context, self)
        self._away = False
        self._former: frozenset[bytes] = frozenset()
        self.back = LinkButton(theme, words.BACK_TO_SETTINGS, icon="arrow-left", ink="ink2")
        self.now = SecondaryButton(theme, words.BACK_UP_NOW, small=True)
        self.folder = SecondaryButton(theme, words.CHANGE_FOLDER, small=True)
        self.elsewhere = QuietButton(theme, words.FROM_ELSEWHERE, small=True)
        self.line = Text(theme, "hint", "", colour="ink2")
        self.told = Text(theme, "hint", "")
        self.working = Working(theme)
        self.choose = SecondaryButton(theme, words.CHOOSE_FOLDER)
        self.again = SecondaryButton(theme, words.LOOK_AGAIN)
        self.missing = EmptyState(theme, words.MISSING_TITLE, buttons=(self.choose, self.again))
        self.empty = EmptyState(theme, words.EMPTY_TITLE, words.EMPTY_BODY)
        self._list, self._column = QVBoxLayout(), QVBoxLayout()
        self._build()
        self._connect()
        self._restyle()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("backups", Backups(), _show_some),
            State("backups-none", Backups(), lambda page: page.show_found(backups.Found(_drive(), ()))),
            State("backups-folder-missing", Backups(), _show_missing),
        )

    def arrive(self, place: Place) -> None:
        self._away = False
        self._say("")
        self.refresh()

    def refresh(self) -> None:
        self.backup.look()

    def leave(self) -> None:
        self._away = True

    def first_focus(self) -> QWidget | None:
        return self.rows[0].button if self.rows else self.back

    def reflow(self) -> None:
        self._restyle()

    def show_found(self, found: Found) -> None:
        """Show what is in the folder, newest first, and begin to read it."""
        focused = next((at for at, row in enumerate(self.rows) if row.isAncestorOf(_focus(self))), None)
        clear(self._list)
        self._former = found.former
        self.rows = [self._row(backup, first=not at) for at, backup in enumerate(found.backups)]
        for row in self.rows:
            self._list.addWidget(row)
            row.show()
        self.line.setText(words.LEAD.format(folder=found.folder))
        self.missing.say(
            words.MISSING_TITLE, words.MISSING_BODY.format(folder=words.folder_name(found.folder))
        )
        self.line.setVisible(bool(found.backups))
        self.missing.setVisible(not found.is_there)
        on_lock = self.context.settings.current.back_up_on_lock
        self.empty.say(words.EMPTY_TITLE, words.EMPTY_BODY if on_lock else words.EMPTY_BODY_OFF)
        self.empty.setVisible(found.is_there and not found.backups)
        self.now.setVisible(found.is_there)
        self.folder.setVisible(found.is_there)
        if focused is not None:
            beside = self.rows[min(focused, len(self.rows) - 1)].button if self.rows else self.back
            beside.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check_next()

    def _check_next(self) -> None:
        """Read the next one that was not read yet."""
        row = next((row for row in self.rows if row.backup.state is BackupState.UNCHECKED), None)
        if row is None or self._away:
            self.working.end()
            return
        self.working.begin(words.CHECKING_ALL)
        backup = row.backup

        def read(key: VaultKey) -> None:
            # beside the vault's thread, so that a lock does not wait for it
            self.context.runner.run_free(
                self, lambda: backups.checked(backup, key), self._checked, self._not_checked, latest="backup"
            )

        self.context.runner.run(self, lambda vault: vault.key, read, latest="backup_key")

    def _checked(self, backup: Backup) -> None:
        for row in self.rows:
            if row.backup.path == backup.path:
                row.show_backup(backup, self._former)
        self._check_next()

    def _not_checked(self, error: AppError) -> None:
        self.working.end()
        if isinstance(error, VaultMissing):
            self.refresh()
        else:
            self.context.notices.show_problem(error)

    def _row(self, backup: Backup, *, first: bool) -> BackupRow:
        row = BackupRow(self.context.theme, backup, self.context.clock(), first=first)
        row.show_backup(backup, self._former)
        row.opened.connect(lambda: self.open_requested.emit(Restore(backup.path)))
        row.unwanted.connect(partial(self._ask_to_remove, backup))
        return row

    def _ask_to_remove(self, backup: Backup) -> None:
        question = Question(
            words.remove_question(backup, self.context.clock()),
            (Choice("keep", words.KEEP), Choice("remove", words.REMOVE)),
            danger="remove",
        )
        self.context.notices.ask(question, lambda key: self._remove(backup) if key == "remove" else None)

    def _remove(self, backup: Backup) -> None:
        def removed(_: int) -> None:
            self._say(words.REMOVED)
            self.refresh()

        self.context.runner.run_free(self, lambda: backups.remove([backup]), removed)

    def _pick(self) -> None:
        def picked(path: Path | None) -> None:
            if path is not None:
                self.open_requested.emit(Restore(path))

        self.context.notices.ask_open_path(words.FROM_ELSEWHERE, picked, words.BACKUP_FILES)

    def _say(self, line: str) -> None:
        self.told.setText(line)
        self.told.setVisible(bool(line))

    def _began(self) -> None:
        self.working.begin(words.MAKING)

    def _ended(self, line: str) -> None:
        self.working.end()
        self._say(line)
        self.refresh()

    def _build(self) -> None:
        theme, inner, body = self.context.theme, QWidget(), QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.space(6))
        inside.addWidget(Text(theme, "h1", words.TITLE))
        inside.addWidget(self.line)
        buttons = QWidget()
        row = FlowLayout(theme, buttons, gap=8)
        for button in (self.now, self.folder, self.elsewhere):
            row.addWidget(button)
        inside.addSpacing(theme.space(8))
        inside.addWidget(buttons)
        inside.addSpacing(theme.space(8))
        inside.addWidget(self.told)
        inside.addWidget(self.working)
        self._list.setSpacing(0)
        inside.addLayout(self._list)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(Columns(theme, inner, width=WIDTH))
        for state in (self.missing, self.empty):
            state.hide()
            self._column.addWidget(state, 1)
        self._column.addStretch(1)
        body.setLayout(self._column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(theme, body))

    def _connect(self) -> None:
        backup = self.backup
        self.back.clicked.connect(lambda: self.open_requested.emit(Back()))
        self.now.clicked.connect(backup.make)
        self.folder.clicked.connect(backup.choose_folder)
        self.choose.clicked.connect(backup.choose_folder)
        self.again.clicked.connect(self.refresh)
        self.elsewhere.clicked.connect(self._pick)
        backup.began.connect(self._began)
        backup.moved.connect(self.working.move_to)
        backup.ended.connect(self._ended)
        backup.found.connect(self.show_found)
        self.context.theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        space, around = self.context.theme.space, self.room_around()
        around.setTop(space(6))
        around.setBottom(space(32))
        self._column.setContentsMargins(around)
        self._column.setSpacing(space(10))


def _focus(page: QWidget) -> QWidget:
    return page.window().focusWidget() or page


def _drive() -> Path:
    return Path("/media/Backup drive")


def _show_some(page: BackupsPage) -> None:
    now = page.context.clock()
    states = list(BackupState)
    some = [
        Backup(
            _drive() / f"notes-{number}.vault",
            now - timedelta(days=number, minutes=37 * number + 5),
            4_190_000 - 70_000 * number,
            None if states[number] in (BackupState.OTHER_KEY, BackupState.NEWER) else 212 - number,
            states[number],
            b"J1earlier",
        )
        for number in (1, 2, 3, 4)
    ]
    page.show_found(backups.Found(_drive(), tuple(some), former=frozenset({b"J1earlier"})))


def _show_missing(page: BackupsPage) -> None:
    page.show_found(backups.Found(_drive(), (), is_there=False))
