# SPDX-License-Identifier: MIT
"""Going away: what locks, what only hides, and what is no going away at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from ipnb_journal.desktop import away
from ipnb_journal.desktop.away import Away
from ipnb_journal.desktop.widgets.dialog import CalmDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.theme.theme import Theme

State = Qt.ApplicationState


class _Seen:
    def __init__(self, window: QWidget, watched: Away) -> None:
        self.window, self.away = window, watched
        self.told: list[str] = []
        watched.lock_wanted.connect(lambda: self.told.append("lock"))
        watched.hide_wanted.connect(lambda: self.told.append("hide"))
        watched.back.connect(lambda: self.told.append("back"))

    def goes(self, state: Qt.ApplicationState) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.applicationStateChanged.emit(state)


@pytest.fixture
def seen(qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Seen]:
    monkeypatch.setattr(away, "FOCUS_MILLISECONDS", 60)
    # the real state follows the window manager, which a test can't order about
    monkeypatch.setattr(QApplication, "applicationState", lambda: State.ApplicationInactive)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield _Seen(window, Away(context, window))


def test_another_window_in_front_locks_if_chosen(qtbot: QtBot, seen: _Seen, context: Context) -> None:
    context.settings.change(lock_on_focus_loss=True)
    seen.goes(State.ApplicationInactive)
    qtbot.waitUntil(lambda: seen.told == ["lock"])


def test_by_itself_it_does_nothing(qtbot: QtBot, seen: _Seen) -> None:
    seen.goes(State.ApplicationInactive)
    qtbot.wait(200)
    assert seen.told == []


def test_a_moment_between_two_windows_of_ours_is_no_going_away(
    qtbot: QtBot, seen: _Seen, context: Context
) -> None:
    context.settings.change(lock_on_focus_loss=True)
    seen.goes(State.ApplicationInactive)
    seen.goes(State.ApplicationActive)
    qtbot.wait(200)
    assert seen.told == []


def test_a_file_dialog_is_no_going_away(qtbot: QtBot, seen: _Seen, context: Context) -> None:
    context.settings.change(lock_on_focus_loss=True)
    dialog = QFileDialog(seen.window)
    dialog.open()
    seen.goes(State.ApplicationInactive)
    qtbot.wait(200)
    assert seen.told == []
    dialog.reject()
    seen.goes(State.ApplicationInactive)
    qtbot.waitUntil(lambda: seen.told == ["lock"])


def test_going_away_from_a_question_of_ours_locks(
    qtbot: QtBot, seen: _Seen, context: Context, theme: Theme
) -> None:
    context.settings.change(lock_on_focus_loss=True)
    dialog = CalmDialog(theme, "Is this so?", actions=[("yes", "Yes")], parent=seen.window)
    dialog.open()
    seen.goes(State.ApplicationInactive)
    qtbot.waitUntil(lambda: seen.told == ["lock"])
    dialog.reject()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_our_own_menus_and_windows_keep_the_program_active(
    qtbot: QtBot, seen: _Seen, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    context.settings.change(lock_on_focus_loss=True, hide_on_focus_loss=True)
    seen.window.activateWindow()
    qtbot.waitUntil(seen.window.isActiveWindow)
    menu = QMenu(seen.window)
    menu.addAction("Copy")
    menu.popup(seen.window.mapToGlobal(seen.window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    qtbot.wait(50)
    menu.close()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    qtbot.wait(400)
    assert seen.told == []


def test_hiding_and_locking_go_together(qtbot: QtBot, seen: _Seen, context: Context) -> None:
    context.settings.change(lock_on_focus_loss=True, hide_on_focus_loss=True)
    seen.goes(State.ApplicationInactive)
    seen.goes(State.ApplicationInactive)
    assert seen.told == ["hide"]
    qtbot.waitUntil(lambda: seen.told == ["hide", "lock"])
    seen.goes(State.ApplicationActive)
    assert seen.told == ["hide", "lock", "back"]


@pytest.mark.parametrize("chosen", [True, False])
@pytest.mark.parametrize("state", [State.ApplicationHidden, State.ApplicationSuspended])
def test_an_app_that_is_put_away_counts_as_minimised(
    seen: _Seen, context: Context, state: Qt.ApplicationState, chosen: bool
) -> None:
    context.settings.change(lock_on_minimise=chosen)
    seen.goes(state)
    assert seen.told == (["lock"] if chosen else [])


def test_a_locked_journal_asks_for_no_lock(qtbot: QtBot, seen: _Seen, context: Context) -> None:
    context.settings.change(lock_on_focus_loss=True, lock_on_minimise=True, hide_on_focus_loss=True)
    context.runner.lock()
    seen.goes(State.ApplicationInactive)
    seen.goes(State.ApplicationHidden)
    seen.window.showMinimized()
    qtbot.wait(200)
    assert seen.told == []
