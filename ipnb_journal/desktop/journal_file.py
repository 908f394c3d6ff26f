# SPDX-License-Identifier: MIT
"""What can be done to the journal as a file: check it, take a plain copy out, bring an archive in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ipnb_journal.desktop import damage, places
from ipnb_journal.desktop.checking import Checking
from ipnb_journal.desktop.far_progress import FarProgress
from ipnb_journal.desktop.wording import damage as damage_words
from ipnb_journal.desktop.wording import settings as words
from ipnb_journal.desktop.wording.history import clock_time
from ipnb_journal.errors import FileProblem
from ipnb_journal.services import backups, salvaging, transfer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.widgets.setting_action import SettingAction
    from ipnb_journal.domain.backups import Backup
    from ipnb_journal.errors import AppError
    from ipnb_journal.services.transfer import Imported
    from ipnb_journal.vault.integrity import Report
    from ipnb_journal.vault.vault import Vault


class JournalFile(QObject):
    """Answers three rows of the settings; each shows that it is busy and what came of it.

    `leads_to` carries the place that a way out of damage leads to.
    """

    leads_to = Signal(object)

    def __init__(
        self,
        context: Context,
        check: SettingAction,
        export: SettingAction,
        bring_in: SettingAction,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._check, self._export, self._bring_in = check, export, bring_in
        self._checking = Checking(context, self)
        self._checking.progressed.connect(self._show_progress)
        self._checking.ended.connect(self._checked)
        self._checking.stopped.connect(self._stopped)
        check.wanted.connect(self.check)
        check.unwanted.connect(self._checking.stop)
        export.wanted.connect(self.export)
        bring_in.wanted.connect(self.bring_in)

    def check(self) -> None:
        """Read every part of the file."""
        if not self._checking.under_way:
            self._check.begin(words.CHECKING, stop=words.CHECK_STOP)
            self._checking.begin()

    def export(self) -> None:
        """Ask where to, then write a plain copy there."""
        now, notices = self._context.clock(), self._context.notices

        def chosen(path: Path | None) -> None:
            if path is not None:
                self._write(path)

        notices.ask_save_path(words.EXPORT_CAPTION, words.archive_name(now), chosen, words.ARCHIVES)

    def bring_in(self) -> None:
        """Ask which archive, then add what it holds."""

        def chosen(path: Path | None) -> None:
            if path is not None:
                self._read(path)

        self._context.notices.ask_open_path(words.IMPORT_CAPTION, chosen, words.ARCHIVES)

    def _show_progress(self, done: int, parts: int) -> None:
        self._check.move_to(done / parts)

    def _stopped(self, error: AppError | None) -> None:
        self._check.end(words.CHECK_STOPPED if error is None else "")
        if error is not None:
            self._context.notices.show_problem(error)

    def _checked(self, report: Report) -> None:
        time = clock_time(self._context.clock())
        self._check.end((words.CHECKED if report.is_sound else words.CHECKED_BADLY).format(time=time))
        if not report.is_sound:
            self.offer_way_out(report)

    def offer_way_out(self, report: Report) -> None:
        """Say what is damaged, which backup is good, and what can be done."""
        folder, now = self._context.settings.current.backup_folder, self._context.clock()

        def ask(backup: Backup | None) -> None:
            line = damage_words.good_backup(backup, now) if backup is not None else ""
            damage.ask(
                self._context.notices,
                damage.problem(report, line),
                lambda: self.leads_to.emit(places.Restore()),
                self.open_readable,
            )

        def look(vault: Vault) -> Backup | None:
            return backups.newest_sound(vault, folder)

        self._context.runner.run(self, look, ask, lambda _: ask(None))

    def open_readable(self) -> None:
        """Put what can be read into a new journal beside this one, and say what that is."""
        progress = FarProgress(self, self._check.move_to)

        def read(vault: Vault) -> places.Salvaged:
            return places.Salvaged(vault.path, salvaging.from_open(vault, progress.tell))

        def told(place: places.Salvaged) -> None:
            self._check.end()
            self.leads_to.emit(place)

        self._check.begin(damage_words.READING)
        self._context.runner.run(self, read, told, self._failing(self._check))

    def _write(self, path: Path) -> None:
        now = self._context.clock()
        self._export.begin(words.EXPORTING)
        self._context.runner.run(
            self,
            lambda vault: transfer.export_archive(vault, path, now),
            lambda _: self._export.end(words.EXPORTED.format(file=path.name)),
            self._failing(self._export),
        )

    def _read(self, path: Path) -> None:
        def take_in(vault: Vault) -> Imported:
            try:
                source = path.open("rb")
            except OSError as error:
                raise FileProblem(file=path, reason=error.strerror or "") from error
            with source:
                return transfer.import_archive(vault, source, str(path))

        self._bring_in.begin(words.IMPORTING)
        self._context.runner.run(
            self,
            take_in,
            lambda told: self._bring_in.end(words.brought_in(told)),
            self._failing(self._bring_in),
        )

    def _failing(self, action: SettingAction) -> Callable[[AppError], None]:
        def failed(error: AppError) -> None:
            action.end()
            self._context.notices.show_problem(error)

        return failed
