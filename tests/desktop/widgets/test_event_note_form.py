# SPDX-License-Identifier: MIT
"""Writing a note for the time line by keyboard."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.widgets.event_note_form import EventNoteForm
from ipnb_journal.desktop.wording import event_notes as words
from ipnb_journal.domain.event_notes import EventKind, EventNote

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

TODAY = date(2026, 3, 12)


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> EventNoteForm:
    made = EventNoteForm(theme, TODAY)
    qtbot.addWidget(made)
    made.show_note(EventNote(0, "", TODAY, ""))
    return made


def test_a_few_words_and_enter_keep_it(form: EventNoteForm, qtbot: QtBot) -> None:
    assert not form.drop.isVisible()
    qtbot.keyClicks(form.field.line, "  moved house ")
    with qtbot.waitSignal(form.given) as given:
        qtbot.keyClick(form.field.line, Qt.Key.Key_Return)
    assert given.args == [EventNote(0, "", TODAY, "moved house")]


def test_no_words_are_asked_for_kindly(form: EventNoteForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.given):
        form.keep.click()
    assert form.field.is_wrong
    assert form.field.line.accessibleDescription() == words.NEEDS_WORDS


def test_a_note_has_sixty_characters_at_most(form: EventNoteForm, qtbot: QtBot) -> None:
    form.field.line.insert("x" * 80)
    assert len(form.note.text) == 60


def test_homework_brings_its_words_where_there_are_none(form: EventNoteForm, qtbot: QtBot) -> None:
    qtbot.keyClick(form.homework, Qt.Key.Key_Space)
    assert form.note == EventNote(0, "", TODAY, "Homework began", EventKind.HOMEWORK)
    form.show_note(EventNote(4, "d", date(2026, 3, 2), "with Ruth"))
    qtbot.keyClick(form.homework, Qt.Key.Key_Space)
    assert form.note == EventNote(4, "d", date(2026, 3, 2), "with Ruth", EventKind.HOMEWORK)


def test_another_day_is_picked_but_none_to_come(form: EventNoteForm, qtbot: QtBot) -> None:
    assert form.day.text() == "On Thursday, 12 March"
    form.day.click()
    assert form.month.isVisible()
    form.month.day_picked.emit(date(2026, 2, 3))
    assert form.note.day == date(2026, 2, 3)
    assert form.day.text() == "On Tuesday, 3 February"
    assert not form.month.isVisible()
    form.month.day_picked.emit(date(2026, 4, 3))
    assert form.note.day == TODAY


def test_a_kept_one_can_be_taken_away_and_esc_leaves_it(form: EventNoteForm, qtbot: QtBot) -> None:
    kept = EventNote(4, "d", date(2026, 3, 2), "moved house")
    form.show_note(kept)
    assert form.drop.isVisible()
    with qtbot.waitSignal(form.dropped) as dropped:
        form.drop.click()
    assert dropped.args == [kept]
    with qtbot.waitSignal(form.left):
        qtbot.keyClick(form.field.line, Qt.Key.Key_Escape)


def test_today_goes_on_at_midnight(form: EventNoteForm) -> None:
    tomorrow = TODAY + timedelta(1)
    form.month.day_picked.emit(tomorrow)
    assert form.note.day == TODAY
    form.set_today(tomorrow)
    form.month.day_picked.emit(tomorrow)
    assert form.note.day == tomorrow
