# SPDX-License-Identifier: MIT
"""What is copied leaves the clipboard by itself, and what was cut is never lost by that."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

from ipnb_journal.desktop import clipboard as module
from ipnb_journal.desktop.clipboard import SecretClipboard
from ipnb_journal.desktop.notices import Message
from ipnb_journal.desktop.widgets.editor import PaperEditor
from ipnb_journal.desktop.widgets.own_words import MARKS
from ipnb_journal.desktop.wording.opening import COPIED
from tests.bench.display import virtual
from tests.program import MISSING, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.notices import Notices
    from ipnb_journal.desktop.theme.theme import Theme


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    assert module.KEPT_MILLISECONDS == 30_000
    monkeypatch.setattr(module, "KEPT_MILLISECONDS", 150)


@pytest.fixture
def clipboard(qapp: object) -> Iterator[QClipboard]:
    found = QGuiApplication.clipboard()
    found.clear()
    yield found
    found.clear()


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> PaperEditor:
    made = PaperEditor(theme)
    qtbot.addWidget(made)
    made.setPlainText("slow river")
    return made


def test_words_of_a_page_are_marked_taken_back_and_still_ours_to_paste(
    qtbot: QtBot, clipboard: QClipboard, editor: PaperEditor
) -> None:
    watch = SecretClipboard(clipboard, editor)
    editor.selectAll()
    with qtbot.waitSignal(watch.copied):
        editor.cut()
    assert set(MARKS) <= set(clipboard.mimeData().formats())
    assert clipboard.text() == "slow river"
    qtbot.waitUntil(lambda: clipboard.text() == "")
    assert clipboard.mimeData().formats() == []
    assert editor.toPlainText() == "" and editor.canPaste()
    editor.paste()
    editor.paste()
    assert editor.toPlainText() == "slow riverslow river"
    watch.clear()
    assert not editor.canPaste()


def test_a_secret_is_gone_for_good(qtbot: QtBot, clipboard: QClipboard, editor: PaperEditor) -> None:
    watch = SecretClipboard(clipboard, editor)
    watch.copy("ABCD-EFGH")
    assert set(MARKS) <= set(clipboard.mimeData().formats())
    qtbot.waitUntil(lambda: clipboard.text() == "")
    assert not editor.canPaste()


def test_what_another_program_put_there_stays(
    qtbot: QtBot, clipboard: QClipboard, editor: PaperEditor
) -> None:
    SecretClipboard(clipboard, editor)
    editor.selectAll()
    editor.copy()
    theirs = QMimeData()
    theirs.setText("a recipe")
    clipboard.setMimeData(theirs)
    qtbot.wait(400)
    assert clipboard.text() == "a recipe"
    SecretClipboard(clipboard, editor).clear()
    assert clipboard.text() == "a recipe"


def test_a_lock_takes_it_back_and_the_person_was_told_once(
    clipboard: QClipboard, editor: PaperEditor, notices: Notices
) -> None:
    notices.watch_clipboard()
    editor.selectAll()
    editor.copy()
    editor.copy()
    assert notices.told.count(Message(COPIED)) == 1
    notices.withdraw()
    assert clipboard.text() == "" and not editor.canPaste()


_ONE_LINE = """
from PySide6.QtWidgets import QApplication, QLineEdit
from ipnb_journal.desktop import clipboard
from ipnb_journal.desktop.widgets.own_words import MARKS
clipboard.KEPT_MILLISECONDS = 200
app = QApplication([])
there = app.clipboard()
watch = clipboard.SecretClipboard(there, app)
line = QLineEdit("a name")
line.selectAll()
line.copy()
app.processEvents()
assert set(MARKS) <= set(there.mimeData().formats()), there.mimeData().formats()
assert there.text() == "a name"
from PySide6.QtTest import QTest
QTest.qWait(600)
assert there.text() == "", there.text()
watch.clear()
print("so it is")
"""


@pytest.mark.skipif("Xvfb" in MISSING, reason="needs Xvfb")
def test_a_field_that_marks_nothing_is_marked_too_on_a_real_clipboard() -> None:
    with virtual() as name:
        env = {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        done = subprocess.run(
            [sys.executable, "-c", _ONE_LINE], env=env, cwd=ROOT, capture_output=True, text=True, timeout=50
        )
    assert done.stdout == "so it is\n", done.stderr
    assert done.returncode == 0
