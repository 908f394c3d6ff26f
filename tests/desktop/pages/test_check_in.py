# SPDX-License-Identifier: MIT
"""The check-in by keyboard: what is touched is kept, what is blank stays absent."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.notices import Message
from ipnb_journal.desktop.pages.check_in import ADD, CheckInPage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import check_in as words
from ipnb_journal.domain.checkins import MAY_NOT_APPLY, CheckIn, Item
from ipnb_journal.services import checkins, people, preferences

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault

    Asking = Callable[[Callable[[Vault], object]], object]


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> CheckInPage:
    made = CheckInPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 756)
    made.show()
    qtbot.waitExposed(made)
    made.arrive(places.CheckIn())
    return made


@pytest.fixture
def gone(page: CheckInPage) -> list[object]:
    asked: list[object] = []
    page.open_requested.connect(asked.append)
    return asked


def shown(page: CheckInPage) -> list[str]:
    return [text.text() for text in page.findChildren(Text) if text.isVisible()]


def last(in_vault: Asking, person_id: int | None = None) -> CheckIn | None:
    return in_vault(lambda vault: checkins.last(vault, person_id))  # type: ignore[return-value]


def set_bead(page: CheckInPage, item: Item, qtbot: QtBot, key: Qt.Key = Qt.Key.Key_End) -> None:
    qtbot.keyClick(page.sheet.rows[item].slider, key)


def save(page: CheckInPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.save if page.save.isVisible() else page.save_all, Qt.Key.Key_Return)


def test_four_and_four_are_asked_in_their_order_ending_on_connection(page: CheckInPage, qtbot: QtBot) -> None:
    first, second = tuple(Item)[:4], tuple(Item)[4:]
    assert words.STEM in shown(page)
    assert [line for line in shown(page) if line in words.GENERAL.values()] == [
        words.GENERAL[item] for item in first
    ]
    qtbot.keyClick(page.next, Qt.Key.Key_Return)
    assert [line for line in shown(page) if line in words.GENERAL.values()] == [
        words.GENERAL[item] for item in second
    ]
    assert page.focusWidget() is page.sheet.rows[Item.D1].slider


def test_only_what_was_touched_is_kept(page: CheckInPage, in_vault: Asking, qtbot: QtBot) -> None:
    set_bead(page, Item.C1, qtbot, Qt.Key.Key_Home)
    set_bead(page, Item.R2, qtbot)
    set_bead(page, Item.C2, qtbot)
    qtbot.keyClick(page.sheet.rows[Item.C2].slider, Qt.Key.Key_Delete)
    assert shown(page).count(words.LEFT_BLANK) == 2
    save(page, qtbot)
    kept = last(in_vault)
    assert kept is not None
    assert kept.answers == {Item.C1: 0.0, Item.R2: 100.0}
    assert kept.does_not_apply == frozenset()
    assert words.SAVED_TITLE in shown(page)


def test_after_nothing_to_keep_the_next_one_begins_at_the_beginning(page: CheckInPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.next, Qt.Key.Key_Return)
    save(page, qtbot)
    page.arrive(places.CheckIn())
    assert page.next.isVisible()
    assert page.first_focus() is page.sheet.rows[Item.C1].slider


def test_the_first_arrow_sets_the_bead_beside_the_middle(
    page: CheckInPage, in_vault: Asking, qtbot: QtBot
) -> None:
    set_bead(page, Item.C1, qtbot, Qt.Key.Key_Right)
    save(page, qtbot)
    kept = last(in_vault)
    assert kept is not None and kept.answers == {Item.C1: 51.0}


def test_does_not_apply_is_neither_a_number_nor_a_blank(
    page: CheckInPage, in_vault: Asking, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.next, Qt.Key.Key_Return)
    offered = {item for item, row in page.sheet.rows.items() if not row.not_apply.isHidden()}
    assert offered == MAY_NOT_APPLY
    set_bead(page, Item.L1, qtbot)
    qtbot.keyClick(page.sheet.rows[Item.L1].not_apply, Qt.Key.Key_Space)
    qtbot.keyClick(page.sheet.rows[Item.D2].not_apply, Qt.Key.Key_Space)
    set_bead(page, Item.D2, qtbot, Qt.Key.Key_Home)
    save(page, qtbot)
    kept = last(in_vault)
    assert kept is not None
    assert kept.does_not_apply == {Item.L1}
    assert kept.answers == {Item.D2: 0.0}


def test_leave_blank_takes_an_answer_back(page: CheckInPage, qtbot: QtBot) -> None:
    row = page.sheet.rows[Item.C1]
    set_bead(page, Item.C1, qtbot)
    qtbot.keyClick(row.blank, Qt.Key.Key_Return)
    assert row.answer is None
    assert page.focusWidget() is row.slider
    assert not row.blank.isVisible()


def test_nothing_answered_keeps_nothing_and_says_so_kindly(
    page: CheckInPage, in_vault: Asking, qtbot: QtBot
) -> None:
    save(page, qtbot)
    assert words.BLANK_TITLE in shown(page)
    assert last(in_vault) is None


def test_leaving_without_saving_keeps_nothing(
    page: CheckInPage, gone: list[object], in_vault: Asking, qtbot: QtBot
) -> None:
    set_bead(page, Item.C1, qtbot)
    qtbot.keyClick(page.leave_it, Qt.Key.Key_Return)
    assert gone == [places.Back()]
    assert last(in_vault) is None
    page.arrive(places.CheckIn())
    assert page.sheet.given.is_blank


def test_about_a_person_the_words_and_the_series_are_their_own(
    page: CheckInPage, in_vault: Asking, qtbot: QtBot
) -> None:
    in_vault(lambda vault: people.add(vault, "Ana"))
    page.arrive(places.CheckIn(person_id=1))
    assert "Thinking of you and Ana, most recently…" in shown(page)
    qtbot.keyClick(page.next, Qt.Key.Key_Return)
    assert "I felt that Ana really took in what it is like to be me." in shown(page)
    set_bead(page, Item.L1, qtbot)
    save(page, qtbot)
    assert last(in_vault) is None
    about = last(in_vault, 1)
    assert about is not None and about.answers == {Item.L1: 100.0}


def test_two_circles_are_offered_beside_somebody_chosen(
    page: CheckInPage, gone: list[object], in_vault: Asking, qtbot: QtBot
) -> None:
    in_vault(lambda vault: people.add(vault, "Ana"))
    assert not page.circles.isVisible()
    page.arrive(places.CheckIn(person_id=1))
    qtbot.keyClick(page.circles, Qt.Key.Key_Return)
    assert gone == [places.Circles(1)]
    page.arrive(places.CheckIn())
    assert not page.circles.isVisible()


def test_answers_about_different_people_are_never_mixed(
    page: CheckInPage, in_vault: Asking, qtbot: QtBot
) -> None:
    in_vault(lambda vault: people.add(vault, "Ana"))
    set_bead(page, Item.C1, qtbot)
    page.arrive(places.CheckIn(person_id=1))
    assert page.sheet.given.is_blank
    set_bead(page, Item.C2, qtbot, Qt.Key.Key_Home)
    page.who.choose(None)
    page.who.activated.emit(page.who.currentIndex())
    assert page.sheet.given.answers == {Item.C1: 100.0}
    save(page, qtbot)
    page.arrive(places.CheckIn(person_id=1))
    assert page.sheet.given.answers == {Item.C2: 0.0}


def test_somebody_new_can_be_named_here(page: CheckInPage, in_vault: Asking, qtbot: QtBot) -> None:
    page.who.choose(ADD)
    page.who.activated.emit(page.who.currentIndex())
    qtbot.keyClicks(page.focusWidget(), "Grandad & Co")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert "Thinking of you and Grandad & Co, most recently…" in shown(page)
    assert page.who.currentText() == "Grandad & Co"


def test_last_time_is_marked_for_the_same_person_only_and_can_be_hidden(
    page: CheckInPage, in_vault: Asking, now: datetime
) -> None:
    def earlier(vault: Vault) -> None:
        people.add(vault, "Ana")
        yesterday = now - timedelta(days=1)
        checkins.save(vault, checkins.NewCheckIn({Item.C1: 30}), yesterday)
        checkins.save(vault, checkins.NewCheckIn({Item.R1: 60}, person_id=1), yesterday)

    def marked() -> set[Item]:
        return {
            item for item, row in page.sheet.rows.items() if "last time" in row.slider.accessibleDescription()
        }

    in_vault(earlier)
    page.arrive(places.CheckIn())
    assert marked() == {Item.C1}
    page.arrive(places.CheckIn(person_id=1))
    assert marked() == {Item.R1}
    in_vault(lambda vault: preferences.write(vault, preferences.Preferences(show_last_mark=False)))
    page.arrive(places.CheckIn(person_id=1))
    assert marked() == set()
    assert page.sheet.given.is_blank


def a_lot(page: CheckInPage, qtbot: QtBot) -> None:
    for item in (Item.C1, Item.C2):
        set_bead(page, item, qtbot)
    save(page, qtbot)


def test_a_pause_is_offered_once_and_never_forced(
    page: CheckInPage, gone: list[object], in_vault: Asking, qtbot: QtBot
) -> None:
    a_lot(page, qtbot)
    assert words.PAUSE_TITLE in shown(page)
    assert last(in_vault) is not None
    assert page.kept.write.isVisible() and page.kept.finish.isVisible()
    qtbot.keyClick(page.kept.pause, Qt.Key.Key_Return)
    assert gone == [places.Pause()]
    page.arrive(places.CheckIn())
    a_lot(page, qtbot)
    assert words.SAVED_TITLE in shown(page)
    assert not page.kept.pause.isVisible()


@pytest.mark.parametrize(
    ("c", "r", "offered"),
    [
        ((85, 85), (0, 0), True),
        ((80, 80), (79, 79), False),
        ((80, 80), (80, 80), True),
        ((84, 85), (0, 0), False),
    ],
)
def test_the_pacing_rule(
    page: CheckInPage, qtbot: QtBot, c: tuple[int, int], r: tuple[int, int], offered: bool
) -> None:
    for item, value in zip((Item.C1, Item.C2, Item.R1, Item.R2), (*c, *r), strict=True):
        page.sheet.rows[item].show_answer(value)
    save(page, qtbot)
    assert page.kept.pause.isVisible() is offered


def test_no_pause_for_who_does_not_want_the_offer(page: CheckInPage, in_vault: Asking, qtbot: QtBot) -> None:
    in_vault(lambda vault: preferences.write(vault, preferences.Preferences(offer_pause=False)))
    page.refresh()
    a_lot(page, qtbot)
    assert not page.kept.pause.isVisible()


def test_a_saved_check_in_can_be_taken_back_with_its_answers(
    page: CheckInPage, in_vault: Asking, qtbot: QtBot
) -> None:
    set_bead(page, Item.R1, qtbot)
    save(page, qtbot)
    told = page.context.notices.told[-1]
    assert isinstance(told, Message) and told.text == words.SAVED_MESSAGE and told.undo is not None
    told.undo()
    assert last(in_vault) is None
    assert page.sheet.given.answers == {Item.R1: 100.0}
    assert page.sheet.isVisible()


def test_a_page_or_nothing_more_comes_after(page: CheckInPage, gone: list[object], qtbot: QtBot) -> None:
    set_bead(page, Item.R1, qtbot)
    save(page, qtbot)
    qtbot.keyClick(page.kept.finish, Qt.Key.Key_Return)
    qtbot.keyClick(page.kept.write, Qt.Key.Key_Return)
    assert gone == [places.Back(), places.Write()]


def test_a_screen_reader_hears_the_item_its_ends_and_whether_it_is_set(
    page: CheckInPage, qtbot: QtBot
) -> None:
    slider = page.sheet.rows[Item.C1].slider
    assert slider.accessibleName() == words.GENERAL[Item.C1]
    assert words.LEAST in slider.accessibleDescription()
    assert "left blank" in slider.accessibleDescription()
    set_bead(page, Item.C1, qtbot)
    assert "left blank" not in slider.accessibleDescription()
    assert not any(letter.isdigit() for letter in slider.accessibleDescription())


def test_tab_walks_from_slider_to_slider_and_then_to_the_buttons(page: CheckInPage, qtbot: QtBot) -> None:
    page.sheet.first_slider.setFocus()
    walked = []
    for _ in range(5):
        walked.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    rows = page.sheet.rows
    assert walked == [*(rows[item].slider for item in tuple(Item)[:4]), page.next]


def test_saving_twice_before_the_answer_keeps_one(
    page: CheckInPage, qtbot: QtBot, in_vault: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_bead(page, Item.C1, qtbot)
    waiting: list[Callable[[], None]] = []
    run = page.context.runner.run
    with monkeypatch.context() as slow:
        slow.setattr(
            page.context.runner, "run", lambda *what, **more: waiting.append(lambda: run(*what, **more))
        )
        save(page, qtbot)
        save(page, qtbot)
    for job in waiting:
        job()
    assert in_vault(checkins.count) == 1
    set_bead(page, Item.C2, qtbot)
    page.arrive(places.CheckIn())
    save(page, qtbot)
    assert in_vault(checkins.count) == 2
