# SPDX-License-Identifier: MIT
"""Two circles by keyboard: kept when asked to, taken back, set beside earlier ones, never lost on the way."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.notices import Message
from ipnb_journal.desktop.pages.circles import ADD, CirclesPage
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import circles as words
from ipnb_journal.domain.checkins import CheckIn, Circles, Method
from ipnb_journal.domain.circles import CirclePart
from ipnb_journal.services import checkins, people
from tests.builders import a_checkin

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault

    Asking = Callable[[Callable[[Vault], object]], object]

ANA, BEN = 1, 2
EARLIER = Circles(70, 80, 80, 40, 90)


@pytest.fixture
def page(context: Context, in_vault: Asking, qtbot: QtBot) -> CirclesPage:
    for label in ("Ana", "Ben"):
        in_vault(lambda vault, label=label: people.add(vault, label))
    made = CirclesPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 756)
    made.show()
    qtbot.waitExposed(made)
    made.arrive(places.Circles(ANA))
    return made


@pytest.fixture
def gone(page: CirclesPage) -> list[object]:
    asked: list[object] = []
    page.open_requested.connect(asked.append)
    return asked


def shown(page: CirclesPage) -> list[str]:
    return [text.text() for text in page.findChildren(Text) if text.isVisible()]


def kept(in_vault: Asking, person_id: int | None = ANA) -> list[Circles | None]:
    found: tuple[CheckIn, ...] = in_vault(  # type: ignore[assignment]
        lambda vault: checkins.earlier_circles(vault, person_id)
    )
    return [one.circles for one in found]


def keep_earlier(in_vault: Asking, now: datetime, circles: Circles = EARLIER, days: int = 9) -> None:
    day = now - timedelta(days=days)
    in_vault(lambda vault: checkins.save_circles(vault, circles, day, ANA))


def place(page: CirclesPage, qtbot: QtBot, key: Qt.Key = Qt.Key.Key_End) -> None:
    qtbot.keyClick(page.pane.canvas, key)


def choose(page: CirclesPage, key: int | None) -> None:
    page.who.choose(key)
    page.who.activated.emit(page.who.currentIndex())


def said(page: CirclesPage) -> Message:
    told = page.context.notices.told[-1]
    assert isinstance(told, Message)
    return told


def test_it_says_whom_the_picture_is_of_and_begins_blank(page: CirclesPage) -> None:
    assert {"You and Ana", words.LINE, words.BEFORE, words.NONE_BEFORE, words.BLANK} <= set(shown(page))
    assert page.pane.circles() is None
    assert page.first_focus() is page.pane.canvas
    assert page.pane.canvas.accessibleName() == "Two circles: you and Ana"


def test_what_was_placed_by_keys_is_kept_and_the_rest_stays_blank(
    page: CirclesPage, in_vault: Asking, qtbot: QtBot
) -> None:
    place(page, qtbot)
    qtbot.keyClick(page.pane.rows[CirclePart.EDGE_ME].slider, Qt.Key.Key_Home)
    qtbot.keyClick(page.keep, Qt.Key.Key_Return)
    assert kept(in_vault) == [Circles(closeness=100, edge_me=0)]
    assert in_vault(lambda vault: checkins.last(vault, ANA)) is None
    assert said(page).text == words.KEPT
    assert page.focusWidget() is page.kept.write
    page.arrive(places.Circles(ANA))
    assert page.pane.circles() is None
    assert [row.accessibleName() for row in page.before.rows] == ["Today: Very near, your edge hard to tell."]


def test_ctrl_enter_keeps_it_from_anywhere_on_the_page(
    page: CirclesPage, in_vault: Asking, qtbot: QtBot
) -> None:
    place(page, qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.pane.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: kept(in_vault) == [Circles(closeness=100)])


def test_nothing_placed_keeps_nothing_and_says_so_kindly(
    page: CirclesPage, in_vault: Asking, qtbot: QtBot
) -> None:
    place(page, qtbot)
    place(page, qtbot, Qt.Key.Key_Delete)
    qtbot.keyClick(page.keep, Qt.Key.Key_Return)
    assert (said(page).text, said(page).undo) == (words.NOTHING_PLACED, None)
    assert kept(in_vault) == []
    assert page.pane.isVisible()


def test_a_kept_picture_is_taken_back_with_what_was_placed(
    page: CirclesPage, in_vault: Asking, qtbot: QtBot
) -> None:
    place(page, qtbot)
    qtbot.keyClick(page.keep, Qt.Key.Key_Return)
    undo = said(page).undo
    assert undo is not None
    undo()
    assert kept(in_vault) == []
    assert page.pane.circles() == Circles(closeness=100)
    assert page.pane.isVisible() and page.before.rows == []


def test_taken_back_later_it_waits_for_its_person_and_puts_nothing_away(
    page: CirclesPage, in_vault: Asking, qtbot: QtBot
) -> None:
    place(page, qtbot)
    qtbot.keyClick(page.keep, Qt.Key.Key_Return)
    undo = said(page).undo
    page.arrive(places.Circles(BEN))
    place(page, qtbot, Qt.Key.Key_Home)
    assert undo is not None
    undo()
    assert page.pane.circles() == Circles(closeness=0)
    choose(page, ANA)
    assert page.pane.circles() == Circles(closeness=100)


def test_words_are_added_on_a_page_about_the_person_once_it_is_kept(
    page: CirclesPage, gone: list[object], in_vault: Asking, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.write, Qt.Key.Key_Return)
    assert (gone, kept(in_vault)) == ([places.Write(person_id=ANA)], [])
    place(page, qtbot)
    qtbot.keyClick(page.write, Qt.Key.Key_Return)
    assert gone[1:] == [places.Write(person_id=ANA)]
    assert kept(in_vault) == [Circles(closeness=100)]
    page.arrive(places.Circles(ANA))
    assert page.pane.isVisible()


def test_afterwards_a_page_or_nothing_more(page: CirclesPage, gone: list[object], qtbot: QtBot) -> None:
    place(page, qtbot)
    qtbot.keyClick(page.keep, Qt.Key.Key_Return)
    assert not page.kept.pause.isVisible()
    qtbot.keyClick(page.kept.finish, Qt.Key.Key_Return)
    qtbot.keyClick(page.kept.write, Qt.Key.Key_Return)
    assert gone == [places.Back(), places.Write(person_id=ANA)]


def test_going_away_keeps_nothing_and_loses_nothing(
    page: CirclesPage, gone: list[object], in_vault: Asking, qtbot: QtBot
) -> None:
    place(page, qtbot)
    qtbot.keyClick(page.back, Qt.Key.Key_Return)
    page.leave()
    assert (gone, kept(in_vault)) == ([places.Back()], [])
    page.arrive(places.Circles())
    assert page.pane.circles() == Circles(closeness=100)
    assert "You and Ana" in shown(page)


def test_pictures_of_different_people_are_never_mixed(page: CirclesPage, qtbot: QtBot) -> None:
    place(page, qtbot)
    choose(page, BEN)
    assert "You and Ben" in shown(page)
    assert page.pane.circles() is None
    place(page, qtbot, Qt.Key.Key_Home)
    page.arrive(places.Circles(ANA))
    assert page.pane.circles() == Circles(closeness=100)
    choose(page, BEN)
    assert page.pane.circles() == Circles(closeness=0)


def nobody(page: CirclesPage, qtbot: QtBot) -> None:
    page.arrive(places.Circles())
    assert "You and somebody" in shown(page)
    place(page, qtbot)


def test_without_a_name_it_is_asked_whom_it_is_of(page: CirclesPage, in_vault: Asking, qtbot: QtBot) -> None:
    nobody(page, qtbot)
    page.context.notices.answers.append("choose")  # type: ignore[union-attr]
    qtbot.keyClick(page.keep, Qt.Key.Key_Return)
    assert kept(in_vault, None) == []
    assert page.focusWidget() is page.who
    choose(page, BEN)
    assert page.pane.circles() == Circles(closeness=100)
    qtbot.keyClick(page.keep, Qt.Key.Key_Return)
    assert kept(in_vault, BEN) == [Circles(closeness=100)]
    choose(page, None)
    assert page.pane.circles() is None


def test_without_a_name_it_is_kept_where_that_is_wanted(
    page: CirclesPage, in_vault: Asking, qtbot: QtBot
) -> None:
    nobody(page, qtbot)
    page.context.notices.answers.append("nameless")  # type: ignore[union-attr]
    qtbot.keyClick(page.keep, Qt.Key.Key_Return)
    assert kept(in_vault, None) == [Circles(closeness=100)]


def test_naming_somebody_never_covers_what_was_begun_about_them(page: CirclesPage, qtbot: QtBot) -> None:
    place(page, qtbot, Qt.Key.Key_Home)
    choose(page, None)
    place(page, qtbot)
    choose(page, ANA)
    assert page.pane.circles() == Circles(closeness=0)
    choose(page, None)
    assert page.pane.circles() == Circles(closeness=100)


def test_somebody_new_can_be_named_for_what_is_placed(page: CirclesPage, qtbot: QtBot) -> None:
    nobody(page, qtbot)
    choose(page, ADD)
    qtbot.keyClicks(page.focusWidget(), "Grandad & Co")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert "You and Grandad & Co" in shown(page)
    assert page.who.currentText() == "Grandad & Co"
    assert page.pane.circles() == Circles(closeness=100)
    assert page.focusWidget() is page.who


def test_where_there_is_nobody_yet_a_name_is_asked_for(
    context: Context, qtbot: QtBot, in_vault: Asking
) -> None:
    made = CirclesPage(context)
    qtbot.addWidget(made)
    made.show()
    made.arrive(places.Circles())
    place(made, qtbot)
    context.notices.answers.append("choose")  # type: ignore[union-attr]
    qtbot.keyClick(made.keep, Qt.Key.Key_Return)
    assert made.focusWidget() is made.adding.field.line
    qtbot.keyClick(made.focusWidget(), Qt.Key.Key_Escape)
    assert made.adding.isHidden() and kept(in_vault, None) == []


def test_an_earlier_picture_takes_the_place_of_todays_which_comes_back(
    page: CirclesPage, in_vault: Asking, now: datetime, qtbot: QtBot
) -> None:
    keep_earlier(in_vault, now)
    page.arrive(places.Circles(ANA))
    place(page, qtbot, Qt.Key.Key_Home)
    qtbot.keyClick(page.before.rows[0], Qt.Key.Key_Return)
    day = (now - timedelta(days=9)).date()
    assert f"{words.day(day, now.date())}, as you placed it" in shown(page)
    assert words.LINE not in shown(page)
    assert page.pane.canvas.circles == EARLIER
    assert page.before.rows[0].chosen
    assert page.focusWidget() is page.today
    assert "Near, with very clear edges" in page.today.accessibleDescription()
    assert not page.keep.isVisible() and not page.write.isVisible()
    qtbot.keyClick(page.today, Qt.Key.Key_Return)
    assert page.pane.circles() == Circles(closeness=0)
    assert page.focusWidget() is page.pane.canvas
    assert {words.LINE} <= set(shown(page)) and not page.before.rows[0].chosen
    assert page.keep.isVisible() and not page.today.isVisible()


def test_an_earlier_picture_is_never_kept_as_todays(
    page: CirclesPage, in_vault: Asking, now: datetime, qtbot: QtBot
) -> None:
    keep_earlier(in_vault, now)
    page.arrive(places.Circles(ANA))
    qtbot.keyClick(page.before.rows[0], Qt.Key.Key_Return)
    qtbot.keyClick(page.pane.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept(in_vault) == [EARLIER]
    choose(page, BEN)
    assert page.pane.circles() is None and page.keep.isVisible()
    choose(page, ANA)
    assert page.pane.circles() is None


def test_from_one_earlier_picture_to_the_next_and_away(
    page: CirclesPage, in_vault: Asking, now: datetime, qtbot: QtBot
) -> None:
    keep_earlier(in_vault, now)
    keep_earlier(in_vault, now, Circles(bridge=10), days=3)
    page.arrive(places.Circles(ANA))
    place(page, qtbot, Qt.Key.Key_Home)
    for row in page.before.rows:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert page.pane.canvas.circles == EARLIER
    page.arrive(places.Circles(ANA))
    assert page.pane.circles() == Circles(closeness=0)


def test_an_earlier_picture_that_is_gone_makes_room_for_todays(
    page: CirclesPage, in_vault: Asking, now: datetime, qtbot: QtBot
) -> None:
    keep_earlier(in_vault, now)
    page.arrive(places.Circles(ANA))
    place(page, qtbot, Qt.Key.Key_Home)
    qtbot.keyClick(page.before.rows[0], Qt.Key.Key_Return)
    in_vault(lambda vault: checkins.remove(vault, page.before.rows[0].kept.id))
    page.refresh()
    assert page.pane.circles() == Circles(closeness=0)
    assert page.keep.isVisible()


def test_keeping_twice_before_the_answer_keeps_one_and_what_moved_since_stays(
    page: CirclesPage, qtbot: QtBot, in_vault: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(page, qtbot)
    waiting: list[Callable[[], None]] = []
    run = page.context.runner.run
    with monkeypatch.context() as slow:
        slow.setattr(
            page.context.runner, "run", lambda *what, **more: waiting.append(lambda: run(*what, **more))
        )
        qtbot.keyClick(page.keep, Qt.Key.Key_Return)
        qtbot.keyClick(page.keep, Qt.Key.Key_Return)
        place(page, qtbot, Qt.Key.Key_Home)
    for job in waiting:
        job()
    assert kept(in_vault) == [Circles(closeness=100)]
    page.arrive(places.Circles(ANA))
    assert page.pane.circles() == Circles(closeness=0)


def test_what_the_circles_mean_is_asked_of_the_help(page: CirclesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.help_requested) as asked:
        qtbot.keyClick(page.before.help, Qt.Key.Key_Return)
    assert asked.args == ["circles"]


def test_a_name_changed_elsewhere_is_shown(page: CirclesPage, in_vault: Asking) -> None:
    in_vault(lambda vault: people.rename(vault, ANA, "Anastasia"))
    page.refresh()
    assert "You and Anastasia" in shown(page)
    assert page.pane.canvas.accessibleName() == "Two circles: you and Anastasia"


def test_a_check_in_by_sliders_is_no_picture(page: CirclesPage, in_vault: Asking) -> None:
    in_vault(lambda vault: checkins.restore(vault, a_checkin(person_id=ANA, method=Method.SLIDERS)))
    page.refresh()
    assert page.before.rows == []
