# SPDX-License-Identifier: MIT
"""The journal file being checked: one job for each part, so that an autosave never waits for the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault
    from ipnb_journal.errors import AppError
    from ipnb_journal.vault.integrity import Check, Report

WEEKLY_AFTER_MILLISECONDS = 60_000


class Checking(QObject):
    """One check at a time. `ended` gives the report, `stopped` a problem, or None where it was called off."""

    progressed = Signal(int, int)
    ended = Signal(object)
    stopped = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._check: Check | None = None

    @property
    def under_way(self) -> bool:
        """Whether a check is going on."""
        return self._check is not None

    def begin(self, *, quick: bool = False) -> None:
        """Begin, unless one is under way."""
        from ipnb_journal.services import checking  # noqa: PLC0415  brings the cipher, not needed to start

        if self._check is None:
            self._check = checking.begin(quick=quick)
            self._go_on(self._check)

    def stop(self) -> None:
        """Call it off after the part that is being done."""
        if self._check is not None:
            self._check = None
            self.stopped.emit(None)

    def _go_on(self, check: Check) -> None:
        from ipnb_journal.services import checking  # noqa: PLC0415  as above

        runner = self._context.runner

        def advanced(report: Report | None) -> None:
            if check is not self._check:
                return
            self.progressed.emit(check.done, check.parts)
            if report is None:
                self._go_on(check)
                return
            self._check = None
            self.ended.emit(report)

        def failed(error: AppError) -> None:
            if check is self._check:
                self._check = None
                self.stopped.emit(error)

        def part(vault: Vault) -> Report | None:
            return checking.advance(vault, check, runner.others_wait)

        runner.run(self, part, advanced, failed)


class WeeklyCheck(QObject):
    """Looks the journal over once a week, a minute after it was opened. `damaged` when something is wrong."""

    damaged = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._checking = Checking(context, self)
        self._checking.ended.connect(self._on_ended)
        self._later = QTimer(self, singleShot=True, interval=WEEKLY_AFTER_MILLISECONDS)
        self._later.timeout.connect(self.look)

    def opened(self) -> None:
        """A journal was opened."""
        self._later.start()

    def look(self) -> None:
        """Check quickly, if it is time; nobody asked, so nobody is told when it can't be done."""
        today = self._context.clock().date()

        def is_due(vault: Vault) -> bool:
            from ipnb_journal.services import checking  # noqa: PLC0415  as above

            return checking.is_due(vault, today)

        def told(due: bool) -> None:
            if due:
                self._checking.begin(quick=True)

        self._context.runner.run(self, is_due, told, lambda _: None)

    def _on_ended(self, report: Report) -> None:
        today = self._context.clock().date()

        def note(vault: Vault) -> None:
            from ipnb_journal.services import checking  # noqa: PLC0415  as above

            checking.note_sound(vault, today)

        if report.is_sound:
            self._context.runner.run(self, note, failed=lambda _: None)
        else:
            self.damaged.emit(report)
