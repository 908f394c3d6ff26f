# SPDX-License-Identifier: MIT
"""By person on the page of pictures: opened, put in order, put out of sight and back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop import places
from ipnb_journal.desktop.charts.frame import View
from ipnb_journal.desktop.pages.insights import InsightsPage
from ipnb_journal.desktop.wording import insights as words
from ipnb_journal.desktop.wording import relationships as told
from ipnb_journal.domain.checkins import Item
from ipnb_journal.services import checkins, people

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.context import Context
    from ipnb_journal.vault.vault import Vault

    InVault = Callable[[Callable[[Vault], object]], object]

ITEMS = (Item.D1, Item.D2, Item.L1, Item.L2)
NAMES = ("Ana", "Mom", "Tom", "Work", "Kim", "Lee", "Max")


def fill(now: datetime, names: tuple[str, ...] = NAMES) -> Callable[[Vault], None]:
    def job(vault: Vault) -> None:
        for number, name in enumerate(names):
            person = people.add(vault, name).id
            for back in range(0, 30, 3):
                given = {item: 40.0 + 5 * number + back % 9 for item in ITEMS}
                checkins.save(vault, checkins.NewCheckIn(given, person_id=person), now - timedelta(back))

    return job


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> InsightsPage:
    made = InsightsPage(context)
    qtbot.addWidget(made)
    made.resize(1040, 740)
    made.show()
    made.activateWindow()
    # as the window does for the page on show
    context.runner.changed.connect(lambda topics: made.refresh() if topics & made.topics else None)
    return made


@pytest.fixture
def filled(page: InsightsPage, in_vault: InVault, now: datetime) -> InsightsPage:
    in_vault(fill(now))
    page.arrive(places.Insights())
    page.show_lens("people")
    return page


def names(page: InsightsPage) -> list[str]:
    tiles = page.by_person.tiles
    return [tiles.words_at(stop).partition(":")[0] for stop in range(len(tiles.stops()))]


def offered(page: InsightsPage) -> list[str]:
    return [page.head.whom.itemText(at) for at in range(page.head.whom.count())]


def test_the_tiles_lie_on_the_room_and_the_page_scrolls_over_them(filled: InsightsPage, qtbot: QtBot) -> None:
    tiles = filled.by_person.tiles
    assert names(filled) == list(NAMES)
    assert not filled.head.whom.isVisible()
    qtbot.waitUntil(lambda: tiles.height() >= tiles.heightForWidth(tiles.width()))
    assert tiles.height() > filled.height()
    below = filled.frame.readout.mapTo(filled.frame, filled.frame.readout.rect().topLeft()).y()
    assert below < tiles.heightForWidth(tiles.width()) + 60
    filled.show_lens("over_time")
    qtbot.waitUntil(lambda: filled.frame.height() <= filled.height())


def test_the_words_beside_are_those_of_the_tiles(filled: InsightsPage) -> None:
    assert filled.notes.in_words.text() == filled.by_person.tiles.accessibleDescription()
    filled.show_view(View.TABLE)
    assert filled.frame.model.rowCount() == len(NAMES)
    assert filled.frame.height() <= filled.height()


def test_enter_opens_over_time_about_that_person(filled: InsightsPage, qtbot: QtBot) -> None:
    tiles = filled.by_person.tiles
    tiles.setFocus()
    tiles.move_to(2)
    qtbot.keyClick(tiles, Qt.Key.Key_Return)
    assert filled.lens is filled.over_time
    assert filled.head.whom.currentText() == "Tom"
    assert len(filled.over_time.chart.stops()) == 10
    assert filled.over_time.chart.hasFocus()
    filled.show_lens("people", table=True)
    filled.frame.table.selectRow(0)
    filled.frame.open_row.click()
    assert filled.head.whom.currentText() == "Ana"


def test_moving_keeps_the_tile_chosen_and_is_undone_by_the_opposite(filled: InsightsPage) -> None:
    lens = filled.by_person
    lens.tiles.move_to(2)
    lens.acts.earlier.click()
    assert names(filled)[:3] == ["Ana", "Tom", "Mom"]
    assert lens.tiles.at == 1
    assert offered(filled)[:4] == [words.IN_GENERAL, "Ana", "Tom", "Mom"]
    lens.acts.later.click()
    assert names(filled) == list(NAMES)
    assert lens.tiles.at == 2


def test_a_hidden_person_is_gone_from_everywhere_here_until_undone(
    filled: InsightsPage, context: Context
) -> None:
    filled.head.whom.choose(filled.by_person.tiles._tiles()[1].person.id)
    filled.by_person.tiles.move_to(1)
    filled.by_person.acts.hide_one.click()
    assert "Mom" not in names(filled)
    assert "Mom" not in offered(filled)
    assert "Mom" not in filled.notes.in_words.text()
    assert filled.by_person.tiles.at == -1
    filled.show_lens("over_time")
    assert filled.head.whom.currentText() == words.IN_GENERAL
    filled.show_lens("people")
    context.notices.told[-1].undo()  # type: ignore[union-attr, misc]
    assert names(filled) == list(NAMES)


def test_where_everybody_is_hidden_they_can_still_be_asked_for(
    page: InsightsPage, in_vault: InVault, now: datetime
) -> None:
    in_vault(fill(now, ("Ana",)))
    page.arrive(places.Insights())
    page.show_lens("people")
    page.by_person.tiles.move_to(0)
    page.by_person.acts.hide_one.click()
    assert page.empty.isVisible()
    assert page.empty.body.text() == told.EMPTY
    assert page.unhide.isVisible()
    page.unhide.click()
    assert page.hidden_people.is_asking
    assert page.commands() == {}
    assert page.first_focus() is page.hidden_people.question.passphrase.line
    page.leave()
    assert not page.hidden_people.is_asking
    page.show_lens("over_time")
    assert not page.unhide.isVisible()


def test_people_without_days_are_waited_for(page: InsightsPage, in_vault: InVault, qtbot: QtBot) -> None:
    page.arrive(places.Insights())
    page.show_lens("people")
    assert page.empty.body.text() == told.EMPTY
    in_vault(lambda vault: people.add(vault, "Noor"))
    page.refresh()
    assert page.empty.body.text() == told.NOTHING
    with qtbot.waitSignal(page.open_requested) as asked:
        page.check_in.click()
    assert asked.args == [places.CheckIn()]


def test_the_example_can_be_looked_at_only(page: InsightsPage) -> None:
    page.arrive(places.Insights())
    page.show_lens("people")
    page.example.click()
    tiles = page.by_person.tiles
    assert tiles.tag == words.MADE_UP
    tiles.move_to(0)
    assert not page.by_person.acts.hide_one.isEnabled()
    tiles.chosen.emit(0)
    assert page.lens is page.by_person
