# SPDX-License-Identifier: MIT
"""Look back: nothing before it is asked for, one in 28 days, kept as it was, with a note."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ipnb_journal.desktop import places
from ipnb_journal.desktop.navigation import lit_by
from ipnb_journal.desktop.notices import Message
from ipnb_journal.desktop.pages.look_back import LookBackPage
from ipnb_journal.desktop.widgets.choices import RadioButton
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.wording import look_back as words
from ipnb_journal.desktop.wording import on_this_day as day_words
from ipnb_journal.domain.checkins import CheckIn, Item
from ipnb_journal.services import history, look_back, on_this_day, people
from ipnb_journal.vault import checkins, entries
from tests.builders import a_look_back, a_page, an_entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.domain.look_back import LookBack
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]

RECENT, BASE, SETTLING_IN = range(8), range(30, 44), range(200, 205)


def check_in(vault: Vault, now: datetime, backs: range, value: float, person_id: int | None = None) -> None:
    with vault.transaction():
        for back in backs:
            at = now - timedelta(back)
            answers = dict.fromkeys((Item.D1, Item.D2), value) | dict.fromkeys((Item.L1, Item.L2), 50.0)
            checkins.add(vault, CheckIn(0, "", at.date(), at, "+00:00", answers, person_id=person_id))


def four_months(vault: Vault, now: datetime, person_id: int | None = None) -> None:
    """Being myself at 50, then for four weeks at 70; in touch at 50 all along."""
    for backs, value in ((SETTLING_IN, 0.0), (BASE, 50.0), (RECENT, 70.0)):
        check_in(vault, now, backs, value, person_id)


def opened(context: Context, qtbot: QtBot, when: datetime | None = None) -> LookBackPage:
    """A page that shows what there is, perhaps at another moment."""
    if when is not None:
        context = context.but(clock=lambda: when)
    made = LookBackPage(context)
    qtbot.addWidget(made)
    made.resize(1072, 756)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    context.runner.changed.connect(lambda topics: made.refresh() if made.topics & topics else None)
    made.arrive(places.LookBack())
    return made


def seen(page: LookBackPage) -> list[str]:
    return [text.text() for text in page.findChildren(Text) if text.isVisible()]


def kept(in_vault: InVault) -> tuple[LookBack, ...]:
    return in_vault(look_back.all_looks)  # type: ignore[return-value]


def told(context: Context) -> str:
    last = context.notices.told[-1]
    assert isinstance(last, Message)
    return last.text


def test_it_belongs_to_insights_and_can_be_looked_at() -> None:
    assert lit_by(places.LookBack()) == places.Insights()
    assert places.LookBack in places.WHILE_LOOKING


def test_before_anything_it_says_what_it_is_and_offers_no_button(context: Context, qtbot: QtBot) -> None:
    page = opened(context, qtbot)
    assert {words.WHAT, words.SLOW_ON_PURPOSE, words.TAKES, words.NOTHING_YET} <= set(seen(page))
    assert "Not yet: none in the last 28, none in the 90 before" in seen(page)
    assert not page.opening.button.isVisible() and not page.before.isVisible()
    assert page.first_focus() is page.back


def test_who_has_too_few_days_can_be_read_and_not_chosen(
    context: Context, qtbot: QtBot, in_vault: InVault, now: datetime
) -> None:
    def make(vault: Vault) -> None:
        ana, bo = people.add(vault, "Ana"), people.add(vault, "Bo")
        check_in(vault, now, range(3), 50, ana.id)
        four_months(vault, now, bo.id)
        people.hide(vault, people.add(vault, "Nobody’s business").id)

    in_vault(make)
    page = opened(context, qtbot)
    assert [row.text() for row in page.opening.choices.rows] == ["In general", "Ana", "Bo"]
    assert [type(row) for row in page.opening.choices.rows] == [Text, Text, RadioButton]
    chosen = page.opening.choices.chosen
    assert chosen is not None and chosen.person is not None and chosen.person.label == "Bo"
    assert page.opening.when.text() == "After this one, the next can be opened from Thursday, 9 April."
    assert kept(in_vault) == ()


def test_it_opens_on_purpose_by_keyboard_and_is_kept(
    context: Context, qtbot: QtBot, in_vault: InVault, now: datetime
) -> None:
    in_vault(lambda vault: four_months(vault, now))
    page = opened(context, qtbot)
    assert not page.sheet.isVisible()
    focus = page.first_focus()
    assert isinstance(focus, RadioButton)
    page.opening.button.setFocus()
    qtbot.keyClick(page.opening.button, Qt.Key.Key_Return)
    (look,) = kept(in_vault)
    assert (look.day, look.person_id) == (now.date(), None)
    myself, in_touch = page.sheet.sentences
    assert myself.text().startswith("In these 28 days, being myself was rated higher than in the 90 days")
    assert in_touch.text() == words.SAME
    assert words.MISSES in seen(page) and not page.opening.isVisible()
    assert QApplication.focusWidget() is page.sheet.title
    spoken = page.sheet.title.accessibleDescription()
    assert all(sentence.text() in spoken for sentence in page.sheet.sentences) and words.MISSES in spoken


@pytest.mark.parametrize("days", [0, 1, 27])
def test_none_is_offered_within_28_days(
    context: Context, qtbot: QtBot, in_vault: InVault, now: datetime, days: int
) -> None:
    in_vault(lambda vault: four_months(vault, now))
    in_vault(lambda vault: look_back.keep(vault, a_look_back(day=now.date())))
    page = opened(context, qtbot, now + timedelta(days))
    assert not page.opening.button.isVisible() and page.opening.choices.isHidden()
    assert page.opening.when.text() == words.WAIT.format(day="Thursday, 9 April")
    assert kept(in_vault)[0].day == now.date() and len(kept(in_vault)) == 1


def test_one_is_offered_again_after_28_days(
    context: Context, qtbot: QtBot, in_vault: InVault, now: datetime
) -> None:
    later = now + timedelta(28)
    in_vault(lambda vault: look_back.keep(vault, a_look_back(day=now.date())))
    in_vault(lambda vault: four_months(vault, later))
    page = opened(context, qtbot, later)
    page.opening.button.click()
    assert [look.day for look in kept(in_vault)] == [later.date(), now.date()]


def test_a_second_opening_is_refused_kindly_wherever_it_comes_from(
    context: Context, qtbot: QtBot, in_vault: InVault, now: datetime
) -> None:
    """The page still offers one, as when the clock was set back, or another was opened meanwhile."""
    in_vault(lambda vault: four_months(vault, now))
    page = opened(context, qtbot)
    context.runner.changed.disconnect()
    in_vault(lambda vault: look_back.keep(vault, a_look_back(day=now.date() + timedelta(3))))
    before = kept(in_vault)
    page.opening.button.setFocus()
    page.opening.button.click()
    assert told(context) == words.NOT_NOW
    assert kept(in_vault) == before
    assert page.opening.when.text() == words.WAIT.format(day="Sunday, 12 April")
    assert not page.sheet.isVisible() and QApplication.focusWidget() is page.back


def test_one_that_would_say_nothing_is_not_spent(
    context: Context, qtbot: QtBot, in_vault: InVault, now: datetime
) -> None:
    in_vault(lambda vault: four_months(vault, now))
    page = opened(context, qtbot)
    context.runner.changed.disconnect()
    in_vault(lambda vault: [checkins.remove(vault, number) for number in range(20, 28)])
    page.opening.button.click()
    assert (told(context), kept(in_vault)) == (words.NOT_NOW, ())


def test_a_note_is_kept_beside_it_and_found_again(
    context: Context, qtbot: QtBot, in_vault: InVault, now: datetime
) -> None:
    in_vault(lambda vault: four_months(vault, now))
    page = opened(context, qtbot)
    page.opening.button.click()
    qtbot.keyClicks(page.note.editor, "The garden")
    assert page.unsaved
    page.leave()
    assert not page.unsaved and page.note.saved.text() == "Saved on this computer, just now"
    assert kept(in_vault)[0].note == "The garden"
    again = opened(context, qtbot)
    assert not again.sheet.isVisible()
    (item,) = again.before.items.values()
    assert item.accessibleName() == "Thursday, 12 March, In general, with a note"
    item.click()
    assert again.note.text() == "The garden" and item.isChecked()
    assert [one.text() for one in again.sheet.sentences] == [one.text() for one in page.sheet.sentences]


def test_what_was_said_is_never_worked_out_anew(
    context: Context, qtbot: QtBot, in_vault: InVault, now: datetime
) -> None:
    in_vault(lambda vault: four_months(vault, now))
    page = opened(context, qtbot)
    page.opening.button.click()
    said = [one.text() for one in page.sheet.sentences]
    in_vault(lambda vault: [checkins.remove(vault, number) for number in range(1, 28)])
    again = opened(context, qtbot)
    next(iter(again.before.items.values())).click()
    assert [one.text() for one in again.sheet.sentences] == said


def test_earlier_ones_change_places_with_their_notes_and_are_put_away(
    context: Context, qtbot: QtBot, in_vault: InVault, now: datetime
) -> None:
    first = a_look_back(day=now.date() - timedelta(60), note="Winter")
    for look in (first, replace(first, day=now.date() - timedelta(5), note="")):
        in_vault(lambda vault, look=look: look_back.keep(vault, look))
    page = opened(context, qtbot)
    newer, older = page.before.items.values()
    assert newer.accessibleName().startswith("Saturday, 7 March")
    newer.setFocus()
    qtbot.keyClick(newer, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is older
    qtbot.keyClick(older, Qt.Key.Key_Return)
    assert page.note.text() == "Winter" and (older.isChecked(), newer.isChecked()) == (True, False)
    qtbot.keyClicks(page.note.editor, "! ")
    newer.click()
    assert page.note.text() == "" and newer.isChecked()
    assert [look.note for look in kept(in_vault)] == ["", "! Winter"]
    page.sheet.away.setFocus()
    page.sheet.away.click()
    assert not page.sheet.isVisible() and page.opening.isVisible()
    assert not any(item.isChecked() for item in page.before.items.values())


def test_one_about_somebody_hidden_is_not_listed_and_still_counts(
    context: Context, qtbot: QtBot, in_vault: InVault, now: datetime
) -> None:
    def make(vault: Vault) -> int:
        ana = people.add(vault, "Ana")
        look_back.keep(vault, a_look_back(day=now.date(), person_id=ana.id))
        return ana.id

    ana = in_vault(make)
    page = opened(context, qtbot)
    (item,) = page.before.items.values()
    item.click()
    assert "From your check-ins about Ana, by sliders." in seen(page)
    in_vault(lambda vault: people.hide(vault, ana))  # type: ignore[arg-type]
    assert not page.sheet.isVisible() and page.before.items == {}
    assert page.opening.when.text() == words.WAIT.format(day="Thursday, 9 April")
    assert not [text for text in seen(page) if "Ana" in text]


def test_what_was_cut_from_a_damaged_file_is_told(
    context: Context, qtbot: QtBot, in_vault: InVault, now: datetime
) -> None:
    in_vault(
        lambda vault: look_back.keep(vault, replace(a_look_back(day=now.date()), scales=(), note="Mine"))
    )
    page = opened(context, qtbot)
    next(iter(page.before.items.values())).click()
    assert words.LOST in seen(page) and page.note.text() == "Mine"


@pytest.fixture
def years(in_vault: InVault, now: datetime) -> tuple[int, int]:
    """Two pages of this day, a year and three years ago."""

    def make(vault: Vault) -> tuple[int, int]:
        one, other = (
            entries.add(vault, replace(an_entry(), page=a_page("<b>Words</b>", about_day=day)))
            for day in (now.date().replace(year=2025), now.date().replace(year=2023))
        )
        return one.id, other.id

    return in_vault(make)  # type: ignore[return-value]


def test_pages_of_this_day_wait_until_they_are_asked_for(
    context: Context, qtbot: QtBot, years: tuple[int, int]
) -> None:
    page = opened(context, qtbot)
    assert page.on_this_day.rows == {} and day_words.LINE in seen(page)
    page.refresh()
    assert page.on_this_day.rows == {}
    page.on_this_day.ask.setFocus()
    page.on_this_day.ask.click()
    rows = page.on_this_day.rows
    assert tuple(rows) == years
    assert [row.read.accessibleName().split(", ", 1)[1] for row in rows.values()] == [
        "Wednesday, 12 March 2025",
        "Sunday, 12 March 2023",
    ]
    assert QApplication.focusWidget() is rows[years[0]].read
    assert not [text for text in seen(page) if "Words" in text]
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(rows[years[1]].read, Qt.Key.Key_Return)
    assert asked.args == [places.OpenEntry(years[1])]


def test_whoever_comes_back_another_time_is_asked_anew_but_not_from_reading_one(
    context: Context, qtbot: QtBot, years: tuple[int, int]
) -> None:
    page = opened(context, qtbot)
    page.on_this_day.ask.click()
    page.on_this_day.rows[years[0]].read.click()
    page.leave()
    page.arrive(places.LookBack())
    assert tuple(page.on_this_day.rows) == years
    page.leave()
    page.arrive(places.LookBack())
    assert page.on_this_day.rows == {}
    assert page.on_this_day.ask.isVisible() and day_words.LINE in seen(page)
    page.on_this_day.ask.click()
    assert tuple(page.on_this_day.rows) == years


def test_what_is_found_after_the_page_was_left_is_not_shown(
    context: Context, qtbot: QtBot, years: tuple[int, int]
) -> None:
    page = opened(context, qtbot)
    page.hide()
    page.on_this_day.asked.emit()
    assert page.on_this_day.rows == {} and not page.on_this_day.is_open


def test_a_page_of_this_day_is_never_brought_up_again_unless_undone(
    context: Context, qtbot: QtBot, years: tuple[int, int], in_vault: InVault, now: datetime
) -> None:
    page = opened(context, qtbot)
    page.on_this_day.ask.click()
    page.on_this_day.rows[years[0]].seal.click()
    assert tuple(page.on_this_day.rows) == years[1:]
    last = context.notices.told[-1]
    assert isinstance(last, Message) and last.undo is not None and last.text == day_words.SEALED
    last.undo()
    assert tuple(page.on_this_day.rows) == years
    page.on_this_day.rows[years[0]].seal.click()
    again = opened(context, qtbot)
    again.on_this_day.ask.click()
    assert tuple(again.on_this_day.rows) == years[1:]
    (left,) = in_vault(lambda vault: on_this_day.pages(vault, now.date()))  # type: ignore[misc]
    assert left.id == years[1]
    assert in_vault(lambda vault: history.entry(vault, years[0]))


def test_no_page_of_this_day_is_said_kindly(context: Context, qtbot: QtBot) -> None:
    page = opened(context, qtbot)
    page.on_this_day.ask.click()
    assert day_words.NONE in seen(page) and not page.on_this_day.ask.isVisible()
