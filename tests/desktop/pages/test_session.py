# SPDX-License-Identifier: MIT
"""A guided page by keyboard: what the person sees at each step, and what the vault holds afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.session import SessionPage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import session as words
from ipnb_journal.domain.checkins import Circles
from ipnb_journal.domain.entries import Entry, EntryKind, Step, Writing
from ipnb_journal.domain.prompts import Happening
from ipnb_journal.domain.safety import Leaving, Room
from ipnb_journal.services import history, people, preferences, prompts, session, writing
from ipnb_journal.vault import prompt_events

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.theme.theme import Theme
    from ipnb_journal.services.prompts import Library
    from ipnb_journal.vault.vault import Vault

    Asking = Callable[[Callable[[Vault], object]], object]

GENTLE, STEADY, DEEP = "bnd-01", "bnd-02", "bnd-04"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> SessionPage:
    made = SessionPage(context)
    qtbot.addWidget(made)
    made.resize(1280, 756)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def gone(page: SessionPage) -> list[object]:
    """Where the page asked to go."""
    asked: list[object] = []
    page.open_requested.connect(asked.append)
    return asked


def focus(page: SessionPage) -> QWidget:
    return page.focusWidget() or page


def go_on(page: SessionPage, qtbot: QtBot) -> None:
    qtbot.keyClick(focus(page), Qt.Key.Key_Return, CONTROL)


def shown(page: SessionPage) -> list[str]:
    return [text.text() for text in page.findChildren(Text) if text.isVisible()]


def entries(in_vault: Asking) -> list[Entry]:
    def read(vault: Vault) -> list[Entry]:
        return [history.entry(vault, row.id) for row in history.lately(vault, 50)]

    return in_vault(read)  # type: ignore[return-value]


def keep_a_page(vault: Vault, now: datetime, written: Writing) -> None:
    draft = writing.open_free(vault, now)
    writing.autosave(vault, replace(draft, page=replace(draft.page, writing=written)), now)
    writing.set_down(vault, draft.id, now)


def happened(in_vault: Asking) -> list[Happening]:
    return [event.what for event in in_vault(prompt_events.each)]  # type: ignore[attr-defined]


def test_looking_at_a_prompt_and_leaving_again_leaves_nothing(
    page: SessionPage, in_vault: Asking, library: Library
) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    prompt = library.prompt(GENTLE)
    assert prompt is not None
    assert prompt.steps[Step.SETTLE] in shown(page)
    assert words.SETTLE_NOTHING in shown(page)
    page.leave()
    assert in_vault(lambda vault: vault.query("SELECT count(*) FROM drafts")) == [(0,)]
    assert happened(in_vault) == []


def test_the_whole_way_by_keyboard(
    page: SessionPage, gone: list[object], in_vault: Asking, library: Library, qtbot: QtBot
) -> None:
    in_vault(lambda vault: people.add(vault, "Ana"))
    page.arrive(places.Guided(prompt_id=GENTLE))
    go_on(page, qtbot)
    assert page.cord.current == 1
    qtbot.keyClick(focus(page), Qt.Key.Key_Space)
    qtbot.keyClicks(page.deck.notice.own.line, "like a held door")
    go_on(page, qtbot)
    assert "tight, like a held door" in shown(page)
    qtbot.keyClicks(focus(page), "I said yes to the kids.")
    go_on(page, qtbot)
    qtbot.keyClicks(focus(page), "She might be put out.")
    qtbot.keyClick(page.deck.connecting.people.first_focus(), Qt.Key.Key_Space)
    go_on(page, qtbot)
    qtbot.keyClicks(focus(page), "I can be put out too")
    go_on(page, qtbot)
    [entry] = entries(in_vault)
    written, prompt = entry.page.writing, library.prompt(GENTLE)
    assert prompt is not None
    assert (written.noticed, written.notice) == (("Tight",), "like a held door")
    assert (written.body, written.connect) == ("I said yes to the kids.", "She might be put out.")
    assert written.takeaway == "I can be put out too"
    assert (entry.page.kind, entry.page.people, entry.page.theme) == (EntryKind.GUIDED, (1,), "boundaries")
    assert entry.page.asked == session.asked(prompt, lighter=False)
    assert happened(in_vault) == [Happening.BEGUN, Happening.FINISHED]
    assert gone == [places.Today()]
    assert page.context.notices.told[-1].text == words.CLOSED  # type: ignore[union-attr]


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.CLOSE])
def test_stop_is_there_at_every_step_saves_and_counts_as_finished(
    page: SessionPage, gone: list[object], in_vault: Asking, qtbot: QtBot, step: Step
) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(Step.WRITE)
    qtbot.keyClicks(focus(page), "One line.")
    qtbot.keyClick(page.cord.button(list(Step).index(step)), Qt.Key.Key_Return)
    assert page.bar.quiet.isVisible()
    assert page.bar.quiet.text() == words.STOP
    qtbot.keyClick(page.bar.quiet, Qt.Key.Key_Return)
    assert [entry.page.writing.body for entry in entries(in_vault)] == ["One line."]
    assert happened(in_vault)[-1] == Happening.FINISHED
    # it is over already; how it is left may be said, and Enter goes on without
    assert words.LEAVING_QUESTION in [page.deck.leaving.question.text()]
    assert gone == []
    assert focus(page) is page.bar.main
    qtbot.keyClick(focus(page), Qt.Key.Key_Return)
    assert gone == [places.Today()]


def test_stopped_midway_with_too_much_a_pause_is_offered_and_the_run_counts(
    page: SessionPage, gone: list[object], in_vault: Asking, qtbot: QtBot
) -> None:
    for _ in range(3):
        page.arrive(places.Guided(prompt_id=GENTLE))
        page.go_to(Step.WRITE)
        qtbot.keyClicks(focus(page), "One line.")
        qtbot.keyClick(page.bar.quiet, Qt.Key.Key_Return)
        assert page.bar.main.text() == words.LEAVE
        qtbot.keyClick(page.deck.leaving.leaving.chips.chip(Leaving.TOO_MUCH), Qt.Key.Key_Space)
        assert page.bar.main.text() == words.LEAVE_PAUSE
        go_on(page, qtbot)
    assert gone == [places.Pause()] * 3
    assert len(entries(in_vault)) == 3
    page.arrive(places.Guided(prompt_id=DEEP))
    assert words.COMPANY in shown(page)


def test_stopped_before_a_word_there_is_nothing_to_ask(
    page: SessionPage, gone: list[object], qtbot: QtBot
) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    qtbot.keyClick(page.bar.quiet, Qt.Key.Key_Return)
    assert gone == [places.Today()]
    assert page.context.notices.told[-1].text == words.SET_DOWN_BLANK  # type: ignore[union-attr]


def test_keys_lead_back_and_forth_between_the_steps(page: SessionPage, qtbot: QtBot) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    for expected in (1, 2, 3, 4, 4):
        qtbot.keyClick(focus(page), Qt.Key.Key_PageDown, CONTROL)
        assert page.cord.current == expected
    for expected in (3, 2, 1, 0, 0):
        qtbot.keyClick(focus(page), Qt.Key.Key_PageUp, CONTROL)
        assert page.cord.current == expected


def test_there_are_two_ways_to_arrive(page: SessionPage, library: Library, qtbot: QtBot) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    prompt = library.prompt(GENTLE)
    assert prompt is not None
    assert page.deck.settle.question.text() == prompt.steps[Step.SETTLE]
    page.deck.settle.way.segment("other").click()
    assert page.deck.settle.question.text() == words.other_way(GENTLE)
    page.go_to(Step.NOTICE)
    page.go_to(Step.SETTLE)
    assert page.deck.settle.question.text() == words.other_way(GENTLE)


def test_the_breath_can_be_held_still_and_let_go(page: SessionPage, qtbot: QtBot) -> None:
    from ipnb_journal.desktop.widgets.breath import BreathCord  # noqa: PLC0415

    page.arrive(places.Guided(prompt_id=GENTLE))
    qtbot.keyClick(page.deck.settle.offer, Qt.Key.Key_Return)
    [breath] = page.findChildren(BreathCord)
    before = breath.still
    qtbot.keyClick(page.deck.settle.hold, Qt.Key.Key_Return)
    assert breath.still is not before
    qtbot.keyClick(page.deck.settle.hold, Qt.Key.Key_Return)
    assert breath.still is before


def test_feelings_and_own_words_of_before_can_be_picked(
    page: SessionPage, in_vault: Asking, now: datetime, qtbot: QtBot
) -> None:
    in_vault(lambda vault: keep_a_page(vault, now, Writing(notice="like a held door, fizzy", body="Then.")))
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(Step.NOTICE)
    page.deck.notice.tabs.set_value("feeling")
    qtbot.keyClick(page.deck.notice.feelings["Tender"].group.chip("Shy"), Qt.Key.Key_Space)
    qtbot.keyClick(page.deck.notice.mine.group.chip("fizzy"), Qt.Key.Key_Space)
    page.go_to(Step.WRITE)
    assert "shy, fizzy" in shown(page)
    page.leave()
    assert in_vault(writing.unfinished).page.writing.noticed == ("Shy", "fizzy")  # type: ignore[attr-defined]


def test_a_page_is_tied_to_a_place_and_the_place_is_offered_again(
    page: SessionPage, in_vault: Asking, gone: list[object], qtbot: QtBot
) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(Step.CONNECT)
    qtbot.keyClicks(focus(page), "We sat apart.")
    qtbot.keyClicks(page.deck.connecting.location.field.line, "the 14 bus")
    page.go_to(Step.CLOSE)
    page.deck.closing.after.segment(True).click()
    assert words.REST_LINE in shown(page)
    go_on(page, qtbot)
    [entry] = entries(in_vault)
    assert (entry.page.location, entry.page.rest) == ("the 14 bus", True)
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(Step.CONNECT)
    qtbot.keyClick(page.deck.connecting.location.chips.chip("the 14 bus"), Qt.Key.Key_Space)
    assert page.deck.connecting.location.location == "the 14 bus"
    qtbot.keyClick(page.deck.connecting.location.chips.chip("the 14 bus"), Qt.Key.Key_Space)
    assert page.deck.connecting.location.location == ""


def test_what_was_typed_stays_where_a_rest_is_chosen_after_all(page: SessionPage, qtbot: QtBot) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(Step.CLOSE)
    qtbot.keyClicks(page.deck.closing.takeaway.line, "Call M.")
    page.deck.closing.after.segment(True).click()
    assert page.deck.closing.takeaway.isVisible()
    assert page.deck.closing.takeaway.text() == "Call M."


def test_room_that_was_said_on_today_is_not_asked_again(page: SessionPage, library: Library) -> None:
    page.arrive(places.Guided(prompt_id=DEEP, room="plenty"))
    assert page.bar.isVisible()
    page.arrive(places.Guided(prompt_id=STEADY, room="a little"))
    assert words.LIGHTER_LINE in shown(page)
    page.arrive(places.Guided(prompt_id=GENTLE, room="none"))
    assert words.ROOM_NONE in shown(page)
    assert page.deck.room.first.text() == words.ROOM_PAUSE


def test_the_lighter_version_can_be_chosen_beforehand(page: SessionPage, qtbot: QtBot) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE, lighter=True))
    assert words.LIGHTER_LINE in shown(page)
    page.arrive(places.Guided(prompt_id=DEEP, lighter=True))
    qtbot.keyClick(page.deck.room.rooms.chip(Room.PLENTY), Qt.Key.Key_Return)
    assert words.LIGHTER_LINE in shown(page)


@pytest.mark.parametrize("step", list(Step))
def test_a_page_broken_off_at_any_step_comes_back_whole(
    page: SessionPage, context: Context, in_vault: Asking, qtbot: QtBot, step: Step
) -> None:
    in_vault(lambda vault: people.add(vault, "Ana"))
    page.arrive(places.Guided(prompt_id=GENTLE))
    deck = page.deck
    page.go_to(Step.NOTICE)
    deck.notice.like.chip("Warm").click()
    qtbot.keyClicks(deck.notice.own.line, "held")
    qtbot.keyClicks(deck.write.editor, "Half a thought")
    qtbot.keyClicks(deck.connecting.editor, "and them")
    deck.connecting.people.first_focus().click()  # type: ignore[attr-defined]
    qtbot.keyClicks(deck.connecting.location.field.line, "kitchen")
    qtbot.keyClicks(deck.closing.takeaway.line, "bread")
    deck.closing.after.segment(True).click()
    page.go_to(step)
    qtbot.keyClick(focus(page), Qt.Key.Key_L, CONTROL | SHIFT)
    page.leave()
    draft = in_vault(writing.unfinished)
    other = SessionPage(context)
    qtbot.addWidget(other)
    other.arrive(places.Guided(draft_id=draft.id))  # type: ignore[attr-defined]
    assert other.cord.current == list(Step).index(step)
    assert other.deck.take(draft.page) == draft.page  # type: ignore[attr-defined]
    told = draft.page.writing  # type: ignore[attr-defined]
    assert (told.noticed, told.notice, told.body) == (("Warm",), "held", "Half a thought")
    assert (told.connect, told.takeaway) == ("and them", "bread")
    assert (draft.page.people, draft.page.location, draft.page.rest) == ((1,), "kitchen", True)  # type: ignore[attr-defined]
    assert draft.page.asked.lighter  # type: ignore[attr-defined]


def test_from_closing_one_can_go_back_to_the_writing(
    page: SessionPage, gone: list[object], in_vault: Asking, qtbot: QtBot
) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(Step.WRITE)
    qtbot.keyClicks(focus(page), "One line.")
    page.go_to(Step.CLOSE)
    assert page.bar.quiet.text() == words.BACK_TO_WRITING
    qtbot.keyClick(page.bar.quiet, Qt.Key.Key_Return)
    assert page.cord.current == list(Step).index(Step.WRITE)
    assert page.deck.write.editor.toPlainText() == "One line."
    assert entries(in_vault) == []
    assert gone == []


def test_a_deep_prompt_always_asks_how_much_room_there_is(page: SessionPage, qtbot: QtBot) -> None:
    page.arrive(places.Guided(prompt_id=DEEP))
    assert words.ROOM_QUESTION in shown(page)
    assert not page.deck.room.second.isVisible()
    go_on(page, qtbot)
    assert words.ROOM_QUESTION in shown(page)
    qtbot.keyClick(page.deck.room.rooms.chip(Room.PLENTY), Qt.Key.Key_Return)
    assert page.bar.isVisible()


def test_a_steady_prompt_can_be_gone_straight_into(page: SessionPage, qtbot: QtBot) -> None:
    page.arrive(places.Guided(prompt_id=STEADY))
    assert words.ROOM_LINE_STEADY in shown(page)
    qtbot.keyClick(page.deck.room.second, Qt.Key.Key_Return)
    assert words.SETTLE_NOTHING in shown(page)


def test_a_little_room_puts_the_lighter_version_first(
    page: SessionPage, in_vault: Asking, library: Library, qtbot: QtBot
) -> None:
    page.arrive(places.Guided(prompt_id=DEEP))
    qtbot.keyClick(page.deck.room.rooms.chip(Room.LITTLE), Qt.Key.Key_Return)
    assert page.deck.room.first.text() == words.ROOM_LIGHTER
    assert page.deck.room.second.text() == words.ROOM_WHOLE
    qtbot.keyClick(page.deck.room.first, Qt.Key.Key_Return)
    page.go_to(Step.WRITE)
    prompt = library.prompt(DEEP)
    assert prompt is not None and prompt.lighter in shown(page)
    qtbot.keyClicks(focus(page), "Only this.")
    go_on(page, qtbot)
    assert page.cord.current == 4
    go_on(page, qtbot)
    [entry] = entries(in_vault)
    assert entry.page.asked is not None
    assert (entry.page.asked.lighter, entry.page.asked.text) == (True, prompt.lighter)


def test_no_room_offers_a_pause_first_and_forces_nothing(
    page: SessionPage, gone: list[object], library: Library, qtbot: QtBot
) -> None:
    page.arrive(places.Guided(prompt_id=DEEP))
    qtbot.keyClick(page.deck.room.rooms.chip(Room.NONE), Qt.Key.Key_Return)
    assert page.deck.room.first.text() == words.ROOM_PAUSE
    qtbot.keyClick(page.deck.room.first, Qt.Key.Key_Return)
    assert gone == [places.Pause()]
    page.arrive(places.Guided(prompt_id=DEEP))
    qtbot.keyClick(page.deck.room.second, Qt.Key.Key_Return)
    page.go_to(Step.WRITE)
    prompt = library.prompt(DEEP)
    assert prompt is not None and prompt.steps[Step.WRITE] in shown(page)


def test_an_answer_about_room_can_be_changed(page: SessionPage, qtbot: QtBot) -> None:
    page.arrive(places.Guided(prompt_id=DEEP))
    qtbot.keyClick(page.deck.room.rooms.chip(Room.NONE), Qt.Key.Key_Return)
    qtbot.keyClick(page.deck.room.rooms.chip(Room.LITTLE), Qt.Key.Key_Return)
    assert page.deck.room.first.text() == words.ROOM_LIGHTER


def test_after_three_times_too_much_a_deep_prompt_takes_one_more_tap(
    page: SessionPage, in_vault: Asking, library: Library, now: object, qtbot: QtBot
) -> None:
    def leave_with_a_lot(vault: Vault) -> None:
        prompt = library.prompt(GENTLE)
        assert prompt is not None
        draft = session.new_draft(session.guided_page(prompt, now), Step.CLOSE, now)  # type: ignore[arg-type]
        for _ in range(3):
            session.finish(vault, draft, now, leaving=Leaving.TOO_MUCH)  # type: ignore[arg-type]

    in_vault(leave_with_a_lot)
    page.arrive(places.Guided(prompt_id=DEEP))
    assert words.COMPANY in shown(page)
    qtbot.keyClick(page.deck.room.second, Qt.Key.Key_Return)
    assert words.ROOM_QUESTION in shown(page)
    page.arrive(places.Guided(prompt_id=GENTLE))
    assert words.SETTLE_NOTHING in shown(page)


def close_with(page: SessionPage, leaving: Leaving, qtbot: QtBot) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(Step.CLOSE)
    qtbot.keyClicks(page.deck.closing.takeaway.line, "Enough")
    qtbot.keyClick(page.deck.closing.leaving.chips.chip(leaving), Qt.Key.Key_Space)


def test_heavier_brings_one_grounding_line(page: SessionPage, gone: list[object], qtbot: QtBot) -> None:
    close_with(page, Leaving.HEAVIER, qtbot)
    assert words.GROUNDING in shown(page)
    go_on(page, qtbot)
    assert gone == [places.Today()]


def test_too_much_leads_to_the_pause_page(page: SessionPage, gone: list[object], qtbot: QtBot) -> None:
    close_with(page, Leaving.TOO_MUCH, qtbot)
    assert page.bar.main.text() == words.CLOSE_PAUSE
    assert words.TOO_MUCH_PAUSE in shown(page)
    go_on(page, qtbot)
    assert gone == [places.Pause()]


def test_a_pause_is_offered_once_in_a_session(page: SessionPage, gone: list[object], qtbot: QtBot) -> None:
    page.arrive(places.Guided(prompt_id=DEEP))
    qtbot.keyClick(page.deck.room.rooms.chip(Room.NONE), Qt.Key.Key_Return)
    qtbot.keyClick(page.deck.room.second, Qt.Key.Key_Return)
    page.go_to(Step.CLOSE)
    qtbot.keyClick(page.deck.closing.leaving.chips.chip(Leaving.TOO_MUCH), Qt.Key.Key_Space)
    assert page.bar.main.text() == words.CLOSE_PAGE
    assert words.TOO_MUCH in shown(page)
    go_on(page, qtbot)
    assert gone == [places.Today()]


def test_a_pause_is_not_offered_to_who_does_not_want_it(
    page: SessionPage, gone: list[object], in_vault: Asking, qtbot: QtBot
) -> None:
    in_vault(lambda vault: preferences.write(vault, preferences.Preferences(offer_pause=False)))
    close_with(page, Leaving.TOO_MUCH, qtbot)
    assert page.bar.main.text() == words.CLOSE_PAGE
    assert words.TOO_MUCH in shown(page)
    go_on(page, qtbot)
    assert gone == [places.Today()]


@pytest.mark.parametrize("step", list(Step))
def test_the_lighter_version_is_one_key_away_and_back(
    page: SessionPage, library: Library, qtbot: QtBot, step: Step
) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(step)
    assert page.deck.lighter.isVisible()
    qtbot.keyClick(focus(page), Qt.Key.Key_L, CONTROL | SHIFT)
    assert words.LIGHTER_LINE in shown(page)
    page.go_to(Step.WRITE)
    prompt = library.prompt(GENTLE)
    assert prompt is not None and prompt.lighter in shown(page)
    qtbot.keyClick(focus(page), Qt.Key.Key_L, CONTROL | SHIFT)
    assert prompt.steps[Step.WRITE] in shown(page)


def test_the_prompts_note_stays_in_sight_while_writing(
    page: SessionPage, library: Library, qtbot: QtBot
) -> None:
    prompt = library.prompt(STEADY)
    assert prompt is not None and prompt.note
    page.arrive(places.Guided(prompt_id=STEADY))
    assert prompt.note in shown(page)
    qtbot.keyClick(page.deck.room.second, Qt.Key.Key_Return)
    page.go_to(Step.WRITE)
    page.deck.write.editor.insertPlainText("line\n" * 120)
    qtbot.waitUntil(lambda: page.deck.write.editor.height() > 3000)
    assert page.deck.note.isVisible()
    assert page.deck.note.visibleRegion().boundingRect().height() == page.deck.note.height()


def test_the_caret_stays_in_sight_on_a_long_page(page: SessionPage, qtbot: QtBot) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(Step.WRITE)
    editor = page.deck.write.editor
    editor.insertPlainText("line\n" * 120)
    qtbot.keyClicks(editor, "the end")
    qtbot.wait(20)
    caret = editor.viewport().mapTo(page.deck, editor.cursorRect().center())
    assert page.deck.rect().contains(caret)
    qtbot.keyClick(editor, Qt.Key.Key_Home, CONTROL)
    here = editor.textCursor().blockNumber()
    qtbot.keyClick(editor, Qt.Key.Key_PageDown)
    moved = editor.textCursor().blockNumber() - here
    assert 3 < moved < 30


def test_attending_to_the_body_can_be_left_out(page: SessionPage, in_vault: Asking) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    assert page.deck.settle.offer.isVisible()
    in_vault(lambda vault: preferences.write(vault, preferences.Preferences(body_focus_off=True)))
    page.arrive(places.Guided(prompt_id="wor-01"))
    assert not page.deck.settle.offer.isVisible()
    page.go_to(Step.NOTICE)
    assert page.deck.notice.tabs.value() == "feeling"
    page.deck.notice.tabs.set_value("body")
    assert words.WHERE not in shown(page)
    assert words.LIKE in shown(page)


def test_the_breath_is_offered_and_never_begins_by_itself(page: SessionPage, qtbot: QtBot) -> None:
    from ipnb_journal.desktop.widgets.breath import BreathCord  # noqa: PLC0415

    page.arrive(places.Guided(prompt_id=GENTLE))
    assert page.findChildren(BreathCord) == []
    qtbot.keyClick(page.deck.settle.offer, Qt.Key.Key_Return)
    [breath] = page.findChildren(BreathCord)
    assert breath.isVisible()
    qtbot.keyClick(page.deck.settle.offer, Qt.Key.Key_Return)
    assert not breath.isVisible()


def test_a_page_is_taken_up_again_where_it_was_left(
    page: SessionPage, context: Context, in_vault: Asking, qtbot: QtBot
) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(Step.WRITE)
    qtbot.keyClicks(focus(page), "Half a thought")
    page.go_to(Step.CONNECT)
    page.leave()
    draft = in_vault(writing.unfinished)
    other = SessionPage(context)
    qtbot.addWidget(other)
    other.resize(1280, 756)
    other.show()
    other.arrive(places.Guided(draft_id=draft.id))  # type: ignore[attr-defined]
    assert other.cord.current == list(Step).index(Step.CONNECT)
    assert other.deck.write.editor.toPlainText() == "Half a thought"
    other.go_to(Step.CLOSE)
    qtbot.keyClick(other.bar.main, Qt.Key.Key_Return)
    assert len(entries(in_vault)) == 1


def test_a_page_whose_prompt_is_gone_can_still_be_finished(
    page: SessionPage, library: Library, in_vault: Asking, now: object, qtbot: QtBot
) -> None:
    def leave_open(vault: Vault) -> int:
        prompt = library.prompt(GENTLE)
        assert prompt is not None
        page_ = session.guided_page(replace(prompt, id="gone-1"), now)  # type: ignore[arg-type]
        return session.keep(vault, session.new_draft(page_, Step.WRITE, now), now).id  # type: ignore[arg-type]

    page.arrive(places.Guided(draft_id=in_vault(leave_open)))  # type: ignore[arg-type]
    assert words.GONE_PROMPT in shown(page)
    assert not page.deck.lighter.isVisible()
    qtbot.keyClicks(focus(page), "Still mine.")
    page.go_to(Step.CLOSE)
    assert words.CLOSE_OWN in shown(page)
    go_on(page, qtbot)
    assert [entry.page.writing.body for entry in entries(in_vault)] == ["Still mine."]


def test_a_pause_and_coming_back_loses_nothing(page: SessionPage, in_vault: Asking, qtbot: QtBot) -> None:
    place = places.Guided(prompt_id=GENTLE)
    page.arrive(place)
    page.go_to(Step.WRITE)
    qtbot.keyClicks(focus(page), "Mid-sentence")
    page.leave()
    page.hide()
    page.show()
    page.arrive(place)
    assert page.cord.current == 2
    qtbot.keyClicks(page.deck.write.editor, ", and on")
    page.leave()
    draft = in_vault(writing.unfinished)
    assert draft.page.writing.body == "Mid-sentence, and on"  # type: ignore[attr-defined]
    assert not page.unsaved


def test_where_the_disk_is_full_the_words_stay_and_can_be_saved_again(
    page: SessionPage, in_vault: Asking, qtbot: QtBot
) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(Step.WRITE)
    qtbot.keyClicks(focus(page), "first")
    page.leave()
    assert words.SAVED in shown(page)

    def fill_up(vault: Vault) -> None:
        [(pages,)] = vault.query("PRAGMA page_count")
        vault.execute(f"PRAGMA max_page_count = {pages}")

    in_vault(fill_up)
    notices = page.context.notices
    assert notices.answers is not None
    # somewhere else, and then no folder after all: nobody is asked a second time about the same disk
    notices.answers.extend(["elsewhere", None])
    page.deck.write.editor.insertPlainText(" and much more" * 30_000)
    page.leave()
    assert [choice.label for choice in notices.told[-1].choices] == ["Try again", "Save somewhere else"]
    told = words.NOT_SAVED.format(reason=words.REASONS["disk_full"])
    assert told in shown(page)
    assert page.unsaved
    assert page.bar.retry.isVisible()
    in_vault(lambda vault: vault.execute("PRAGMA max_page_count = 1000000"))
    qtbot.keyClick(page.bar.retry, Qt.Key.Key_Return)
    assert words.SAVED in shown(page)
    assert not page.unsaved
    kept = in_vault(writing.unfinished)
    assert kept.page.writing.body == page.deck.write.editor.toPlainText()  # type: ignore[attr-defined]


def test_somebody_new_is_named_and_picked(page: SessionPage, in_vault: Asking, qtbot: QtBot) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.commands()[next(iter(page.commands()))]()
    picker = page.deck.connecting.people
    assert focus(page) is picker.adder
    qtbot.keyClick(picker.adder, Qt.Key.Key_Return)
    qtbot.keyClicks(focus(page), "M.")
    qtbot.keyClick(focus(page), Qt.Key.Key_Return)
    assert picker.chosen == (1,)
    page.leave()
    draft = in_vault(writing.unfinished)
    assert draft is None
    qtbot.keyClicks(page.deck.connecting.editor, "Hm.")
    page.leave()
    assert in_vault(writing.unfinished).page.people == (1,)  # type: ignore[attr-defined]


def test_large_text_takes_the_compact_form_and_keeps_every_way_out(
    page: SessionPage, theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(Step.WRITE)
    assert page.cord.isVisible()
    page.resize(900, 556)
    theme.apply(qapp, "light", 200, still=True)
    qtbot.wait(20)
    assert not page.cord.isVisible()
    assert "Step 3 of 5, write" in shown(page)
    for button in (page.bar.quiet, page.bar.main, page.deck.lighter):
        assert button.isVisible()
        assert page.rect().contains(button.mapTo(page, button.rect().bottomRight()))


def test_words_are_counted_only_where_that_is_wanted(page: SessionPage, qtbot: QtBot) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(Step.WRITE)
    qtbot.keyClicks(focus(page), "one two three")
    assert not page.bar.count.isVisible()
    page.context.settings.change(word_count=True)
    assert "3 words" in shown(page)


def test_unknown_prompts_lead_back_to_today(page: SessionPage, gone: list[object]) -> None:
    page.arrive(places.Guided(prompt_id="nowhere-1"))
    assert gone == [places.Today()]


def test_every_shipped_prompt_shows_its_own_lines(page: SessionPage, library: Library) -> None:
    assert prompts.library().prompts
    for prompt in library.prompts[::5]:
        page.arrive(places.Guided(prompt_id=prompt.id))
        page._go_in("in")
        if not page.bar.isVisible():
            page._answer_room(Room.PLENTY)
        for step, line in prompt.steps.items():
            page.go_to(step)
            assert line in shown(page)


def test_the_two_circles_come_back_and_are_kept_as_a_check_in_of_the_page(
    page: SessionPage, context: Context, in_vault: Asking, qtbot: QtBot
) -> None:
    in_vault(lambda vault: people.add(vault, "Ana"))
    page.arrive(places.Guided(prompt_id="bnd-03", room="plenty"))
    page.go_to(Step.NOTICE)
    pane = page.deck.notice.circles
    assert pane.isVisible()
    assert focus(page) is pane.canvas
    qtbot.keyClick(focus(page), Qt.Key.Key_End)
    page.leave()
    draft = in_vault(writing.unfinished)
    assert draft.circles == Circles(closeness=100)  # type: ignore[attr-defined]
    other = SessionPage(context)
    qtbot.addWidget(other)
    other.arrive(places.Guided(draft_id=draft.id))  # type: ignore[attr-defined]
    assert other.deck.circles == Circles(closeness=100)
    other.deck.connecting.people.first_focus().click()  # type: ignore[attr-defined]
    assert other.deck.notice.circles.rows["edge_other"].title.text() == "How clear Ana’s edge seems to you"
    other.go_to(Step.WRITE)
    other.deck.write.editor.setPlainText("Near today.")
    other.go_to(Step.CLOSE)
    other.bar.main.click()
    kept = in_vault(lambda vault: vault.query("SELECT method, closeness, person_id, entry_id FROM checkins"))
    assert kept == [("circles", 100.0, 1, 1)]


def test_a_prompt_without_circles_shows_none(page: SessionPage) -> None:
    page.arrive(places.Guided(prompt_id=GENTLE))
    page.go_to(Step.NOTICE)
    assert not page.deck.notice.circles.isVisible()
    assert page.deck.notice.tabs.isVisible()
