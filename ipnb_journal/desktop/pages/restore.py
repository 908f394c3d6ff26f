# SPDX-License-Identifier: MIT
"""Opening a backup: which one, what is in it, and only then putting it in the journal's place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipnb_journal import paths
from ipnb_journal.desktop import places
from ipnb_journal.desktop.bare_frame import BareFrame
from ipnb_journal.desktop.far_progress import FarProgress
from ipnb_journal.desktop.pages.page import Chrome, Page, State
from ipnb_journal.desktop.secret_question import SecretQuestion
from ipnb_journal.desktop.way_out import AfterLock
from ipnb_journal.desktop.widgets.backup_preview import BackupPreview
from ipnb_journal.desktop.widgets.backup_row import BackupRow
from ipnb_journal.desktop.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ipnb_journal.desktop.widgets.clearing import clear
from ipnb_journal.desktop.widgets.columns import Columns
from ipnb_journal.desktop.widgets.flow import FlowLayout
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.widgets.working import Working
from ipnb_journal.desktop.wording import backups as words
from ipnb_journal.domain.backups import backup_name, made_at
from ipnb_journal.errors import AppError, RecoveryCodeWrong, WrongPassphrase
from ipnb_journal.services import backups
from ipnb_journal.services.backups import Backup, BackupState

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.services.backups import Found, Preview
    from ipnb_journal.vault.keys import VaultKey

WIDTH, QUESTION_WIDTH = 720, 420


class RestorePage(Page):
    """Shows one of three things: the backups to choose from, the question for a key, what is inside.

    Nothing is changed before the last button. An open journal is locked for it.
    """

    help_key: ClassVar[str] = "restore"
    chrome: ClassVar[Chrome] = Chrome.BARE
    back_label: ClassVar[str] = words.LEAVE

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        self._journal, self._path = paths.default_path(), paths.default_path()
        self._key: VaultKey | None = None
        self.rows: list[BackupRow] = []
        self.title = Text(theme, "h1", words.OPEN_TITLE)
        self.lead = Text(theme, "lead", "", colour="ink2")
        self.question = SecretQuestion(theme)
        self.preview = BackupPreview(theme)
        self.working = Working(theme)
        self.put_back = PrimaryButton(theme, words.PUT_BACK)
        self.another = QuietButton(theme, words.CHOOSE_ANOTHER)
        self.file = SecondaryButton(theme, words.CHOOSE_FILE)
        self._choosing, self._list = QWidget(), QVBoxLayout()
        self._frame = BareFrame(theme, width=WIDTH)
        self._build()
        self._connect()
        self._restyle()

    @classmethod
    def states(cls) -> tuple[State, ...]:
        return (
            State("restore", places.Restore(), _show_some),
            State("restore-none-found", places.Restore(), lambda page: page.show_found(_nothing())),
            State("restore-asks-passphrase", places.Restore(), _ask),
            State("restore-wrong-passphrase", places.Restore(), _show_wrong),
            State("restore-inside", places.Restore(), _show_inside),
            State("restore-inside-other-key", places.Restore(), _show_other),
            State("restore-inside-damaged", places.Restore(), _show_damaged),
        )

    def arrive(self, place: Place) -> None:
        assert isinstance(place, places.Restore)  # noqa: S101  the window shows nothing else here
        usual = self.context.settings.current.journal_path or paths.default_path()
        self._journal = place.journal or usual
        self._key = None
        self.question.wipe()
        self._show_part(None)
        if self.context.runner.is_open:
            self.context.runner.run(self, lambda vault: vault.path, partial(self._begin, place))
        else:
            self._begin(place, self._journal)

    def leave(self) -> None:
        self.question.wipe()
        self._key = None

    def first_focus(self) -> QWidget | None:
        if self.question.isVisible():
            return self.question.first_focus()
        if self.preview.isVisible():
            # whoever pressed Enter twice on the passphrase has not read this yet
            return self.another
        return self.rows[0].button if self.rows else self.file

    def reflow(self) -> None:
        self._restyle()

    def _begin(self, place: places.Restore, journal: Path) -> None:
        self._journal = journal
        if place.path is None:
            self._choose()
        else:
            self._look(place.path)

    # which one

    def _choose(self) -> None:
        chosen, journal = self.context.settings.current.backup_folder, self._journal
        self.context.runner.run_free(
            self, lambda: backups.listed(journal, chosen), self.show_found, self._refused, latest="restore"
        )

    def show_found(self, found: Found) -> None:
        """Offer the backups in a folder, newest first."""
        clear(self._list)
        theme, now = self.context.theme, self.context.clock()
        self.rows = []
        for backup in found.backups:
            row = BackupRow(theme, backup, now, first=not self.rows, removable=False)
            row.opened.connect(partial(self._look, backup.path))
            self.rows.append(row)
            self._list.addWidget(row)
            row.show()
        told = words.OPEN_LEAD if found.backups else words.NONE_FOUND if found.is_there else words.NOT_THERE
        self._say(words.OPEN_TITLE, told.format(folder=found.folder))
        self._show_part(self._choosing)
        self._focus()

    def _pick(self) -> None:
        def picked(path: Path | None) -> None:
            if path is not None:
                self._look(path)

        self.context.notices.ask_open_path(words.OPEN_TITLE, picked, words.BACKUP_FILES)

    # its key

    def _look(self, path: Path) -> None:
        """Open it with the journal's own key where that is at hand; ask for one where it doesn't fit."""
        self._path = path
        if self.context.runner.is_open:
            self._work(words.READING)
            self._look_beside(None)
        else:
            self.ask_key(path)

    def ask_key(self, path: Path) -> None:
        """Ask for the passphrase or the recovery key that the backup at `path` was made with."""
        self._path = path
        self._say(self._name(), "")
        self._show_part(self.question)
        self._focus()

    def _try(self, typed: str, is_code: bool) -> None:
        path, journal = self._path, self._journal
        make = backups.key_from_code if is_code else backups.key_from_passphrase
        self._work(words.READING)
        self.question.set_busy(True)
        if self.context.runner.is_open:
            self._look_beside(lambda: make(path, typed))
            return

        def read() -> tuple[Preview, VaultKey]:
            key = make(path, typed)
            return backups.preview(path, journal, key), key

        self.context.runner.run_free(self, read, self._found_inside, self._refused)

    def _look_beside(self, make: Callable[[], VaultKey] | None) -> None:
        """Look into it beside the open journal, with the key that `make` gives, or the journal's own."""
        path = self._path

        def read(vault: Vault) -> tuple[Preview, VaultKey]:
            key = vault.key if make is None else make()
            return backups.preview_open(vault, path, key), key

        self.context.runner.run(self, read, self._found_inside, self._refused)

    # what is inside

    def _found_inside(self, found: tuple[Preview, VaultKey]) -> None:
        preview, self._key = found
        self.question.wipe()
        self.show_inside(preview)

    def show_inside(self, preview: Preview) -> None:
        """Show what is in the backup and what would happen."""
        self.working.end()
        self.question.set_busy(False)
        self._say(self._name(preview.backup), "")
        self.preview.show_preview(preview, self._journal, is_open=self.context.runner.is_open)
        self.put_back.setEnabled(preview.backup.state is BackupState.SOUND)
        self._show_part(self.preview)
        self._focus()

    def _refused(self, error: AppError) -> None:
        self.working.end()
        self.question.set_busy(False)
        if isinstance(error, WrongPassphrase) and not self.question.isVisible():
            # the journal's own key was tried, which nobody typed
            self.ask_key(self._path)
            return
        if self.question.isVisible() or isinstance(error, WrongPassphrase | RecoveryCodeWrong):
            self.question.tell(words.refused(error))
            self._frame.bring_into_view(self.question.banner)
            return
        self.context.notices.show_problem(error)
        if self._choosing.isHidden():
            self._choose()

    # the last button

    def _put_back(self) -> None:
        key, path, journal, now = self._key, self._path, self._journal, self.context.clock()
        if key is None:
            return
        if self.context.runner.is_open:
            job = partial(backups.restore, path, journal, key, now)
            self.open_requested.emit(_locked_for(self.context, job, places.Restore(path, journal)))
            return
        told = FarProgress(self, self.working.move_to).tell
        job = partial(backups.restore, path, journal, key, now, told)
        self._work(words.PUTTING_BACK)
        self.put_back.setEnabled(False)
        self.context.runner.run_free(self, job, self._done, self._not_put_back)

    def _done(self, aside: Path | None) -> None:
        self.working.end()
        self.open_requested.emit(places.Restored(self._journal, aside))

    def _not_put_back(self, error: AppError) -> None:
        self.working.end()
        self.put_back.setEnabled(True)
        self.context.notices.show_problem(error)

    # the rest is how it looks

    def _name(self, backup: Backup | None = None) -> str:
        made = made_at(self._path.name) if backup is None else backup.made
        if made is None:
            return words.quoted(self._path.name)
        return words.OF_MOMENT.format(when=words.when(made, self.context.clock()))

    def _say(self, title: str, lead: str) -> None:
        self.title.setText(title)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))

    def _work(self, told: str) -> None:
        self.question.clear()
        self.working.begin(told)

    def _show_part(self, part: QWidget | None) -> None:
        for one in (self._choosing, self.question, self.preview):
            one.setVisible(one is part)
        self.put_back.setVisible(part is self.preview)
        self.another.setVisible(part is not None and part is not self._choosing)
        self.file.setVisible(part is self._choosing)

    def _focus(self) -> None:
        target = self.first_focus()
        if target is not None and self.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme, inside = self.context.theme, self._frame.column
        inside.setSpacing(theme.space(20))
        self._choosing.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        heading = QVBoxLayout()
        heading.setSpacing(theme.space(12))
        heading.addWidget(self.title)
        heading.addWidget(self.lead)
        inside.addLayout(heading)
        buttons = QWidget()
        row = FlowLayout(theme, buttons, gap=8)
        for button in (self.put_back, self.another, self.file):
            row.addWidget(button)
        # in a column of its own: beside wider parts its height would be reckoned too wide
        question = Columns(theme, self.question, width=QUESTION_WIDTH)
        for part in (self._choosing, question, self.preview, self.working, buttons):
            inside.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def _connect(self) -> None:
        self.file.clicked.connect(self._pick)
        self.another.clicked.connect(self._choose)
        self.put_back.clicked.connect(self._put_back)
        self.question.answered.connect(self._try)
        self.context.theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._frame.set_columns(self.columns)
        self.preview.set_beside(self.columns)


