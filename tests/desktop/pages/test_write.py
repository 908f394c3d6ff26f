# SPDX-License-Identifier: MIT
"""A free page by keyboard, and changing a page that was set down: nothing typed is ever lost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.notices import Message
from ipnb_journal.desktop.pages.page import Command
from ipnb_journal.desktop.pages.write import WritePage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session as words
from ipnb_journal.desktop.wording.hidden_people import STAYS_HIDDEN
from ipnb_journal.domain.entries import Entry, EntryKind, Page, Step, Writing
from ipnb_journal.services import history, people, session, writing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.services.prompts import Library
    from ipnb_journal.vault.vault import Vault

    Asking = Callable[[Callable[[Vault], object]], object]

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> WritePage:
    made = WritePage(context)
    qtbot.addWidget(made)
    made.resize(1280, 756)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def gone(page: WritePage) -> list[object]:
    asked: list[object] = []
    page.open_requested.connect(asked.append)
    return asked


@pytest.fixture
def entry(in_vault: Asking, now: datetime) -> Entry:
    """A page set down two days ago."""

    def write(vault: Vault) -> Entry | None:
        at = now - timedelta(days=2)
        held = Page(EntryKind.FREE, at.date(), Writing(body="As it was then"))
        return session.finish(vault, session.new_draft(held, Step.WRITE, at), at)

    return in_vault(write)  # type: ignore[return-value]


def focus(page: WritePage) -> QWidget:
    return page.focusWidget() or page


def shown(page: WritePage) -> list[str]:
    return [text.text() for text in page.findChildren(Text) if text.isVisible()]


def entries(in_vault: Asking) -> list[Entry]:
    def read(vault: Vault) -> list[Entry]:
        return [history.entry(vault, row.id) for row in history.lately(vault, 50)]

    return in_vault(read)  # type: ignore[return-value]


def elsewhere(page: WritePage) -> None:
    """What the window does when the person goes to another page."""
    page.leave()
    page.hide()


def told(page: WritePage) -> Message:
    message = page.context.notices.told[-1]
    assert isinstance(message, Message)
    return message


def test_a_page_is_written_and_set_down_by_keyboard(
    page: WritePage, gone: list[object], in_vault: Asking, qtbot: QtBot
) -> None:
    page.arrive(places.Write())
    assert focus(page) is page.pane.body
    qtbot.keyClicks(focus(page), "The long way home.")
    qtbot.keyClicks(page.pane.title, "Wednesday")
    qtbot.keyClick(focus(page), Qt.Key.Key_Return, CONTROL)
    [kept] = entries(in_vault)
    assert (kept.page.writing.title, kept.page.writing.body) == ("Wednesday", "The long way home.")
    assert kept.page.kind == EntryKind.FREE
    assert gone == [places.Today()]
    assert told(page).text == words.CLOSED


def test_looking_in_and_setting_nothing_down_keeps_nothing(
    page: WritePage, gone: list[object], in_vault: Asking, qtbot: QtBot
) -> None:
    page.arrive(places.Write())
    qtbot.keyClick(page.bar.main, Qt.Key.Key_Return)
    assert told(page).text == words.SET_DOWN_BLANK
    assert in_vault(lambda vault: vault.query("SELECT count(*) FROM drafts")) == [(0,)]
    assert gone == [places.Today()]


def test_a_new_page_that_is_left_stays_open_and_is_found_again(
    page: WritePage, context: Context, in_vault: Asking, qtbot: QtBot
) -> None:
    page.arrive(places.Write())
    qtbot.keyClicks(focus(page), "Half a thought")
    elsewhere(page)
    assert entries(in_vault) == []
    assert in_vault(writing.unfinished).page.writing.body == "Half a thought"  # type: ignore[attr-defined]
    later = WritePage(context)
    qtbot.addWidget(later)
    later.show()
    later.arrive(places.Write())
    assert later.pane.body.toPlainText() == "Half a thought"


def test_a_page_about_somebody_begins_anew_and_what_was_left_open_stays_so(
    page: WritePage, in_vault: Asking, qtbot: QtBot
) -> None:
    in_vault(lambda vault: people.add(vault, "Ana"))
    page.arrive(places.Write())
    qtbot.keyClicks(focus(page), "Half a thought")
    elsewhere(page)
    page.show()
    about = places.Write(person_id=1)
    page.arrive(about)
    assert page.pane.body.toPlainText() == ""
    qtbot.keyClicks(focus(page), "Of the two of us")
    elsewhere(page)
    page.show()
    page.arrive(about)
    assert page.pane.body.toPlainText() == "Of the two of us"
    qtbot.keyClick(page.bar.main, Qt.Key.Key_Return)
    [kept] = entries(in_vault)
    assert (kept.page.writing.body, kept.page.people) == ("Of the two of us", (1,))
    page.arrive(places.Write())
    assert page.pane.body.toPlainText() == "Half a thought"


def test_asked_for_again_a_page_about_somebody_is_another(
    page: WritePage, in_vault: Asking, qtbot: QtBot
) -> None:
    in_vault(lambda vault: people.add(vault, "Ana"))
    page.arrive(places.Write(person_id=1))
    qtbot.keyClicks(focus(page), "The first")
    elsewhere(page)
    page.show()
    page.arrive(places.Write(person_id=1))
    assert page.pane.body.toPlainText() == ""


def test_a_new_page_is_asked_for_while_one_is_open(page: WritePage, in_vault: Asking, qtbot: QtBot) -> None:
    page.arrive(places.Write())
    qtbot.keyClicks(focus(page), "The first")
    page.leave()
    page.arrive(places.Write())
    assert page.pane.body.toPlainText() == ""
    assert [kept.page.writing.body for kept in entries(in_vault)] == ["The first"]
    assert told(page).text == words.SET_DOWN_EARLIER
    page.leave()
    page.arrive(places.Write())
    assert len(entries(in_vault)) == 1


def test_going_elsewhere_sets_a_change_down_and_keeps_the_earlier_words(
    page: WritePage, entry: Entry, in_vault: Asking, qtbot: QtBot
) -> None:
    page.arrive(places.Write(entry_id=entry.id))
    page.pane.body.selectAll()
    qtbot.keyClicks(page.pane.body, "Quite otherwise now")
    elsewhere(page)
    [kept] = entries(in_vault)
    assert kept.page.writing.body == "Quite otherwise now"
    assert kept.written_at == entry.written_at
    versions = in_vault(lambda vault: history.versions(vault, entry.id))
    assert [version.writing.body for version in versions] == ["As it was then"]  # type: ignore[attr-defined]
    assert in_vault(writing.unfinished) is None
    page.show()
    page.arrive(places.Write(entry_id=entry.id))
    assert page.pane.body.toPlainText() == "Quite otherwise now"


def test_emptying_a_page_deletes_nothing(
    page: WritePage, entry: Entry, gone: list[object], in_vault: Asking, qtbot: QtBot
) -> None:
    page.arrive(places.Write(entry_id=entry.id))
    page.pane.body.selectAll()
    qtbot.keyClick(page.pane.body, Qt.Key.Key_Delete)
    page.leave()
    assert in_vault(writing.unfinished) is not None
    qtbot.keyClick(page.bar.main, Qt.Key.Key_Return)
    [kept] = entries(in_vault)
    assert kept.page.writing.body == ""
    versions = in_vault(lambda vault: history.versions(vault, entry.id))
    assert [version.writing.body for version in versions] == ["As it was then"]  # type: ignore[attr-defined]
    assert gone == [places.Back()]
    assert told(page).text == words.CHANGED


def test_put_back_drops_the_change_and_undo_brings_it_again(
    page: WritePage, entry: Entry, gone: list[object], in_vault: Asking, qtbot: QtBot
) -> None:
    page.arrive(places.Write(entry_id=entry.id))
    qtbot.keyClicks(page.pane.body, "No. ")
    page.leave()
    qtbot.keyClick(page.bar.quiet, Qt.Key.Key_Return)
    assert [kept.page.writing.body for kept in entries(in_vault)] == ["As it was then"]
    assert in_vault(writing.unfinished) is None
    undo = told(page).undo
    assert undo is not None
    undo()
    assert gone == [places.Back(), places.Write(entry_id=entry.id)]
    page.arrive(places.Write(entry_id=entry.id))
    assert page.pane.body.toPlainText() == "No. As it was then"


def test_a_change_broken_off_by_a_lock_is_there_again(
    page: WritePage, entry: Entry, context: Context, in_vault: Asking, qtbot: QtBot
) -> None:
    page.arrive(places.Write(entry_id=entry.id))
    qtbot.keyClicks(page.pane.body, "Also: ")
    page.leave()
    draft = in_vault(writing.unfinished)
    assert draft is not None
    later = WritePage(context)
    qtbot.addWidget(later)
    later.resize(1280, 756)
    later.show()
    later.arrive(places.Write(draft_id=draft.id))  # type: ignore[attr-defined]
    assert later.pane.body.toPlainText() == "Also: As it was then"
    assert later.bar.main.text() == words.CHANGE_DONE


def test_a_guided_page_can_be_changed_in_all_its_parts(
    page: WritePage, library: Library, in_vault: Asking, now: datetime, qtbot: QtBot
) -> None:
    def write(vault: Vault) -> int:
        prompt = library.prompt("bnd-01")
        assert prompt is not None
        held = session.guided_page(prompt, now)
        draft = session.new_draft(held, Step.CLOSE, now)
        kept = session.keep(vault, draft, now)
        return kept.id

    page.arrive(places.Write(draft_id=in_vault(write)))  # type: ignore[arg-type]
    assert page.pane.echo.isVisible()
    qtbot.keyClicks(page.pane.connecting, "near")
    qtbot.keyClicks(page.pane.noticed.line, "warm")
    qtbot.keyClicks(page.pane.takeaway.line, "one thing")
    page.leave()
    held = in_vault(writing.unfinished).page.writing  # type: ignore[attr-defined]
    assert (held.connect, held.notice, held.takeaway) == ("near", "warm", "one thing")


def test_who_when_and_tags_are_kept_apart_from_when_it_was_written(
    page: WritePage, in_vault: Asking, now: datetime, qtbot: QtBot
) -> None:
    in_vault(lambda vault: people.add(vault, "Ana"))
    page.arrive(places.Write())
    qtbot.keyClicks(focus(page), "Sunday, remembered")
    page.commands()[Command.WHO_ABOUT]()
    details = page.pane.details
    assert focus(page) is details.people.first_focus()
    qtbot.keyClick(focus(page), Qt.Key.Key_Space)
    qtbot.keyClick(details.day, Qt.Key.Key_Return)
    for _ in range(4):
        qtbot.keyClick(details.month.days, Qt.Key.Key_Left)
    qtbot.keyClick(details.month.days, Qt.Key.Key_Return)
    qtbot.keyClicks(details.tags.line, "family, #rest , family,")
    qtbot.keyClick(details.tags.line, Qt.Key.Key_Escape)
    assert not details.isVisible()
    assert focus(page) is page.pane.body
    assert "Sunday, 8 March · About Ana · family · rest" in shown(page)
    qtbot.keyClick(focus(page), Qt.Key.Key_Return, CONTROL)
    [kept] = entries(in_vault)
    assert kept.page.about_day == date(2026, 3, 8)
    assert kept.written_at == now
    assert (kept.page.people, kept.page.tags) == ((1,), ("family", "rest"))


def test_finding_marks_hits_walks_round_and_changes_nothing(
    page: WritePage, in_vault: Asking, qtbot: QtBot
) -> None:
    page.arrive(places.Write())
    qtbot.keyClicks(focus(page), "One by one, none at all, ONE.")
    page.leave()
    before = page.pane.body.toPlainText()
    page.commands()[Command.FIND_IN_PAGE]()
    qtbot.keyClicks(focus(page), "one")
    assert "4 places" in shown(page)
    assert len(page.pane.body.extraSelections()) == 4
    starts = []
    for _ in range(5):
        qtbot.keyClick(page.finder.line, Qt.Key.Key_Return)
        starts.append(page.pane.body.textCursor().selectionStart())
    assert starts == [0, 7, 13, 25, 0]
    qtbot.keyClicks(page.finder.line, "zzz")
    assert words.FIND_NONE in shown(page)
    qtbot.keyClick(page.finder.line, Qt.Key.Key_Escape)
    assert page.pane.body.extraSelections() == []
    assert page.pane.body.toPlainText() == before
    assert not page.unsaved


def test_a_page_that_is_gone_leads_back_to_today(page: WritePage, gone: list[object]) -> None:
    page.arrive(places.Write(entry_id=99))
    assert gone == [places.Today()]


def test_no_break_spaces_and_line_ends_survive(page: WritePage, in_vault: Asking, qtbot: QtBot) -> None:
    page.arrive(places.Write())
    page.pane.body.insertPlainText("Oui\u00a0? \u201cnon\u201d\n\nÅ, 𝄞, עברית")
    page.leave()
    kept = in_vault(writing.unfinished).page.writing.body  # type: ignore[attr-defined]
    assert kept == "Oui\u00a0? \u201cnon\u201d\n\nÅ, 𝄞, עברית"


def test_what_is_typed_is_in_no_title_and_no_name(page: WritePage, qtbot: QtBot) -> None:
    page.arrive(places.Write())
    qtbot.keyClicks(focus(page), "secret words")
    page.leave()
    for widget in (page, *page.findChildren(type(page).__mro__[1])):
        assert "secret" not in widget.windowTitle()
        assert "secret" not in widget.accessibleName()
    assert all("secret" not in str(message) for message in page.context.notices.told)


def test_somebody_hidden_is_picked_by_name_and_stays_hidden(page: WritePage, in_vault: Asking) -> None:
    ana = in_vault(lambda vault: people.hide(vault, people.add(vault, "Ana").id))
    page.arrive(places.Write())
    page.pane.details.people.add_wanted.emit("ana")
    assert page.pane.details.people.chosen == (ana.id,)  # type: ignore[attr-defined]
    assert page.context.notices.told[-1].text == STAYS_HIDDEN
    everybody = in_vault(people.all_people)
    assert [each.person.hidden for each in everybody] == [True]  # type: ignore[attr-defined]
