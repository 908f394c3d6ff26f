# SPDX-License-Identifier: MIT
"""Building the whole desktop once, running it, and taking it down again."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ipnb_journal import paths
from ipnb_journal.desktop import bug_report, places
from ipnb_journal.desktop.context import Context
from ipnb_journal.desktop.hardening import harden
from ipnb_journal.desktop.notices import Notices
from ipnb_journal.desktop.page_table import page_class
from ipnb_journal.desktop.restart import Restart, restart, resumed
from ipnb_journal.desktop.runner import Runner
from ipnb_journal.desktop.settings_store import SettingsStore
from ipnb_journal.desktop.theme.theme import Mode, Theme
from ipnb_journal.desktop.way_out import AfterLock, WayOut
from ipnb_journal.desktop.window import MainWindow
from ipnb_journal.desktop.wording import opening as words
from ipnb_journal.records import Record
from ipnb_journal.services import settings as kept_settings

if TYPE_CHECKING:
    from pathlib import Path

    from ipnb_journal.desktop.places import Place
    from ipnb_journal.services.access import Opened
    from ipnb_journal.services.prompts import Library
    from ipnb_journal.services.settings import Settings
    from ipnb_journal.vault.vault import Vault

APP_ID = "notes"
"""What desktops call the program in their lists of windows; as neutral as the window's own name."""

Opening = Callable[[], "Vault | Opened"]


def run(journal: Path | None = None, opening: Opening | None = None, remember: bool = True) -> int:
    """Show the window until it is closed; the exit code.

    `journal`: open this file instead of the one opened last. `opening`: a job that opens a journal
    without asking, for the demo. `remember` False keeps no setting, for the same reason.
    """
    harden()
    app = make_app()
    # a made-up journal ends with its process, so there is nothing to come back to
    process = Process(restart, partial(os._exit, 0), resumed()) if remember else Process()
    desktop = Desktop(app, journal, remember=remember, process=process, backs_up=remember)
    bug_report.install(desktop.window.show_bug)
    desktop.show(opening)
    code = app.exec()
    desktop.close()
    return code


