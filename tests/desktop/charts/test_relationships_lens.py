# SPDX-License-Identifier: MIT
"""The tab By person, and what can be done with the chosen tile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ipnb_journal.desktop.charts.lens import Asked
from ipnb_journal.desktop.charts.relationships_lens import RelationshipsLens
from ipnb_journal.desktop.wording import relationships as words
from ipnb_journal.domain.relationships import Everybody
from ipnb_journal.domain.windows import Window
from tests.desktop.charts.by_person import LAST, TODAY, people

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ipnb_journal.desktop.theme.theme import Theme

ASKED = Asked(Window(LAST - 90, LAST), 7)


@pytest.fixture
def lens(theme: Theme, qtbot: QtBot) -> RelationshipsLens:
    made = RelationshipsLens(theme)
    for part in (made.tiles, made.acts):
        qtbot.addWidget(part)
        part.show()
    made.draw(people(), ASKED)
    return made


def able(lens: RelationshipsLens) -> list[bool]:
    acts = lens.acts
    return [each.isEnabled() for each in (acts.earlier, acts.later, acts.hide_one, acts.show_hidden)]


def test_nothing_can_be_done_before_a_tile_is_chosen_but_asking(lens: RelationshipsLens) -> None:
    assert able(lens) == [False, False, False, True]


def test_the_first_can_t_move_earlier_nor_the_last_later(lens: RelationshipsLens) -> None:
    for stop, wanted in ((0, [False, True]), (2, [True, True]), (4, [True, False])):
        lens.tiles.move_to(stop)
        assert able(lens) == [*wanted, True, True]
    assert lens.acts.earlier.accessibleName() == "Move E earlier"
    assert lens.acts.hide_one.accessibleName() == "Hide E"


def test_the_links_say_who_and_how_far(lens: RelationshipsLens, qtbot: QtBot) -> None:
    lens.tiles.move_to(2)
    for link, signal, told in (
        (lens.acts.earlier, lens.moved, [2, -1]),
        (lens.acts.later, lens.moved, [2, 1]),
        (lens.acts.hide_one, lens.hidden, [2]),
    ):
        with qtbot.waitSignal(signal) as given:
            link.click()
        assert given.args == told
    with qtbot.waitSignal(lens.hidden_wanted):
        lens.acts.show_hidden.click()


def test_at_an_end_the_keyboard_goes_on_to_the_opposite_link(lens: RelationshipsLens, qtbot: QtBot) -> None:
    lens.acts.activateWindow()
    lens.tiles.move_to(1)
    lens.acts.earlier.setFocus()
    qtbot.waitUntil(lens.acts.earlier.hasFocus)
    about = people().about
    lens.draw(Everybody((about[1], about[0], *about[2:])), ASKED)
    assert lens.tiles.at == 0
    assert lens.acts.later.hasFocus()


def test_in_an_example_nothing_can_be_changed(lens: RelationshipsLens) -> None:
    lens.tiles.move_to(1)
    lens.let_change(able=False)
    assert able(lens) == [False] * 4
    lens.let_change(able=True)
    assert able(lens) == [True] * 4


def test_what_is_said_where_there_is_nobody_or_nothing(lens: RelationshipsLens) -> None:
    lens.draw(Everybody(), ASKED)
    assert lens.empty("").text == words.EMPTY
    assert lens.days(Everybody()) is None
    lens.draw(people(2), ASKED)
    assert lens.empty("").text == words.NOTHING
    assert lens.days(people()) == (LAST - 87, LAST)


def test_the_made_up_people_have_tiles(lens: RelationshipsLens) -> None:
    found = lens.made_up(TODAY)
    lens.draw(found, ASKED._replace(tag="Made-up data"))
    assert len(lens.tiles.stops()) == len(found.about)
    assert lens.tiles.said().in_words.startswith("Made-up data.")


def test_tab_reaches_the_links_in_order(lens: RelationshipsLens, qtbot: QtBot) -> None:
    lens.tiles.move_to(2)
    lens.acts.activateWindow()
    lens.acts.earlier.setFocus()
    qtbot.keyClick(lens.acts.earlier, Qt.Key.Key_Tab)
    assert lens.acts.later.hasFocus()
