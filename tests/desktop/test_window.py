# SPDX-License-Identifier: MIT
"""The window: it goes where pages ask, always locks at once, and never loses a word on the way out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenuBar, QVBoxLayout, QWidget

from ipnb_journal.desktop import idle, places
from ipnb_journal.desktop.pages.page import Chrome, Command, Page
from ipnb_journal.desktop.widgets.buttons import BaseButton
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.window import MainWindow
from ipnb_journal.desktop.wording import help as help_words
from ipnb_journal.errors import AppError, DiskFull
from ipnb_journal.services import history, preferences, writing
from ipnb_journal.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.places import Place
    from ipnb_journal.vault.keys import VaultKey


class _Notebook(Page):
    """A page that writes into the vault when left, as real ones do."""

    chrome: ClassVar[Chrome] = Chrome.FULL
    topics: ClassVar[frozenset[str]] = frozenset({"preferences"})
    full_disk: ClassVar[bool] = False

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.field = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.field)
        self.seen: list[str] = []
        self._saved = ""

    def arrive(self, place: Place) -> None:
        self.seen.append(f"arrive {type(place).__name__}")

    def refresh(self) -> None:
        self.seen.append("refresh")

    def leave(self) -> None:
        words = self.field.text()
        self.seen.append("leave")
        if words != self._saved:
            kept = partial(self._on_kept, words)
            self.context.runner.run(self, lambda vault: _keep(vault, words), kept, self._no)

    @property
    def unsaved(self) -> bool:
        return self.field.text() != self._saved

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        if self.seen[-1:] == ["arrive Settings"]:
            return {Command.CHECK_FILE: lambda: self.seen.append("check")}
        return {Command.FIND_IN_PAGE: lambda: self.seen.append("find")}

    def first_focus(self) -> QWidget:
        return self.field

    def _on_kept(self, words: str, _: object) -> None:
        self._saved = words

    def _no(self, error: AppError) -> None:
        self.seen.append(error.code)


class _Sheet(_Notebook):
    chrome: ClassVar[Chrome] = Chrome.BARE
    back_label: ClassVar[str] = "Today"


class _Door(Page):
    chrome: ClassVar[Chrome] = Chrome.BARE

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.field = QLineEdit(self)

    def first_focus(self) -> QWidget:
        return self.field


def _keep(vault: Vault, words: str) -> None:
    if _Notebook.full_disk:
        raise DiskFull(file="notes.vault")
    with vault.transaction():
        vault.execute("INSERT OR REPLACE INTO preferences VALUES ('words', ?)", (words,))
        vault.touch("preferences")


def _page_class(kind: type) -> type[Page]:
    if kind in (places.Unlock, places.Welcome):
        return _Door
    return _Sheet if kind in (places.Write, places.Pause) else _Notebook


@pytest.fixture
def window(qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(_Notebook, "full_disk", False)
    made = MainWindow(context, _page_class, places.Unlock)
    made.show()
    qtbot.waitExposed(made)
    made.begin()
    made.go(places.Today())
    yield made
    made.idle.stop()
    made.hide()
    made.deleteLater()
    QApplication.sendPostedEvents(made, 0)


def _page(window: MainWindow) -> _Notebook:
    assert isinstance(window.page, _Notebook)
    return window.page


def _kept(vault_path: Path, key: VaultKey) -> list[tuple[object, ...]]:
    vault = Vault.open(vault_path, key.raw)
    try:
        return [tuple(row) for row in vault.query("SELECT value FROM preferences WHERE key = 'words'")]
    finally:
        vault.close()


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_1, places.Today),
        (Qt.Key.Key_2, places.CheckIn),
        (Qt.Key.Key_3, places.Write),
        (Qt.Key.Key_4, places.History),
        (Qt.Key.Key_5, places.Insights),
        (Qt.Key.Key_Comma, places.Settings),
        (Qt.Key.Key_Period, places.Pause),
        (Qt.Key.Key_N, places.Write),
        (Qt.Key.Key_I, places.CheckIn),
    ],
)
def test_every_place_has_its_keys(qtbot: QtBot, window: MainWindow, key: Qt.Key, place: type) -> None:
    been: list[Place] = []
    window.arrived.connect(been.append)
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert [type(there) for there in been] == [place]


def test_back_goes_back_and_pages_are_flushed_on_the_way(qtbot: QtBot, window: MainWindow) -> None:
    today = _page(window)
    window.go(places.History())
    assert today.seen[-1] == "leave"
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page is today
    window.go(places.Back())
    assert window.page is today


def test_a_page_is_told_of_its_topics_only_while_on_show(window: MainWindow, context: Context) -> None:
    today = _page(window)
    window.go(places.History())
    history = _page(window)
    today.seen.clear()
    context.runner.run(window, lambda vault: _keep(vault, "anything"))
    assert "refresh" in history.seen and "refresh" not in today.seen


@pytest.mark.parametrize("how", ["Ctrl+L", "F12", "button"])
def test_lock_is_instant_keeps_every_word_and_leaves_no_page(
    qtbot: QtBot, window: MainWindow, vault_path: Path, vault_key: VaultKey, how: str
) -> None:
    page = _page(window)
    qtbot.keyClicks(page.field, "not yet saved")
    if how == "Ctrl+L":
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    elif how == "F12":
        qtbot.keyClick(window, Qt.Key.Key_F12)
    else:
        lock = next(button for button in window.findChildren(BaseButton) if button.text() == "Lock")
        qtbot.mouseClick(lock, Qt.MouseButton.LeftButton)
    assert isinstance(window.page, _Door) and not window.covered
    assert QApplication.focusWidget() is window.page.field
    with qtbot.waitSignal(page.destroyed, timeout=1000):
        pass
    assert _kept(vault_path, vault_key) == [("not yet saved",)]


def test_nothing_inside_can_be_reached_while_locked(qtbot: QtBot, window: MainWindow) -> None:
    window.lock()
    for key in (Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_Comma, Qt.Key.Key_N):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    window.go(places.History())
    assert isinstance(window.page, _Door)
    qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window.page, _Sheet)


def test_the_curtain_falls_before_the_page_is_flushed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, covered = _page(window), []
    monkeypatch.setattr(page, "leave", lambda: covered.append(window.covered))
    window.lock()
    assert covered == [True]


def test_a_lock_that_would_lose_words_asks_behind_the_curtain(
    qtbot: QtBot,
    window: MainWindow,
    context: Context,
    vault_path: Path,
    vault_key: VaultKey,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = _page(window)
    qtbot.keyClicks(page.field, "precious")
    monkeypatch.setattr(_Notebook, "full_disk", True)
    asked: list[bool] = []

    def answer(_: object, then: Callable[[str], None]) -> None:
        asked.append(window.covered)
        if len(asked) == 2:
            monkeypatch.setattr(_Notebook, "full_disk", False)
        then("again")

    context.notices.answers = None
    context.notices.question_asked.disconnect()
    context.notices.question_asked.connect(answer)
    window.lock()
    assert asked == [True, True]
    assert not context.runner.is_open
    assert _kept(vault_path, vault_key) == [("precious",)]


def test_a_lock_can_be_taken_back_rather_than_lose_words(
    qtbot: QtBot, window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page(window)
    qtbot.keyClicks(page.field, "precious")
    monkeypatch.setattr(_Notebook, "full_disk", True)
    assert context.notices.answers is not None
    context.notices.answers.append("stay")
    window.lock()
    assert window.page is page and page.field.text() == "precious"
    assert not window.covered and context.runner.is_open


def test_silence_locks(
    qtbot: QtBot, window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle, "MINUTE", 60)
    context.settings.change(lock_after_minutes=1)
    qtbot.waitUntil(lambda: isinstance(window.page, _Door))


def test_never_is_never(
    qtbot: QtBot, window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle, "MINUTE", 20)
    context.settings.change(lock_after_minutes=0)
    qtbot.wait(150)
    assert isinstance(window.page, _Notebook)


@pytest.mark.parametrize("chosen", [True, False])
def test_minimising_locks_if_chosen(qtbot: QtBot, window: MainWindow, context: Context, chosen: bool) -> None:
    context.settings.change(lock_on_minimise=chosen)
    window.showMinimized()
    qtbot.waitUntil(window.isMinimized)
    assert isinstance(window.page, _Door) is chosen


def test_closing_flushes_and_remembers_the_size_only(
    qtbot: QtBot, window: MainWindow, context: Context, vault_path: Path, vault_key: VaultKey
) -> None:
    window.resize(1111, 777)
    qtbot.keyClicks(_page(window).field, "last words")
    assert window.close()
    context.runner.close()
    assert context.settings.current.window_size == (1111, 777)
    assert _kept(vault_path, vault_key) == [("last words",)]


def test_closing_with_words_that_cannot_be_saved_is_refused_until_answered(
    qtbot: QtBot, window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClicks(_page(window).field, "precious")
    monkeypatch.setattr(_Notebook, "full_disk", True)
    assert context.notices.answers is not None
    context.notices.answers.append("stay")
    assert not window.close()
    assert window.isVisible()


def test_the_title_is_neutral_everywhere(window: MainWindow, context: Context) -> None:
    for place in (places.History(text="secret"), places.Write(), places.Pause(), places.Today()):
        window.go(place)
        assert window.windowTitle() == "Notes"
    context.settings.change(window_title="Shopping")
    assert window.windowTitle() == "Shopping"


def test_f6_goes_round_strip_places_and_page(qtbot: QtBot, window: MainWindow) -> None:
    page = _page(window)
    seen: list[QWidget | None] = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen[2] is page.field
    assert len({id(widget) for widget in seen}) == 3


def test_f1_opens_the_page_s_help_beside_it_and_closes_it(qtbot: QtBot, window: MainWindow) -> None:
    page = _page(window)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.body.helping and page.isVisible()
    assert window.body.panel.geometry().left() >= page.mapTo(window.body, page.rect().topRight()).x()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert not window.body.helping
    assert QApplication.focusWidget() is page.field


def test_text_size_keys(qtbot: QtBot, window: MainWindow, context: Context) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    assert context.settings.current.text_percent == 130
    qtbot.keyClick(window, Qt.Key.Key_Minus, control)
    assert context.settings.current.text_percent == 120
    qtbot.keyClick(window, Qt.Key.Key_0, control)
    assert context.settings.current.text_percent == 100


def test_a_command_of_the_page_is_offered_and_runs(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert _page(window).seen[-1] == "find"
    assert not window.menus.action("who_about").isVisible()


@pytest.mark.parametrize(
    ("width", "percent", "columns", "nav"),
    [(1280, 100, True, "SideNav"), (1000, 100, False, "NavRail"), (1280, 130, False, "NavRail"),
     (1280, 200, False, None)],
)  # fmt: skip
def test_what_there_is_room_for(
    window: MainWindow, context: Context, width: int, percent: int, columns: bool, nav: str | None
) -> None:
    context.settings.change(text_percent=percent)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    context.theme.apply(app, "light", percent, still=True)
    window.resize(width, 800)
    assert _page(window).columns is columns
    shown = [
        kind
        for kind in ("SideNav", "NavRail")
        if any(type(w).__name__ == kind and w.isVisible() for w in window.findChildren(QWidget))
    ]
    assert shown == ([nav] if nav else [])


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_bare_page_offers_the_way_back_pause_and_lock_only(qtbot: QtBot, window: MainWindow) -> None:
    window.go(places.Write())
    words = {
        button.text()
        for button in window.findChildren(QWidget)
        if type(button).__name__ == "CornerButton" and button.isVisible()
    }
    assert words == {"Today", "Pause", "Lock"}
    qtbot.keyPress(window, Qt.Key.Key_Alt)
    qtbot.keyRelease(window, Qt.Key.Key_Alt)
    bar = next(w for w in window.findChildren(QWidget) if isinstance(w, QMenuBar))
    assert bar.isVisible()


def test_undo_is_offered_softly_and_taken(qtbot: QtBot, window: MainWindow, context: Context) -> None:
    undone: list[bool] = []
    context.notices.say("Moved to the drawer", undo=lambda: undone.append(True))
    button = next(w for w in window.findChildren(BaseButton) if w.text() == "Undo" and w.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == [True]


def test_a_lock_takes_messages_and_dialogs_away(qtbot: QtBot, window: MainWindow, context: Context) -> None:
    context.notices.say("Moved a page about Ana")
    window.lock()
    shown = [w for w in window.findChildren(QWidget) if type(w).__name__ in ("SoftMessage", "CalmDialog")]
    assert not any(w.isVisible() for w in shown)


def test_the_journal_s_own_name_is_shown_inside_and_gone_outside(
    window: MainWindow, context: Context
) -> None:
    def rename(vault: Vault) -> None:
        preferences.write(vault, replace(preferences.read(vault), journal_name="Maya’s journal"))

    def texts() -> set[str]:
        return {text.text() for text in window.findChildren(Text)}

    context.runner.run(window, rename)
    assert "Maya’s journal" in texts()
    window.lock()
    assert "Maya’s journal" not in texts()


def test_help_left_open_follows_the_page_and_leaves_it_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.show_help("")
    assert window.body.panel is not None
    assert window.focusWidget() is window.body.panel.close_button
    window.go(places.History())
    assert window.body.helping
    assert window.focusWidget() is _page(window).field


@pytest.mark.parametrize("key", ["words", "unlock"])
def test_help_leads_on_to_what_the_words_mean_and_back(qtbot: QtBot, window: MainWindow, key: str) -> None:
    window.show_help(key)
    panel = window.body.panel
    assert panel is not None
    more = next(link for link in panel.findChildren(BaseButton) if link.text() == help_words.topic(key).more)
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Return)
    assert _page(window).seen[-1] == "arrive Meanings"
    assert not window.body.helping
    window.go(places.Back())
    assert _page(window).seen[-1] == "arrive Today"


def test_a_journal_opened_while_something_open_to_all_is_read_is_entered_all_the_same(
    window: MainWindow, context: Context, vault_path: Path, vault_key: VaultKey
) -> None:
    window.lock()
    window.go(places.Meanings())
    assert _page(window).seen[-1] == "arrive Meanings"
    assert not window.menus.action("new_page").isEnabled()
    context.runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    window.go(places.Pause())
    assert not window.menus.action("new_page").isEnabled()
    window.go(places.Today())
    assert window.menus.action("new_page").isEnabled()
    window.go(places.Back())
    assert _page(window).seen[-1] == "arrive Today"


def test_f6_stops_at_undo_and_at_help_left_open(qtbot: QtBot, window: MainWindow, context: Context) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.show_help("")
    context.notices.say("Page moved", lambda: None)
    assert window.body.panel is not None
    seen: list[QWidget | None] = []
    for _ in range(5):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert len({id(widget) for widget in seen}) == 5
    assert window.body.panel.close_button in seen
    assert "Undo" in [widget.text() for widget in seen if isinstance(widget, BaseButton)]
    assert _page(window).field in seen
    undo = next(it for it in seen if isinstance(it, BaseButton) and it.text() == "Undo")
    undo.setFocus()
    qtbot.keyClick(undo, Qt.Key.Key_Return)
    assert window.focusWidget() is _page(window).field


def test_opening_the_journal_lets_go_of_what_lay_in_the_drawer_for_its_days(
    window: MainWindow, context: Context, now: datetime, vault_path: Path, vault_key: VaultKey
) -> None:
    def lay_aside(vault: Vault) -> None:
        for days in (29, 31):
            draft = writing.open_free(vault, now - timedelta(days=days))
            page = replace(draft.page, writing=replace(draft.page.writing, body="Words."))
            writing.autosave(vault, replace(draft, page=page), now)
            entry = writing.set_down(vault, draft.id, now - timedelta(days=days))
            assert entry is not None
            history.move_to_drawer(vault, entry.id, now - timedelta(days=days))

    def left() -> int:
        found: list[int] = []
        context.runner.run(window, lambda vault: len(history.drawer(vault)), found.append)
        return found[0]

    context.runner.run(window, lay_aside)
    window.go(places.History())
    assert left() == 2
    window.lock()
    context.runner.open(lambda: Vault.open(vault_path, vault_key.raw))
    window.go(places.Today())
    assert left() == 1


def test_losing_the_focus_blanks_the_window_if_chosen(window: MainWindow, context: Context) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    context.settings.change(hide_on_focus_loss=True)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert window.covered
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not window.covered and context.runner.is_open


def test_coming_back_to_a_window_that_is_locking_shows_nothing(
    qtbot: QtBot, window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    qtbot.keyClicks(_page(window).field, "precious")
    monkeypatch.setattr(_Notebook, "full_disk", True)
    context.settings.change(hide_on_focus_loss=True)
    context.notices.answers = None
    context.notices.question_asked.disconnect()
    asked: list[Callable[[str], None]] = []
    context.notices.question_asked.connect(lambda _, then: asked.append(then))
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    window.lock()
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert window.covered
    asked[0]("stay")
    assert not window.covered


def test_another_journal_not_opened_after_all_is_forgotten(
    qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Place] = []
    window.arrived.connect(seen.append)
    qtbot.keyClicks(_page(window).field, "precious")
    monkeypatch.setattr(_Notebook, "full_disk", True)
    assert context.notices.answers is not None
    context.notices.answers.append("stay")
    window.lock_and_open(tmp_path / "other.vault")
    monkeypatch.setattr(_Notebook, "full_disk", False)
    window.lock()
    assert seen[-1] == places.Unlock()


def test_opening_another_journal_locks_this_one_first(
    qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path
) -> None:
    been: list[Place] = []
    window.arrived.connect(been.append)
    assert context.notices.answers is not None
    context.notices.answers.append(tmp_path / "other.vault")
    window.menus.action("open_another").trigger()
    assert been == [places.Unlock(tmp_path / "other.vault")]
    assert not context.runner.is_open


def test_checking_the_file_begins_where_it_can_be_seen(window: MainWindow) -> None:
    for _ in range(2):
        window.menus.action("check_file").trigger()
        assert isinstance(window.page, _Notebook)
        assert window.page.seen[-2:] == ["arrive Settings", "check"]
        window.go(places.Today())