def make_app() -> QApplication:
    """The application object, with a style that Qt draws the same way everywhere."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        found.setStyle("Fusion")
        return found
    QApplication.setDesktopFileName(APP_ID)
    # setStyle would hand back a QStyle, whose enums take 7 ms to make before the first paint
    return QApplication([APP_ID, "-style", "Fusion"])


class Process(Record):
    """What may be done to the process itself: begin it anew, end it; and what the one before left."""

    restart: Callable[[Restart], None] | None = None
    vanish: Callable[[], None] | None = None
    resumed: Restart | None = None


class Desktop(QObject):
    """Everything there is one of: settings, theme, notices, runner, window.

    Where `process` can't begin anew, the journal is locked within it. `backs_up`: each lock and the end
    leave a backup, unless the settings say otherwise. `painted` is emitted once, when
    the first page can be seen and nothing heavy has begun.
    """

    painted = Signal()

    def __init__(
        self,
        app: QApplication,
        journal: Path | None = None,
        *,
        remember: bool = True,
        runner: type[Runner] = Runner,
        clock: Callable[[], datetime] | None = None,
        process: Process = Process(),  # noqa: B008  it never changes
        after_lock: AfterLock | None = None,
        backs_up: bool = False,
    ) -> None:
        super().__init__()
        self._app, self._process = app, process
        self._after_lock = AfterLock(self._back_up, words.BACKING_UP) if backs_up else after_lock
        self._journal = process.resumed.journal if process.resumed is not None else journal
        loaded = kept_settings.load() if remember else kept_settings.Loaded(kept_settings.Settings())
        self.notices = Notices(self)
        self.theme = Theme(paths.resources(), self)
        self.runner = runner(self.notices.show_problem, self)
        store = SettingsStore(loaded.settings, self.notices.show_problem, keep=remember, parent=self)
        self.context = Context(self.runner, self.notices, store, self.theme, clock or _now, _shelf)
        self._look: tuple[Any, ...] = ()
        self._apply_look(store.current)
        store.changed.connect(self._apply_look)
        begin_anew = self._restart if process.restart is not None else None
        way_out = WayOut(begin_anew, self._after_lock, process.vanish)
        self.window = MainWindow(self.context, page_class, self._start, way_out)
        self.window.arrived.connect(self._follow)

    def show(self, opening: Opening | None = None) -> None:
        """Show the window; what is heavy comes after it was painted."""
        painted = FirstPaint(self.window, self)
        painted.seen.connect(self._after_first_paint)
        if opening is None:
            self.window.go(self._first())
        else:
            self.runner.open(opening, lambda _: self.window.go(places.Today()))
        if self._process.resumed is None:
            self.window.show()
        else:
            self._stand_where(self._process.resumed, painted)

    def _stand_where(self, former: Restart, painted: FirstPaint) -> None:
        """Show the window in the place of the one before, which goes when this one can be seen."""
        window = self.window
        window.restoreGeometry(former.geometry)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not former.active)
        if former.minimised:
            # it is not painted before the person fetches it
            window.showMinimized()
            former.let_go()
        else:
            painted.seen.connect(former.let_go)
            window.show()
        if former.active:
            window.activateWindow()

    def close(self) -> None:
        """Let every job finish, close the journal, do what follows a lock and end the threads."""
        self.runner.close(None if self._after_lock is None else self._after_lock.job)
        self.window.deleteLater()
        self._app.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)

    def _back_up(self, vault: Vault) -> None:
        """On the vault's thread, after it was closed."""
        current = self.context.settings.current
        if current.back_up_on_lock:
            from ipnb_journal.services import backups  # noqa: PLC0415  nothing a first page shows

            backups.make_after_lock(vault, current.backup_folder, self.context.clock())

    def _first(self) -> Place:
        former = self._process.resumed
        if former is not None and former.restored and former.journal is not None:
            return places.Restored(former.journal, former.aside)
        return self._start()

    def _restart(self, place: Place) -> None:
        assert self._process.restart is not None  # noqa: S101  the window is given this only then
        # what a closed dialog still has to put back
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        window = self.window
        geometry = bytes(window.saveGeometry().data())
        # where it is refused, the journal is locked all the same
        with suppress(OSError):
            active = window.isActiveWindow() and not window.isMinimized()
            state = Restart(geometry=geometry, minimised=window.isMinimized(), active=active)
            if isinstance(place, places.Unlock):
                state = state.but(journal=place.path)
            elif isinstance(place, places.Restored):
                state = state.but(journal=place.journal, restored=True, aside=place.aside)
            self._process.restart(state)

    def _start(self) -> Place:
        current = self.context.settings.current
        path = self._journal or current.journal_path
        return places.Unlock(path) if path is not None or paths.default_path().exists() else places.Welcome()

    def _follow(self, _: Place) -> None:
        """Once a journal is open the settings know which one, and where it moves."""
        if self.runner.is_open and self.context.settings.current.journal_path is not None:
            self._journal = None

    def _journal_folders(self) -> list[Path]:
        journal = self._journal or self.context.settings.current.journal_path
        return [paths.data_folder(), *([journal.parent] if journal is not None else [])]

    def _apply_look(self, now: Settings) -> None:
        look = (now.theme, now.text_percent, now.strong_contrast, now.still_pictures)
        if look != self._look:
            self._look = look
            mode, percent, strong, still = look
            self.theme.apply(self._app, cast("Mode", mode), percent, strong, still)

    def _after_first_paint(self) -> None:
        self.painted.emit()
        # nobody misses the icon so early, and QtDBus is not needed to show a window
        from ipnb_journal.desktop.computer import Computer  # noqa: PLC0415
        from ipnb_journal.desktop.widgets.marks import app_icon  # noqa: PLC0415

        self.window.furnish()
        self.notices.watch_clipboard()
        self.runner.run_free(self, partial(_preload, self._journal_folders()))
        self.window.idle.watch(self.window.windowHandle())
        self.window.setWindowIcon(app_icon(self.theme))
        computer = Computer(self.context, self.window)
        computer.lock_wanted.connect(self.window.lock)
        self.window.arrived.connect(computer.follow)


class FirstPaint(QObject):
    """Emits `seen` once, after the window was painted for the first time."""

    seen = Signal()

    def __init__(self, window: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.seen.emit)
        return False


def _preload(folders: list[Path]) -> None:
    """Bring in the cipher, the first page and the prompts it chooses from, while the person types."""
    from ipnb_journal.desktop.file_traces import forget_folders  # noqa: PLC0415  as the rest
    from ipnb_journal.services import access  # noqa: PLC0415  too heavy before the first paint

    access.prepare()
    page_class(places.Today)
    _shelf()
    forget_folders(folders)


def _now() -> datetime:
    return datetime.now().astimezone()


@cache
def _shelf() -> Library:
    from ipnb_journal.services import prompts  # noqa: PLC0415  reads every prompt file

    return prompts.library()