def _locked_for(context: Context, job: Callable[[], Path | None], again: places.Restore) -> places.Locked:
    """Lock, put the backup in place, and show what came of it: that it stands there, or the way back here."""
    came: list[Place] = [again]
    problems: list[AppError] = []

    def work(vault: Vault) -> None:
        try:
            came.append(places.Restored(vault.path, job()))
        except AppError as error:
            problems.append(error)

    def then() -> Place:
        for error in problems:
            context.notices.show_problem(error)
        return came[-1]

    return places.Locked(then, AfterLock(work, words.PUTTING_BACK))


_DRIVE = Path("/media/Backup drive")


def _some(page: RestorePage) -> tuple[Backup, ...]:
    now = page.context.clock()
    return tuple(
        Backup(
            _DRIVE / backup_name("notes", now - timedelta(days=days, minutes=47 * days)),
            now - timedelta(days=days, minutes=47 * days),
            4_190_000 - 9_000 * days,
            None,
            BackupState.UNCHECKED,
        )
        for days in (1, 2, 9)
    )


def _nothing() -> Found:
    return backups.Found(_DRIVE, ())


def _show_some(page: RestorePage) -> None:
    page.show_found(backups.Found(_DRIVE, _some(page)))


def _ask(page: RestorePage) -> None:
    page.ask_key(_some(page)[0].path)


def _show_wrong(page: RestorePage) -> None:
    _ask(page)
    page.question.passphrase.set_text("slow river under the odl bridge")
    page.question.tell(words.refused(WrongPassphrase(file="notes.vault")))


def _inside(page: RestorePage, *, same_key: bool) -> Preview:
    backup = replace(_some(page)[0], pages=211, state=BackupState.SOUND)
    today = page.context.clock().date()
    held = backups.Inside(211, 148, today - timedelta(days=400), today - timedelta(days=1), 1, backup.size)
    present = replace(held, pages=212, last=today) if same_key else None
    return backups.Preview(backup, held, present, stands=True, same_key=same_key)


def _show_inside(page: RestorePage) -> None:
    page.show_inside(_inside(page, same_key=True))


def _show_damaged(page: RestorePage) -> None:
    whole = _inside(page, same_key=True)
    page.show_inside(replace(whole, backup=replace(whole.backup, state=BackupState.DAMAGED)))


def _show_other(page: RestorePage) -> None:
    page.show_inside(_inside(page, same_key=False))
