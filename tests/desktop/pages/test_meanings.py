# SPDX-License-Identifier: MIT
"""What the words mean: chosen and read by keyboard, looked up, told when it can't be fetched."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal import paths
from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.meanings import MeaningsPage
from ipnb_journal.desktop.pages.page import Command
from ipnb_journal.desktop.wording import meanings as words
from ipnb_journal.services import glossary

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context

SHIPPED = glossary.read()
FIRST, SECOND, LAST = SHIPPED.readings[0], SHIPPED.readings[1], SHIPPED.readings[-1]


@pytest.fixture
def page(locked_context: Context, qtbot: QtBot) -> MeaningsPage:
    made = MeaningsPage(locked_context)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.arrive(places.Meanings())
    (made.first_focus() or made).setFocus()
    return made


def told(page: MeaningsPage) -> list[str]:
    return [part.toPlainText() for part in page.sheet.parts]


def test_the_glossary_comes_first_and_no_journal_is_open(page: MeaningsPage) -> None:
    assert not page.context.runner.is_open
    assert page.contents.keys == ("", *(reading.id for reading in SHIPPED.readings))
    assert page.terms.isVisible() and not page.sheet.isVisible()
    assert page.terms.shown() == tuple(term.id for term in SHIPPED.terms)
    assert page.focusWidget() is page.contents.item("")
    assert not page.working.isVisible()


def test_arrow_keys_go_along_the_list_and_what_is_read_goes_with_them(
    page: MeaningsPage, qtbot: QtBot
) -> None:
    for _ in range(2):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.contents.value() == SECOND.id
    assert page.focusWidget() is page.contents.item(SECOND.id)
    assert page.sheet.title.text() == SECOND.title and not page.terms.isVisible()
    assert told(page) == ["\n".join(part) for part in (SECOND.holds, SECOND.contested, SECOND.here)]
    assert SECOND.technical in page.sheet.under.text() and "2 minutes" in page.sheet.under.text()
    for source in SECOND.sources:
        assert f"{source.author} ({source.year}). {source.title}." in page.sheet.sources.text()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Up)
    assert page.contents.value() == FIRST.id
    for _ in range(3):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Up)
    assert page.contents.value() == "" and page.terms.isVisible()


def test_enter_goes_over_to_the_reading_where_keys_scroll(page: MeaningsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert page.hasFocus()
    bar = page._scroll.verticalScrollBar()
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    after_page = bar.value()
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert 0 < after_page < bar.value()
    qtbot.keyClick(page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    words_read = page.sheet.parts[-1]
    words_read.setFocus()
    qtbot.keyClick(words_read, Qt.Key.Key_Home)
    assert bar.value() == 0
    qtbot.keyClick(words_read, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert words_read.textCursor().hasSelection()
    assert bar.value() == 0


def test_each_reading_leads_to_the_next_and_the_last_back_to_the_words(
    page: MeaningsPage, qtbot: QtBot
) -> None:
    page.arrive(places.Meanings(FIRST.id))
    seen = []
    while not page.sheet.isHidden():
        seen.append(page.sheet.title.text())
        page._scroll.verticalScrollBar().setValue(90)
        page.sheet.following.setFocus()
        qtbot.keyClick(page.sheet.following, Qt.Key.Key_Return)
        assert page._scroll.verticalScrollBar().value() == 0
    assert seen == [reading.title for reading in SHIPPED.readings]
    assert page.terms.isVisible() and page.focusWidget() is page.terms.search.line


def test_a_word_looked_for_leaves_what_fits_and_esc_brings_all_back(page: MeaningsPage, qtbot: QtBot) -> None:
    find = page.commands()[Command.FIND_IN_PAGE]
    page.arrive(places.Meanings(LAST.id))
    find()
    assert page.terms.isVisible()
    line = page.terms.search.line
    assert page.focusWidget() is line
    qtbot.keyClicks(line, "LINKage")
    assert page.terms.shown() == ("linkage",)
    shown = [group for group, heading in page.terms.groups.items() if heading.isVisible()]
    assert [group.value for group in shown] == ["ideas"]
    qtbot.keyClicks(line, "zz")
    assert page.terms.shown() == () and page.terms.nothing.isVisible()
    assert not page.terms.sources.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert len(page.terms.shown()) == len(SHIPPED.terms)
    assert not page.terms.nothing.isVisible()


@pytest.mark.parametrize(
    ("key", "shown", "looked_for"),
    [
        (LAST.id, LAST.id, ""),
        ("linkage", "", "In touch"),
        ("", "", ""),
        ("something-else", "", ""),
    ],
)
def test_one_can_come_to_a_reading_or_to_a_term(
    page: MeaningsPage, key: str, shown: str, looked_for: str
) -> None:
    page.arrive(places.Meanings(key))
    assert page.contents.value() == shown
    assert page.terms.search.text() == looked_for
    assert not looked_for or key in page.terms.shown()


def test_where_there_is_no_room_one_sees_the_list_or_what_it_leads_to(
    page: MeaningsPage, qtbot: QtBot
) -> None:
    page.resize(860, 560)
    page.columns = False
    assert page.contents.isVisible() and not page.terms.isVisible() and not page.sheet.isVisible()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.contents.isVisible()
    qtbot.mouseClick(page.contents.item(SECOND.id), Qt.MouseButton.LeftButton)
    assert page.sheet.isVisible() and not page.contents.isVisible()
    assert page.sheet.title.text() == SECOND.title
    qtbot.keyClick(page.to_contents, Qt.Key.Key_Return)
    assert page.contents.isVisible() and not page.sheet.isVisible()
    assert page.focusWidget() is page.contents.item(SECOND.id)
    page.columns = True
    assert page.contents.isVisible() and page.sheet.isVisible() and not page.to_contents.isVisible()


def test_words_that_cannot_be_fetched_are_told_and_tried_again(
    locked_context: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    made = MeaningsPage(locked_context)
    qtbot.addWidget(made)
    made.show()
    made.arrive(places.Meanings(FIRST.id))
    assert made.problem.isVisible() and made.problem.text()
    assert not made.contents.isVisible() and not made.working.isVisible()
    assert not made.commands() and made.first_focus() is made.again
    assert not locked_context.notices.told
    shutil.copytree(paths.prompts().parent / "resources" / "words", tmp_path / "words")
    made.again.click()
    assert not made.problem.isVisible() and not made.again.isVisible()
    assert made.sheet.isVisible() and made.sheet.title.text() == FIRST.title


def test_every_term_says_where_it_comes_from(page: MeaningsPage) -> None:
    for term in SHIPPED.terms:
        said = words.origin(term)
        assert not term.technical or term.technical in said
        for source in term.sources:
            assert str(source.year) in said
            assert source.title in page.terms.sources.text()
    assert SHIPPED.licence in page.terms.signed.text()
