# SPDX-License-Identifier: MIT
"""Every problem has its words, in order and in tone; questions and pickers have one seam."""

from __future__ import annotations

import re
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget

from ipnb_journal import errors
from ipnb_journal.desktop.body import Body
from ipnb_journal.desktop.clipboard import forget_selection
from ipnb_journal.desktop.notices import Choice, Notices, Question
from ipnb_journal.desktop.telling import Telling
from ipnb_journal.desktop.widgets.messages import SoftMessage
from ipnb_journal.desktop.wording import errors as wording
from ipnb_journal.desktop.wording import help as help_words
from ipnb_journal.desktop.wording import opening, pause, safety
from ipnb_journal.desktop.wording.errors import Words, words_for
from ipnb_journal.errors import AppError, DiskFull, NotFound, VaultBusy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

offscreen = pytest.mark.qt_log_ignore("This plugin does not support")


def _family(kind: type[AppError]) -> list[type[AppError]]:
    return [kind, *(below for child in kind.__subclasses__() for below in _family(child))]


# the command line has problems of its own, with words of their own
SHARED = [kind for kind in _family(AppError) if kind.__module__ == errors.__name__]
NAMED = [kind for kind in SHARED if kind not in (AppError, errors.VaultError)]
FACTS = {
    "file": Path("/home/me/notes.vault"), "pid": 4711, "host": "study", "found": 5, "known": 1,
    "detail": "4 pages", "place": "line 3", "what": "page", "group": 3,
}  # fmt: skip


@pytest.mark.parametrize("kind", NAMED, ids=lambda kind: kind.code)
@pytest.mark.parametrize("facts", [{}, FACTS], ids=["bare", "full"])
def test_every_problem_says_what_happened_what_is_safe_and_what_to_do(
    kind: type[AppError], facts: dict[str, object]
) -> None:
    words = words_for(kind(**facts))
    assert words.title and words.body and words.safe
    assert words.title != words_for(AppError()).title
    assert not words.title.endswith(".") and words.body.endswith((".", "?"))
    assert "None" not in f"{words}" and "{" not in f"{words.title}{words.body}{words.safe}"


def test_an_unnamed_problem_still_has_words() -> None:
    assert words_for(AppError()).safe


@pytest.mark.parametrize("reason", ["empty", "long", "letters", "short", "common"])
def test_every_reason_a_passphrase_is_refused_has_its_own_words(reason: str) -> None:
    words = words_for(errors.PassphraseUnfit(reason=reason))
    assert words.body
    assert (words.title == words_for(errors.PassphraseUnfit(reason="short")).title) is (reason == "short")


def _texts(module: object) -> Iterator[str]:
    for name, value in vars(module).items():
        if not name.startswith("_"):
            yield from _strings(value)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, help_words.Topic | safety.Exercise):
        for name in value.__dataclass_fields__:
            yield from _strings(getattr(value, name))


BANNED = re.compile(
    r"!|\boops\b|\bsorry\b|\binvalid\b|\bfailed\b|\buser\b|\bclick\b|\bentry\b|[a-z]'[a-z]", re.I
)


def test_the_shell_speaks_as_it_should() -> None:
    told = [text for module in (help_words, opening, pause, safety) for text in _texts(module)]
    told += [f"{w.title} {w.body} {w.safe}" for w in (words_for(kind(**FACTS)) for kind in NAMED)]
    assert len(told) > 100
    for text in told:
        if not text.startswith("ipnb_journal") and "\n" not in text:
            assert BANNED.search(text) is None, text


def test_every_topic_of_the_menu_and_the_limits_are_there() -> None:
    assert {"words", "keyboard", "limits", "afraid", "about"} <= help_words.TOPICS.keys()
    limits = " ".join(part for pair in help_words.TOPICS["limits"].parts for part in pair)
    assert "No one is watching this journal. It cannot call for help." in limits
    assert help_words.topic("unheard of") is help_words.TOPICS["journal"]
    assert wording.__doc__


@pytest.fixture
def host(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def shown(notices: Notices, theme: Theme, host: QWidget) -> Body:
    notices.answers = None
    notices.attach(host)
    body = Body(theme, host)
    body.setGeometry(host.rect())
    body.show()
    Telling(notices, theme, host, body)
    return body


def _dialog(host: QWidget) -> QDialog:
    return next(found for found in host.findChildren(QDialog) if found.isVisible())


def test_a_small_problem_is_told_softly(notices: Notices, host: QWidget, shown: Body) -> None:
    notices.show_problem(NotFound(what="page"))
    assert [m.text.text() for m in host.findChildren(SoftMessage)][0].startswith("That isn’t in the journal")
    assert not any(found.isVisible() for found in host.findChildren(QDialog))


@offscreen
def test_a_problem_that_risks_something_is_a_dialog(
    qtbot: QtBot, notices: Notices, host: QWidget, shown: Body
) -> None:
    notices.show_problem(DiskFull(file="notes.vault"))
    dialog = _dialog(host)
    assert dialog.accessibleName() == "There’s no room left on this disk"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


QUESTION = Question(
    Words("Let it go", "Really.", "Nothing yet."), (Choice("keep", "Keep it"), Choice("go", "Let go"))
)


@offscreen
@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_safe_answer_is_the_default_and_esc(
    qtbot: QtBot, notices: Notices, host: QWidget, shown: Body, key: Qt.Key
) -> None:
    answers: list[str] = []
    notices.ask(QUESTION, answers.append)
    qtbot.keyClick(_dialog(host), key)
    assert answers == ["keep"]


@offscreen
def test_the_other_answer_takes_a_tab(qtbot: QtBot, notices: Notices, host: QWidget, shown: Body) -> None:
    answers: list[str] = []
    notices.ask(QUESTION, answers.append)
    dialog = _dialog(host)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Tab)
    focus = dialog.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Space)
    assert answers == ["go"]


