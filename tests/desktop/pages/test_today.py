# SPDX-License-Identifier: MIT
"""Today by keyboard: one invitation, a page left open first, what was lately, four weeks in small."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.pages.today import TodayPage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import today as words
from ipnb_journal.domain.checkins import Item
from ipnb_journal.domain.choosing import Why
from ipnb_journal.domain.entries import EntryKind, Page, Step, Writing
from ipnb_journal.domain.prompts import Depth, Theme
from ipnb_journal.domain.safety import Room
from ipnb_journal.domain.threads import Thread
from ipnb_journal.services import checkins, history, people, preferences, prompts, session, writing
from ipnb_journal.vault import preferences as stored

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.domain.entries import Draft
    from ipnb_journal.services.prompts import Library
    from ipnb_journal.vault.vault import Vault

    Asking = Callable[[Callable[[Vault], object]], object]


class Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
def page(context: Context, clock: Clock, qtbot: QtBot) -> TodayPage:
    made = TodayPage(context.but(clock=clock))
    qtbot.addWidget(made)
    context.runner.changed.connect(made.refresh)
    made.resize(1072, 756)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def gone(page: TodayPage) -> list[object]:
    asked: list[object] = []
    page.open_requested.connect(asked.append)
    return asked


def shown(page: TodayPage) -> list[str]:
    return [text.text() for text in page.findChildren(Text) if text.isVisible()]


def press(page: TodayPage, key: str, qtbot: QtBot) -> None:
    qtbot.keyClick(page.sheet.choices[key], Qt.Key.Key_Return)


def keep(vault: Vault, now: datetime, body: str, **page: object) -> Draft:
    held = Page(EntryKind.FREE, now.date(), Writing(body=body))
    held = replace(held, **page)  # type: ignore[arg-type]
    return session.keep(vault, session.new_draft(held, Step.WRITE, now), now)


def test_one_prompt_is_invited_to_with_its_theme_its_question_and_how_long(
    page: TodayPage, library: Library
) -> None:
    page.arrive(places.Today())
    told = shown(page)
    assert "Thursday, 12 March" in told
    [prompt] = [prompt for prompt in library.prompts if prompt.title in told]
    assert words.INVITATION.format(theme=words.ABOUT[prompt.theme]) in told
    assert prompt.steps[Step.NOTICE] in told
    assert f"{prompt.minutes} minutes. One line is enough. So is nothing." in told


def test_it_says_in_a_line_why_this_one(page: TodayPage) -> None:
    page.arrive(places.Today())
    assert words.WHY[Why.FIRST] in shown(page)


def test_a_prompt_can_be_chosen_by_oneself(page: TodayPage, gone: list[object], qtbot: QtBot) -> None:
    page.arrive(places.Today())
    qtbot.keyClick(page.beside.library, Qt.Key.Key_Return)
    assert gone == [places.Prompts()]


def test_little_room_changes_what_is_offered_and_is_passed_on_and_kept_nowhere(
    page: TodayPage, gone: list[object], library: Library, in_vault: Asking, qtbot: QtBot
) -> None:
    page.arrive(places.Today())
    before = in_vault(stored.read_all)
    assert page.beside.rooms.isHidden()
    qtbot.keyClick(page.beside.ask_room, Qt.Key.Key_Return)
    chip = page.beside.rooms.chip(Room.LITTLE)
    assert page.focusWidget() is page.beside.rooms.chip(Room.PLENTY)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert words.WHY[Why.LITTLE_ROOM] in shown(page)
    [prompt] = [prompt for prompt in library.prompts if prompt.title == page.sheet.title.text()]
    assert prompt.depth is Depth.GENTLE
    press(page, "begin", qtbot)
    assert gone == [places.Guided(prompt_id=prompt.id, room="a little")]
    assert in_vault(stored.read_all) == before


def test_the_question_about_room_is_put_away_with_its_answer(page: TodayPage, qtbot: QtBot) -> None:
    page.arrive(places.Today())
    first = page.sheet.title.text()
    qtbot.keyClick(page.beside.ask_room, Qt.Key.Key_Return)
    qtbot.keyClick(page.beside.rooms.chip(Room.NONE), Qt.Key.Key_Space)
    assert words.ROOM_EFFECTS[Room.NONE] in shown(page)
    qtbot.keyClick(page.beside.ask_room, Qt.Key.Key_Return)
    assert page.beside.room is None
    assert page.beside.rooms.isHidden()
    assert page.sheet.title.text() == first


def test_what_was_said_of_room_is_gone_on_the_next_day(page: TodayPage, clock: Clock, qtbot: QtBot) -> None:
    page.arrive(places.Today())
    qtbot.keyClick(page.beside.ask_room, Qt.Key.Key_Return)
    qtbot.keyClick(page.beside.rooms.chip(Room.LITTLE), Qt.Key.Key_Space)
    clock.now += timedelta(days=1)
    page.arrive(places.Today())
    assert page.beside.room is None


def test_a_thread_that_is_followed_comes_first_and_can_be_left(
    context: Context, page: TodayPage, library: Library, in_vault: Asking, clock: Clock, qtbot: QtBot
) -> None:
    ids = tuple(prompt.id for prompt in library.prompts[:2])
    thread = Thread("t", "Small gates", "Why.", (), ids, "en", 1, "us", "CC BY 4.0")
    threaded = replace(library, threads=(thread,))
    page.context = context.but(clock=clock, shelf=lambda: threaded)
    in_vault(lambda vault: prompts.follow(vault, threaded, "t", clock.now))
    page.arrive(places.Today())
    assert page.sheet.title.text() == library.prompts[0].title
    assert words.WHY[Why.THREAD].format(thread="Small gates") in shown(page)
    qtbot.keyClick(page.beside.leave_thread, Qt.Key.Key_Return)
    assert not page.beside.leave_thread.isVisible()
    assert page.context.notices.told[-1].text == words.THREAD_LEFT  # type: ignore[union-attr]


def test_begin_opens_that_prompt_and_is_what_the_keyboard_lands_on(
    page: TodayPage, gone: list[object], library: Library, qtbot: QtBot
) -> None:
    page.arrive(places.Today())
    assert page.focusWidget() is page.sheet.choices["begin"] is page.first_focus()
    title = page.sheet.title.text()
    press(page, "begin", qtbot)
    [prompt_id] = [prompt.id for prompt in library.prompts if prompt.title == title]
    assert gone == [places.Guided(prompt_id=prompt_id)]


def test_show_me_another_goes_through_them_all_and_round(
    page: TodayPage, library: Library, qtbot: QtBot
) -> None:
    page.arrive(places.Today())
    first = page.sheet.title.text()
    titles = [first]
    for _ in range(len(library.prompts)):
        press(page, "another", qtbot)
        titles.append(page.sheet.title.text())
        if titles[-1] == first:
            break
    assert titles[-1] == first
    assert len(set(titles)) == len(titles) - 1 > 3
    assert page.context.notices.told[-1].text == words.NO_MORE  # type: ignore[union-attr]


def test_another_stays_when_the_page_is_asked_again(page: TodayPage, qtbot: QtBot) -> None:
    page.arrive(places.Today())
    press(page, "another", qtbot)
    title = page.sheet.title.text()
    page.refresh()
    assert page.sheet.title.text() == title


def test_not_today_offers_a_free_page_until_tomorrow(
    page: TodayPage, gone: list[object], clock: Clock, qtbot: QtBot
) -> None:
    page.arrive(places.Today())
    press(page, "not_today", qtbot)
    assert words.FREE_TITLE in shown(page)
    assert list(page.sheet.choices) == ["free"]
    page.arrive(places.Today())
    assert words.FREE_TITLE in shown(page)
    press(page, "free", qtbot)
    assert gone == [places.Write()]
    clock.now += timedelta(days=1)
    page.arrive(places.Today())
    assert list(page.sheet.choices) == ["begin", "another", "not_today"]
    assert "Friday, 13 March" in shown(page)


def test_a_page_left_open_comes_first_and_can_be_set_down(
    page: TodayPage, gone: list[object], in_vault: Asking, now: datetime, qtbot: QtBot
) -> None:
    draft = in_vault(lambda vault: keep(vault, now, "The long way home"))
    page.arrive(places.Today())
    assert words.OPEN_LINE in shown(page)
    assert page.sheet.title.text() == "The long way home"
    press(page, "carry_on", qtbot)
    assert gone == [places.Write(draft_id=draft.id)]  # type: ignore[attr-defined]
    press(page, "set_down", qtbot)
    assert list(page.sheet.choices) == ["begin", "another", "not_today"]
    assert [row.line.title for row in page.rows] == ["The long way home"]
    assert in_vault(writing.unfinished) is None


def test_a_guided_page_left_open_is_carried_on_as_one(
    page: TodayPage, gone: list[object], in_vault: Asking, library: Library, now: datetime, qtbot: QtBot
) -> None:
    def leave_open(vault: Vault) -> int:
        prompt = library.prompt("bnd-01")
        assert prompt is not None
        held = replace(session.guided_page(prompt, now), writing=Writing(notice="held"))
        return session.keep(vault, session.new_draft(held, Step.NOTICE, now), now).id

    draft_id = in_vault(leave_open)
    page.arrive(places.Today())
    press(page, "carry_on", qtbot)
    assert gone == [places.Guided(draft_id=draft_id)]  # type: ignore[arg-type]


def test_lately_shows_three_and_each_opens_by_key(
    page: TodayPage, gone: list[object], in_vault: Asking, now: datetime, qtbot: QtBot
) -> None:
    def fill(vault: Vault) -> None:
        ana = people.add(vault, "Ana")
        for days, body in ((9, "Too long ago"), (3, "Went quiet at lunch"), (2, "My own ground")):
            at = now - timedelta(days=days)
            writing.set_down(vault, keep(vault, at, body, people=(ana.id,)).id, at)
        checkins.save(vault, checkins.NewCheckIn({Item.C1: 40}), now - timedelta(days=1))

    page.arrive(places.Today())
    assert words.NOTHING_YET in shown(page)
    assert not page.all_pages.isVisible()
    in_vault(fill)
    assert [row.line.title for row in page.rows] == ["Check-in", "My own ground", "Went quiet at lunch"]
    assert [row.line.day_words for row in page.rows] == ["Wed 11", "Tue 10", "Mon 9"]
    assert page.rows[1].accessibleName() == "Tuesday, 10 March, My own ground, Ana, Written"
    for row in page.rows:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.keyClick(page.all_pages, Qt.Key.Key_Return)
    yesterday = (now - timedelta(days=1)).date()
    [second, third] = in_vault(lambda vault: [row.id for row in history.lately(vault)[1:]])  # type: ignore[misc]
    assert gone == [
        places.History(day=yesterday),
        places.OpenEntry(second),
        places.OpenEntry(third),
        places.History(),
    ]


def test_four_weeks_are_shown_from_five_days_on(
    page: TodayPage, gone: list[object], in_vault: Asking, now: datetime, qtbot: QtBot
) -> None:
    def check_in(vault: Vault, days: int) -> None:
        answers = {item: 50.0 + days for item in Item}
        checkins.save(vault, checkins.NewCheckIn(answers), now - timedelta(days=days))

    page.arrive(places.Today())
    for days in range(4):
        in_vault(lambda vault, days=days: check_in(vault, days))  # type: ignore[misc]
    assert words.FOUR_WEEKS not in shown(page)
    in_vault(lambda vault: check_in(vault, 4))
    assert words.FOUR_WEEKS in shown(page)
    assert words.FOUR_WEEKS_LINE in shown(page)
    qtbot.keyClick(page.open_insights, Qt.Key.Key_Return)
    assert gone == [places.Insights()]


def test_without_room_the_picture_moves_below(
    page: TodayPage, in_vault: Asking, now: datetime, qtbot: QtBot
) -> None:
    def fill(vault: Vault) -> None:
        for days in range(6):
            at = now - timedelta(days=days)
            checkins.save(vault, checkins.NewCheckIn({item: 40.0 for item in Item}), at)

    in_vault(fill)
    page.arrive(places.Today())
    qtbot.wait(10)
    assert page.picture.mapTo(page, page.picture.rect().topLeft()).x() > page.sheet.geometry().right()
    page.columns = False
    page.resize(816, 556)
    qtbot.wait(10)
    below = page.picture.mapTo(page, page.picture.rect().topLeft())
    last = page.rows[-1].mapTo(page, page.rows[-1].rect().bottomLeft())
    assert below.y() > last.y()


def test_every_theme_is_spoken_of_in_plain_words() -> None:
    assert set(words.ABOUT) == set(Theme)
    assert words.theme_words("boundaries") == "saying yes and no"
    assert words.theme_words("something new") == "something new"
    assert words.theme_words(None) is None


def made_long_ago(asking: Asking, clock: Clock, *, kept: bool = True) -> None:
    made = clock.now.date() - timedelta(days=100)

    def note(vault: Vault) -> None:
        of = vault.header.decode() if kept else "J1before000000000"
        stored.store(vault, {"recovery_sheet_made": made.isoformat(), "recovery_sheet_kept": of})

    asking(note)


def test_the_recovery_key_is_asked_after_in_a_line_and_nothing_more(
    page: TodayPage, clock: Clock, in_vault: Asking, qtbot: QtBot, gone: list[object]
) -> None:
    page.arrive(places.Today())
    assert not page.about_key.isVisible()
    made_long_ago(in_vault, clock)
    assert "see whether you still have it" in "\n".join(shown(page))
    assert page.context.notices.told.maxlen
    assert not page.context.notices.told
    assert page.first_focus() is next(iter(page.sheet.choices.values()))
    qtbot.keyClick(page.about_key.take, Qt.Key.Key_Return)
    assert gone == [places.RehearseKey()]


def test_not_now_rests_for_a_month(page: TodayPage, clock: Clock, in_vault: Asking, qtbot: QtBot) -> None:
    made_long_ago(in_vault, clock)
    page.arrive(places.Today())
    qtbot.keyClick(page.about_key.later, Qt.Key.Key_Return)
    assert not page.about_key.isVisible()
    clock.now += timedelta(days=30)
    page.arrive(places.Today())
    assert page.about_key.isVisible()


def test_dont_remind_me_is_for_good(page: TodayPage, clock: Clock, in_vault: Asking, qtbot: QtBot) -> None:
    made_long_ago(in_vault, clock)
    page.arrive(places.Today())
    qtbot.keyClick(page.about_key.stop, Qt.Key.Key_Return)
    clock.now += timedelta(days=4000)
    page.arrive(places.Today())
    assert not page.about_key.isVisible()
    assert in_vault(lambda vault: preferences.read(vault).rehearse_key) is False


def test_a_sheet_nobody_kept_leads_to_a_new_key(
    page: TodayPage, clock: Clock, in_vault: Asking, qtbot: QtBot, gone: list[object]
) -> None:
    made_long_ago(in_vault, clock, kept=False)
    page.arrive(places.Today())
    assert "its sheet isn’t kept yet" in "\n".join(shown(page))
    qtbot.keyClick(page.about_key.take, Qt.Key.Key_Return)
    assert gone == [places.NewRecoveryKey()]
