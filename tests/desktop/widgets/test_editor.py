# SPDX-License-Identifier: MIT
"""The page to write on: plain text whatever comes, calm lines, and a GUI thread that keeps up."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop.widgets.editor import PaperEditor
from ipnb_journal.desktop.widgets.own_words import MARKS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

FRAME_MS = 16


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> PaperEditor:
    made = PaperEditor(theme)
    qtbot.addWidget(made)
    made.resize(788, 600)
    made.show()
    return made


def test_paste_is_plain(editor: PaperEditor) -> None:
    rich = QMimeData()
    rich.setHtml("<h1 style='color:red'>Big</h1><img src='http://example.org/x.png'><b>bold</b>")
    rich.setText("Big\r\nbold\u2028line\x00\x07")
    editor.insertFromMimeData(rich)
    assert editor.toPlainText() == "Big\nbold\nline"
    body = editor.toHtml().split("<body", 1)[1]
    assert not any(mark in body for mark in ("<h1", "<img", "<span", "color:"))
    only_html = QMimeData()
    only_html.setHtml("<b>x</b>")
    assert not editor.canInsertFromMimeData(only_html) or only_html.hasText()


def test_copy_is_plain(editor: PaperEditor) -> None:
    editor.setPlainText("one\ntwo")
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    assert data.formats() == ["text/plain", *MARKS]
    assert data.text() == "one\ntwo"


@pytest.mark.parametrize(
    "text", ("", "a", "un\u00a0mot : «\u202foui\u202f»", "\n\nlate\n", "😀 é e\u0301 שלום")
)
def test_text_comes_back_as_it_went_in(editor: PaperEditor, text: str) -> None:
    editor.setPlainText(text)
    assert editor.toPlainText() == text


def test_lines_are_fixed_also_in_new_paragraphs(qtbot: QtBot, editor: PaperEditor) -> None:
    editor.setPlainText("one")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "two")
    form = editor.textCursor().blockFormat()
    assert form.lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value
    assert form.lineHeight() == 34
    assert form.bottomMargin() == 17


def test_the_column_stays_in_the_middle(editor: PaperEditor) -> None:
    assert editor.viewport().width() == 632
    editor.resize(500, 600)
    assert editor.viewport().width() == 500


def test_text_size_reaches_the_lines(qapp: QApplication, theme: Theme, editor: PaperEditor) -> None:
    editor.setPlainText("one\ntwo")
    theme.apply(qapp, "light", 200, still=True)
    assert editor.document().firstBlock().blockFormat().lineHeight() == 68
    assert editor.font().pixelSize() == 40
    assert editor.toPlainText() == "one\ntwo"


def test_light_and_dark_leave_undo_alone(
    qtbot: QtBot, qapp: QApplication, theme: Theme, editor: PaperEditor
) -> None:
    qtbot.keyClicks(editor, "word")
    theme.apply(qapp, "dark", still=True)
    editor.undo()
    assert editor.toPlainText() == ""


def test_loading_a_page_cannot_be_undone(editor: PaperEditor) -> None:
    editor.setPlainText("kept")
    assert not editor.document().isUndoAvailable()
    editor.undo()
    assert editor.toPlainText() == "kept"


def test_tab_leaves_the_page(editor: PaperEditor) -> None:
    assert editor.tabChangesFocus()


def test_the_caret_is_drawn_in_the_accent(qtbot: QtBot, theme: Theme, editor: PaperEditor) -> None:
    editor.setPlainText("")
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    picture = editor.viewport().grab().toImage()
    assert picture.pixelColor(0, 17).name() == theme.colour("accent").name()
    assert picture.pixelColor(1, 17).name() == theme.colour("accent").name()


@pytest.mark.alone
def test_typing_keeps_up_in_a_page_of_five_thousand_words(qtbot: QtBot, editor: PaperEditor) -> None:
    words = "my shoulders went up and stayed up while I said of course "
    editor.setPlainText("\n".join(words * 7 for _ in range(60)))
    assert len(editor.toPlainText().split()) > 5000
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    took = []
    for letter in "and then a thought so quick I nearly missed it":
        start = time.perf_counter()
        qtbot.keyClick(editor, letter)
        QApplication.processEvents()
        took.append((time.perf_counter() - start) * 1000)
    assert statistics.median(took) < FRAME_MS