@offscreen
def test_what_is_withdrawn_is_never_answered(notices: Notices, host: QWidget, shown: Body) -> None:
    answers: list[object] = []
    notices.ask(QUESTION, answers.append)
    notices.ask_open_path("Open", answers.append)
    notices.withdraw()
    assert answers == []
    assert not any(found.isVisible() for found in host.findChildren(QDialog))


def test_answers_come_through_the_seam_in_order(notices: Notices, tmp_path: Path) -> None:
    notices.answers = deque(["go", tmp_path, None])
    got: list[object] = []
    notices.ask(QUESTION, got.append)
    notices.ask_save_path("Save", "a.pdf", got.append)
    notices.ask_open_path("Open", got.append)
    assert got == ["go", tmp_path, None]


@offscreen
def test_a_picked_file_comes_back_and_qt_keeps_no_trace_of_it(
    qtbot: QtBot, notices: Notices, host: QWidget, shown: Body, tmp_path: Path
) -> None:
    store = tmp_path / "config"
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(store))
    before = QSettings(QSettings.Scope.UserScope, "QtProject")
    before.setValue("FileDialog/lastVisited", "file:///somewhere/else")
    before.sync()
    target = tmp_path / "private-folder"
    target.mkdir()
    (target / "mine.vault").touch()
    got: list[Path | None] = []
    notices.ask_open_path("Open", got.append)
    dialog = next(found for found in host.findChildren(QFileDialog) if found.isVisible())
    dialog.setDirectory(str(target))
    dialog.findChild(QLineEdit).setText(str(target / "mine.vault"))
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.accept()
    qtbot.waitUntil(lambda: gone == [True])
    assert got == [target / "mine.vault"]
    after = QSettings(QSettings.Scope.UserScope, "QtProject")
    after.sync()
    assert after.value("FileDialog/lastVisited") == "file:///somewhere/else"
    for file in store.rglob("*"):
        assert not file.is_file() or b"private-folder" not in file.read_bytes()


@offscreen
def test_a_folder_can_be_picked_and_only_a_folder(
    qtbot: QtBot, notices: Notices, host: QWidget, shown: Body, tmp_path: Path
) -> None:
    got: list[Path | None] = []
    notices.ask_folder("Where to", got.append)
    dialog = next(found for found in host.findChildren(QFileDialog) if found.isVisible())
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.setDirectory(str(tmp_path.parent))
    dialog.findChild(QLineEdit).setText(str(tmp_path))
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.accept()
    qtbot.waitUntil(lambda: gone == [True])
    assert got == [tmp_path]


def test_a_journal_that_is_open_says_where(notices: Notices) -> None:
    here = words_for(VaultBusy(file="notes.vault", pid=4711, host="study"))
    there = words_for(VaultBusy(file="notes.vault", pid=4711, host="study", elsewhere=True))
    assert "another window on this computer, study" in here.body
    assert there.title == "This journal is open on study"
    assert "isn’t open any more" in there.body


def test_no_undo_outlives_a_lock(notices: Notices) -> None:
    words = ["what was written"]
    notices.say("Put back.", lambda: words.clear())
    notices.show_problem(NotFound(what="page"))
    notices.withdraw()
    assert [getattr(one, "text", "") for one in notices.told] == ["Put back.", ""]
    assert [getattr(one, "undo", None) for one in notices.told] == [None, None]


class _MarkedElsewhere:
    """What this platform has no clipboard for: text marked in one window, pasted by a middle press."""

    def __init__(self, *, ours: bool) -> None:
        self.ours = ours
        self.cleared: list[QClipboard.Mode] = []

    def ownsSelection(self) -> bool:
        return self.ours

    def clear(self, mode: QClipboard.Mode) -> None:
        self.cleared.append(mode)


@pytest.mark.parametrize("ours", [True, False])
def test_words_marked_on_a_page_are_taken_back_and_no_others(ours: bool) -> None:
    marked = _MarkedElsewhere(ours=ours)
    forget_selection(cast("QClipboard", marked))
    assert marked.cleared == [QClipboard.Mode.Selection] * ours
